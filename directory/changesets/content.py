"""What a page or row holds, as plain values by field: read, compared and put together. Nothing is written here."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields, model_from_serializable_data
from wagtail.models import COMMENTS_RELATION_NAME, Page

#: Values by the names of fields. Equal content is equal data.
Content = dict[str, Any]

#: Beside a page's own fields: the page above it, and whether everybody sees it.
PARENT, LIVE = "_parent", "_live"

#: The fields that all pages share and an editor writes. The others are the tree's and Wagtail's own.
_WRITTEN = {"title", "slug", "seo_title", "search_description", "show_in_menus", "expire_at"}
_KEPT = {field.name for field in Page._meta.fields} - _WRITTEN | {"pk", COMMENTS_RELATION_NAME}


def content_of(thing: Model) -> Content:
    """What a thing holds. Of a page that was read from a draft: what the draft holds."""
    if isinstance(thing, Page):
        return _page_content(thing) | {PARENT: thing.get_parent().pk, LIVE: thing.live}
    told = thing.serializable_data() if isinstance(thing, ClusterableModel) else get_serializable_data_for_fields(thing)
    return _plain({name: value for name, value in told.items() if name != "pk"})


def draft_of(page: Page, moves_to: int | None = None) -> Content:
    """What the page would hold if its draft were published, and it were moved there."""
    draft = page.get_latest_revision_as_object()
    return content_of(draft) | {LIVE: True} | ({PARENT: moves_to} if moves_to else {})


def object_of(thing: Model, content: Content) -> Model:
    """The thing as it would be with this content, not saved. Where it stands in the tree is not changed."""
    if isinstance(thing, Page):
        held = thing.with_content_json(_plain(thing.serializable_data()) | _own(content))
        # A set has its own time; a page with one of its own would wait for that.
        held.go_live_at = None
        return held
    told = content_of(thing) | content | {"pk": thing.pk}
    if isinstance(thing, ClusterableModel):
        return type(thing).from_serializable_data(told)
    return model_from_serializable_data(type(thing), told)


def differing(one: Content, other: Content) -> set[str]:
    """The fields in which two contents differ. A field that one of them does not know yet says nothing."""
    return {name for name in one.keys() & other.keys() if _without_keys(one[name]) != _without_keys(other[name])}


def put_together(base: Content, mine: Content, now: Content) -> Content:
    """What is there now, with that which was changed from the base to mine."""
    return now | {name: mine[name] for name in differing(base, mine) & now.keys()}


def changed_twice(base: Content, mine: Content, now: Content) -> set[str]:
    """The fields that were changed to mine, and by somebody else to something else."""
    return differing(base, mine) & differing(base, now) & differing(mine, now)


def _page_content(page: Page) -> Content:
    return _plain({name: value for name, value in page.serializable_data().items() if name not in _KEPT})


def _own(content: Content) -> Content:
    return {name: value for name, value in content.items() if name not in {PARENT, LIVE}}


def _plain(told: dict) -> Content:
    """As it comes back from the database."""
    return json.loads(json.dumps(told, cls=DjangoJSONEncoder))


def _without_keys(value: Any) -> Any:
    """Rows of a page without their keys: a row that was written again is the same.

    In one order, since a draft has new rows before the others; rows that an editor puts in order tell their place.
    """
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        return value
    rows = [{name: told for name, told in row.items() if name != "pk"} for row in value]
    return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))
