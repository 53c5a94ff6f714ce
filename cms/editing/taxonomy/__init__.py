"""Needs and target groups in the admin, as trees, and languages; with the offers that use them."""
