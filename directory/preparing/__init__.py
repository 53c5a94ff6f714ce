"""A sheet of paper to prepare a first visit on: what is known of it, what one may ask, and lines to write on by hand."""
