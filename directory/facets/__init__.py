"""By what offers are filtered: one table, from which address, index, counts, panel, wishes and form are made."""

from directory.facets.facet import Facet, FacetTable, Heading, Value, fact
from directory.facets.table import FACETS, SERVES, indexed

__all__ = ["FACETS", "SERVES", "Facet", "FacetTable", "Heading", "Value", "fact", "indexed"]
