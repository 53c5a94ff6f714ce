"""Mail: sent by one server, and what could not be sent is counted and told."""
