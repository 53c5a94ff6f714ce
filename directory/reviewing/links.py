"""The secrets in the links of a letter: made by chance, kept as fingerprints, good for one question and for some weeks."""

from datetime import date, timedelta

from directory.link_secrets import drawn_secret, fingerprint
from directory.reviewing.models import AnswerLink, ReviewQuestion

#: So many days a link can be used: the last reminder goes out after 28.
VALID_DAYS = 60


def new_secret(question: ReviewQuestion, today: date) -> str:
    """A new secret for a question; nobody can read it anywhere afterwards."""
    secret = drawn_secret()
    expires = today + timedelta(days=VALID_DAYS)
    AnswerLink.objects.create(question=question, digest=fingerprint(secret), expires_on=expires)
    return secret


def question_of(secret: str, today: date) -> ReviewQuestion | None:
    """The question that a secret answers; None where there is none, or the link is too old."""
    link = (
        AnswerLink.objects.filter(digest=fingerprint(secret), expires_on__gte=today)
        .select_related("question__offer")
        .first()
    )
    return link.question if link else None
