"""What is asked of a picture before anybody sees it: words for people who do not, and of a person the consent."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAY_IN_WORDS = _("Say in words what the picture shows, for people who do not see it.")
_NO_CONSENT = _("Write the day on which the host's consent ends. Without a consent there is no picture.")
_CONSENT_ENDED = _("The host's consent has ended. Write the day on which a new one ends, or take the picture out.")


def faults(offer: dict) -> Iterator[tuple[str, str | Promise]]:
    """What the pictures among these answers of an offer lack, each with the field that is to be filled in."""
    for picture, words in (("picture", "picture_alt"), ("host_picture", "host_picture_alt")):
        if offer.get(picture) and not offer.get(words):
            yield words, SAY_IN_WORDS
    if offer.get("host_picture"):
        yield from _consent(offer.get("host_picture_until"))


def _consent(until: date | None) -> Iterator[tuple[str, str | Promise]]:
    if until is None:
        yield "host_picture_until", _NO_CONSENT
    elif until <= timezone.localdate():
        yield "host_picture_until", _CONSENT_ENDED
