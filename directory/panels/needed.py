"""What an offer has to tell before it is shown to anybody: few things, each with where it is told."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Needed:
    """One such thing. It is told when one of the fields is answered; the first is the one that an editor is led to."""

    fields: tuple[str, ...]
    message: str | Promise

    def anchor(self, rows: Container[str]) -> str:
        """The id of what the editor is led to: a field, or the button that adds one of the rows."""
        first = self.fields[0]
        return f"id_{first}-ADD" if first in rows else f"id_{first}"


#: What every kind has to tell, beside its name and its one line.
FOR_ALL = (
    Needed(("audiences",), _("Say for whom it is: for everybody, or for a group.")),
    Needed(("access", "access_plain"), _("Say how one gets in, such as: just come.")),
)
WHERE = Needed(("place", "comes_to_you"), _("Say where it is, or that it comes to people."))
WHEN_OPEN = Needed(("opening_hours", "sessions", "schedule_text"), _("Say when it is open."))
WHEN_BEGUN = Needed(("starts_on", "sessions", "schedule_text", "opening_hours"), _("Say when it takes place."))
MEETING_POINT = Needed(("meeting_point", "place"), _("Say where people meet."))
EXPERIENCE = Needed(("experience",), _("Say what experience it builds on."))
CONTACT = Needed(
    ("phone", "email", "website"), _("Say how to reach it: a telephone number, a mail address or a web page.")
)


def lacking(needed: Iterable[Needed], is_told: Callable[[str], bool]) -> list[Needed]:
    """Those of the things that nobody has told."""
    return [one for one in needed if not any(is_told(field) for field in one.fields)]


def is_told(offer, field: str) -> bool:
    """Whether a field of an offer is answered, or has rows."""
    value = getattr(offer, field)
    return bool(value.all()) if hasattr(value, "all") else is_answer(value)


def is_answer(value) -> bool:
    """Whether a value says something; that nobody knows says nothing."""
    return value not in {None, "", "unknown", False}
