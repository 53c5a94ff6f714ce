"""The sources of the public stylesheet, and what compiles them."""
