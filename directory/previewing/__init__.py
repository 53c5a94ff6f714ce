"""Links by which somebody without an account sees the draft of an offer: made by chance, for a fortnight, taken back at any time.

A Django app of its own: who wants no such links has no such table.
"""
