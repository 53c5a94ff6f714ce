"""Web pages that listings lead to, asked in the background whether they still answer: politely, and nothing inside a closed network.

A Django app of its own: who wants none of it takes it out of INSTALLED_APPS. Nobody is asked before `LINKS_CHECKED` is set.
"""
