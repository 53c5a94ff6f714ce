"""How far a campaign has come: every place that is asked with its last answer, and whom to call."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from directory.asking.models import AskedOffer, Campaign, PlaceReply
from directory.asking.page import reply_in_words
from directory.models import KINDS, OfferPage, OrganisationPage
from directory.models.tree import parent_path


@dataclass(frozen=True)
class AskedRow:
    """A place of a campaign, as an editor sees it."""

    asked: AskedOffer
    kind: str
    area: str
    phone: str
    #: The last answer and those before it, the last one first; empty while the place is silent.
    replies: tuple[PlaceReply, ...]
    words: str
    #: Whether no mail reaches it: it has no address, wants no letters, or the mail server refused it.
    is_out_of_reach: bool

    @property
    def is_silent(self) -> bool:
        """Whether nobody has answered for it yet."""
        return not self.replies


@dataclass(frozen=True)
class Tally:
    """Of those asked of one kind or area, how many have answered."""

    label: str
    asked: int
    replied: int


def asked_rows(campaign: Campaign) -> list[AskedRow]:
    """All places of a campaign, by their titles."""
    asked = list(campaign.asked.select_related("offer__place").order_by("offer__title", "pk"))
    replies: dict[int, list[PlaceReply]] = {}
    for reply in campaign.replies.select_related("by", "campaign").order_by("-pk"):
        replies.setdefault(reply.offer_id, []).append(reply)
    phones = _phones_above([row.offer for row in asked])
    refused = set(campaign.letters.exclude(refused="").values_list("recipient", flat=True))
    return [_row(row, tuple(replies.get(row.offer_id, ())), phones, refused) for row in asked]


def _row(asked: AskedOffer, replies: tuple[PlaceReply, ...], phones: dict[str, str], refused: set[str]) -> AskedRow:
    offer = asked.offer
    return AskedRow(
        asked=asked,
        kind=_kind_names()[offer.cached_content_type.model],
        area=offer.place.town_line if offer.place else "",
        phone=offer.phone or phones.get(parent_path(offer), ""),
        replies=replies,
        words=reply_in_words(replies[0]) if replies else "",
        is_out_of_reach=not asked.recipient or asked.recipient.casefold() in refused,
    )


def _kind_names() -> dict[str, str]:
    return {model._meta.model_name or "": str(model._meta.verbose_name) for model in KINDS.values()}


def _phones_above(offers: Iterable[OfferPage]) -> dict[str, str]:
    """The numbers of the organisations that hold the offers, by their tree paths."""
    paths = {parent_path(offer) for offer in offers}
    return dict(OrganisationPage.objects.filter(path__in=paths).values_list("path", "phone"))


def tallies(rows: Iterable[AskedRow], of: Callable[[AskedRow], str]) -> list[Tally]:
    """How many were asked and have answered, by kind or by area."""
    counts: dict[str, list[int]] = {}
    for row in rows:
        count = counts.setdefault(of(row), [0, 0])
        count[0] += 1
        count[1] += not row.is_silent
    return [Tally(label, *count) for label, count in sorted(counts.items())]
