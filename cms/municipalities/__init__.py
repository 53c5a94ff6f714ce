"""A municipality at work: its site, its groups and what each may do, where its files lie, who approves, who is invited."""
