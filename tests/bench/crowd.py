"""`python -m tests.bench.crowd COUNT`: fills a prepared site with so many offers, as copies of those that it has.

Rows are copied in SQL, each beside its original in the tree. To save pages one by one takes hours, and the bench only
reads them.
"""

import sys
from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

import django
from django.core.management import call_command
from django.db import connection, models, transaction

#: The address of a page of Wagtail's own, with a title and nothing else.
HELLO = "hello"
Change = Callable[[Any, int], Any]
#: Copies lie so far apart from each other, in keys and in places below a parent: further than there are originals.
_APART = 1_000


def fill(count: int) -> None:
    """Copy offers until there are at least so many, then make both indexes again: Wagtail's own, and the site's."""
    from wagtail.models import Page, Site  # noqa: PLC0415 - models exist once Django is set up

    from directory.models import OfferPage  # noqa: PLC0415

    Site.objects.get(is_default_site=True).root_page.add_child(instance=Page(title="Hello", slug=HELLO))
    originals = OfferPage.objects.count()
    copies = range(1, -(-count // originals))
    with transaction.atomic():
        for model, changes in _tables().items():
            _copy(model, changes, copies)
    call_command("update_index", verbosity=0)
    call_command("prepare", demo=False)


def _tables() -> dict[type[models.Model], Mapping[str, Change]]:
    """The tables that an offer has rows in, with the columns that differ from copy to copy."""
    from wagtail.models import Page  # noqa: PLC0415

    from directory.models import (  # noqa: PLC0415
        KINDS,
        Closure,
        FirstVisitStep,
        OfferAudience,
        OfferPage,
        OpeningHours,
        Session,
    )

    own = {"offer_id": _key}
    many = {"offerpage_id": _key}
    return {
        Page: _page_columns(),
        OfferPage: {"page_ptr_id": _key, "external_id": _numbered},
        **{kind: {"offerpage_ptr_id": _key} for kind in KINDS.values()},
        **dict.fromkeys((OfferAudience, OpeningHours, Closure, Session, FirstVisitStep), own),
        **dict.fromkeys((OfferPage.needs.through, OfferPage.languages.through), many),
    }


def _page_columns() -> Mapping[str, Change]:
    """The columns of a page that differ from copy to copy."""
    return {
        "id": _key,
        "path": _path,
        "slug": _numbered,
        "title": lambda title, copy: f"{title} {copy}",
        "url_path": lambda path, copy: f"{_numbered(path.rstrip('/'), copy)}/",
        "translation_key": lambda _key, _copy: uuid4(),
        **dict.fromkeys(("latest_revision_id", "live_revision_id"), lambda _key, _copy: None),
    }


def _copy(model: type[models.Model], changes: Mapping[str, Change], copies: range) -> None:
    """The rows that belong to offers, again for every copy."""
    fields = [field for field in model._meta.local_concrete_fields if not _is_counted(field, changes)]
    rows = model._base_manager.values_list(*(field.attname for field in fields))
    if "url_path" in changes:
        rows = rows.filter(offerpage__isnull=False)
    originals = list(rows)
    quoted = connection.ops.quote_name
    named = ", ".join(quoted(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    insert = f"INSERT INTO {quoted(model._meta.db_table)} ({named}) VALUES ({marks})"  # noqa: S608 - names of our own
    with connection.cursor() as cursor:
        for copy in copies:
            cursor.executemany(
                insert,
                [
                    [
                        field.get_db_prep_save(changes.get(field.attname, _same)(value, copy), connection)
                        for field, value in zip(fields, row, strict=True)
                    ]
                    for row in originals
                ],
            )


def _is_counted(field: models.Field, changes: Mapping[str, Change]) -> bool:
    """Whether the database numbers the rows itself."""
    return field is field.model._meta.auto_field and field.attname not in changes


def _same(value: Any, _copy: int) -> Any:
    return value


def _key(key: int, copy: int) -> int:
    return key + copy * _APART


def _numbered(text: str, copy: int) -> str:
    return f"{text}-{copy}" if text else text


def _path(path: str, copy: int) -> str:
    """The place in the tree, so many steps further among its siblings."""
    from wagtail.models import Page  # noqa: PLC0415

    step = Page._str2int(path[-Page.steplen :]) + copy * _APART
    return path[: -Page.steplen] + Page._int2str(step).rjust(Page.steplen, Page.alphabet[0])


if __name__ == "__main__":
    django.setup()
    fill(int(sys.argv[1]))
