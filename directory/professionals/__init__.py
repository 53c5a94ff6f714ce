"""What those need who help others: what is on each step of the ladder, how to refer, sheets to fill in together. Open to everybody."""
