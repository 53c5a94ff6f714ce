"""Needs and target groups as editors keep them: what names a term, and making one of two."""
