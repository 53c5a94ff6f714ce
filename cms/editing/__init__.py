"""The editors' tools: listings, filters, reports and panels of the admin. Registered in `cms.wagtail_hooks`."""
