"""Hard days: while a mode lasts, frost or Christmas, it leads a municipality's site with the places that have answered for it.

A Django app of its own, built on `directory.asking`: who wants none of it takes it out of INSTALLED_APPS, and has no such table.
"""
