"""A thing that has to be so for the site to be well, and how it is asked."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import DatabaseError
from django.utils.functional import Promise
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Condition:
    """`ask` gives a sentence about what is wrong, or nothing; `figure` what people read beside that it is well.

    Without what is `vital` no visitor should be sent here.
    """

    name: str  # for monitors
    label: str | Promise  # for people
    ask: Callable[[], str]
    vital: bool = False
    id: str = ""  # of the check that tells it at start; empty where another check does
    hint: str = ""
    figure: Callable[[], str] = str

    def problem(self) -> str:
        """What is wrong now; nothing when it is well."""
        try:
            return self.ask()
        except DatabaseError:
            return _("The database does not answer.")
