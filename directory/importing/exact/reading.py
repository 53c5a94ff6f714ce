"""From an exact row to its plan. Raises `Refused` with what cannot be read."""

from django.core.exceptions import ValidationError
from django.db.models import Field
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField

from directory.answers import Level
from directory.importing.check import values
from directory.importing.check.dated import refuse_two_at_once
from directory.importing.clean_text import ascii_slug
from directory.importing.errors import Refused
from directory.importing.exact import fields as known
from directory.importing.exact.markup import clean
from directory.importing.exact.plan import ExactPlace, ExactPlan, PicturePlan
from directory.importing.map.plan import OrganisationPlan, digest
from directory.models import KINDS, OfferLink

#: The part of a row in which all of an offer stands.
EXACT = "exact"
_MAX_ROWS = 500


def is_exact(row: object) -> bool:
    """Whether a row holds all of an offer."""
    return isinstance(row, dict) and EXACT in row


def exact_plan(row: dict, branch: str, *, overwrite: bool = False) -> ExactPlan:
    """The plan of an exact row; with `overwrite` its place gives way to what the row says too."""
    values.safe(row)
    told = _part(row, EXACT)
    kind = values.line(row, "kind", 60, needed=True)
    if kind not in KINDS:
        raise Refused(_unknown_kind(kind))
    columns = known.offer_fields(KINDS[kind])
    fields = _read(_part(told, "fields"), columns)
    slug = fields.pop("slug", "")
    return ExactPlan(
        external_id=values.line(row, "id", 160, needed=True),
        kind=kind,
        branch=branch,
        organisation=_organisation(_part(told, "organisation")),
        place=_place(told, str(row["id"]), overwrite=overwrite),
        fields=fields,
        needs=values.texts(told, "needs"),
        languages=values.texts(told, "languages"),
        children=_children(told),
        version=digest(told),
        live=told.get("live") is not False,
        slug=slug,
        picture=_picture(told, "picture"),
        links=tuple(_link(one) for one in _rows(told, "links")),
        markup=tuple(name for name, column in columns.items() if isinstance(column, RichTextField) and name in fields),
    )


def _unknown_kind(kind: str) -> str:
    said = {"value": kind, "known": ", ".join(sorted(KINDS))}
    return _("“kind” is %(value)s, which is not known. Choose one of: %(known)s.") % said


def _children(told: dict) -> dict[str, list[dict]]:
    plain = {name: [_row(one, name) for one in _rows(told, name)] for name in known.PLAIN_ROWS}
    audiences = [_audience(one) for one in _rows(told, "audiences")]
    # A file of an older version says nothing of it: then what stands here stays.
    authorities = {"authorities": _authorities(told)} if "authorities" in told else {}
    return {"audiences": audiences, **plain, **authorities}


def _authorities(told: dict) -> list[dict]:
    """Who is responsible and when."""
    days = known.row_fields("authorities")
    rows = [
        {
            "authority": values.line(one, "authority", 80, needed=True),
            **_read({name: value for name, value in one.items() if name != "authority"}, days),
        }
        for one in _rows(told, "authorities")
    ]
    refuse_two_at_once(rows)
    return rows


def _row(told: dict, relation: str) -> dict:
    """A child row; one that has a picture names it."""
    told = dict(told)
    picture = _picture(told, "picture") if relation == "first_visit_steps" else None
    if relation == "first_visit_steps":
        told.pop("picture", None)
    return _read(told, known.row_fields(relation)) | ({"picture": picture} if picture else {})


def _part(row: dict, name: str) -> dict:
    part = row.get(name)
    if not isinstance(part, dict):
        raise Refused(_("“%(field)s” should be { }.") % {"field": name})
    return part


def _rows(told: dict, name: str) -> list[dict]:
    rows = told.get(name, [])
    if not isinstance(rows, list) or len(rows) > _MAX_ROWS or not all(isinstance(one, dict) for one in rows):
        raise Refused(_("“%(field)s” should be a list of { }.") % {"field": name})
    return rows


def _read(told: dict, columns: dict[str, Field]) -> dict:
    """The values of a row, each as its field has it. What is not told stays as it is."""
    unknown = sorted(told.keys() - columns.keys())
    if unknown:
        raise Refused(_("No such field here: %(names)s.") % {"names": ", ".join(unknown)[:200]})
    return {name: _value(columns[name], told[name]) for name in columns.keys() & told.keys()}


def _value(field: Field, value: object) -> object:
    if value is not None and not isinstance(value, str | int | float | bool):
        raise Refused(
            _("“%(field)s” should be text, and is %(value)s.") % {"field": field.name, "value": repr(value)[:40]}
        )
    if isinstance(field, RichTextField):
        return clean(str(value or ""))
    try:
        return field.clean(value, None)
    except ValidationError as error:
        raise Refused(f"“{field.name}” ({str(value)[:60]}): {' '.join(error.messages)}") from error


def _organisation(told: dict) -> OrganisationPlan:
    contact = _read(
        {name: value for name, value in told.items() if name not in {"name", "slug", "authorities"}},
        known.organisation_fields(),
    )
    return OrganisationPlan(
        name=values.line(told, "name", 160, needed=True),
        slug=ascii_slug(values.line(told, "slug", 160), 160),
        organisation_type=contact.pop("organisation_type", "unknown"),
        demonstration=contact.pop("demonstration", ""),
        contact=contact,
        authorities=tuple(_authorities(told)),
    )


def _place(told: dict, name: str, *, overwrite: bool) -> ExactPlace | None:
    if told.get("place") is None:
        return None
    row = dict(_part(told, "place"))
    hidden, slug = row.pop("hidden", False) is True, ascii_slug(str(row.pop("slug", "")), 80)
    whole = row.pop("of_the_whole", False) is True
    if hidden:
        slug = f"skjult-{ascii_slug(name, 60)}"
        row = {"visibility": row.get("visibility"), "name": str(row.get("name", ""))}
    picture = _picture(row, "entrance_picture")
    row.pop("entrance_picture", None)
    values = _read(row, known.place_fields()) | ({"entrance_picture": picture} if picture else {})
    return ExactPlace(slug or "sted", values, hidden, whole, overwrite and not hidden)


def _picture(told: dict, name: str) -> PicturePlan | None:
    if told.get(name) is None:
        return None
    row = _part(told, name)
    file, sha1, title = (values.line(row, part, 200, needed=part != "sha1") for part in ("file", "sha1", "title"))
    if "/" in file or "\\" in file or file.startswith("."):
        raise Refused(
            _("“%(field)s” is %(value)s: a picture is named without a folder.") % {"field": "file", "value": file}
        )
    return PicturePlan(file, sha1, title)


def _audience(row: dict) -> dict:
    level = values.choice(row, "level", set(Level.values), default=Level.MAINLY)
    return {"level": level, "target_group": values.line(row, "target_group", 120)}


def _link(row: dict) -> dict[str, str]:
    direction = values.choice(row, "direction", set(OfferLink.Direction.values), default=OfferLink.Direction.NEXT)
    return {"direction": direction, "to": values.line(row, "to", 160, needed=True)}
