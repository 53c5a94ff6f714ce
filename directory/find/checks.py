"""Whether the table of facets agrees with itself, with the fields of offers and with the form, said at start."""

from collections import Counter
from collections.abc import Iterator

from django.core.checks import Error, Tags, register
from django.core.exceptions import FieldDoesNotExist
from wagtail.admin.panels import get_edit_handler

from directory.facets import FACETS, Facet
from directory.facets.readers import Ancestry
from directory.find.choices import field_of_rows
from directory.models import KINDS, OfferPage, Place
from directory.sites.address import names, param


@register(Tags.models)
def facets_agree(app_configs=None, **kwargs):
    """Every facet is named once, read from every kind of offer, answered in the form and wished for by its own words."""
    return [
        Error(problem, hint="Mend its row in directory/facets/table.py.", id="vejviser.E005")
        for find in (
            _named_twice,
            _without_name,
            _rows_unlisted,
            _unread,
            _values_unknown,
            _phrases_shared,
            _unanswered,
        )
        for problem in find()
    ]


def _twice(names) -> list[str]:
    return [name for name, number in Counter(names).items() if number > 1]


def _named_twice() -> Iterator[str]:
    yield from (f"Two facets are called {name}." for name in _twice(facet.name for facet in FACETS))
    params = [param(name) for name in names()]
    yield from (f"The address means two things by {param}." for param in _twice(params))


def _without_name() -> Iterator[str]:
    for facet in FACETS:
        labels = [facet.label, *(value.label for value in facet.values)]
        if not (facet.name and facet.param and all(map(str, labels))):
            yield f"The facet {facet.name or facet.param} or one of its values has no name for people."


def _rows_unlisted() -> Iterator[str]:
    for facet in FACETS:
        try:
            if facet.rows:
                field_of_rows(facet.rows)
        except LookupError as problem:
            yield f"The values of the facet {facet.name} are not to be had: {problem}"


def _unread() -> Iterator[str]:
    """Reads each facet from an offer of each kind that tells nothing; the database is not asked."""
    for kind in KINDS.values():
        # Told its content type, a new page does not look for it.
        offer = kind(content_type_id=1, place=Place())
        for facet in FACETS:
            try:
                values = facet.read(offer, Ancestry("somewhere"))
            except AttributeError as problem:
                yield f"The facet {facet.name} cannot be read from {kind.__name__}: {problem}"
            else:
                if not values or not all(isinstance(value, str) for value in values):
                    yield f"The facet {facet.name} reads {values!r} from {kind.__name__}, which are no values of an index."


def _values_unknown() -> Iterator[str]:
    """Values that a choice offers and its field can never have."""
    for facet in FACETS.choices:
        answers = _answers(facet)
        for value in facet.values:
            if answers and value.value not in answers:
                yield f"The facet {facet.name} offers {value.value}, which the field {facet.field} never says."


def _answers(facet: Facet) -> set[str]:
    try:
        return {str(value) for value, _label in OfferPage._meta.get_field(facet.field).flatchoices}
    except FieldDoesNotExist:
        return set()


def _phrases_shared() -> Iterator[str]:
    wishes = [phrase.casefold() for facet in FACETS for value in facet.values for phrase in value.wishes]
    yield from (f"The phrase “{phrase}” wishes for two values." for phrase in _twice(wishes))


def _unanswered() -> Iterator[str]:
    """Facets with a field that editors find in no form."""
    of_place = set(get_edit_handler(Place).get_form_options()["fields"])
    for kind in KINDS.values():
        asked = of_place | set(kind.get_edit_handler().get_form_options()["fields"])
        for facet in FACETS:
            if facet.field and facet.field not in asked:
                yield f"The form of {kind.__name__} does not ask for {facet.field}, the field of the facet {facet.name}."
