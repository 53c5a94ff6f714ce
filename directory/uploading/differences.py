"""What a row would change on its offer, field by field, in the words of the form."""

from collections.abc import Iterator

from django.utils.html import strip_tags
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from directory.duplicates.in_words import told_row, told_value
from directory.importing.map.plan import Plan
from directory.importing.write.term_lookup import TermLookup
from directory.models import KINDS, OfferPage

Difference = tuple[str, str, str]

_MOST_LETTERS = 300
#: What the import says of itself, and nobody reads.
_SILENT = {"demonstration", "confidence", "source_date"}


def what_would_change(plan: Plan, page: OfferPage | None, terms: TermLookup) -> list[Difference]:
    """The fields that would change, each with what stands there and what would; of a new offer all that it says."""
    before = page or KINDS[plan.kind]()
    rows = [*_of_fields(plan, before), *_of_lists(plan, before, terms), *_of_where(plan, before)]
    return [(capfirst(label), _short(now), _short(then)) for label, now, then in rows if now != then]


def _of_fields(plan: Plan, page: OfferPage) -> Iterator[Difference]:
    for name, value in plan.fields.items():
        if name not in _SILENT:
            field = page._meta.get_field(name)
            yield str(field.verbose_name), told_value(field, getattr(page, name)), told_value(field, value)


def _of_lists(plan: Plan, page: OfferPage, terms: TermLookup) -> Iterator[Difference]:
    for name, wanted in (("needs", terms.needs(plan.needs)), ("languages", terms.languages(plan.languages))):
        label = str(page._meta.get_field(name).verbose_name)
        yield label, _sorted(getattr(page, name).all()), _sorted(wanted)
    named = {"audiences": terms.audiences, "authorities": terms.authorities}
    for name, rows in plan.children.items():
        model = getattr(type(page), name).rel.related_model
        wanted = _sorted(told_row(model(**row)) for row in named.get(name, list)(rows))
        yield str(model._meta.verbose_name), _sorted(map(told_row, getattr(page, name).all())), wanted


def _sorted(rows) -> str:
    return "; ".join(sorted(map(str, rows)))


def _of_where(plan: Plan, page: OfferPage) -> Iterator[Difference]:
    stands = page.get_parent().title if page.pk else ""
    yield _("organisation"), stands, plan.organisation.name
    now = page.place if page.place_id else None
    then = plan.place.values if plan.place else {}
    label = str(OfferPage._meta.get_field("place").verbose_name)
    line = ("street", "postal_code", "city")
    yield label, " ".join(getattr(now, name) for name in line if now), " ".join(then.get(name, "") for name in line)


def _short(text: str) -> str:
    return Truncator(strip_tags(text.replace("</p><p>", " "))).chars(_MOST_LETTERS)
