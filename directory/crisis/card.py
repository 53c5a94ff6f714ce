"""The calm card above the hits when words of crisis were typed. Nothing of it is logged or counted."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from directory.crisis.lines import Line, lines_for
from directory.models.vocabulary import CrisisWords
from search import Understood

#: Beside 112.
MAX_LINES = 2


@dataclass(frozen=True)
class Crisis:
    """What the card says: the gravest topic found, the lines to call, and whether a clinician has read its words of advice."""

    topic: str
    relative: bool
    lines: list[Line]
    approved: bool
    help_now_url: str = ""


def crisis_card(understood: Understood, region: str = "") -> Crisis | None:
    """The card for the gravest topic that was found, or none: life before violence, violence before drugs.

    Of lines for one region alone those of the site's own stand here; the portal has none of them.
    """
    topic = next((topic for topic in CrisisWords.Topic.values if topic in understood.crisis), None)
    if topic is None:
        return None
    lines = [item for item in lines_for(topic, region) if item.line.region in ("", region)][:MAX_LINES]
    return Crisis(topic, understood.relative, lines, settings.CRISIS_TEXTS_APPROVED, reverse("help_now"))
