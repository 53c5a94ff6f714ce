"""How fast it is, beside what it stands on: `make bench`. Measured and printed, never asserted."""
