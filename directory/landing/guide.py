"""Up to four questions for who does not know where to begin. Answers are links that build an ordinary search; nothing is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.find.filters import OfferFilterSet
from directory.landing.choice import may_have_offers
from directory.models import StartCard
from directory.sites.address import YES, Address
from directory.sites.counts import Counts
from directory.sites.here import here
from directory.text import whole_number
from search import SearchUnavailable, engine


@dataclass(frozen=True)
class Reply:
    """A way to answer: its words, and what it chooses, by the name of the facet. One that chooses nothing always fits."""

    label: str | Promise
    chooses: Mapping[str, tuple[str, ...]]

    def fits(self, counts: Counts | None) -> bool:
        """Whether offers are left with it."""
        return may_have_offers(self.chooses, counts)


@dataclass(frozen=True)
class GuideQuestion:
    """A question with its answers. "I do not know" is beside each."""

    words: str | Promise
    answers: tuple[Reply, ...]


_WHO = GuideQuestion(
    _("Whom do you look for help for?"),
    (
        Reply(_("For myself"), {}),
        Reply(_("For myself, and I am young"), {"target_group": ("unge",)}),
        Reply(_("For someone I am close to"), {"target_group": ("paaroerende",)}),
        Reply(_("For someone I help in my work"), {}),
    ),
)
_HOW = GuideQuestion(
    _("How do you like best to meet?"),
    (
        Reply(_("I come to a place"), {"form": ("at_place",)}),
        Reply(_("On the telephone"), {"form": ("by_phone",)}),
        Reply(_("Online"), {"form": ("online",)}),
        Reply(_("Somebody comes to me"), {"form": ("comes_to_you",)}),
    ),
)
_WHAT_MATTERS = GuideQuestion(
    _("What matters most to you?"),
    (
        Reply(_("That I can just come"), {"access": ("drop_in",)}),
        Reply(_("That it costs nothing"), {"free": ("yes",)}),
        Reply(_("That I do not have to say my name"), {"anonymous": ("yes",)}),
        Reply(_("That somebody can go with me"), {"companion": ("yes",)}),
        Reply(_("That it is calm and quiet"), {"quiet": ("yes",)}),
    ),
)


def guide_url(address: Address, asked: int = 0) -> str:
    """The next question for a search so far, when so many have been asked."""
    return f"{reverse('guide')}{address.with_('questions_asked', str(asked))}"


def guide_page(request, about: tuple[Reply, ...]) -> dict:
    """The first question from here on that still has answers; where none has, only the way to the offers.

    `about` are the answers to what it is about: the needs that the site's own front page names.
    """
    questions = (_WHO, GuideQuestion(_("What is it about?"), about), _HOW, _WHAT_MATTERS)
    so_far, start = _address(request), whole_number(Address(request.GET).value("questions_asked"), 1) or 0
    counts, total = _found(request, so_far)
    for number, question in enumerate(questions[start:], start):
        fitting = [answer for answer in question.answers if answer.fits(counts)]
        if fitting:
            links = [
                (answer.label, _next(request, _with(so_far, answer), number + 1, len(questions))) for answer in fitting
            ]
            skip_url = _next(request, so_far, number + 1, len(questions))
            return _shown(request, so_far, total) | {"question": question.words, "answers": links, "skip_url": skip_url}
    return _shown(request, so_far, total) | {"question": "", "answers": [], "skip_url": ""}


def _shown(request, so_far: Address, total: int | None) -> dict:
    return {"total": total, "end_url": here(request).carrying(f"{here(request).find_url}{so_far}")}


def _address(request) -> Address:
    """The search so far, of what a search can ask alone; the visitor's list goes with every link."""
    asked = OfferFilterSet(request.GET, municipality=here(request).municipality).asked
    known = Address.of(**asked.values)
    return known if asked.age is None else known.with_("age", str(asked.age))


def _found(request, so_far: Address) -> tuple[Counts | None, int | None]:
    filters = OfferFilterSet(so_far.data, municipality=here(request).municipality)
    try:
        results = engine().search(filters.query(size=1))
    except SearchUnavailable:
        return None, None
    return results.counts, results.total


def _with(so_far: Address, answer: Reply) -> Address:
    for name, values in answer.chooses.items():
        so_far = so_far.with_(name, *(YES if value == "yes" else value for value in values))
    return so_far


def _next(request, address: Address, asked: int, last: int) -> str:
    """The next question, or after the last one the offers."""
    url = guide_url(address, asked) if asked < last else f"{here(request).find_url}{address}"
    return here(request).carrying(url)


def answers_of(cards: list[tuple[StartCard, Mapping[str, tuple[str, ...]]]]) -> tuple[Reply, ...]:
    """The cards of needs as answers to what it is about."""
    return tuple(Reply(str(card), facets) for card, facets in cards if facets and card.group == StartCard.Group.NEED)
