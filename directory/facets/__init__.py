"""By what offers are filtered: one table, from which address, index, counts, panel, wishes and form are made."""

from directory.facets.facet import Facet, FacetTable, Heading, Value, fact
from directory.facets.table import FACETS, INDEXED, SERVES

__all__ = ["FACETS", "INDEXED", "SERVES", "Facet", "FacetTable", "Heading", "Value", "fact"]
