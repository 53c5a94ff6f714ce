"""The secrets in the links of a letter: made by chance, kept as fingerprints, good for one question and for some weeks."""

import hashlib
import secrets
from datetime import date, timedelta

from directory.reviewing.models import AnswerLink, ReviewQuestion

#: So many days a link can be used: the last reminder goes out after 28.
VALID_DAYS = 60


def new_secret(question: ReviewQuestion, today: date) -> str:
    """A new secret for a question; nobody can read it anywhere afterwards."""
    secret = secrets.token_urlsafe(32)
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


def fingerprint(secret: str) -> str:
    """What is kept of a secret: nobody can find the secret by it."""
    # By chance and long: a keyed fingerprint would add nothing.
    return hashlib.sha256(secret.encode()).hexdigest()
