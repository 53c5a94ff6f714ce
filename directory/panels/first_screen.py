"""The form of a new offer: at most eight questions on its first tab, and all others on those behind it, as in the full form."""

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
    TitleFieldPanel,
)

from directory.panels.day_buttons import DayPanel
from directory.panels.easier import EASIER
from directory.panels.hours_grid import HoursPanel
from directory.panels.offer import edit_handler
from directory.panels.terms import TermCheckboxes
from directory.panels.times_preview import TimesPreview


class Explained(Panel):
    """Says what the kind is, and what the questions behind the first ones change for people."""

    class BoundPanel(Panel.BoundPanel):
        """The panel in a form."""

        template_name = "directory/offers/first_questions.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context) or {}
            return context | {"description": self.instance.get_page_description(), "easier": EASIER}


@cache
def first_handler(kind: Any) -> Panel:
    """The tabs of a new offer of a kind, which is a class of offers."""
    own = [field.name for field in kind._meta.local_fields if field.editable and not field.auto_created]
    asked = _questions({field for one in kind.needed for field in one.fields})
    told = {name for panel in asked for name in _names(panel)}
    rest = [_without(tab, told) for tab in edit_handler(*own).children]
    first = ObjectList([Explained(), *asked], heading=_("The first questions"))
    return TabbedInterface([first, *(tab for tab in rest if tab is not None)]).bind_to_model(kind)


def _questions(needed: Collection[str]) -> list[Panel]:
    """What is asked first: eight things, each a panel with a heading of its own."""
    return [
        TitleFieldPanel("title", help_text=_("What people call it."), placeholder=False),
        FieldPanel("teaser"),
        InlinePanel("audiences", heading=_("For whom"), label=_("for whom")),
        FieldPanel("needs", widget=TermCheckboxes),
        MultiFieldPanel([FieldPanel("access"), FieldPanel("access_plain")], heading=_("The way in")),
        _where(needed),
        _when(needed),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("email"), FieldPanel("website")], heading=_("Contact")),
    ]


def _where(needed: Collection[str]) -> MultiFieldPanel:
    names = [*(["meeting_point"] if "meeting_point" in needed else []), "place", "comes_to_you"]
    return MultiFieldPanel([FieldPanel(name) for name in names], heading=_("Where"))


def _when(needed: Collection[str]) -> Panel:
    """When it is, or what the kind asks for instead."""
    if "experience" in needed:
        return FieldPanel("experience")
    meetings = InlinePanel("sessions", heading=_("Meetings"), label=_("meeting"))
    if "starts_on" in needed:
        return MultiFieldPanel([FieldPanel("starts_on"), meetings], heading=_("When"))
    if "meeting_point" in needed:
        return meetings
    if "opening_hours" in needed:
        hours = HoursPanel("opening_hours", heading=_("Opening hours"), label=_("opening hours"))
        return MultiFieldPanel([hours, TimesPreview(heading=_("What the times come to"))], heading=_("When"))
    return FieldPanel("schedule_text")


def _names(panel: Panel) -> Iterable[str]:
    """The fields and rows that a panel asks for, and what it shows of them."""
    yield _name(panel)
    for child in getattr(panel, "children", ()):
        yield from _names(child)


def _name(panel: Panel) -> str:
    if isinstance(panel, TimesPreview):
        return "times_preview"
    return getattr(panel, "field_name", "") or getattr(panel, "relation_name", "")


def _without(panel: Panel, told: Collection[str]) -> Panel | None:
    """The panel without what is asked elsewhere; nothing where nothing is left of it."""
    # A day of something that is not there yet cannot be called off.
    if isinstance(panel, DayPanel) or (_name(panel) and _name(panel) in told):
        return None
    children = getattr(panel, "children", ())
    kept = [left for child in children if (left := _without(child, told)) is not None]
    if len(kept) < len(children):
        panel.children = kept
    return panel if kept or not children else None
