"""Authorities in the admin: what they are called from which day, and who gets their referrals."""
