"""Every address of the admin, filled with the keys of a municipality's own things."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.contrib.auth.models import Group
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.utils import timezone
from wagtail.admin import urls as admin_urls

from directory.models import Feedback
from tests.cms.roles.towns import Town


@dataclass(frozen=True)
class Address:
    """A named address of the admin with the names of the keys in it."""

    name: str
    keys: tuple[str, ...]

    def of(self, town: Town) -> str | None:
        """It, for the town's own things; None where there is nothing of that kind in a town."""
        known = _keys(self.name, town)
        if not set(self.keys) <= known.keys():
            return None
        try:
            path = reverse(self.name, kwargs={key: known[key] for key in self.keys})
        except NoReverseMatch:
            return None
        return path + _question(self.name, town)


def all_addresses() -> list[Address]:
    """Every address that has a name. What has none answers nothing but 404."""
    get_resolver().url_patterns  # noqa: B018 - listings join the admin's addresses when these are read
    found = {(name, keys) for name, keys in _walk(admin_urls.urlpatterns) if name}
    return [Address(name, keys) for name, keys in sorted(found)]


def _walk(patterns: list, space: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            regex = pattern.pattern.regex.groupindex
            yield (f"{space}{pattern.name}" if pattern.name else ""), tuple(regex)


#: The row of a town that stands behind `pk` in a namespace.
_ROWS = {
    "place": "house",
    "synonymgroup": "synonyms",
    "startcard": "card",
    "landingtext": "text",
    "commondescription": "description",
    "listingrule": "rule",
}
_COMMON = (
    "need",
    "targetgroup",
    "language",
    "kindwords",
    "crisiswords",
    "wordlist",
    "readingrule",
    "helpline",
    "authority",
)


#: Words and numbers that stand for no row of a town.
_FIXED = {
    "uploaded_file_id": 1,
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
    "action_name": "approve",
    "app_label": "directory",
    "app_name": "directory",
    "content_type_app_name": "directory",
    "content_type_model_name": "dropincentrepage",
    "session_id": 1,
    "redirect_id": 1,
    "filter_spec": "original",
    "model": "synonymgroup",
    "action": "delete",
    "kind": "drop_in_centre",
    "queue": "draft",
    "taxonomy": "need",
    "paper": "editing-times",
}


def _keys(name: str, town: Town) -> dict[str, Any]:
    known = {
        **_FIXED,
        **_of_rows(town.rows),
        **_of_sets(town.rows),
        **(_of_workflow(town.rows) if "workflow" in name else {}),
        **({"action": "close", "day": timezone.localdate()} if name == "change_day" else {}),
        "page_pk": town.page.pk,
        "stays": town.rows["offer"].pk,
        "goes": town.rows["draft"].pk,
        "municipality": town.page.pk,
        "model_name": "sitesettings" if "settings" in name else "dropincentrepage",
        "pk": _pk(name, name.rpartition(":")[0], town),
    }
    return known if known["pk"] is not None else {key: value for key, value in known.items() if key != "pk"}


def _of_rows(rows: dict[str, Any]) -> dict[str, Any]:
    draft, image, document = rows["draft"], rows["image"], rows["document"]
    return {
        "page_id": draft.pk,
        "parent_page_id": rows["organisation"].pk,
        "page_to_move_id": draft.pk,
        "destination_id": rows["organisation"].pk,
        "image_id": image.pk,
        "document_id": document.pk,
        "doc_id": document.pk,
        "collection_id": rows["collection"].pk,
        "revision_id": draft.latest_revision_id,
        "object_id": str(draft.pk),
        "key": Feedback.objects.get(page=rows["offer"].pk).pk,
        "user": rows["person"].pk,
        "group": rows["group"].pk,
        "upload": rows["import"].pk,
        "description": rows["description"].pk,
        "campaign": rows["campaign"].pk,
        "hard_day": rows["hard_day"].pk,
        "shown": "front",
        "term": rows["common"]["need"].pk,
    }


def _of_sets(rows: dict[str, Any]) -> dict[str, Any]:
    return {
        "change_set": rows["set"].pk,
        "change": rows["set"].changes.get(title=str(rows["house"])).pk,
        "thing_model": "place",
        "thing_key": rows["house"].pk,
    }


def _of_workflow(rows: dict[str, Any]) -> dict[str, Any]:
    state, task = rows["workflow_state"], rows["task_state"]
    return {
        "page_id": rows["submitted"].pk,
        "task_state_id": task.pk,
        "task_id": task.task_id,
        "workflow_pk": state.workflow_id,
        "workflow_state_id": state.pk,
    }


def _pk(name: str, space: str, town: Town) -> Any:
    rows = town.rows
    model = space.rpartition("_")[2]
    if model in _ROWS:
        return rows[_ROWS[model]].pk
    if model in _COMMON:
        return rows["common"][model].pk
    fixed = {
        "wagtailadmin_pages": rows["draft"].pk,
        "wagtailadmin_api:pages": rows["draft"].pk,
        "wagtailadmin_api:images": rows["image"].pk,
        "wagtailadmin_api:documents": rows["document"].pk,
        "wagtailimages_chooser": rows["image"].pk,
        "wagtaildocs_chooser": rows["document"].pk,
        "wagtailadmin_collections": rows["collection"].pk,
        "wagtailadmin_workflows": rows["task_state"].task_id if "task" in name else rows["workflow_state"].workflow_id,
        "wagtailsettings": rows["site"].pk,
        "wagtailsites": rows["site"].pk,
        "wagtailusers_users": rows["person"].pk,
        "wagtailusers_groups": Group.objects.get(role__pk=rows["group"].pk).pk,
    }
    return fixed.get(space)


def _question(name: str, town: Town) -> str:
    """What stands behind the question mark, where an address takes keys or words there."""
    rows = town.rows
    if name.endswith("chosen_multiple"):
        row = rows["draft"]
        for part, held in (("images", "image"), ("docs", "document"), *_ROWS.items()):
            row = rows[held] if part in name else row
        return f"?id={row.pk}"
    if "search" in name and ("page" in name):
        return "?q=kladde"
    return ""


def many(town: Town) -> list[str]:
    """The addresses at which something is done with several rows at once, with one row and with all."""
    rows = town.rows
    of_pages = [
        ("wagtailcore", "page", action, rows["draft"].pk)
        for action in ("confirm", "delete", "label", "move", "publish", "unpublish")
    ]
    of_files = [
        (app, model, action, rows[model].pk)
        for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document"))
        for action in ("delete", "add_tags", "add_to_collection")
    ]
    of_rows = [("directory", model, "delete", rows[held].pk) for model, held in _ROWS.items()]
    found = []
    for app, model, action, key in (*of_pages, *of_files, *of_rows):
        path = reverse("wagtail_bulk_action", args=[app, model, action])
        found += [f"{path}?id={key}", f"{path}?id=all", f"{path}?id=all&childOf={rows['organisation'].pk}"]
        found += [f"{path}?id=all&next={quote(listing)}" for listing in _listings(app, model, rows)]
    return found


def _listings(app: str, model: str, rows: dict[str, Any]) -> list[str]:
    """Where somebody may have said "all"."""
    if model == "page":
        below = reverse("wagtailadmin_explore", args=[rows["organisation"].pk])
        return [reverse("offers:index"), below, reverse("wagtailadmin_pages:search") + "?q=kladde"]
    return [reverse(f"wagtailsnippets_{app}_{model}:list" if app == "directory" else f"{app}:index")]
