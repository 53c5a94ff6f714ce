"""The first page of the admin, and the report of changes that wait for the search."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Workflow

from directory.models import Outbox
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


def queues(response):
    rows = BeautifulSoup(response.content, "html.parser").select("#work-content tr")
    return [(int(row.select("td")[1].text), row.a["href"] if row.a else None) for row in rows]


def test_the_first_page_counts_the_work_and_leads_to_it(operator, seen):
    organisation = factories.OrganisationFactory()
    factories.OfferFactory(parent=organisation, verified_on=date.today() - timedelta(days=800))
    factories.OfferFactory(parent=organisation, verified_on=date.today(), has_unpublished_changes=True)
    draft = factories.OfferFactory(parent=organisation, live=False)
    draft.save_revision()
    Workflow.objects.get().start(draft, people.editor("skriver", organisation, "change_page"))
    counted = queues(operator.get("/admin/"))
    assert [number for number, _url in counted] == [1, 1, 1, 1, 1, 1]
    for number, url in counted:
        assert len(seen(operator.get(url))) == number


def test_each_editor_is_told_of_the_own_offers_only():
    mine, other = factories.OrganisationFactory(), factories.OrganisationFactory()
    factories.OfferFactory(parent=mine)
    factories.OfferFactory(parent=other)
    factories.OfferFactory(parent=other)
    client = people.signed_in(people.editor("sted", mine, "change_page"))
    assert [number for number, _url in queues(client.get("/admin/"))] == [0, 1, 0, 0, 0, 0]


def test_someone_without_offers_sees_no_empty_queues(operator):
    assert queues(operator.get("/admin/")) == []


def test_the_first_page_takes_the_same_number_of_queries_however_many_offers_there_are(
    operator, django_assert_num_queries
):
    organisation = factories.OrganisationFactory()
    factories.OfferFactory(parent=organisation)
    operator.get("/admin/")
    for number in range(20):
        factories.OfferFactory(parent=organisation, title=f"Nr. {number}")
    with django_assert_num_queries(HOME_QUERIES):
        operator.get("/admin/")


#: Session, user, profile, rights; statements to review; the queues of work are one; feedback; what places answer, two; what waits
#: for approval; recent edits; the municipalities whose front pages may hide cards; what of the law is not checked, is past its day
#: or could be taken, three; sets of changes that did not go live; what one watches.
HOME_QUERIES = 25


def test_the_report_tells_how_many_changes_wait_and_what_went_wrong(operator):
    offer = factories.OfferFactory()
    Outbox.objects.all().delete()
    Outbox.objects.create(key=f"offer:{offer.pk}")
    Outbox.objects.create(key="offer:999", attempts=3, error="ValueError: no such day")
    page = operator.get(reverse("outbox_report"))
    assert page.context["summary"]["length"] == 2
    assert page.context["summary"]["failed"] == 1
    assert "ValueError: no such day" in page.content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[offer.pk]) in page.content.decode()
    failed = operator.get(reverse("outbox_report"), {"tried": "failed"})
    assert [row.key for row in failed.context["object_list"]] == ["offer:999"]


def test_the_report_says_so_when_nothing_waits(operator):
    Outbox.objects.all().delete()
    assert operator.get(reverse("outbox_report")).context["summary"]["length"] == 0


def test_the_report_is_for_those_who_were_given_it():
    user = people.editor("redaktoer", factories.portal(), "change_page")
    assert people.signed_in(user).get(reverse("outbox_report")).status_code == 302
    user.user_permissions.add(Permission.objects.get(codename="view_outbox"))
    assert people.signed_in(user).get(reverse("outbox_report")).status_code == 200
