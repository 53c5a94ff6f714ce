"""Handing a citizen's wish over to an offer: a form for those who help, an answer by a link, and a short memory.

A Django app of its own, built on `directory.reviewing`: who wants none of it takes it out of INSTALLED_APPS, and has no such
table.
"""
