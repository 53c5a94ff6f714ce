"""Who is responsible for the offers of an organisation that is here already: compared with what a file says, and kept up."""

from typing import Literal

from directory.importing.exact.fields import authority_rows
from directory.importing.map.plan import OrganisationPlan, digest
from directory.importing.write.term_lookup import TermLookup
from directory.models import OrganisationAuthority, OrganisationPage

#: What became of it: as the file says already, brought up to date, or left since an editor has said otherwise.
Answer = Literal["same", "updated", "edited"]

#: The mark of an organisation of which nothing is told.
_NOTHING = digest([])


def mark_of(page: OrganisationPage) -> str:
    """A fingerprint of who is responsible by the rows of a page, whatever order they stand in."""
    return digest(sorted(authority_rows(page), key=repr))


def answer_for(page: OrganisationPage, wanted: OrganisationPlan, terms: TermLookup, *, force: bool = False) -> Answer:
    """What is to become of an organisation of which a file says who is responsible.

    One that no import has told of yet, and that nobody has told of either, is written; a draft of it is an edit.
    """
    then = mark_of(_with_rows(OrganisationPage(), wanted, terms))
    standing = mark_of(page)
    if then in {standing, page.imported}:
        # What the file says is known here: where something else stands now, an editor has put it there.
        return "same" if then == standing else "updated" if force else "edited"
    is_edited = page.has_unpublished_changes or standing != (page.imported or _NOTHING)
    return "edited" if is_edited and not force else "updated"


def write_authorities(page: OrganisationPage, wanted: OrganisationPlan, terms: TermLookup) -> None:
    """Let an organisation say who is responsible as a file does, and remember that it was the file."""
    told = _with_rows(page, wanted, terms)
    told.imported = mark_of(told)
    told.save_revision().publish()


def _with_rows(page: OrganisationPage, wanted: OrganisationPlan, terms: TermLookup) -> OrganisationPage:
    page.authorities = [OrganisationAuthority(**row) for row in terms.authorities(wanted.authorities)]
    return page
