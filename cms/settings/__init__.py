"""Settings. `base` holds what is the same everywhere; what differs comes from the environment."""
