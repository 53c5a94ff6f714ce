"""Who may change rights or see referrals is let in by two steps, and by no way round the second."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.management import CommandError, call_command

from cms.signin.checks import operators_can_be_written_to
from cms.signin.limits import CODES, MAX_CODES
from directory.models import Role, RoleGroup
from tests import factories
from tests.cms.editing import people
from tests.cms.mail.server import mail_server
from tests.cms.signin.conftest import ADMIN, CODE, DOOR, PASSWORD, code_in_mail

pytestmark = pytest.mark.django_db


def in_role(role: str) -> User:
    group = Group.objects.create(name=role)
    RoleGroup.objects.create(group=group, role=role, municipality=factories.MunicipalityFactory())
    user = User.objects.create_user(f"{role}@example.dk", f"{role}@example.dk", PASSWORD)
    user.groups.add(group)
    return user


def app_of(user: User) -> str:
    """Set up an app; its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def shown_by(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_after_the_password_comes_a_code_by_mail(operator, browser_of_staff):
    answer = browser_of_staff.log_in("drift")
    assert answer.headers["Location"] == CODE
    assert [message.to for message in mail.outbox] == [["drift@example.dk"]]
    assert not browser_of_staff.is_in()
    assert "drift@example.dk" in browser_of_staff.get(CODE).content.decode()
    assert browser_of_staff.write(code_in_mail()).headers["Location"] == ADMIN
    assert browser_of_staff.is_in()


@pytest.mark.parametrize(
    "path", [ADMIN, "/admin/pages/", "/admin/users/", "/admin/account/", "/konto/to-trin/", "/konto/adgangskode/"]
)
def test_no_address_leads_past_the_code(operator, browser_of_staff, path):
    browser_of_staff.log_in("drift")
    answer = browser_of_staff.get(path)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(DOOR)


@pytest.mark.parametrize(
    ("role", "steps"), [(Role.ADMINISTRATOR, 2), (Role.SUPPORT_WORKER, 2), (Role.EDITOR, 1), (Role.READER, 1)]
)
def test_the_role_says_how_many_steps(browser_of_staff, role, steps):
    answer = browser_of_staff.log_in(in_role(role).username)
    assert (answer.headers["Location"] == CODE) == (steps == 2)
    assert ("_auth_user_id" in browser_of_staff.session) == (steps == 1)


def test_a_session_with_one_step_ends_when_its_owner_is_given_such_rights(browser_of_staff):
    user = in_role(Role.EDITOR)
    browser_of_staff.log_in(user.username)
    assert browser_of_staff.get("/konto/to-trin/").status_code == 200
    user.groups.add(RoleGroup.objects.get(group=in_role(Role.ADMINISTRATOR).groups.get()).group)
    assert browser_of_staff.get("/konto/to-trin/").headers["Location"].startswith(DOOR)
    assert "_auth_user_id" not in browser_of_staff.session


def test_a_session_made_without_the_form_is_no_way_in(operator):
    client = people.signed_in(operator)
    assert client.get(ADMIN).headers["Location"].startswith(DOOR)


def test_a_thousand_wrong_codes_open_nothing(operator, browser_of_staff):
    browser_of_staff.log_in("drift")
    for number in range(1_000):
        answer = browser_of_staff.write(f"X{number:05}")
        if answer.status_code == 302 and len(mail.outbox) < 200:
            browser_of_staff.log_in("drift")
    assert "_auth_user_id" not in browser_of_staff.session
    # No mailbox is filled either: after so many no code is sent.
    assert len(mail.outbox) <= MAX_CODES
    assert not CODES.allows(str(operator.pk))
    answer = browser_of_staff.log_in("drift")
    assert answer.headers["Location"] == DOOR
    assert "For mange forkerte koder" in browser_of_staff.get(DOOR).content.decode()


def test_a_code_is_of_use_once_and_in_its_own_window_alone(operator, browser_of_staff, client):
    browser_of_staff.log_in("drift")
    code = code_in_mail()
    client.post(CODE, {"code": code})
    assert "_auth_user_id" not in client.session
    browser_of_staff.write(code)
    browser_of_staff.logout()
    browser_of_staff.log_in("drift")
    browser_of_staff.write(code)
    assert "_auth_user_id" not in browser_of_staff.session


def test_an_old_code_is_no_code(operator, browser_of_staff, monkeypatch):
    browser_of_staff.log_in("drift")
    code, now = code_in_mail(), time.time()
    monkeypatch.setattr(time, "time", lambda: now + 601)
    browser_of_staff.write(code)
    assert "_auth_user_id" not in browser_of_staff.session


def test_an_app_stands_for_the_mail(operator, browser_of_staff):
    secret = app_of(operator)
    assert browser_of_staff.log_in("drift").headers["Location"] == "/konto/to-trin/authenticate/"
    assert mail.outbox == []
    assert not browser_of_staff.is_in()
    code = shown_by(secret)
    assert browser_of_staff.post("/konto/to-trin/authenticate/", {"code": code}).headers["Location"] == ADMIN
    assert browser_of_staff.is_in()


def test_a_thousand_wrong_codes_of_an_app_open_nothing(operator, browser_of_staff):
    secret = app_of(operator)
    browser_of_staff.log_in("drift")
    for number in range(1_000):
        wrong = f"{(int(shown_by(secret)) + 1 + number) % 1_000_000:06}"
        assert browser_of_staff.post("/konto/to-trin/authenticate/", {"code": wrong}).status_code == 200
    # The right one has to wait.
    browser_of_staff.post("/konto/to-trin/authenticate/", {"code": shown_by(secret)})
    assert "_auth_user_id" not in browser_of_staff.session


def test_a_code_on_paper_helps_once_when_the_phone_is_gone(operator, browser_of_staff):
    app_of(operator)
    code = RecoveryCodes.activate(operator).get_unused_codes()[0]
    for is_in in (True, False):
        browser_of_staff.log_in("drift")
        browser_of_staff.post("/konto/to-trin/authenticate/", {"code": code})
        assert browser_of_staff.is_in() == is_in
        browser_of_staff.logout()


def test_who_has_lost_both_is_helped_by_an_operator_and_gets_mails_again(operator, browser_of_staff, capsys):
    app_of(operator)
    call_command("second_step", "forget", "drift")
    assert not Authenticator.objects.exists()
    assert browser_of_staff.log_in("drift").headers["Location"] == CODE


def test_a_new_password_is_no_second_step(operator, browser_of_staff):
    app_of(operator)
    browser_of_staff.post("/konto/adgangskode/glemt/", {"email": "drift@example.dk"})
    link = re.search(r"https?://[^/]+(/konto/adgangskode/ny/\S+)", mail.outbox[-1].body)[1]
    form = browser_of_staff.get(link).headers["Location"]
    new = {"password1": "helt nyt kodeord 9", "password2": "helt nyt kodeord 9"}
    assert browser_of_staff.post(form, new).status_code == 302
    assert "_auth_user_id" not in browser_of_staff.session
    assert browser_of_staff.log_in("drift", "helt nyt kodeord 9").headers["Location"] == "/konto/to-trin/authenticate/"
    assert not browser_of_staff.is_in()
    # Used once, the link is used up.
    assert "brugt" in browser_of_staff.get(link).content.decode()


def test_no_link_goes_to_an_address_that_was_given_up(operator, browser_of_staff):
    browser_of_staff.log_in("drift")
    browser_of_staff.write(code_in_mail())
    operator.email = "ny@example.dk"
    operator.save()
    mail.outbox.clear()
    browser_of_staff.logout()
    browser_of_staff.post("/konto/adgangskode/glemt/", {"email": "drift@example.dk"})
    assert mail.outbox == []
    browser_of_staff.log_in("drift")
    assert mail.outbox[-1].to == ["ny@example.dk"]


def test_an_operator_without_an_address_is_told_of_and_helped(browser_of_staff):
    User.objects.create_superuser("uden", "", PASSWORD)
    assert [told.id for told in operators_can_be_written_to(databases=["default"])] == ["vejviser.W062"]
    call_command("second_step", "mail", "uden", "uden@example.dk")
    assert operators_can_be_written_to(databases=["default"]) == []
    browser_of_staff.log_in("uden")
    assert mail.outbox[-1].to == ["uden@example.dk"]
    for wrong in (("mail", "uden", "x"), ("forget", "nobody")):
        with pytest.raises(CommandError):
            call_command("second_step", *wrong)


def test_an_account_without_an_address_is_told_so_after_the_right_password_alone(browser_of_staff):
    User.objects.create_superuser("uden", "", PASSWORD)
    assert "ingen mailadresse" not in browser_of_staff.log_in("uden", "forkert").content.decode()
    browser_of_staff.log_in("uden")
    assert "ingen mailadresse" in browser_of_staff.get(DOOR).content.decode()
    assert "_auth_user_id" not in browser_of_staff.session


def test_a_code_that_cannot_be_sent_is_told(operator, browser_of_staff, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with mail_server() as server:
        port = server.server_address[1]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    browser_of_staff.log_in("drift")
    assert "ingen kode" in browser_of_staff.get(DOOR).content.decode()


def test_a_trial_says_that_one_step_is_enough_there(operator, browser_of_staff, settings):
    settings.SECOND_STEP_REQUIRED, settings.DEMONSTRATION = False, True
    assert "prøve" in browser_of_staff.get(DOOR).content.decode()
    browser_of_staff.log_in("drift")
    assert browser_of_staff.is_in()
