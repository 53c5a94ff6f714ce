"""What visitors land on, in the admin: the cards of the front pages and the texts above a need's or a group's offers."""
