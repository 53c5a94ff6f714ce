"""Asking many places one question: campaigns with letters, links to answer by, and what is known by the answers.

A Django app of its own, built on `directory.reviewing`: who wants none of it takes it out of INSTALLED_APPS, and has no such
table.
"""
