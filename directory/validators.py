"""What a field may not hold, and what to type instead."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: A civil registration number by its looks; control digits excuse nothing, since numbers without them are issued.
CPR = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\s?[-–./]?\s?\d{4}(?!\d)")
#: Eight Danish digits, a short code such as 112 or 116 111, or a foreign number with its +.
_PHONE = re.compile(r"(?:\+?45)?\d{8}|\d{3,6}|\+(?!45)\d{6,15}")


def validate_no_cpr(text: str) -> None:
    """Refuse text that holds what looks like a civil registration number."""
    if CPR.search(text):
        raise ValidationError(
            _("That looks like a civil registration number. Delete it. We may not receive those here."), code="cpr"
        )


def validate_phone(number: str) -> None:
    """Refuse a number that nobody can call."""
    if not _PHONE.fullmatch(re.sub(r"[\s().-]", "", number)):
        raise ValidationError(_("A telephone number has eight digits, such as 12 34 56 78."), code="phone")
