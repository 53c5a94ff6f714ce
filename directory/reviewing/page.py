"""The page behind a link: what it is about, and what the button says; or what was answered, and when."""

from django.utils.translation import gettext as _

from directory.reviewing.letters import facts
from directory.reviewing.models import Answer, Question


def answer_page(question: Question, what: str) -> dict:
    """What the page shows."""
    return {
        "question": question,
        "offer": question.offer,
        "facts": list(facts(question.offer)),
        "button": _("Yes, all is right") if what == "passer" else _("Yes, it does not exist any more"),
        "is_gone": what == "findes-ikke",
        "answered": Answer(question.answer).label if question.answer else "",
    }
