"""Hjælp nu: whom to call, by what it is about, with what is sure of their hours; and where to go. Works without an index."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from directory.crisis.beside import acute_offers, help_beside
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
    """What the page Hjælp nu shows: the lines to call now, each under what it is for before all, and where to go."""
    topics = _topics(region_of(here(request).slug))
    return {
        "sensitive": True,
        "topics": topics,
        "unsure": any(not item.status.is_known for topic in topics for item in topic.lines),
        "acute_offers": acute_offers(request),
        "help_beside": help_beside(request),
    }


def _topics(region: str) -> list[Topic]:
    """A topic without lines is left out; a line stands once, so that nothing is read twice."""
    labels = {
        CrisisWords.Topic.LIFE: _("I have thoughts of dying"),
        CrisisWords.Topic.VIOLENCE: _("Somebody is violent to me"),
        CrisisWords.Topic.ACUTE: _("I am ill, or somebody has taken too much"),
        "children": _("I am a child or young"),
    }
    found = {
        topic: [item for item in lines_for(topic, region) if item.line.main_topic == topic]
        for topic in map(str, labels)
    }
    return [Topic(str(topic), label, found[str(topic)]) for topic, label in labels.items() if found[str(topic)]]
