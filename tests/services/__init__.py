"""The real servers that tests talk to: Chromium, PostgreSQL, Elasticsearch. Nothing here imitates one."""
