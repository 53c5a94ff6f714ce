"""Hjælp nu: whom to call, by what it is about, with what is sure of their hours. Works without an index."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from directory.crisis.lines import Line, lines_for
from directory.models.vocabulary import CrisisWords
from directory.regions import region_of
from directory.sites.here import here


@dataclass(frozen=True)
class Topic:
    """What it is about, and the lines for it."""

    name: str
    label: str
    lines: list[Line]


def help_now_page(request) -> dict:
    """What the page Hjælp nu shows: the lines to call now, by topic; a topic without lines is left out."""
    labels = {
        CrisisWords.Topic.LIFE: _("I have thoughts of dying"),
        CrisisWords.Topic.VIOLENCE: _("Somebody is violent to me"),
        CrisisWords.Topic.ACUTE: _("I am ill, or somebody has taken too much"),
    }
    region = region_of(here(request).slug)
    topics = [Topic(topic, label, lines_for(topic, region)) for topic, label in labels.items()]
    return {
        "sensitive": True,
        "topics": [topic for topic in topics if topic.lines],
    }
