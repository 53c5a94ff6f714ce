"""What dated rows cannot say together: two authorities are not responsible on one day, nothing has two names."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import InlinePanel

from directory.panels.address import AddressForm
from directory.panels.choices import OwnChoicesForm
from directory.panels.whole_rows import WholeRows
from directory.times.dated import Dated, first_clash

_TWO_AUTHORITIES = _(
    "%(first)s and %(second)s would be responsible on the same day. Give the row that stops a last day: the day before "
    "the other begins. Or delete one of the two."
)
_TWO_NAMES = _(
    "“%(first)s” and “%(second)s” would hold on the same day. Give the old name a last day: the day before the new one begins."
)


def refuse_clash(rows: Iterable[tuple[str, Dated]]) -> None:
    """Refuse authorities of which two are responsible on one day; each comes with its name."""
    clash = first_clash([Dated(name, row.first, row.last) for name, row in rows])
    if clash:
        raise ValidationError(_TWO_AUTHORITIES % {"first": clash[0].answer, "second": clash[1].answer})


def authorities_panel(note: str | Promise) -> InlinePanel:
    """The rows in which a page says who is responsible."""
    return InlinePanel("authorities", heading=_("Who is responsible"), label=_("authority"), help_text=note)


class _OneAtATime(WholeRows):
    """Says at a row that it clashes with another one."""

    def refuse_two(self, relation: str, told: str | Promise) -> None:
        """Refuse rows of which two hold on the same day."""
        clash = first_clash(form.instance.as_value(form) for form in self.whole_rows(relation))
        if clash:
            first, second = clash[0].answer, clash[1].answer
            second.add_error("first_day", told % {"first": _called(first), "second": _called(second)})


def _called(form: ModelForm) -> str:
    return str(form.cleaned_data.get("authority") or form.cleaned_data.get("name"))


class OneAuthority(_OneAtATime):
    """The form of a page with rows that say who is responsible."""

    def clean(self):
        cleaned = super().clean()
        self.refuse_two("authorities", _TWO_AUTHORITIES)
        return cleaned


class OrganisationPageForm(OneAuthority, AddressForm):
    """The form of an organisation."""


class AuthorityForm(_OneAtATime, OwnChoicesForm):
    """The form of an authority: it has one name at a time. Several recipients are for several purposes."""

    def clean(self):
        cleaned = super().clean()
        self.refuse_two("names", _TWO_NAMES)
        return cleaned
