"""What is due by the clock: publishing and expiry that were set for a time, deletion, clearing up. Done by whoever comes first."""
