"""The operator's path: docs/going-live.md followed word for word in a clean folder. `python -m tests.operator` is `make operator`."""
