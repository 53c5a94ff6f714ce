"""Whether the site is well: the same answers for load balancers, monitors, checks and the admin's page."""
