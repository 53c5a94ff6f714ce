"""The site under attack: the production server, alone and behind the example proxy. `python -m tests.attack` is `make attack`."""
