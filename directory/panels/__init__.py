"""The editors' forms, in the order of the public page, beside the models they belong to."""
