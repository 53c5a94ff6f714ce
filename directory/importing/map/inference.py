"""Facts that a sentence states plainly. What it only suggests stays unknown."""

import re
from collections.abc import Iterable

from directory.answers import Access, Answer, Ladder

_FREE = re.compile(r"^gratis( \w+)?$|^gratis\.|\ber gratis\b")
#: A price for coming at all; a price for coffee or a meal says nothing about that.
_PRICED = re.compile(r"^\d+ kr\.?(?=$| i døgnet| om måneden| for voksne)")
_NO_SIGN_UP = re.compile(r"^ingen tilmelding|ikke et krav|skal ikke tilmelde")
_BOOKED = re.compile(r"tilmeld|billet|bestil")
#: What the paragraphs of the laws on social services and health grant, by step of the ladder.
_LAW = {
    "82": Ladder.PREVENTION,
    "82a": Ladder.PREVENTION,
    "82b": Ladder.PREVENTION,
    "85": Ladder.AMBULATORY,
    "99": Ladder.ADVICE,
    "101": Ladder.AMBULATORY,
    "101a": Ladder.AMBULATORY,
    "103": Ladder.DAY,
    "104": Ladder.DAY,
    "107": Ladder.RESIDENTIAL,
    "108": Ladder.RESIDENTIAL,
    "109": Ladder.RESIDENTIAL,
    "110": Ladder.RESIDENTIAL,
    "141": Ladder.AMBULATORY,
    "142": Ladder.AMBULATORY,
}
_FORMS = {
    "by_phone": re.compile(r"telefonrådgivning|telefonlinje|pr\. telefon|på telefon|\bring og tal"),
    "online": re.compile(r"\bchat|\bonline\b|på nettet|netrådgivning"),
    "comes_to_you": re.compile(r"hjemme hos dig|i dit hjem|kommer hjem til dig|besøger dig|besøgsven|opsøgende"),
}
#: Sentences about a house, to a fact of the place and its answer.
_HOUSE = (
    (re.compile(r"trappelift|elevator"), "lift", Answer.YES),
    (re.compile(r"\btrapper\b(?!.*elevator)"), "step_free", Answer.NO),
    (re.compile(r"(adgang|plads) (for|til) kørestol|kørestolsegnet"), "step_free", Answer.YES),
    (re.compile(r"handicap(bad og -)?toilet"), "accessible_toilet", Answer.YES),
    (re.compile(r"teleslynge"), "hearing_loop", Answer.YES),
)


def free(cost: str) -> str:
    """Whether it is free, from the words on the price."""
    told = cost.casefold()
    if _FREE.search(told):
        return Answer.YES
    return Answer.NO if _PRICED.search(told) else Answer.UNKNOWN


def access(told: str, kind: str, registration: str) -> str:
    """How one gets in. "No referral" is no "just come" where one has to sign up, or where a group has begun."""
    words = registration.casefold()
    if told != Access.DROP_IN or _NO_SIGN_UP.search(words):
        return told
    if words:
        return Access.BOOK if _BOOKED.search(words) else Access.CALL_FIRST
    return Access.CALL_FIRST if kind == "group_course" else told


def ladder(legal_basis: str) -> str:
    """The step of the ladder that the paragraphs grant; unknown when they point to several."""
    found = {_LAW.get(number) for number in re.findall(r"\b(\d{2,3}\s?[a-e]?)(?![\da-z])", legal_basis)}
    return found.pop() or Ladder.UNKNOWN if len(found) == 1 else Ladder.UNKNOWN


def forms(text: str, *, has_address: bool) -> dict[str, bool]:
    """In what form the offer is given."""
    told = text.casefold()
    return {"at_place": has_address, **{name: bool(pattern.search(told)) for name, pattern in _FORMS.items()}}


def house(lines: Iterable[str]) -> dict[str, str]:
    """What sentences on accessibility say about the house."""
    return {name: answer for line in lines for pattern, name, answer in _HOUSE if pattern.search(line.casefold())}


def transport(lines: Iterable[str]) -> str:
    """The sentence that promises transport, when there is one."""
    return next((line for line in lines if re.search(r"blive hentet|kørsel", line.casefold())), "")
