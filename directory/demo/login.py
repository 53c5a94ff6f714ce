"""The editor who comes with the demonstration content. Only for trying the site: the password is known to everybody."""

USERNAME = "redaktoer"
PASSWORD = "vejviser-demo"  # noqa: S105 - printed at start, for a site with demonstration content on one's own machine
