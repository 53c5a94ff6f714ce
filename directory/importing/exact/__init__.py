"""Rows that hold all of an offer, by the names of its own fields: what one installation writes, and another reads."""
