"""Needs, target groups and languages in the admin: as trees, with where each word is used."""
