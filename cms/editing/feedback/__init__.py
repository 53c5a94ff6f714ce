"""Feedback in the admin: whose it is to read, the listing, and saying that it has been dealt with."""
