"""Views of the site that no page of the tree answers."""
