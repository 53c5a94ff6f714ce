"""How gunicorn serves the site. One configuration for `make run`, the container and the command in docs/operations.md."""
