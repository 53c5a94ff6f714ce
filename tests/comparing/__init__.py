"""What two commits answer on the same public addresses of the demonstration, and where they differ.

For changes that must not be seen: every address has to be answered as before, byte for byte.
"""
