"""What makes it easier to come, beside what has to be told: at most twelve things, each with what it changes for people."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Easier:
    """One such thing, by a lasting name. It is told when one of the fields is; the first is the one that an editor is led to."""

    name: str
    fields: tuple[str, ...]
    label: str | Promise
    changes: str | Promise
    #: Whether the field stands for rows, which are reached by the button that adds one.
    has_rows: bool = False

    @property
    def anchor(self) -> str:
        """The id of what the editor is led to."""
        return f"id_{self.fields[0]}-ADD" if self.has_rows else f"id_{self.fields[0]}"

    def is_told(self, tells: Callable[[str], bool]) -> bool:
        """Whether one of its fields says something."""
        return any(tells(field) for field in self.fields)


EASIER = (
    Easier("needs", ("needs",), _("What it is good for"), _("It is found by whoever looks for that need.")),
    Easier(
        "steps", ("first_visit_steps",), _("The first visit, step by step"),
        _("The page says what happens at the door and in the first ten minutes."), has_rows=True,
    ),
    Easier("host", ("host_role", "first_visit_note"), _("Who meets one"), _("Nobody has to wonder whom to ask for.")),
    Easier("company", ("companion", "bring_someone"), _("Company on the way"), _("It is found by those who do not go alone.")),
    Easier("for_you", ("for_you", "not_for_you", "ordinary_day"), _("Is it something for me?"), _("The page says who comes, and what a day is like.")),
    Easier("quiet", ("no_demands", "leave_anytime"), _("That nothing is demanded"), _("It is found by those who dare not promise anything.")),
    Easier("price", ("free", "price_note"), _("What it costs"), _("It is found by those who look for what is free.")),
    Easier(
        "times", ("opening_hours", "sessions"), _("The times, day by day"),
        _("The card says whether it is open now, and calendars can be filled."), has_rows=True,
    ),
    Easier("contact", ("phone", "email"), _("A telephone number or a mail address"), _("One can ask before one goes.")),
    Easier("way", ("transport_help", "access_note"), _("How one gets there and in"), _("Those who do not walk well know what awaits them.")),
    Easier("privacy", ("anonymous", "who_knows"), _("Who gets to know"), _("It is found by those who want to stay unnamed.")),
    Easier("picture", ("picture",), _("A picture"), _("One knows the place again.")),
)  # fmt: skip
