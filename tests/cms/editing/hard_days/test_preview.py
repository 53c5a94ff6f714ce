"""A mode as it will stand: its publishers see it before it begins, and the public sees nothing of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from cms.editing.hard_days.preview import PAGES
from directory.asking.models import AskedOffer
from directory.asking.replying import reply_on_telephone
from directory.asking.sending import send_campaign
from directory.hard_days.models import HardDay
from directory.models import Role
from tests.directory.asking.campaigns import campaign, place

pytestmark = pytest.mark.django_db

#: Where visitors find the same pages.
PUBLIC = {"front": "/", "search": "/find-tilbud/", "today": "/i-dag/"}


@pytest.fixture
def visitor(vejle, index):
    """Somebody on the site of the municipality, who is not signed in."""
    site = Site.objects.get(root_page=vejle.page)
    site.hostname = "vejle.localhost"
    site.save()
    return Client(HTTP_HOST=site.hostname)


@pytest.fixture
def storm(vejle, visitor):
    """A mode from tomorrow on, about which a place has said yes until two."""
    place(vejle.page, "Aftenstuen", phone="11111110")
    asked = campaign(vejle.page)
    send_campaign(asked)
    reply_on_telephone(AskedOffer.objects.get(offer__title="Aftenstuen"), "partly", None)
    now = timezone.now()
    day = HardDay.objects.create(
        municipality=vejle.page,
        kind="other",
        name="<b>Stormen</b>",
        begins_at=now + timedelta(days=1),
        ends_at=now + timedelta(days=3),
        facts=["open"],
    )
    day.campaigns.add(asked)
    return day


def address(day, shown):
    return reverse("hard_day_preview", args=[day.pk, shown])


def test_each_page_stands_there_as_it_will_and_the_public_sees_nothing(vejle, visitor, storm):
    approver = vejle.browser(Role.APPROVER)
    for shown in PAGES:
        answer = approver.get(address(storm, shown))
        said = answer.content.decode()
        assert answer.status_code == 200, shown
        for told in ("&lt;b&gt;Stormen", "Aftenstuen", "11 11 11 10"):
            assert told in said.replace("\xa0", " "), (shown, told)
        assert 'lang="da"' in said
        assert "private" in answer.headers["Cache-Control"]
        assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
    for path in (*PUBLIC.values(), f"/lige-nu/{storm.pk}/", f"/lige-nu/{storm.pk}/opslag/"):
        assert "Stormen" not in visitor.get(path).content.decode(), path


def test_its_block_leads_to_the_previews_of_its_own_pages(vejle, storm):
    approver = vejle.browser(Role.APPROVER)
    assert f'href="{address(storm, "hard_day")}"' in approver.get(address(storm, "front")).content.decode()
    assert f'href="{address(storm, "hard_day_notice")}"' in approver.get(address(storm, "hard_day")).content.decode()


def test_form_and_list_lead_there_until_it_is_over(vejle, storm):
    approver = vejle.browser(Role.APPROVER)
    pages = (reverse("hard_days"), reverse("hard_day_edit", args=[storm.pk]))
    assert all(address(storm, "front") in approver.get(page).content.decode() for page in pages)
    storm.begins_at, storm.ends_at = (timezone.now() - timedelta(hours=hours) for hours in (2, 1))
    storm.save()
    assert not any(address(storm, "front") in approver.get(page).content.decode() for page in pages)
    assert approver.get(address(storm, "front")).status_code == 404


def test_who_may_not_switch_it_on_does_not_see_it(vejle, kolding, visitor, storm):
    assert kolding.browser(Role.APPROVER).get(address(storm, "front")).status_code == 404
    assert vejle.browser(Role.EDITOR).get(address(storm, "front")).status_code in {302, 403}
    assert visitor.get(address(storm, "front")).status_code == 302


def test_what_is_no_page_of_a_site_is_not_found(vejle, storm):
    approver = vejle.browser(Role.APPROVER)
    assert approver.get(address(storm, "no-such-page")).status_code == 404
    Site.objects.filter(root_page=vejle.page).delete()
    assert approver.get(address(storm, "front")).status_code == 404
    assert approver.get(reverse("hard_day_edit", args=[storm.pk])).status_code == 200
