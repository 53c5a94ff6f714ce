"""What comes with the program for those who run it: what is new in each version, and messages for a time. Nobody outside is asked."""
