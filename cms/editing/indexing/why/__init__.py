"""The page "Why this hit": what the search makes of a text, and why an offer stands where it does or is not there."""
