"""What editors see of the whole: how complete each listing is, what is missing where, how fast answers come; by mail once a month.

A Django app of its own: who wants no reports takes it out of INSTALLED_APPS, and has no such tables.
"""
