"""Common descriptions for tests, and offers that have taken them."""

from datetime import date, timedelta

from django.utils import timezone

from directory.entitlements.editions import keep_edition, mark_checked
from directory.models import CommonDescription, DescriptionLine, OfferPage

FREE = "Prøvelinjen: det er gratis."


def line(text: str = FREE, part: str = "right", days: int = 30, url: str = "https://example.org/paragraf/1"):
    """A line whose last day is so many days ahead."""
    today = timezone.localdate()
    return DescriptionLine(
        part=part,
        text=text,
        url=url,
        read_on=min(today, today + timedelta(days=days)),
        valid_to=today + timedelta(days=days),
    )


def described(*lines: DescriptionLine, name: str = "Prøvehjælp", words: str = "", checked: bool = True, **facts):
    """A description of these lines as an editor would have saved it, which somebody has checked, or nobody."""
    row = CommonDescription(name=name, words=words, **facts)
    saved(row, *(lines or (line(),)))
    if checked:
        mark_checked(row.newest, None)
    return row


def saved(row: CommonDescription, *lines: DescriptionLine) -> CommonDescription:
    """The description with other lines."""
    row.lines = list(lines)
    row.save()
    keep_edition(row)
    return row


def take(offer: OfferPage, row: CommonDescription) -> OfferPage:
    """The offer, published with the edition that offers take now."""
    page = type(offer).objects.get(pk=offer.pk)
    page.common_description = CommonDescription.objects.get(pk=row.pk)
    page.take_description()
    page.save_revision().publish()
    return page


def days_ahead(number: int) -> date:
    """A day so many days from today."""
    return timezone.localdate() + timedelta(days=number)
