"""Authorities: municipalities, regions, the state. What they are called and who gets their referrals changes on days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel

from directory.answers import AuthorityKind
from directory.models.dated import DatedRow
from directory.models.kept import kept
from directory.panels.dated_rules import AuthorityForm
from directory.times.dated import Dated, answer_on
from directory.validators import validate_web_address


class Authority(ClusterableModel):
    """Who can be responsible for an offer. It stays the same row when it is called something else."""

    slug = models.SlugField(
        _("lasting name"), max_length=80, unique=True, help_text=_("Files between installations know it by this.")
    )
    kind = models.CharField(_("what it is"), max_length=12, choices=AuthorityKind)

    base_form_class = AuthorityForm
    panels = [
        FieldPanel("kind"),
        FieldPanel("slug"),
        InlinePanel(
            "names",
            heading=_("Names"),
            label=_("name"),
            min_num=1,
            help_text=_(
                "When it gets a new name, give the old one its last day and add the new one with its first. "
                "Pages change by themselves on that day, and a search finds both."
            ),
        ),
        InlinePanel(
            "recipients",
            heading=_("Recipients of electronic referrals"),
            label=_("recipient"),
            help_text=_("Shown to professionals at offers to which somebody has to be referred."),
        ),
    ]

    class Meta:
        ordering = ["kind", "slug"]
        verbose_name = _("authority")
        verbose_name_plural = _("authorities")

    def __str__(self) -> str:
        known = authorities().get(self.pk)
        return (known and known.name_on(timezone.localdate())) or self.slug


class AuthorityName(DatedRow):
    """What an authority is called from a day until a day."""

    authority = ParentalKey(Authority, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=120)
    source_url = models.CharField(
        _("where we read it"),
        max_length=300,
        blank=True,
        validators=[validate_web_address],
        help_text=_("For editors. Nobody is led there."),
    )

    panels = ["name", "first_day", "last_day", "source_url"]

    class Meta:
        ordering = ["pk"]
        verbose_name = _("name of an authority")


class ReferralRecipient(DatedRow):
    """To whom electronic referrals of one sort go, from a day until a day."""

    authority = ParentalKey(Authority, on_delete=models.CASCADE, related_name="recipients")
    purpose = models.CharField(
        _("what the referral is for"), max_length=120, help_text=_("Such as: prevention, acute nursing.")
    )
    message = models.CharField(_("kind of message"), max_length=20, blank=True, help_text=_("Such as: XREF15."))
    name = models.CharField(_("name of the recipient"), max_length=120)
    number = models.CharField(
        _("number of the recipient"),
        max_length=13,
        blank=True,
        validators=[RegexValidator(r"^\d{13}$", _("A location number has 13 digits."))],
        help_text=_("The location number, 13 digits."),
    )
    source_url = models.CharField(
        _("where we read it"),
        max_length=300,
        blank=True,
        validators=[validate_web_address],
        help_text=_("For editors. Nobody is led there."),
    )

    panels = ["purpose", "message", "name", "number", "first_day", "last_day", "source_url"]

    class Meta:
        ordering = ["purpose", "pk"]
        verbose_name = _("recipient of electronic referrals")


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom referrals of one sort go."""

    purpose: str
    message: str
    name: str
    number: str


@dataclass(frozen=True)
class KnownAuthority:
    """An authority with all its names and recipients, whenever they hold."""

    key: int
    kind: str
    names: tuple[Dated[str], ...]
    recipients: tuple[Dated[Recipient], ...]

    def name_on(self, day: date) -> str:
        """What it is called on a day; on one that no name is for, what it was called last, or is called first."""
        begun = [row for row in self.names if row.first is None or row.first <= day]
        known = begun[-1:] or self.names[:1]
        return answer_on(self.names, day) or "".join(row.answer for row in known)


@kept(Authority, AuthorityName, ReferralRecipient)
def authorities() -> Mapping[int, KnownAuthority]:
    """All authorities by their keys."""
    rows = Authority.objects.prefetch_related("names", "recipients")
    return {row.pk: _known(row) for row in rows}


def _known(row: Authority) -> KnownAuthority:
    names = tuple(name.as_value(name.name) for name in row.names.all())
    recipients = tuple(
        one.as_value(Recipient(one.purpose, one.message, one.name, one.number)) for one in row.recipients.all()
    )
    return KnownAuthority(row.pk, row.kind, tuple(sorted(names, key=lambda name: name.first or date.min)), recipients)
