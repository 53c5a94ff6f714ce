"""Configuration that can be wrong, said at start with an id and a hint."""
