"""What a site knows about its words, kept by editors and handed in. Nothing here is read from a file or a database.

Everything applies to queries only: a change works at once, without a new index.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Words for one thing. `terms` mean the same; `plain` are everyday phrases that lead to it and not back.

    `broader` are terms of wider groups, which are searched as well, but count less. `where` are the municipalities
    that have it; none means everywhere.
    """

    head: str
    terms: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A need, a target group or a kind: its name as it stands in `Entry.labels`, and how people say it every day.

    `group` is the target group as it stands in `Entry.audience`; none for needs and kinds. `topic` is its name among
    the topics of entries (`search.facts.Fact.topics`); none for kinds.
    """

    label: str
    everyday: tuple[str, ...] = ()
    group: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences in which people tell of something without naming it, and the topics (as `Concept.topic`) that they tell of."""

    topics: tuple[str, ...]
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ages:
    """The target group that somebody of these years belongs to, both included."""

    first: int
    last: int
    group: str


@dataclass(frozen=True, slots=True)
class Crisis:
    """Words after which lines that help now are shown before everything else.

    A phrase may have slots and orders of words, as `search.plan.patterns` tells.
    """

    topic: str
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """Words that may stand in the same place of a phrase of crisis: "{piller}". With = a word is meant in this form alone."""

    name: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Foreign:
    """An English or a slang phrase, and the Danish words for it; none for what says nothing."""

    phrase: str
    danish: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A town or a district by its name or postal code, with the municipality that it lies in."""

    names: tuple[str, ...]
    municipality: str  # the value of the facet; none for a region
    lat: float
    lon: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class WishWord:
    """A phrase that says what an offer must be like: "uden henvisning", "gratis"."""

    phrase: str
    facet: str
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that is known of words. The same object as long as nothing was edited: what is made of it is remembered.

    `stop` words carry no meaning; `noise` words carry little: both are left out of a query once phrases have been
    looked up, unless nothing else is left. `family` are people close to somebody ("mand", "datter"); with "min" before
    them it is their relative who asks, for whom offers with one of the labels `relatives` are meant. `harmless` are
    phrases that only look like a crisis ("slå græs"): their words say nothing of one. `foreign_stop` are the little
    words of the other language, which say nothing in a query of that language. `apart` are target groups that one
    belongs to or not (children and the young, the old, women, men …), those of one kind together: offers for one kind
    alone come after others unless the text names it. `usual` are those that everybody is taken for. `told` are examples
    of how people tell of a topic; they are learnt from, and never looked up.
    """

    groups: tuple[Group, ...] = ()
    concepts: tuple[Concept, ...] = ()
    crisis: tuple[Crisis, ...] = ()
    slots: tuple[Slot, ...] = ()
    harmless: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    everywhere: tuple[str, ...] = ()  # values of the municipality facet that hold for every place: national offers
    wishes: tuple[WishWord, ...] = ()
    stop: frozenset[str] = frozenset()
    noise: frozenset[str] = frozenset()
    family: frozenset[str] = frozenset()
    relatives: tuple[str, ...] = ()
    foreign: tuple[Foreign, ...] = ()
    foreign_stop: frozenset[str] = frozenset()
    apart: tuple[frozenset[str], ...] = ()
    usual: frozenset[str] = frozenset()
    ages: tuple[Ages, ...] = ()
    told: tuple[Told, ...] = ()


#: What a site without editors' words has.
EMPTY = Vocabulary()
