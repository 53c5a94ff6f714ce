"""Editions of a common description: a new one for other words, the same one for other days, and that somebody checked it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.models import CommonDescription, DescriptionEdition
from directory.models.description import LawLine


@transaction.atomic
def keep_edition(description: CommonDescription) -> None:
    """Keep what stands in a description: as a new edition, which nobody has checked, where a word or an address is another.

    Where only days are others, all editions have them from now on: the paragraph was read again, or is not to be believed
    any longer, wherever the line stands.
    """
    lines = [row.as_line() for row in description.lines.all()]
    editions = list(description.editions.select_for_update())
    for edition in editions:
        _set_days(edition, lines)
    newest = editions[-1] if editions else None
    if newest is None or _said(newest.law_lines) != _said(lines):
        number = newest.number + 1 if newest else 1
        DescriptionEdition.objects.create(
            description=description, number=number, lines=[line.as_json() for line in lines]
        )


def _set_days(edition: DescriptionEdition, lines: list[LawLine]) -> None:
    days = {_same(line): line for line in lines}
    told = [days.get(_same(line), line).as_json() for line in edition.law_lines]
    if told != edition.lines:
        edition.lines = told
        edition.save(update_fields=["lines"])


def _same(line: LawLine) -> tuple[str, str, str]:
    """What makes two lines one: all but their days."""
    return line.part, line.text, line.url


def _said(lines) -> list[tuple[str, str, str]]:
    return [_same(line) for line in lines]


@transaction.atomic
def mark_checked(edition: DescriptionEdition, user: Any) -> None:
    """Write down who has read every line at its paragraph today. From now on citizens see it.

    A `ValidationError` says which line is past its last day; then nothing was done.
    """
    today = timezone.localdate()
    if not edition.lines:
        raise ValidationError(_("There is no line in it."))
    for line in edition.law_lines:
        if not line.is_valid_on(today):
            raise ValidationError(_("Give this line a new last day first: %(line)s") % {"line": line.text})
    edition.lines = [{**told, "read_on": today.isoformat()} for told in edition.lines]
    edition.checked_on, edition.checked_by = today, user
    edition.save()
    for line in edition.law_lines:
        # One that was changed since is another line.
        edition.description.lines.filter(part=line.part, text=line.text, url=line.url).update(read_on=today)


def withdraw(edition: DescriptionEdition) -> None:
    """Take back that it was checked: at once no citizen sees it any longer."""
    edition.checked_on = edition.checked_by = None
    edition.save()
