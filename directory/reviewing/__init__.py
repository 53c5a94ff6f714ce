"""Asking the places whether what stands of them is still right: letters with links, and what is answered.

A Django app of its own: who wants none of it takes it out of INSTALLED_APPS, and has no such table.
"""
