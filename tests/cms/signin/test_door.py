"""One page for signing in: it tells nothing of who has an account, leads nowhere else, and opens to nobody by itself."""

import pytest
from django.contrib.auth.models import Permission, User
from django.core import mail
from django.urls import NoReverseMatch, reverse

from tests import factories
from tests.cms.editing import people
from tests.cms.signin.conftest import ADMIN, DOOR, PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    user = people.editor("redaktion", factories.portal(), "add_page", "change_page")
    user.set_password(PASSWORD)
    user.save()
    return user


def test_wagtails_own_pages_lead_here(client):
    assert client.get("/admin/login/?next=/admin/pages/").headers["Location"] == f"{DOOR}?next=/admin/pages/"
    assert client.get(ADMIN).headers["Location"].startswith(DOOR)
    for path in ("", "done/", "complete/", "confirm/MQ/abc-def/"):
        assert client.get(f"/admin/password_reset/{path}").headers["Location"] == "/konto/adgangskode/glemt/"
    assert client.post("/admin/login/", {"username": "x", "password": "y"}).status_code == 405


def test_unknown_wrong_closed_and_demonstrated_look_the_same(editor, browser_of_staff):
    User.objects.create_user("lukket", password=PASSWORD, is_active=False)
    pages = set()
    for name, password in (("ukendt", "x"), ("redaktion", "x"), ("lukket", PASSWORD), ("redaktoer", "vejviser-demo")):
        answer = browser_of_staff.log_in(name, password)
        page = answer.content.decode()
        assert answer.status_code == 200
        token = page.partition('name="csrfmiddlewaretoken" value="')[2][:64]
        pages.add(page.replace(name, "N").replace(token, "T"))
        browser_of_staff.cookies.clear()
    assert len(pages) == 1


def test_a_forgotten_password_tells_nothing_of_who_has_an_account(editor, browser_of_staff):
    answers = []
    for address in ("redaktion@example.org", "ukendt@example.org"):
        answer = browser_of_staff.post("/konto/adgangskode/glemt/", {"email": address})
        answers.append((answer.status_code, answer.headers["Location"]))
    assert answers[0] == answers[1]
    assert [message.to for message in mail.outbox] == [["redaktion@example.org"]]


def test_nobodys_mailbox_is_filled_with_links(editor, browser_of_staff):
    for _again in range(10):
        answer = browser_of_staff.post("/konto/adgangskode/glemt/", {"email": "redaktion@example.org"})
        assert answer.status_code == 302
    assert len(mail.outbox) == 3


@pytest.mark.parametrize(
    "elsewhere",
    ["https://ond.example/", "//ond.example/", "/\\ond.example/", "https:ond.example", "javascript:alert(1)"],
)
def test_next_leads_to_no_other_site(editor, browser_of_staff, elsewhere):
    assert "ond.example" not in browser_of_staff.log_in("redaktion", next=elsewhere).headers["Location"]
    assert "ond.example" not in browser_of_staff.get(DOOR, {"next": elsewhere}).headers["Location"]
    assert "ond.example" not in browser_of_staff.post("/konto/log-ud/", {"next": elsewhere}).headers["Location"]


def test_next_leads_to_where_one_was_going(editor, browser_of_staff):
    assert browser_of_staff.log_in("redaktion", next="/admin/pages/").headers["Location"] == "/admin/pages/"


def test_a_session_from_before_is_not_carried_in(editor, browser_of_staff):
    session = browser_of_staff.session
    session["planted"] = "x"
    session.save()
    browser_of_staff.cookies["sessionid"] = session.session_key
    browser_of_staff.log_in("redaktion")
    assert browser_of_staff.cookies["sessionid"].value != session.session_key
    assert not type(session)(session.session_key).exists(session.session_key)


@pytest.mark.parametrize(("refers", "home"), [(True, "/fagfolk/bord/"), (False, "/fagfolk/")])
def test_who_may_not_enter_the_admin_is_led_to_where_they_work(browser_of_staff, settings, refers, home):
    settings.SECOND_STEP_REQUIRED = False
    user = User.objects.create_user("uden-admin", "u@example.dk", PASSWORD)
    if refers:
        user.user_permissions.add(Permission.objects.get(codename="add_referral"))
    browser_of_staff.log_in("uden-admin")
    answer = browser_of_staff.get(ADMIN, follow=True)
    assert (answer.redirect_chain[-1][0], answer.status_code) == (home, 200)


@pytest.mark.parametrize("name", ["account_email", "account_request_login_code"])
def test_nobody_opens_an_account_or_enters_by_mail_alone(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("path", ["ingen-konto/", "lukket/"])
def test_there_is_no_signing_up(client, path):
    assert client.get(f"/konto/{path}").headers["Location"] == DOOR
    assert client.post(f"/konto/{path}", {"username": "ny", "password1": PASSWORD}).status_code == 405
    assert not User.objects.filter(username="ny").exists()


@pytest.mark.parametrize("path", ["/konto/log-ind/", "/en/konto/log-ind/", "/konto/adgangskode/glemt/"])
def test_the_pages_are_for_nobody_to_keep_or_find(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert "noindex" in answer.content.decode()
    assert "public" not in answer.headers["Cache-Control"]
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]


def test_staff_who_look_at_public_pages_are_sent_no_cookie(editor, browser_of_staff):
    browser_of_staff.log_in("redaktion")
    session = browser_of_staff.session
    session["worked"] = session["worked"] - 120
    session.save()
    answer = browser_of_staff.get("/fagfolk/")
    assert answer.cookies == {}
    assert browser_of_staff.session["worked"] > session["worked"]
