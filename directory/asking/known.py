"""What the places have answered, while it holds. Read once, and again after another answer: pages ask for it without a query."""

from dataclasses import dataclass
from datetime import date

from django.utils import formats, timezone

from directory.asking.models import Campaign, DayFact, PlaceReply, ReplyChoice, ReplyKind
from directory.models import OfferPage
from directory.models.kept import kept


@dataclass(frozen=True, slots=True)
class Known:
    """An answer that holds: of which offer, to what, and when it was given."""

    offer: int
    campaign: int
    heading: str
    fact: str
    kind: str
    value: str
    chosen: str
    on: date

    @property
    def is_yes(self) -> bool:
        """Whether it says yes, also with a condition."""
        return self.kind == ReplyKind.CHOICE and self.value in {ReplyChoice.YES, ReplyChoice.PARTLY}

    @property
    def condition(self) -> str:
        """The words of a yes with a condition; empty for any other answer."""
        return self.chosen if self.value == ReplyChoice.PARTLY else ""

    @property
    def label(self) -> str:
        """What the answer is about, as a page says it."""
        return self.heading or DayFact(self.fact).label

    @property
    def words(self) -> str:
        """The answer, as a page says it."""
        if self.kind == ReplyKind.DATE:
            return formats.date_format(date.fromisoformat(self.value), "j. F Y")
        return self.chosen or self.value


def known_by_offer(today: date) -> dict[int, tuple[Known, ...]]:
    """The answers that hold on a day and that people may see, by the key of their offer."""
    return dict(_known(today))


@kept(Campaign, PlaceReply)
def _known(today: date) -> tuple[tuple[int, tuple[Known, ...]], ...]:
    campaigns = Campaign.objects.exclude(sent_at=None).exclude(reply_kind=ReplyKind.TEXT).filter(ends_on__gte=today)
    shown = {row.pk: row for row in campaigns if row.shown_as or row.fact}
    # The last answer of an offer to a campaign counts.
    last = {
        (row.offer_id, row.campaign_id): row for row in PlaceReply.objects.filter(campaign__in=shown).order_by("pk")
    }
    found: dict[int, list[Known]] = {}
    for (offer, campaign), row in last.items():
        found.setdefault(offer, []).append(_told(row, shown[campaign]))
    return tuple((offer, tuple(rows)) for offer, rows in found.items())


def _told(row: PlaceReply, campaign: Campaign) -> Known:
    return Known(
        offer=row.offer_id,
        campaign=campaign.pk,
        heading=campaign.shown_as,
        fact=campaign.fact,
        kind=campaign.reply_kind,
        value=row.value,
        chosen=dict(campaign.choices()).get(row.value, "") if campaign.reply_kind == ReplyKind.CHOICE else "",
        on=timezone.localdate(row.at),
    )


def told_of_offer(request, offer: OfferPage) -> dict:
    """What an offer's page says of its place's answers; nothing where none holds."""
    rows = known_by_offer(timezone.localdate()).get(offer.pk, ())
    return {"known": rows} if rows else {}
