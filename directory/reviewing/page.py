"""The page behind a link: what it is about, and what the button says; or what was answered, and when."""

from django.utils.translation import gettext as _

from directory.reviewing.letters import facts_in_letter
from directory.reviewing.models import PlaceAnswer, ReviewQuestion


def answer_page(question: ReviewQuestion, what: str) -> dict:
    """What stands there, what the button says, and what was answered already."""
    return {
        "question": question,
        "offer": question.offer,
        "facts": list(facts_in_letter(question.offer)),
        "button": _("Yes, all is right") if what == "passer" else _("Yes, it does not exist any more"),
        "is_gone": what == "findes-ikke",
        "answered": PlaceAnswer(question.answer).label if question.answer else "",
    }
