"""Feedback without a person: what may be written, from where, how often, and for how long it is kept."""
