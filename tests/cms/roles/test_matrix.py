"""Every role at every address of the admin: opens what the table says of the own things, and learns nothing of others'."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from directory.models import Role
from tests.cms.editing import people
from tests.cms.roles.addresses import all_addresses, many
from tests.cms.roles.towns import Town, whole_person
from tests.cms.roles.who_may_what import COLUMNS, LEFT_OUT, NOT_POSTED, WHO, may

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    # Wagtail leaves the file open in which it makes a picture smaller.
    pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"),
]
ADDRESSES = [address for address in all_addresses() if address.name not in LEFT_OUT]
#: Where Wagtail sends people who may not do something.
_BACK = {"/admin/", "/konto/log-ind/"}
#: Words that stand in names which nobody else may read.
TOLD_APART_BY = ("kladde", "krisehus")
_TREE = re.compile(r"/admin/pages/\d+/")


def body(answer) -> str:
    """What was answered, small: a page, or each file of a spreadsheet.

    An answer that was read to its end has closed itself. To close it once more would close the test's own connection.
    """
    held = b"".join(answer.streaming_content if answer.streaming else [answer.content])
    if zipfile.is_zipfile(io.BytesIO(held)):
        with zipfile.ZipFile(io.BytesIO(held)) as book:
            held = b"".join(book.read(name) for name in book.namelist())
    return held.decode(errors="replace").lower()


def is_refused(answer):
    if answer.status_code != 302:
        return answer.status_code in {403, 404}
    there = answer.headers["Location"].partition("?")[0]
    # The tree of others leads to the own.
    in_tree = _TREE.match(answer.request["PATH_INFO"]) and _TREE.fullmatch(there)
    return there in _BACK or bool(in_tree)


def browser(role: str, town: Town):
    return people.signed_in(whole_person()) if role == "whole" else town.browser(role)


def asked(town: Town) -> list[str]:
    """Every address with the keys of a town, listings searched and as tables too, and many at once.

    Where a draft is named, a published page is too that is about to get another name.
    """
    renamed = replace(town, rows={**town.rows, "draft": town.rows["changed"]})
    paths = {path for address in ADDRESSES for one in (town, renamed) if (path := address.of(one))}
    listings = {path for address in ADDRESSES if not address.keys and (path := address.of(town))}
    whole = {path for path in listings if "?" not in path and not path.endswith(("/add/", "/results/"))}
    tables = {f"{path}?export={kind}" for path in whole for kind in ("csv", "xlsx")}
    searched = {f"{path}?q={word}" for path in whole for word in TOLD_APART_BY}
    return sorted(paths | tables | searched | {*many(town), *many(renamed)})


def named(town: Town) -> list[tuple]:
    """What a town's rows say, to see that nobody has changed them."""
    rows = [row for row in town.rows.values() if hasattr(row, "_meta")]
    return [type(row)._default_manager.filter(pk=row.pk).values_list().get() for row in rows]


@pytest.mark.parametrize("column", COLUMNS)
def test_each_role_opens_what_the_table_says(vejle, whole, column):
    client, wrong = browser(COLUMNS[column], vejle), {}
    for address in ADDRESSES:
        path = address.of(vejle)
        if path is None:
            continue
        answer = client.get(path)
        body(answer)
        assert answer.status_code < 500, path
        # What answers to nothing but POST is tried with the rows of others.
        if answer.status_code != 405 and is_refused(answer) == (column in may(address.name)):
            wrong[address.name] = (answer.status_code, answer.headers.get("Location", ""))
    assert wrong == {}


@pytest.mark.parametrize("role", COLUMNS.values())
def test_no_role_learns_or_changes_anything_of_another_municipality(vejle, kolding, whole, role):
    client, before, told = browser(role, vejle), named(kolding), []
    unposted = {path for address in ADDRESSES if address.name in NOT_POSTED and (path := address.of(kolding))}
    for path in asked(kolding):
        posts = path not in unposted and not re.search(r"\?(export|q)=", path)
        answers = [client.get(path)] + ([client.post(path, {"title": "Kapret"})] if posts else [])
        assert all(answer.status_code < 500 for answer in answers), path
        told += [path for answer in answers if kolding.marker.lower() in body(answer)]
    assert told == []
    assert named(kolding) == before


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMINISTRATOR])
def test_no_listing_of_the_own_things_tells_of_another_municipality(vejle, kolding, role):
    client = browser(role, vejle)
    assert [path for path in asked(vejle) if kolding.marker.lower() in body(client.get(path))] == []


def test_something_was_decided_about_every_address():
    assert len(ADDRESSES) > 300
    for address in ADDRESSES:
        may(address.name)


def test_the_page_for_people_has_the_same_table():
    page = (Path(settings.BASE_DIR) / "docs" / "roles.md").read_text(encoding="utf-8")
    for row in WHO[:-2]:
        ticks = " | ".join("yes" if column in row.who else "–" for column in COLUMNS)
        assert f"| {row.what} | {ticks} |" in page
