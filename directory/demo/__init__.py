"""The demonstration content: real offers, a municipality that does not exist, sites on this machine, and a known login.

It comes on top of `directory/seeds`. Everything here may run again: it adds what is missing and keeps what was edited.
"""
