"""What goes live of a page that others work on meanwhile, what is refused, and what is kept for how long."""

from datetime import timedelta

import pytest
from django.utils import timezone

from directory.changesets import approving, gathering, going_live, work
from directory.changesets.content import content_of
from directory.changesets.models import Change, ChangeSet, SetStage
from directory.models import Helpline, OfferPage
from directory.offers.publishing import publish_facts
from tests import factories
from tests.directory.changesets import night

pytestmark = pytest.mark.django_db

LINE = {"name": "Linjen", "number": "75000000", "topics": "life"}


@pytest.fixture
def vejle():
    return factories.MunicipalityFactory(title="Vejle", slug="vejle")


@pytest.fixture
def cafe(vejle):
    organisation = factories.OrganisationFactory(parent=vejle, title="Huset")
    return factories.OfferFactory(parent=organisation, title="Caféen", phone="75000000", schedule_text="Hver dag")


@pytest.fixture
def user():
    return night.approver()


def shown(offer):
    return OfferPage.objects.get(pk=offer.pk)


def live(change_set, user):
    night.approve(change_set, user)
    return going_live.go_live(change_set)


def reason(change_set):
    change_set.refresh_from_db()
    return change_set.told


def test_what_was_published_meanwhile_stays_and_what_was_drafted_since_waits_on(vejle, cafe, user):
    night.drafted(cafe, phone="70112233")
    change_set = night.set_of(vejle, cafe)
    night.approve(change_set, user)
    publish_facts(shown(cafe).specific, {"email": "nyt@example.org"})
    later = shown(cafe).specific.get_latest_revision_as_object()
    night.drafted(later, teaser="Skrevet siden.")
    assert going_live.go_live(change_set)
    page = shown(cafe)
    assert (page.phone, page.email, page.teaser) == ("70112233", "nyt@example.org", cafe.teaser)
    draft = page.specific.get_latest_revision_as_object()
    assert (draft.phone, draft.email, draft.teaser) == ("70112233", "nyt@example.org", "Skrevet siden.")


def test_what_somebody_else_published_of_the_same_field_is_not_lost(vejle, cafe, user):
    night.drafted(cafe, phone="70112233")
    change_set = night.set_of(vejle, cafe)
    night.approve(change_set, user)
    publish_facts(shown(cafe).specific, {"phone": "11223344"})
    assert not going_live.go_live(change_set)
    assert (shown(cafe).phone, change_set.changes.get().after) == ("11223344", {})
    assert reason(change_set).startswith("Caféen: ")
    assert ChangeSet.objects.get().stage == SetStage.OPEN


def test_a_set_is_done_once_whoever_else_tries(vejle, cafe, user):
    night.drafted(cafe, phone="70112233")
    change_set = night.set_of(vejle, cafe)
    assert live(change_set, user)
    revisions = cafe.revisions.count()
    assert not going_live.go_live(change_set)
    assert (cafe.revisions.count(), reason(change_set)) == (revisions, "")


def test_a_page_that_was_changed_since_is_named_and_nothing_is_taken_back(vejle, cafe, user):
    place = factories.PlaceFactory(municipality=vejle, name="Gammelt navn")
    night.drafted(cafe, phone="70112233")
    change_set = night.set_of(vejle, cafe)
    night.row_in(change_set, place, name="Nyt navn")
    assert live(change_set, user)
    publish_facts(shown(cafe).specific, {"phone": "11223344"})
    assert work.ask_for_taking_back(change_set)
    work.do_sets()
    assert "Caféen" in reason(change_set)
    place.refresh_from_db()
    assert (change_set.stage, shown(cafe).phone, place.name) == (SetStage.LIVE, "11223344", "Nyt navn")


def test_a_draft_that_nobody_saw_yet_is_published_and_withdrawn_again(vejle, user):
    organisation = factories.OrganisationFactory(parent=vejle)
    draft = factories.OfferFactory(parent=organisation, live=False, title="Nyt tilbud", **factories.whole())
    draft.save_revision()
    change_set = night.set_of(vejle, draft)
    before = night.contents([draft])
    assert live(change_set, user)
    assert shown(draft).live
    work.ask_for_taking_back(change_set)
    work.do_sets()
    assert night.contents([draft]) == before


def test_an_offer_moves_to_another_organisation_and_back(vejle, cafe, user):
    region = factories.OrganisationFactory(parent=type(vejle).objects.get(pk=vejle.pk), title="Regionen")
    change_set = night.set_of(vejle, cafe)
    gathering.move_to(change_set.changes.get(), region)
    before = night.contents([cafe])
    assert live(change_set, user)
    assert shown(cafe).get_parent().pk == region.pk
    work.ask_for_taking_back(change_set)
    work.do_sets()
    assert night.contents([cafe]) == before


def test_rows_of_times_are_as_before_with_their_keys(vejle, cafe, user):
    hours = cafe.opening_hours.model.objects.create(offer=cafe, weekday=0, opens="09:00", closes="12:00")
    page = shown(cafe).specific
    page.opening_hours.set([])
    page.save_revision()
    change_set, before = night.set_of(vejle, page), night.contents([cafe])
    assert live(change_set, user)
    assert not shown(cafe).opening_hours.exists()
    work.ask_for_taking_back(change_set)
    work.do_sets()
    assert night.contents([cafe]) == before
    assert shown(cafe).opening_hours.get().pk == hours.pk


def test_two_sets_that_change_one_page_know_of_each_other_and_each_keeps_its_own(vejle, cafe, user):
    night.drafted(cafe, phone="70112233")
    first = night.set_of(vejle, cafe, title="Nyt nummer")
    night.approve(first, user)
    night.drafted(shown(cafe).specific.get_latest_revision_as_object(), teaser="Ny tekst.")
    second = night.set_of(vejle, cafe, title="Ny tekst")
    for one, other in ((first, second), (second, first)):
        assert list(gathering.others_of(one.changes.get())) == [other]
    night.approve(second, user)
    assert going_live.go_live(first)
    assert (shown(cafe).phone, shown(cafe).teaser) == ("70112233", cafe.teaser)
    assert going_live.go_live(second)
    assert (shown(cafe).phone, shown(cafe).teaser) == ("70112233", "Ny tekst.")


def test_what_came_after_somebody_looked_is_not_approved(vejle, cafe, user):
    night.drafted(cafe, phone="70112233")
    change_set = night.set_of(vejle, cafe)
    looked = approving.digest_of_set(approving.look_through(change_set))
    night.drafted(cafe, phone="66666666")
    with pytest.raises(approving.NotApproved):
        approving.approve(change_set, user, night.NIGHT, looked)
    assert reason(change_set) == ""
    assert change_set.stage == SetStage.OPEN


@pytest.mark.parametrize("what", ["gone", "locked", "lacking", "empty"])
def test_what_could_not_go_live_is_not_approved(vejle, cafe, user, what):
    change_set = night.set_of(vejle, *([] if what == "empty" else [cafe]))
    if what == "gone":
        cafe.delete()
    elif what == "locked":
        OfferPage.objects.filter(pk=cafe.pk).update(locked=True)
    elif what == "lacking":
        page = shown(cafe).specific
        page.age_min, page.age_max = 60, 3
        page.save_revision(clean=False)
    with pytest.raises(approving.NotApproved):
        night.approve(change_set, user)


def test_an_approved_set_takes_nothing_more_in_until_it_is_opened_again(vejle, cafe, user):
    change_set = night.set_of(vejle, cafe)
    night.approve(change_set, user)
    with pytest.raises(gathering.NotOpen):
        gathering.put_in(change_set, cafe.get_parent().specific)
    assert approving.take_approval_back(change_set)
    gathering.put_in(change_set, cafe.get_parent().specific)
    assert change_set.changes.count() == 2


def test_a_term_and_a_help_line_go_live_with_their_rows(user):
    whole = factories.NationalBranchFactory()
    need, line = factories.NeedFactory(name="Ro"), Helpline.objects.create(**LINE)
    change_set = night.set_of(whole)
    night.row_in(change_set, need, name="Ro og hvile", everyday="slappe af")
    night.row_in(change_set, line, number="70112233")
    before = [content_of(type(row).objects.get(pk=row.pk)) for row in (need, line)]
    assert live(change_set, user)
    need.refresh_from_db()
    line.refresh_from_db()
    assert (need.name, line.number) == ("Ro og hvile", "70112233")
    work.ask_for_taking_back(change_set)
    work.do_sets()
    assert night.contents([need, line]) == before


def test_after_thirty_days_nothing_is_taken_back_or_kept_of_before(vejle, cafe, user):
    night.drafted(cafe, phone="70112233")
    change_set = night.set_of(vejle, cafe)
    assert live(change_set, user)
    ChangeSet.objects.update(went_live_at=timezone.now() - timedelta(days=31))
    assert not work.ask_for_taking_back(change_set)
    work.do_sets()
    assert Change.objects.values_list("before", "after", "content", "base").get() == ({}, {}, {}, {})
    assert shown(cafe).phone == "70112233"
