"""An account that nobody uses is closed after a year, and never without a warning a month before."""

from datetime import date, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.utils import timezone

from cms.signin.models import UnusedWarning
from cms.signin.unused import close_unused
from tests.cms.mail.server import mail_server

pytestmark = pytest.mark.django_db
USED = date(2026, 1, 1)


def account(name: str, used: date | None = USED, **more) -> User:
    at = timezone.make_aware(
        datetime(2026, 1, 1, 12) if used is None else datetime(used.year, used.month, used.day, 12)
    )
    told = {"date_joined": at, "last_login": None if used is None else at}
    return User.objects.create_user(name, f"{name}@example.dk", "x", **told, **more)


def is_open(name: str) -> bool:
    return User.objects.get(username=name).is_active


def rounds(first: int, last: int) -> None:
    """The daily round on each of these days after the last use."""
    for days in range(first, last + 1):
        close_unused(USED + timedelta(days=days))


@pytest.mark.parametrize("used", [USED, None])
def test_a_warning_comes_a_month_before_the_end_and_once(used):
    account("glemt", used)
    rounds(330, 334)
    assert mail.outbox == []
    rounds(335, 364)
    assert [message.to for message in mail.outbox] == [["glemt@example.dk"]]
    assert "1. januar 2027" in mail.outbox[0].body
    assert is_open("glemt")
    rounds(365, 365)
    assert not is_open("glemt")
    assert not UnusedWarning.objects.exists()


def test_who_logs_in_after_the_warning_keeps_the_account_and_is_warned_again_next_year():
    user = account("tilbage")
    rounds(335, 336)
    user.last_login = timezone.make_aware(datetime(2026, 12, 10))
    user.save()
    rounds(337, 400)
    assert (is_open("tilbage"), len(mail.outbox)) == (True, 1)
    close_unused(date(2027, 11, 10))
    assert (is_open("tilbage"), len(mail.outbox)) == (True, 2)


def test_rounds_that_did_not_run_take_nobodys_warning_away():
    account("laenge-siden")
    close_unused(USED + timedelta(days=900))
    assert (is_open("laenge-siden"), len(mail.outbox)) == (True, 1)
    close_unused(USED + timedelta(days=930))
    assert not is_open("laenge-siden")


def test_a_warning_that_could_not_be_sent_is_sent_the_next_day(settings):
    account("uden-mail")
    with mail_server() as server:
        port = server.server_address[1]
    backend, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    rounds(335, 335)
    assert not UnusedWarning.objects.exists()
    settings.EMAIL_BACKEND = backend
    rounds(340, 340)
    assert len(mail.outbox) == 1
    rounds(369, 369)
    assert is_open("uden-mail")
    rounds(370, 370)
    assert not is_open("uden-mail")


def test_one_that_was_opened_again_is_warned_again_first():
    user = account("igen")
    rounds(335, 365)
    user.is_active = True
    user.save()
    rounds(366, 366)
    assert (is_open("igen"), len(mail.outbox)) == (True, 2)


def test_the_last_operator_stays():
    account("drift", is_superuser=True)
    rounds(335, 400)
    assert is_open("drift")
    account("ny-drift", date(2027, 1, 1), is_superuser=True)
    rounds(401, 401)
    assert not is_open("drift")


def test_a_trial_is_left_as_it_is(settings):
    settings.DEMONSTRATION = True
    account("redaktoer")
    rounds(335, 400)
    assert is_open("redaktoer")
