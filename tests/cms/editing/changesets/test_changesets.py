"""Editors gather changes into a set, look it through, approve it; and whoever may not, does not."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.permissions import policy_registry

from directory.changesets import work
from directory.changesets.models import ChangeSet, SetStage
from directory.models import Authority, OfferAuthority, OfferPage, Place
from tests import factories
from tests.cms.editing import people
from tests.directory.changesets import night

pytestmark = pytest.mark.django_db

WRITE, PUBLISH = ("add_page", "change_page"), ("add_page", "change_page", "publish_page")


@pytest.fixture
def vejle():
    return factories.MunicipalityFactory(title="Vejle", slug="vejle")


@pytest.fixture
def offers(vejle):
    return night.offers_of(vejle, 3, schedule_text="Hver dag")


@pytest.fixture
def editor(vejle):
    return people.signed_in(people.editor("redaktoer", vejle, *WRITE))


@pytest.fixture
def approver(vejle):
    return people.signed_in(people.editor("godkender", vejle, *PUBLISH))


@pytest.fixture
def stranger():
    return people.signed_in(people.editor("kolding", factories.MunicipalityFactory(title="Kolding"), *PUBLISH))


def at(change_set):
    return reverse("change_set", args=[change_set.pk])


def changed_together(browser, offers, **told):
    """What is answered to the form that changes the chosen offers."""
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "change_together"])
    chosen = "&".join(f"id={offer.pk}" for offer in offers)
    return browser.post(f"{address}?{chosen}&next=/admin/", told)


def test_many_offers_are_changed_looked_through_and_approved_as_one(editor, approver, offers):
    answer = changed_together(editor, offers, title="Opgaver til regionen", phone="70112233", state="closed")
    assert answer.status_code == 302
    change_set = ChangeSet.objects.get()
    assert OfferPage.objects.filter(phone="75000000", has_unpublished_changes=True).count() == 3

    page = editor.get(at(change_set))
    assert page.content.decode().count("70112233") == 3
    assert "Godkend samlet" not in page.content.decode()
    seen = approver.get(at(change_set)).context["seen"]
    assert approver.post(at(change_set), {"seen": seen, "live_at": "2027-01-01 00:00"}).status_code == 302
    change_set.refresh_from_db()
    assert (change_set.stage, change_set.live_at) == (SetStage.APPROVED, night.NIGHT)

    assert approver.post(at(change_set), {"do": "open"}).status_code == 302
    assert approver.post(at(change_set), {"seen": seen}).status_code == 302
    assert "Refresh" in approver.get(at(change_set)).headers
    work.do_sets()
    assert OfferPage.objects.filter(phone="70112233", state="closed").count() == 3
    assert "70112233" in approver.get(at(change_set)).content.decode()
    approver.post(at(change_set), {"do": "take-back"})
    work.do_sets()
    assert OfferPage.objects.filter(phone="75000000", state="open").count() == 3


def test_a_new_authority_from_a_day_is_written_on_many_offers_and_goes_live_with_the_set(editor, approver, offers):
    region, state = (Authority.objects.create(slug=slug, kind=slug) for slug in ("region", "state"))
    offers[0].authorities = [OfferAuthority(authority=state)]
    offers[0].save_revision().publish()
    told = {"title": "Opgaver til regionen", "hand_over_0": region.pk}
    assert changed_together(editor, offers, **told).status_code == 200
    assert changed_together(editor, offers, **told, hand_over_1="2027-01-01").status_code == 302
    change_set = ChangeSet.objects.get()
    assert OfferAuthority.objects.count() == 1
    seen = approver.get(at(change_set)).context["seen"]
    assert approver.post(at(change_set), {"seen": seen}).status_code == 302
    work.do_sets()
    change_set.refresh_from_db()
    assert (change_set.stage, change_set.told) == (SetStage.LIVE, "")
    rows = (
        OfferAuthority.objects.filter(offer=offers[0]).order_by("pk").values_list("authority", "first_day", "last_day")
    )
    assert list(rows) == [(state.pk, None, date(2026, 12, 31)), (region.pk, date(2027, 1, 1), None)]
    assert OfferAuthority.objects.filter(authority=region, first_day="2027-01-01").count() == 3
    approver.post(at(change_set), {"do": "take-back"})
    work.do_sets()
    assert list(OfferAuthority.objects.values_list("authority", "last_day")) == [(state.pk, None)]


def test_offers_are_put_under_another_organisation_of_the_own_alone(editor, stranger, vejle, offers):
    region = factories.OrganisationFactory(parent=type(vejle).objects.get(pk=vejle.pk), title="Regionen")
    theirs = factories.OrganisationFactory()
    answer = changed_together(editor, offers, title="Flytning", organisation=theirs.pk)
    assert "organisation" in answer.context["form"].errors
    changed_together(editor, offers, title="Flytning", organisation=region.pk)
    assert editor.get(at(ChangeSet.objects.get())).content.decode().count("<ins>Regionen</ins>") == 3
    assert changed_together(stranger, offers, title="Deres").status_code != 302
    assert ChangeSet.objects.count() == 1


@pytest.mark.parametrize("post", [{"do": "open"}, {"do": "take-back"}, {"seen": ""}])
def test_who_may_not_publish_all_of_it_neither_approves_nor_takes_back(editor, vejle, offers, post):
    change_set = night.set_of(vejle, *offers)
    assert editor.post(at(change_set), post).status_code == 302
    change_set.refresh_from_db()
    assert change_set.stage == SetStage.OPEN


def test_another_municipality_sees_no_set_and_puts_nothing_of_ours_into_one(stranger, vejle, offers):
    change_set = night.set_of(vejle, *offers)
    assert stranger.get(at(change_set)).status_code == 404
    assert stranger.post(at(change_set), {"do": "drop"}).status_code == 404
    assert change_set.title not in stranger.get(reverse("change_sets")).content.decode()
    stranger.post(reverse("add_to_set", args=["page", offers[0].pk]), {"title": "Deres"})
    stranger.post(reverse("change_sets"), {"title": "Deres", "branch": vejle.pk})
    assert list(ChangeSet.objects.all()) == [change_set]


def test_a_page_of_a_set_is_not_published_alone_without_a_word(approver, vejle, offers):
    offer = night.drafted(offers[0], phone="70112233")
    night.set_of(vejle, offer)
    edit = reverse("wagtailadmin_pages:edit", args=[offer.pk])
    assert "Opgaver til regionen" in approver.get(edit).content.decode()
    alone = reverse("publish_alone", args=[offer.pk])
    many = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    approver.post(f"{many}?id={offer.pk}&next=/admin/", {})
    assert OfferPage.objects.get(pk=offer.pk).phone == "75000000"
    assert "Opgaver til regionen" in approver.get(alone).content.decode()
    assert approver.post(alone).status_code == 302
    assert OfferPage.objects.get(pk=offer.pk).phone == "70112233"


def test_a_place_is_written_in_its_own_form_and_kept_in_the_set(vejle):
    browser = people.signed_in(people.operator())
    place = factories.PlaceFactory(municipality=vejle, name="Gamle sygehus", postal_code="7100")
    answer = browser.post(reverse("add_to_set", args=["place", place.pk]), {"title": "Flytning"})
    form = browser.get(answer.headers["Location"]).context["form"]
    told = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in told.items() if value not in {None, False}} | {"name": "Sundhedshuset"}
    change_set = ChangeSet.objects.get()
    assert browser.post(answer.headers["Location"], sent).headers["Location"] == at(change_set)
    assert (Place.objects.get().name, change_set.changes.get().content["name"]) == ("Gamle sygehus", "Sundhedshuset")
    page = browser.get(at(change_set)).content.decode()
    assert "Sundhedshuset" in page
    assert browser.get(answer.headers["Location"]).context["form"]["name"].value() == "Sundhedshuset"


def test_two_sets_with_one_page_say_so_and_a_stopped_one_stands_on_the_first_page(approver, vejle, offers):
    first, second = night.set_of(vejle, offers[0], title="Et"), night.set_of(vejle, offers[0], title="To")
    assert "samlingen “To”" in approver.get(at(first)).content.decode()
    assert "samlingen “Et”" in approver.get(at(second)).content.decode()
    ChangeSet.objects.filter(pk=first.pk).update(live_at=night.NIGHT, told="Akutteamet: Det er låst.")
    assert "Akutteamet: Det er låst." in approver.get("/admin/").content.decode()


def test_a_row_of_the_whole_cannot_be_put_into_a_set_of_a_municipality(vejle):
    user = people.operator()
    browser, need = people.signed_in(user), factories.NeedFactory()
    factories.NationalBranchFactory()
    change_set = night.set_of(vejle)
    assert policy_registry.get(need).user_has_permission_for_instance(user, "change", need)
    answer = browser.post(reverse("add_to_set", args=["need", need.pk]), {"change_set": change_set.pk})
    assert answer.context["form"].non_field_errors()
    assert not change_set.changes.exists()
