"""What editors write down for themselves and each other: notes and labels on offers, which of them they watch, saved views of the listing.

None of it is public, and none of it is about citizens. A Django app of its own: who wants none of it has no such tables.
"""
