"""What the search made of somebody's words, said so that they can take it back."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from directory.facets import FACETS
from directory.find.filters import OfferFilterSet
from directory.find.panel import Chip, address
from search import Relaxed, Understood, Wish

#: The words that are not to be read as a place or a wish.
UNREAD = "ikke"
EXACTLY = "praecis"
#: So many words that were taken back are told of.
_MOST = 4


@dataclass(frozen=True)
class Told:
    """What the page says above the hits; an empty text is not said."""

    shown: str  # the words that were searched for, when they are others than those typed
    typed: str
    exactly_url: str
    unknown: list[str]
    weak: bool
    steps: list[str]
    widely_url: str  # the search that mends and widens, where it was asked not to
    taken_back: list[Chip]  # words that are not read as a wish, with the address that reads them so again


def told(understood: Understood, data: QueryDict) -> Told:
    """What there is to say, each thing once."""
    words = understood.words
    mended = any(word.how in {"corrected", "joined"} for word in words)
    return Told(
        shown=" ".join(word.used for word in words) if mended else "",
        typed=" ".join(word.typed for word in words) if mended else "",
        exactly_url=address(data, **{EXACTLY: "ja"}),
        unknown=list(dict.fromkeys(word.typed for word in words if word.how == "unknown")),
        weak=understood.weak,
        steps=_steps(understood),
        widely_url=address(data, drop=(EXACTLY, None)) if data.get(EXACTLY) else "",
        taken_back=[Chip(typed, address(data, drop=(UNREAD, typed))) for typed in _taken_back(data)],
    )


def _taken_back(data: QueryDict) -> list[str]:
    """What was taken back and still stands in the text."""
    text = data.get("q", "").casefold()
    return [typed for typed in dict.fromkeys(data.getlist(UNREAD)) if typed and typed.casefold() in text][:_MOST]


def _steps(understood: Understood) -> list[str]:
    """A sentence for each way in which the search was loosened."""
    taken = {step.step for step in understood.relaxed}
    sentences = {
        "some_words": _("Few offers have all the words. So here are also offers with some of them."),
        "synonyms": _("We also searched for words that mean nearly the same."),
        "trigrams": _("Nothing had the word itself. Here are names that look like it."),
        "radius": _("There was nothing so close. Here is what is further away."),
    }
    lost = [f"“{wish.typed}”" for wish in understood.wishes if _dropped(wish, understood.relaxed)]
    said = [sentence for step, sentence in sentences.items() if step in taken]
    if lost:
        said.append(_("Little fits %(wishes)s. So here are other offers as well.") % {"wishes": ", ".join(lost)})
    return said


def wish_chips(filters: OfferFilterSet, understood: Understood, data: QueryDict) -> list[Chip]:
    """Each place and wish that was read from the words and holds, with the address that takes just that one back."""
    chosen = filters.query().facets
    holds = [wish for wish in understood.wishes if wish.name not in chosen and not _dropped(wish, understood.relaxed)]
    return [Chip(_("From your words: %(wish)s") % {"wish": _label(wish)}, _without(data, wish)) for wish in holds]


def _dropped(wish: Wish, relaxed: tuple[Relaxed, ...]) -> bool:
    return Relaxed("wish", wish.name, wish.value) in relaxed


def _label(wish: Wish) -> str:
    """The wish in the reader's language."""
    if wish.name == "age":
        return _("%(age)s years") % {"age": wish.value}
    value = FACETS.value(wish.name, wish.value)
    return str(value.label) if value else wish.label or wish.typed


def _without(data: QueryDict, wish: Wish) -> str:
    query = data.copy()
    query.appendlist(UNREAD, wish.typed)
    return address(query)
