"""The fields of a section of a form: those that its layout names, and those of every facet that belongs there."""

from directory.facets import FACETS

#: A field, or several in one row.
Row = str | tuple[str, ...]


def with_facets(section: str, *rows: Row) -> list[Row]:
    """The rows, and below them the field of each facet of the section that no row names: a new fact stands there at once."""
    placed = {name for row in rows for name in ((row,) if isinstance(row, str) else row)}
    return [*rows, *(field for field in FACETS.fields(section) if field not in placed)]
