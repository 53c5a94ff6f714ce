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
    """What the card says: the gravest topic found, the lines to call, and whether a clinician has read its words."""

    topic: str
    relative: bool
    lines: list[Line]
    approved: bool
    help_now_url: str = ""


def crisis_card(understood: Understood) -> Crisis | None:
    """The card for the gravest topic that was found, or none: life before violence, violence before drugs."""
    topic = next((topic for topic in CrisisWords.Topic.values if topic in understood.crisis), None)
    if topic is None:
        return None
    lines = lines_for(topic)[:MAX_LINES]
    return Crisis(topic, understood.relative, lines, settings.CRISIS_TEXTS_APPROVED, reverse("help_now"))
