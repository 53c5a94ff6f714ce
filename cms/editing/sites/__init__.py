"""The sites in the admin: the reminder on the first page to review an accessibility statement."""
