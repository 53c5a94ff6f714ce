"""Changes together: pages and rows that are changed as one, at one moment, or not at all; and taken back as one.

A Django app of its own: who wants none of it takes it out of INSTALLED_APPS, and has no such table.
"""
