"""What an answer of a place does. Nothing is ever withdrawn by it: that is for an editor to do."""

from collections.abc import Callable

from django.db import transaction

from directory.answers import Verifier
from directory.offers.publishing import confirm
from directory.reviewing.models import Answer, Declined, Question


@transaction.atomic
def all_is_right(question: Question) -> None:
    """The place stands behind its listing from today on."""
    question.close(Answer.RIGHT)
    confirm(question.offer.specific, Verifier.PLACE)


def it_is_gone(question: Question) -> None:
    """The place says that there is no such offer any more: editors find it among what waits for them."""
    question.close(Answer.GONE)


def decline(question: Question) -> None:
    """Write no more to the address; whoever looks after the listing goes on doing so."""
    Declined.objects.get_or_create(recipient=question.recipient)


#: The answers that a button gives, by their names in the address.
ANSWERS: dict[str, Callable[[Question], None]] = {"passer": all_is_right, "findes-ikke": it_is_gone}
