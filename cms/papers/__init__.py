"""Drafts of the papers that the law asks for, filled in with what the program knows of itself."""
