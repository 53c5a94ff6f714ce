"""What editors upload: drawn again before it is kept, and served so that it can do nothing."""
