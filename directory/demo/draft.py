"""A draft in Eksempel that somebody without an account can look at: its link is told once, when it is made."""

from django.db import transaction
from django.urls import reverse

from directory.demo.tree import unit_of_example
from directory.models.facts.freshness import Demonstration
from directory.models.kinds.association import AssociationPage
from directory.previewing.links import new_link

SLUG = "soendagsmiddag"
_ORGANISATION = "Foreningen Fælles Bord"
_TITLE = "Søndagsmiddag ved det lange bord"
_LEAD = "Spis sammen med andre den første søndag i måneden. Du kan komme alene."


@transaction.atomic
def draft_with_link() -> str:
    """Write the draft where it is not, and the path of a link that shows it; empty where nothing was made."""
    above = unit_of_example(_ORGANISATION)
    if above is None or above.get_children().filter(slug=SLUG).exists():
        return ""
    draft = AssociationPage(
        title=_TITLE, slug=SLUG, teaser=_LEAD, live=False, demonstration=Demonstration.MADE_UP, phone="12 34 56 78"
    )
    above.add_child(instance=draft)
    draft.save_revision()
    return reverse("preview_by_link", args=[new_link(draft, None)])
