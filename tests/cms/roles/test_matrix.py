"""Every role at every address of the admin: opens what the table says of the own things, and learns nothing of others'."""

import re
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
_BACK = {"/admin/", "/admin/login/"}
_TREE = re.compile(r"/admin/pages/\d+/")


def body(answer):
    try:
        parts = answer.streaming_content if answer.streaming else [answer.content]
        return b"".join(parts).decode(errors="replace")
    finally:
        answer.close()


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
    """Every address with the keys of a town, listings as tables too, and many at once."""
    paths = {path for address in ADDRESSES if (path := address.of(town))}
    listings = {path for address in ADDRESSES if not address.keys and (path := address.of(town))}
    tables = {
        f"{path}?export=csv" for path in listings if "?" not in path and not path.endswith(("/add/", "/results/"))
    }
    return sorted(paths | tables | set(many(town)))


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
        answer.close()
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
        posts = path not in unposted and "?export" not in path
        answers = [client.get(path)] + ([client.post(path, {"title": "Kapret"})] if posts else [])
        assert all(answer.status_code < 500 for answer in answers), path
        told += [path for answer in answers if kolding.marker.lower() in body(answer).lower()]
    assert told == []
    assert named(kolding) == before


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMINISTRATOR])
def test_no_listing_of_the_own_things_tells_of_another_municipality(vejle, kolding, role):
    client = browser(role, vejle)
    assert [path for path in asked(vejle) if kolding.marker.lower() in body(client.get(path)).lower()] == []


def test_something_was_decided_about_every_address():
    assert len(ADDRESSES) > 300
    for address in ADDRESSES:
        may(address.name)


def test_the_page_for_people_has_the_same_table():
    page = (Path(settings.BASE_DIR) / "docs" / "roles.md").read_text(encoding="utf-8")
    for row in WHO[:-2]:
        ticks = " | ".join("yes" if column in row.who else "–" for column in COLUMNS)
        assert f"| {row.what} | {ticks} |" in page
