"""Importing a spreadsheet in the admin: its columns chosen, its differences shown, written row by row in the background, undone.

A Django app of its own: who wants offers from files by command alone takes it out of INSTALLED_APPS, and has no such table.
"""
