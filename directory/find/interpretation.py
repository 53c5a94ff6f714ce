"""What the search made of somebody's words, said so that they can take it back."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from directory.facets import FACETS
from directory.find.asked import Asked
from directory.find.panel import Chip
from directory.find.professionals import asks_as_professional
from directory.sites.address import YES
from search import Relaxed, Understood, Wish

#: So many stretches of the text that are not read as a wish are named.
MAX_UNREAD_NAMED = 4


@dataclass(frozen=True)
class Interpretation:
    """What the page says above the hits; an empty text is not said."""

    shown: str  # the words that were searched for, when they are others than those typed
    typed: str
    exactly_url: str
    unknown: list[str]
    weak: bool
    steps: list[str]
    beside: list[str]  # how what stands beside the hits was found
    widely_url: str  # the search that mends and widens, where it was asked not to
    too_many: list[str]  # the choices that the search was not narrowed by, since there are so many
    as_professional: bool  # somebody writes who looks for another, in their work
    not_as_wish: list[Chip]  # words that are not read as a wish, with the address that reads them so again


def interpretation(understood: Understood, asked: Asked) -> Interpretation:
    """What there is to say, each thing once."""
    words = understood.words
    mended = any(word.how in {"corrected", "joined", "apart", "translated"} for word in words)
    return Interpretation(
        shown=" ".join(word.used for word in words) if mended else "",
        typed=" ".join(dict.fromkeys(word.typed for word in words)) if mended else "",
        exactly_url=str(asked.address.with_("exactly", YES)),
        unknown=list(dict.fromkeys(word.typed for word in words if word.how == "unknown")),
        weak=understood.weak,
        steps=_steps(understood),
        beside=_beside(understood),
        widely_url=str(asked.address.without("exactly")) if asked.exactly else "",
        too_many=[str(FACETS[name].label) for name in asked.too_many],
        as_professional=asks_as_professional(asked.text),
        not_as_wish=[Chip(typed, str(asked.address.without("unread", typed))) for typed in _not_as_wish(asked)],
    )


def _not_as_wish(asked: Asked) -> list[str]:
    """What is not to be read as a wish and still stands in the text."""
    text = asked.text.casefold()
    return [typed for typed in dict.fromkeys(asked.unread) if typed.casefold() in text][:MAX_UNREAD_NAMED]


def _steps(understood: Understood) -> list[str]:
    """A sentence for each way in which the search was loosened."""
    taken = {step.step for step in understood.relaxed}
    sentences = {
        "some_words": _("Few offers have all the words. So here are also offers with some of them."),
        "synonyms": _("We also searched for words that mean nearly the same."),
        "trigrams": _("Nothing had the word itself. Here are names that look like it."),
        "radius": _("There was nothing so close. Here is what is further away."),
        "open": _("We know of nothing like it that is open then. Here is what fits otherwise."),
    }
    lost = [f"“{wish.typed}”" for wish in understood.wishes if _dropped(wish, understood.relaxed)]
    said = [sentence for step, sentence in sentences.items() if step in taken]
    if lost:
        said.append(_("Little fits %(wishes)s. So here are other offers as well.") % {"wishes": ", ".join(lost)})
    return said


def _beside(understood: Understood) -> list[str]:
    """A sentence for each thing that was given up to find what stands beside the hits."""
    sentences = {
        "synonyms": _("They have words that mean nearly the same."),
        "some_words": _("They have some of your words."),
        "radius": _("They are further away."),
        "open": _("They are open at other times."),
        "wish": _("They do not have all that you wished for."),
        "meaning": _("They are about something like it, in other words."),
    }
    dropped = [name for name in (_choice(step) for step in understood.loosened if step.step == "facet") if name]
    taken = dict.fromkeys(step.step for step in understood.loosened)
    said = [sentences[step] for step in taken if step in sentences]
    if dropped:
        said.append(_("They do not have your choice: %(choices)s.") % {"choices": ", ".join(dict.fromkeys(dropped))})
    return said


def _choice(step: Relaxed) -> str:
    """What a choice that was given up is called: its value, or the facet where all its values were."""
    facet = next((facet for facet in FACETS if facet.name == step.name), None)
    value = FACETS.value(step.name, step.value)
    return str(value.label if value else facet.label) if facet else ""


def wish_chips(understood: Understood, asked: Asked) -> list[Chip]:
    """Each place and wish that was read from the words and holds, with the address that takes just that one back."""
    chosen = asked.facets()
    holds = [wish for wish in understood.wishes if wish.name not in chosen and not _dropped(wish, understood.relaxed)]
    return [
        Chip(_("From your words: %(wish)s") % {"wish": _label(wish)}, str(asked.address.adding("unread", wish.typed)))
        for wish in holds
    ]


def _dropped(wish: Wish, relaxed: tuple[Relaxed, ...]) -> bool:
    return Relaxed("wish", wish.name, wish.value) in relaxed


def _label(wish: Wish) -> str:
    """The wish in the reader's language."""
    if wish.name == "age":
        return _("%(age)s years") % {"age": wish.value}
    value = FACETS.value(wish.name, wish.value)
    return str(value.label) if value else wish.label or wish.typed
