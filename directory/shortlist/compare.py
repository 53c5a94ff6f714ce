"""Offers of the list side by side: what they differ in first, and what they share folded away."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from directory.answers import Answer
from directory.models import OfferPage, Place
from directory.offers.cards import Card, cards
from directory.offers.shown import shown_offers
from directory.shortlist.page import compare_url, list_url
from directory.sites.shortlist import Shortlist
from directory.telephone import in_pairs
from directory.times.sentences import hours_in_words

#: So many columns can be read on one sheet of paper.
MAX_COLUMNS = 4


@dataclass(frozen=True)
class Column:
    """One of the offers that are compared."""

    card: Card
    without_url: str  # the same without it; empty where there would be nothing to compare


@dataclass(frozen=True)
class Row:
    """A fact, and what each offer says of it, in the order of the columns; empty where nobody has told."""

    label: str
    words: tuple[str, ...]
    titles: tuple[str, ...]

    @property
    def cells(self) -> list[tuple[str, str]]:
        """The name of each offer, and what it says: side by side, or one under the other where there is no room."""
        return list(zip(self.titles, self.words, strict=True))

    @property
    def told(self) -> list[str]:
        """What those say who say something."""
        return [words for words in self.words if words]

    @property
    def is_alike(self) -> bool:
        """Whether all say the same."""
        return len(self.told) == len(self.words) and len(set(self.words)) == 1

    @property
    def differs(self) -> bool:
        """Whether two of them say something else."""
        return len(set(self.told)) > 1


def compare_page(request, shortlist: Shortlist) -> dict:
    """What the page shows: the first offers of the list, and their facts."""
    offers = shown_offers(shortlist.keys, also_over=True)[:MAX_COLUMNS]
    shown = Shortlist(tuple(offer.pk for offer in offers))
    columns = [Column(card, _without(shown, card.offer.pk)) for card in cards(offers, request)]
    told = [row for row in _rows([column.card for column in columns]) if row.told]
    return {
        "columns": columns,
        "different": [row for row in told if row.differs],
        "alike": [row for row in told if row.is_alike],
        "told_by_some": [row for row in told if not row.differs and not row.is_alike],
        "left_out": len(shortlist) - len(shown),
        "list_url": list_url(shortlist),
    }


def _without(shown: Shortlist, key: int) -> str:
    return compare_url(shown.without(key))


def _rows(columns: list[Card]) -> list[Row]:
    offers = [card.offer for card in columns]
    houses = [offer.place if offer.place and offer.place.is_public else None for offer in offers]
    titles = tuple(offer.title for offer in offers)
    told = [(label, [says(card) for card in columns]) for label, says in _LINES]
    told += [(_label(OfferPage, name), [_answer(offer, name) for offer in offers]) for name in _FACTS]
    told += [(_label(Place, name), [_answer(house, name) for house in houses]) for name in _HOUSE]
    return [Row(capfirst(str(label)), tuple(words), titles) for label, words in told]


def _label(model: type[Model], name: str) -> str:
    return str(model._meta.get_field(name).verbose_name)


def _answer(row: Model | None, name: str) -> str:
    return "" if row is None or getattr(row, name) == Answer.UNKNOWN else getattr(row, f"get_{name}_display")()


def _times(card: Card) -> str:
    return "; ".join(hours_in_words(card.offer.schedule.weekly)) or card.offer.schedule_text


#: What a card says.
_LINES: tuple[tuple[str | Promise, Callable[[Card], str]], ...] = (
    (_("Kind"), lambda card: capfirst(card.kind)),
    (_("For whom"), lambda card: card.face.audience),
    (_("Where"), lambda card: card.face.where),
    (_("When"), _times),
    (_("How you get in"), lambda card: card.face.access),
    (_("price"), lambda card: card.face.price),
    (_("telephone"), lambda card: in_pairs(card.offer.phone)),
)
#: What an offer tells, in the order in which people ask.
_FACTS = (
    *("companion", "bring_someone", "no_demands", "must_talk", "must_introduce", "must_join", "leave_anytime"),
    *("noise", "light", "quiet_room", "sober_rule", "dogs", "toilet", "childcare", "anonymous", "cpr_needed"),
)
#: What its house tells.
_HOUSE = ("step_free", "lift", "accessible_toilet", "hearing_loop")
