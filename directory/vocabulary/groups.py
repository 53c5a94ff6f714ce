"""Target groups that one belongs to or not, by their slugs. An editor who deletes one loses nothing but its effect here."""

from search import Ages

#: Those of one kind together. An offer for one kind alone comes after others unless the words name it.
APART = (
    frozenset(("boern-og-unge", "boern", "unge", "unge-der-har-det-svaert", "elever-og-studerende")),
    frozenset(("voksne",)),
    frozenset(("aeldre", "beboere-paa-plejecenter")),
    frozenset(("maend", "faedre")),
    frozenset(("kvinder", "gravide")),
    frozenset(("lgbt-personer", "transkoennede")),
    frozenset(("flygtninge", "indvandrere", "groenlaendere")),
)
USUAL = frozenset(("voksne",))
AGES = (Ages(0, 17, "boern-og-unge"), Ages(0, 12, "boern"), Ages(13, 29, "unge"), Ages(60, 120, "aeldre"))
