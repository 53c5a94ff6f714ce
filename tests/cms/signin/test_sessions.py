"""The session of an editor ends when nobody works, also while a page stands open; visitors have none."""

import time

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from cms.signin.sessions import WORKED
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
MINUTE = 60


@pytest.fixture
def page():
    return factories.portal()


@pytest.fixture
def editor(page):
    client = people.signed_in(people.editor("redaktør", page, "add_page", "change_page"))
    assert client.get("/admin/").status_code == 200
    return client


def idle(client, minutes: int) -> None:
    """Let the last work of a session lie so far back."""
    session = client.session
    session[WORKED] = time.time() - minutes * MINUTE
    session.save()


def test_who_did_nothing_for_an_hour_logs_in_again_and_the_session_is_gone(editor, settings):
    idle(editor, settings.SESSION_IDLE_MINUTES + 1)
    answer = editor.get("/admin/")
    assert answer.status_code == 302
    assert "/konto/log-ind/" in answer.url
    assert not Session.objects.exists()


def test_who_works_stays(editor, settings):
    for _ in range(3):
        idle(editor, settings.SESSION_IDLE_MINUTES - 1)
        asked = time.time()
        assert editor.get("/admin/").status_code == 200
    assert asked <= editor.session[WORKED] <= time.time()


def test_a_page_that_stands_open_is_no_work(editor, page, settings):
    open_page = reverse("wagtailadmin_editing_sessions:ping", args=["wagtailcore", "page", page.pk, 1])
    idle(editor, settings.SESSION_IDLE_MINUTES - 1)
    before = editor.session[WORKED]
    editor.post(open_page)
    assert editor.session[WORKED] == before
    idle(editor, settings.SESSION_IDLE_MINUTES + 1)
    assert editor.post(open_page).status_code in {302, 403}


def test_work_is_written_down_once_a_minute(editor):
    before = editor.session[WORKED]
    assert editor.get("/admin/").status_code == 200
    assert editor.session[WORKED] == before


def test_nobody_is_promised_to_be_remembered(client, page):
    form = client.get("/konto/log-ind/").content.decode()
    assert 'name="password"' in form
    assert "Glemt adgangskoden?" in form
    assert 'name="remember"' not in form


def test_a_session_from_before_this_was_counted_begins_now(editor):
    session = editor.session
    del session[WORKED]
    session.save()
    assert editor.get("/admin/").status_code == 200
    assert WORKED in editor.session


def test_visitors_get_no_session(client):
    client.cookies["sessionid"] = "fundet-paa"
    assert client.get("/healthz").status_code == 200
    assert not Session.objects.exists()
