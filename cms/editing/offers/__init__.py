"""The listing of offers: columns, filters, and where a new one is to stand."""
