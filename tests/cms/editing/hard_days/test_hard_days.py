"""Hard days in the admin: switched on, changed and ended, each municipality its own."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from directory.asking.sending import send_campaign
from directory.hard_days.models import HardDay
from directory.models import MunicipalityPage, Role
from tests import factories
from tests.cms.editing import people
from tests.directory.asking.campaigns import campaign, place

pytestmark = pytest.mark.django_db

FORM = "%Y-%m-%dT%H:%M"


@pytest.fixture
def municipality(portal):
    return MunicipalityPage.objects.get(pk=factories.MunicipalityFactory(title="Vejle").pk)


@pytest.fixture
def question(municipality):
    place(municipality, "Strikkecafé")
    row = campaign(municipality)
    send_campaign(row)
    return row


def told(municipality, /, **facts):
    """What is typed into the form: frost from an hour ago to tomorrow."""
    now = timezone.localtime()
    return {
        "municipality": municipality.pk,
        "kind": "frost",
        "text": "Det bliver meget koldt i nat.",
        "begins_at": (now - timedelta(hours=1)).strftime(FORM),
        "ends_at": (now + timedelta(days=1)).strftime(FORM),
        "facts": ["overnight", "warm"],
    } | facts


def test_a_mode_is_switched_on_and_ended(operator, municipality, question):
    assert operator.post(reverse("hard_day_new"), told(municipality, campaigns=[question.pk])).status_code == 302
    row = HardDay.objects.get()
    assert (row.facts, list(row.campaigns.all())) == (["warm", "overnight"], [question])
    assert "Står øverst på siderne nu" in operator.get(reverse("hard_days")).content.decode()
    edit = reverse("hard_day_edit", args=[row.pk])
    assert "Det, vi ved i dag" in operator.get(edit).content.decode()
    assert "Slut nu" in operator.get(edit).content.decode()
    operator.post(edit, {"do": "end"})
    assert HardDay.objects.get().ends_at <= timezone.now()
    assert "Forbi" in operator.get(reverse("hard_days")).content.decode()
    assert "Slut nu" not in operator.get(edit).content.decode()


def test_the_hours_are_those_of_a_danish_wall(operator, municipality):
    operator.post(reverse("hard_day_new"), told(municipality, begins_at="2026-07-01T08:00", ends_at="2026-07-02T08:00"))
    assert timezone.localtime(HardDay.objects.get().begins_at).replace(tzinfo=None) == datetime(2026, 7, 1, 8)
    html = operator.get(reverse("hard_day_edit", args=[HardDay.objects.get().pk])).content.decode()
    assert 'value="2026-07-01T08:00"' in html


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("facts", []),
        ("facts", ["no-such-fact"]),
        ("begins_at", "i morgen"),
        ("ends_at", "2020-01-01T08:00"),
        ("kind", "other"),
        ("kind", "war"),
        ("text", "x" * 401),
        ("campaigns", ["999999"]),
    ],
)
def test_what_cannot_be_is_sent_back(operator, municipality, field, value):
    page = operator.post(reverse("hard_day_new"), told(municipality, **{field: value}))
    assert page.status_code == 200
    assert field in page.context["form"].errors or "name" in page.context["form"].errors
    assert not HardDay.objects.exists()


def test_a_question_of_another_municipality_tells_nothing_here(operator, municipality, question):
    elsewhere = factories.MunicipalityFactory(title="Kolding")
    page = operator.post(reverse("hard_day_new"), told(elsewhere, campaigns=[question.pk]))
    assert "campaigns" in page.context["form"].errors


def test_an_editor_without_the_right_to_publish_switches_nothing_on(municipality):
    writer = people.signed_in(people.editor("anna", municipality, "add_page", "change_page"))
    for path in (reverse("hard_days"), reverse("hard_day_new")):
        assert writer.get(path).status_code in {302, 403}
        assert writer.post(path, told(municipality)).status_code in {302, 403}
    assert not HardDay.objects.exists()


def test_the_hard_days_of_another_municipality_are_not_there(vejle, kolding):
    now = timezone.now()
    theirs = HardDay.objects.create(
        municipality=kolding.page, kind="other", name="Hemmelig dag", begins_at=now, ends_at=now + timedelta(days=1)
    )
    approver = vejle.browser(Role.APPROVER)
    assert "Hemmelig" not in approver.get(reverse("hard_days")).content.decode()
    edit = reverse("hard_day_edit", args=[theirs.pk])
    assert approver.get(edit).status_code == 404
    assert approver.post(edit, {"do": "end"}).status_code == 404
    assert "municipality" in approver.post(reverse("hard_day_new"), told(kolding.page)).context["form"].errors
    assert approver.post(reverse("hard_day_new"), told(vejle.page)).status_code == 302
    assert HardDay.objects.latest("pk").municipality_id == vejle.page.pk
