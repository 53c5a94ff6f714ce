"""What tests of the directory share."""
