"""What visitors ask for. A view is a sentence: parse, ask, show."""
