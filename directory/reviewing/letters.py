"""The letter to a place, as it is read: who asks, why, what stands there, and the links to answer by."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, ngettext
from wagtail.models import Site

from directory.models import OfferPage
from directory.reviewing.models import ReviewPlan

#: In a preview there is no secret yet.
_NO_SECRET = "x" * 43


@dataclass(frozen=True)
class OfferInLetter:
    """An offer in a letter: what stands there, and the addresses of the three answers."""

    title: str
    address: str
    facts: tuple[tuple[str, str], ...]
    right: str
    change: str
    gone: str
    stop: str


def offer_in_letter(offer: OfferPage, secret: str = _NO_SECRET) -> OfferInLetter:
    """An offer as the letter tells of it."""
    root = root_of_site(offer)

    def to(what: str) -> str:
        return root + reverse("answer", args=[secret, what])

    answers = (to("passer"), to("ret"), to("findes-ikke"))
    return OfferInLetter(
        offer.title,
        offer.full_url or "",
        tuple(facts_in_letter(offer)),
        *answers,
        root + reverse("no_letters", args=[secret]),
    )


def letter(recipient: str, offers: list[OfferInLetter], plan: ReviewPlan, *, reminder: bool) -> EmailMessage:
    """The mail about some offers of one recipient."""
    with translation.override(settings.LANGUAGE_CODE):
        body = render_to_string(
            "directory/reviewing/letter.txt", {"offers": offers, "plan": plan, "reminder": reminder}
        )
        subject = _subject(offers, reminder=reminder)
    return EmailMessage(
        subject,
        body,
        to=[recipient],
        reply_to=[plan.reply_to],
        headers={"Auto-Submitted": "auto-generated", "List-Unsubscribe": f"<{offers[0].stop}>"},
    )


def with_lasting_id(mail: EmailMessage, name: str) -> EmailMessage:
    """The mail with a name of its own: should it be handed over twice, programs for mail show it once."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" >") or "localhost"
    mail.extra_headers["Message-ID"] = f"<vejviser.{name}@{domain}>"
    return mail


def _subject(offers: list[OfferInLetter], *, reminder: bool) -> str:
    if len(offers) > 1:
        told = ngettext(
            "Is what we say of %(count)d offer still right?",
            "Is what we say of %(count)d offers still right?",
            len(offers),
        )
        subject = told % {"count": len(offers)}
    else:
        subject = gettext("Is what we say of %(title)s still right?") % {"title": " ".join(offers[0].title.split())}
    return gettext("Reminder: %(subject)s") % {"subject": subject} if reminder else subject


def root_of_site(offer: OfferPage) -> str:
    """Scheme and host of the site that an offer stands on."""
    site = offer.get_site() or Site.objects.filter(is_default_site=True).first()
    return site.root_url if site else settings.WAGTAILADMIN_BASE_URL


def facts_in_letter(offer: OfferPage) -> Iterator[tuple[str, str]]:
    """What people most need to be right; nothing of a secret address."""
    for name in ("teaser", "phone", "email", "website", "schedule_text", "price_note"):
        value = getattr(offer, name)
        if value:
            yield str(offer._meta.get_field(name).verbose_name), value
    if offer.place and offer.place.is_public:
        yield str(offer.place._meta.verbose_name), offer.place.address_line
