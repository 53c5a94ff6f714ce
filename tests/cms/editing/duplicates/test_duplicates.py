"""Two listings of one offer: found, laid side by side, made one, with everything that named the one that goes."""

from datetime import date, time

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageLogEntry

from directory.duplicates.pairs import pairs_of
from directory.importing.read.rows import SourceRow
from directory.importing.run import Import
from directory.models import (
    DeletedOffer,
    Feedback,
    HomePick,
    OfferLink,
    OfferPage,
    OpeningHours,
    Role,
    ToldApart,
)
from directory.reviewing.models import Proposal, ReviewQuestion
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
DUPLICATES = reverse("duplicates")


@pytest.fixture
def house():
    return factories.OrganisationFactory(title="Huset", parent=factories.MunicipalityFactory(title="Vejle"))


@pytest.fixture
def cafe(house):
    """The one that stays: published, with hours, and without a mail address."""
    offer = factories.OfferFactory(title="Strikkecafé", parent=house, phone="12345678", schedule_text="Hver dag")
    offer.opening_hours = [OpeningHours(weekday=0, opens=time(10), closes=time(12))]
    offer.save_revision().publish()
    return fresh(offer)


@pytest.fixture
def twin(house, cafe):
    """The same once more, with a longer name, another line and a mail address."""
    told = {"phone": "12 34 56 78", "email": "strik@example.dk", "teaser": "Vi strikker sammen."}
    offer = factories.OfferFactory(title="Strikkecaféen", parent=type(house).objects.get(pk=house.pk), **told)
    offer.opening_hours = [OpeningHours(weekday=2, opens=time(14), closes=time(16))]
    offer.save_revision().publish()
    return fresh(offer)


def fresh(offer):
    return type(offer).objects.get(pk=offer.pk)


def address(stays, goes):
    return reverse("duplicate", args=[stays.pk, goes.pk])


def merge(client, stays, goes, **chosen):
    """Send what a browser would: the choice of each field as it is ticked, some of them changed."""
    page = BeautifulSoup(client.get(address(stays, goes)).content, "html.parser")
    ticked = {field["name"]: field["value"] for field in page.select("main input[type=radio][checked]")}
    return client.post(address(stays, goes), {**ticked, **chosen, "do": "merge"})


def test_a_pair_stands_in_the_list_until_somebody_says_that_they_are_two(operator, cafe, twin):
    assert address(cafe, twin) in operator.get(DUPLICATES).content.decode()
    operator.post(address(twin, cafe), {"do": "apart"})
    assert address(cafe, twin) not in operator.get(DUPLICATES).content.decode()
    operator.post(address(cafe, twin), {"do": "apart"})
    assert (ToldApart.objects.count(), OfferPage.objects.count()) == (1, 2)


def test_the_published_one_stays_and_an_alias_is_no_duplicate(operator, cafe, twin):
    cafe.unpublish()
    assert address(twin, cafe) in operator.get(DUPLICATES).content.decode()
    twin.delete()
    cafe.create_alias(update_slug="igen")
    assert pairs_of(OfferPage.objects.all()) == []


def test_they_are_seen_side_by_side_field_by_field(operator, cafe, twin):
    html = operator.get(address(cafe, twin)).content.decode()
    for said in ("Et sted at være.", "Vi strikker sammen.", "strik@example.dk", "mandag 10:00", "onsdag 14:00"):
        assert said in html.replace("Mandag", "mandag").replace("Onsdag", "onsdag")
    page = BeautifulSoup(html, "html.parser")
    ticked = {field["name"]: field["value"] for field in page.select("main input[type=radio][checked]")}
    # What says nothing in the one that stays is taken from the other.
    assert (ticked["title"], ticked["email"], ticked["opening_hours"]) == ("stays", "goes", "stays")


def test_what_is_chosen_stays_and_is_published(operator, cafe, twin):
    ro, mad = factories.NeedFactory(name="Ro"), factories.NeedFactory(name="Mad")
    for offer, need in ((cafe, ro), (twin, mad)):
        offer.needs = [need]
        offer.save_revision().publish()
    assert merge(operator, cafe, twin, teaser="goes", opening_hours="goes", needs="both").url == DUPLICATES
    assert list(OfferPage.objects.values_list("pk", flat=True)) == [cafe.pk]
    kept = fresh(cafe)
    assert (kept.title, kept.teaser, kept.email) == ("Strikkecafé", "Vi strikker sammen.", "strik@example.dk")
    assert [str(row.opens) for row in kept.opening_hours.all()] == ["14:00:00"]
    assert {need.name for need in kept.needs.all()} == {"Ro", "Mad"}
    assert (kept.live, kept.get_latest_revision_as_object().teaser) == (True, "Vi strikker sammen.")


def test_what_stands_in_a_draft_is_neither_published_nor_lost(operator, cafe, twin):
    draft = fresh(cafe)
    draft.price_note = "Gratis"
    draft.save_revision()
    merge(operator, cafe, twin, teaser="goes")
    kept = fresh(cafe)
    assert (kept.teaser, kept.price_note) == ("Vi strikker sammen.", "")
    kept = kept.get_latest_revision_as_object()
    assert (kept.teaser, kept.price_note) == ("Vi strikker sammen.", "Gratis")


def test_the_old_address_leads_on_for_good_and_so_do_those_before_it(operator, cafe, twin):
    Redirect.objects.create(old_path="/strik", redirect_page_id=twin.pk)
    merge(operator, cafe, twin)
    for old in ("/strik/", twin.url):
        answer = Client().get(old)
        assert (answer.status_code, answer.url) == (301, cafe.url)


def test_what_visitors_and_places_told_and_other_pages_lead_to_is_moved(operator, house, portal, cafe, twin):
    Feedback.objects.create(page=twin, what="wrong", text="Der er lukket.")
    for offer in (cafe, twin):
        ReviewQuestion.objects.create(offer_id=offer.pk, recipient="a@example.dk", asked_on=date(2026, 11, 20))
        HomePick.objects.create(home_id=portal.pk, offer_id=offer.pk)
    answered = ReviewQuestion.objects.create(
        offer_id=twin.pk, recipient="a@example.dk", asked_on=date(2026, 11, 1), closed_on=date(2026, 11, 2)
    )
    Proposal.objects.create(offer_id=twin.pk, question=answered, changes={"phone": ["1", "2"]})
    walk = factories.OfferFactory(title="Gåtur", parent=type(house).objects.get(pk=house.pk))
    OfferLink.objects.create(offer=walk, direction="next", to_id=twin.pk)
    OfferLink.objects.create(offer=cafe, direction="next", to_id=twin.pk)
    merge(operator, cafe, twin)
    assert [row.page_id for row in Feedback.objects.all()] == [cafe.pk]
    assert [row.offer_id for row in Proposal.objects.all()] == [cafe.pk]
    assert {row.offer_id for row in ReviewQuestion.objects.all()} == {cafe.pk}
    assert ReviewQuestion.objects.filter(closed_on=None).count() == 1
    assert [(row.offer_id, row.to_id) for row in OfferLink.objects.all()] == [(walk.pk, cafe.pk)]
    assert [row.offer_id for row in HomePick.objects.all()] == [cafe.pk]


def test_the_history_tells_of_both_and_holds_what_went(operator, cafe, twin):
    merge(operator, cafe, twin)
    entry = PageLogEntry.objects.get(page=cafe.pk, action="directory.merge")
    assert (entry.data["title"], entry.data["said"]["email"]) == ("Strikkecaféen", "strik@example.dk")
    assert entry.user.username == "operator"
    html = operator.get(reverse("wagtailadmin_pages:history", args=[cafe.pk])).content.decode()
    assert "Lagt sammen med “Strikkecaféen”" in html


def row(number=1, **facts):
    told = {"id": f"fil-{number}", "municipality": "Vejle", "organisation": "Huset", "name": "Strikkecaféen"}
    return SourceRow(number, {**told, "kind": "drop_in_centre", "summary": "Vi strikker sammen.", **facts})


def imported(number=1, **facts):
    """What an import says of a row, and the offer that it wrote."""
    job = Import()
    report = job.run([row(number, **facts)])
    return report, OfferPage.objects.filter(external_id=f"fil-{number}").first()


def test_the_next_import_finds_the_one_that_stays_and_writes_what_is_new_there(operator, cafe):
    _report, twin = imported()
    merge(operator, cafe, twin, teaser="stays")
    assert (fresh(cafe).external_id, DeletedOffer.objects.count()) == ("fil-1", 0)
    report, _offer = imported()
    assert (report.unchanged, fresh(cafe).teaser) == (1, "Et sted at være.")
    report, _offer = imported(summary="Nu også med garn.")
    assert (report.updated, OfferPage.objects.count()) == (1, 1)
    assert fresh(cafe).teaser == "Nu også med garn."


def test_of_two_from_a_source_the_row_of_the_one_that_went_is_left_alone(operator, house):
    (_one, first), (_other, second) = imported(1), imported(2)
    assert first.title == second.title
    merge(operator, first, second)
    for _again in range(2):
        report, _offer = imported(2, summary="Noget andet.")
        assert report.edited == ["fil-2"]
    report, _offer = imported(1, summary="Det rigtige.")
    assert (report.updated, OfferPage.objects.get().teaser) == (1, "Det rigtige.")


def test_what_an_editor_had_written_stays_when_the_source_tells_it_again(operator, cafe):
    _report, twin = imported()
    twin = twin.specific
    twin.teaser = "Rettet i hånden."
    twin.save_revision().publish()
    merge(operator, cafe, twin, teaser="goes")
    report, _offer = imported(summary="Fra kilden.")
    assert (report.edited, fresh(cafe).teaser) == (["fil-1"], "Rettet i hånden.")


def test_a_published_one_does_not_go_into_a_draft(operator, cafe, twin):
    cafe.unpublish()
    html = merge(operator, cafe, twin).content.decode()
    assert "Lad det, der er udgivet, blive stående" in html
    assert OfferPage.objects.count() == 2


def test_two_kinds_are_merged_by_what_all_kinds_have(operator, house, cafe):
    peer = factories.OFFER_FACTORIES["peer_offer"](
        title="Strikkecaféen", parent=type(house).objects.get(pk=house.pk), experience="Egen", price_note="Gratis"
    )
    merge(operator, cafe, peer)
    assert (fresh(cafe).price_note, OfferPage.objects.count()) == ("Gratis", 1)


def test_a_click_without_choices_or_on_what_is_locked_changes_nothing(operator, cafe, twin):
    operator.post(address(cafe, twin), {"title": "stays"})
    operator.post(address(cafe, twin), {"do": "merge", "title": "andet"})
    twin.locked, twin.locked_by = True, people.editor("anna", twin)
    twin.save()
    merge(operator, cafe, fresh(twin))
    assert OfferPage.objects.count() == 2


def test_an_editor_who_may_not_publish_and_another_municipality_merge_nothing(vejle, kolding):
    pair = [kolding.rows["offer"], kolding.rows["changed"]]
    for client, answers in ((kolding.browser(Role.EDITOR), {302, 403}), (vejle.browser(Role.APPROVER), {404})):
        assert client.get(address(*pair)).status_code in answers
        assert client.post(address(*pair), {"do": "apart"}).status_code in answers
    mixed = [vejle.rows["offer"], kolding.rows["offer"]]
    assert vejle.browser(Role.ADMINISTRATOR).post(address(*mixed), {"do": "merge"}).status_code == 404
    assert ToldApart.objects.count() == 0
    assert OfferPage.objects.filter(pk__in=[page.pk for page in (*pair, *mixed)]).count() == 3


def test_the_list_is_made_in_a_fixed_number_of_queries(operator, house, django_assert_max_num_queries):
    for number in range(12):
        parent = type(house).objects.get(pk=house.pk)
        factories.OfferFactory(title="Strikkecafé", slug=f"s-{number}", parent=parent, phone="12345678")
    operator.get(DUPLICATES)
    with django_assert_max_num_queries(20):
        assert operator.get(DUPLICATES).content.decode().count("duplicates/") > 50
