"""The words of the search in the admin: what they are, what they would change, what is odd about them."""
