"""The listing of offers, as editors use it."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from wagtail.models import Workflow

from directory.models import OfferAudience, OfferPage
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
LISTING = "/admin/offers/"


@pytest.fixture
def vejle(portal):
    return factories.MunicipalityFactory(title="Vejle", parent=portal)


def offer(title, **kwargs):
    return factories.OfferFactory(title=title, **kwargs)


def test_what_was_never_checked_and_what_was_checked_long_ago_stand_first(operator, seen):
    organisation = factories.OrganisationFactory()
    for title, days in (("Ny", 3), ("Gammel", 300), ("Aldrig", None)):
        checked = None if days is None else date.today() - timedelta(days=days)
        offer(title, parent=organisation, verified_on=checked)
    assert seen(operator.get(LISTING)) == ["Aldrig", "Gammel", "Ny"]
    assert seen(operator.get(LISTING, {"ordering": "-verified_on"})) == ["Ny", "Gammel", "Aldrig"]


@pytest.mark.parametrize(
    "ordering",
    ["title", "content_type__model", "branch_title", "organisation_title", "live", "latest_revision_created_at"],
)
def test_every_column_sorts_both_ways(operator, seen, ordering):
    offer("A")
    factories.GuidanceFactory(title="B", live=False)
    one_way = seen(operator.get(LISTING, {"ordering": ordering}))
    assert sorted(one_way) == ["A", "B"]
    assert sorted(seen(operator.get(LISTING, {"ordering": f"-{ordering}"}))) == ["A", "B"]


def test_a_row_tells_kind_municipality_organisation_freshness_and_state(operator, vejle):
    organisation = factories.OrganisationFactory(title="Huset på hjørnet", parent=vejle)
    offer("Åben dør", parent=organisation, verified_on=date.today() - timedelta(days=400), state="full")
    row = BeautifulSoup(operator.get(LISTING).content, "html.parser").select_one("tbody tr").get_text(" ", strip=True)
    for words in ("Åben dør", "Vejle", "Huset på hjørnet"):
        assert words in row
    page = OfferPage.objects.get()
    assert capfirst(str(page.kind_name)) in row
    assert str(page.get_state_display()) in row


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=guidance", ["Råd"]),
        ("kind=guidance&kind=drop_in_centre", ["Fyldt", "Råd"]),
        ("freshness=never", ["Fyldt"]),
        ("freshness=overdue", ["Råd"]),
        ("freshness=fresh", ["Hold"]),
        ("state=full", ["Fyldt"]),
        ("state=closed", []),
        ("state=draft", ["Hold"]),
        ("state=live", ["Fyldt", "Råd"]),
        ("state=changed", ["Råd"]),
        ("target_group=unge", ["Hold"]),
        ("target_group=mennesker", ["Hold"]),
        ("need=soevn", ["Fyldt"]),
        ("need=soevn&kind=guidance", []),
        ("demonstration=made_up", ["Hold"]),
        ("demonstration=real", ["Fyldt", "Råd"]),
        ("q=sovesal", ["Fyldt"]),
        ("q=RÅD", ["Råd"]),
        ("q=råd+findes+ikke", []),
        ("q=organisationen", ["Råd"]),
        ("ordering=findes-ikke&p=99", ["Fyldt", "Råd", "Hold"]),
    ],
)
def test_filters_narrow_the_listing(operator, seen, query, found):
    young = factories.TargetGroupFactory(
        name="Unge", slug="unge", parent=factories.TargetGroupFactory(name="Mennesker", slug="mennesker")
    )
    offer("Fyldt", state="full", teaser="En sovesal.", needs=[factories.NeedFactory(name="Søvn", slug="soevn")])
    factories.GuidanceFactory(
        title="Råd",
        verified_on=date.today() - timedelta(days=800),
        has_unpublished_changes=True,
        parent=factories.OrganisationFactory(title="Organisationen"),
    )
    factories.GroupCourseFactory(
        title="Hold",
        live=False,
        demonstration="made_up",
        verified_on=date.today(),
        audiences=[OfferAudience(level="only", target_group=young)],
    )
    assert sorted(seen(operator.get(f"{LISTING}?{query}"))) == sorted(found)


def test_an_unknown_value_in_the_address_is_no_error(operator):
    offer("Et tilbud")
    response = operator.get(f"{LISTING}?kind=rumskib&freshness=x&need='&municipality=%00&state=&q={'x' * 10_000}")
    assert response.status_code == 200


def test_the_municipalities_to_choose_from_are_those_in_which_there_are_offers(operator, seen, vejle):
    offer("I Vejle", parent=factories.OrganisationFactory(parent=vejle))
    offer("Andetsteds")
    factories.MunicipalityFactory(title="Tom", parent=factories.portal())
    response = operator.get(LISTING, {"municipality": vejle.path})
    assert seen(response) == ["I Vejle"]
    labels = [label for _path, label in response.context["filters"].form.fields["municipality"].choices]
    assert "Vejle" in labels
    assert "Tom" not in labels


def test_an_offer_that_waits_for_approval_or_for_its_day_is_found(operator, seen):
    waiting = offer("Venter", live=False)
    waiting.save_revision()
    Workflow.objects.get().start(waiting, people.editor("skriver", waiting.get_parent(), "change_page"))
    planned = offer("Planlagt", live=False, go_live_at=timezone.now() + timedelta(days=7))
    planned.save_revision().publish()
    assert seen(operator.get(LISTING, {"state": "moderation"})) == ["Venter"]
    assert seen(operator.get(LISTING, {"state": "scheduled"})) == ["Planlagt"]


def test_the_listing_takes_the_same_number_of_queries_however_long_it_is(operator, django_assert_num_queries):
    parent = factories.OrganisationFactory()
    group, need = factories.TargetGroupFactory(), factories.NeedFactory()

    def one_of_each():
        for kind, factory in factories.OFFER_FACTORIES.items():
            factory(
                title=f"{kind} {OfferPage.objects.count()}",
                parent=parent,
                needs=[need],
                audiences=[OfferAudience(level="only", target_group=group)],
            )

    one_of_each()
    operator.get(LISTING)
    with django_assert_num_queries(LISTING_QUERIES):
        operator.get(LISTING)
    for _time in range(4):
        one_of_each()
    with django_assert_num_queries(LISTING_QUERIES):
        operator.get(LISTING)


#: Session, user and rights; filters' trees, branches and labels; count, rows of each of six kinds with what belongs to them; labels
#: and notes of the rows, saved views.
LISTING_QUERIES = 32


def test_the_rows_can_be_taken_home_as_a_table(operator):
    offer("Åben dør", parent=factories.OrganisationFactory(title="Huset"))
    table = b"".join(operator.get(LISTING, {"export": "csv"}).streaming_content).decode()
    assert "Åben dør" in table
    assert "Huset" in table
    assert operator.get(LISTING, {"export": "xlsx"}).status_code == 200


def test_a_new_offer_asks_for_its_organisation_and_then_for_its_kind(operator):
    one = factories.OrganisationFactory()
    choose = reverse("offers:choose_parent")
    assert operator.get(choose).headers["Location"] == reverse("wagtailadmin_pages:add_subpage", args=[one.pk])
    two = factories.OrganisationFactory()
    assert operator.get(choose).status_code == 200
    sent = operator.post(choose, {"organisation": two.pk})
    assert sent.headers["Location"] == reverse("wagtailadmin_pages:add_subpage", args=[two.pk])
    kinds = operator.get(sent.headers["Location"]).content.decode()
    for factory in factories.OFFER_FACTORIES.values():
        assert f"/{factory._meta.model._meta.model_name}/{two.pk}/" in kinds


def test_an_offer_can_not_stand_under_a_municipality(operator, vejle):
    response = operator.post(reverse("offers:choose_parent"), {"organisation": vejle.pk})
    assert response.status_code == 200
    assert response.context["form"].errors["organisation"]
    add = reverse("wagtailadmin_pages:add", args=["directory", "dropincentrepage", vejle.pk])
    assert operator.get(add).status_code in {302, 403}
    assert "Location" not in operator.get(add).headers or "/admin/pages/add/" not in operator.get(add)["Location"]
