"""Forgetting a person: where a name still stands after it was taken out of a page, and taking it out there too."""
