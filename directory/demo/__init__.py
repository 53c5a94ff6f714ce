"""The demonstration content: page tree, sites, words, real offers, and a municipality that does not exist.

Everything here may run again: it adds what is missing and keeps what was edited.
"""
