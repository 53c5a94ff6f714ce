"""Offers that are kept between requests: whatever a card shows of them is as it is now."""

from datetime import date, time

import pytest
from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

from directory.models import (
    Closure,
    OfferAudience,
    OfferPage,
    OfferStamp,
    OpeningHours,
    OrganisationPage,
    Place,
    Session,
    TargetGroup,
)
from directory.offers import shown
from directory.offers.shown import shown_offers
from tests.factories import (
    DropInCentreFactory,
    GroupCourseFactory,
    OrganisationFactory,
    PlaceFactory,
    TargetGroupFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer(municipality_site):
    owner = OrganisationFactory(title="Huset", parent=municipality_site)
    made = DropInCentreFactory(title="Kaffestuen", parent=owner, place=PlaceFactory(street="Gaden 1"))
    OfferAudience.objects.create(offer=made.offerpage_ptr, target_group=TargetGroupFactory(name="Unge"))
    return OfferPage.objects.get(pk=made.pk)


def seen(offer):
    """What a card would show of it; nothing where it is not shown."""
    return [
        (
            row.title,
            row.url_path,
            row.place and row.place.street,
            [str(each.target_group) for each in row.audiences.all()],
            row.opening_hours.count(),
            len(row.closures.all()),
            len(row.sessions.all()),
        )
        for row in shown_offers([offer.pk])
    ]


def renamed(offer):
    row = OfferPage.objects.get(pk=offer.pk).specific
    row.title = "Nyt navn"
    row.save()


def published(offer):
    row = OfferPage.objects.get(pk=offer.pk).specific
    row.title = "Nyt navn"
    row.save_revision().publish()


def organisation_has_another_address(offer):
    owner = OrganisationPage.objects.parent_of(offer).get()
    owner.slug = "et-andet-hus"
    owner.save()


def moved(offer):
    home = OrganisationPage.objects.parent_of(offer).get().get_parent()
    OfferPage.objects.get(pk=offer.pk).move(OrganisationFactory(title="Et andet hus", parent=home), "last-child")


def place_has_another_street(offer):
    place = Place.objects.get(pk=offer.place_id)
    place.street = "Vejen 2"
    place.save()


def deleted(offer):
    OfferPage.objects.filter(pk=offer.pk).get().specific.delete()


def group_is_renamed(offer):
    group = TargetGroup.objects.get(name="Unge")
    group.name = "Unge voksne"
    group.save()


def open_at_one_more_time(offer):
    OpeningHours.objects.create(offer=offer, weekday=1, opens=time(10), closes=time(12))


def closed_for_a_day(offer):
    Closure.objects.create(offer=offer, first_day=date(2026, 12, 1), last_day=date(2026, 12, 1))


def meets_once_more(offer):
    Session.objects.create(offer=offer, day=date(2026, 12, 1), starts=time(10))


def unpublished(offer):
    OfferPage.objects.get(pk=offer.pk).specific.unpublish()


def made_private(offer):
    PageViewRestriction.objects.create(page=offer.get_parent(), restriction_type="login")


@pytest.mark.parametrize(
    "change",
    [
        renamed,
        published,
        organisation_has_another_address,
        moved,
        place_has_another_street,
        deleted,
        group_is_renamed,
        open_at_one_more_time,
        closed_for_a_day,
        meets_once_more,
        unpublished,
        made_private,
    ],
    ids=lambda change: change.__name__,
)
@pytest.mark.parametrize("live", [True, False], ids=["with the index", "while a bulk load leaves the index alone"])
def test_a_change_shows_at_once(offer, settings, change, live):
    settings.SEARCH_LIVE_UPDATES = live
    before = seen(offer)
    assert seen(offer) == before
    change(offer)
    assert seen(offer) != before


def test_a_child_row_that_is_gone_shows_too(offer):
    open_at_one_more_time(offer)
    before = seen(offer)
    OpeningHours.objects.get().delete()
    assert seen(offer) != before


def test_an_offer_is_read_once(offer, django_assert_num_queries):
    shown_offers([offer.pk])
    # Its stamp, and the generation, which tells whether any page is private: a request reads that once.
    with django_assert_num_queries(2):
        (row,) = shown_offers([offer.pk, offer.pk])
        assert row.place.street == "Gaden 1"
        assert list(row.audiences.all())
        assert not row.sessions.all()


def test_what_was_read_of_a_change_that_is_taken_back_is_forgotten(offer):
    before = seen(offer)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        renamed(offer)
        assert seen(offer) != before
        raise ZeroDivisionError
    assert seen(offer) == before


def test_what_one_request_does_with_its_offer_no_other_sees(offer):
    (one,) = shown_offers([offer.pk])
    one.title = "xxx"
    one.opening_hours = [OpeningHours(weekday=1, opens=time(10), closes=time(12))]
    (other,) = shown_offers([offer.pk])
    assert other.title == "Kaffestuen"
    assert not other.opening_hours.all()


def test_one_that_has_no_stamp_is_read_each_time(offer):
    OfferStamp.objects.all().delete()
    shown_offers([offer.pk])
    OfferPage.objects.filter(pk=offer.pk).update(teaser="Nyt")
    (row,) = shown_offers([offer.pk])
    assert row.teaser == "Nyt"


def test_the_order_is_that_of_the_keys_and_what_is_not_there_is_left_out(offer):
    second = DropInCentreFactory(title="Haven", parent=offer.get_parent().specific)
    assert [row.pk for row in shown_offers([second.pk, 999_999, offer.pk, second.pk])] == [second.pk, offer.pk]
    assert shown_offers([]) == []


def test_more_than_are_kept_are_shown_all_the_same(offer, monkeypatch):
    monkeypatch.setattr(shown, "MAX_KEPT", 2)
    monkeypatch.setattr(shown, "_kept", {})
    keys = [DropInCentreFactory(title=f"Hus {number}", parent=offer.get_parent().specific).pk for number in range(5)]
    for _ in range(2):
        assert [row.pk for row in shown_offers([*keys, offer.pk])] == [*keys, offer.pk]
        assert len(shown._kept) <= 2


def test_a_course_that_is_over_the_next_day_is_left_out_though_nobody_changed_it(offer, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 25))
    course = GroupCourseFactory(title="Forløb", parent=offer.get_parent().specific, ends_on=date(2026, 11, 25))
    assert [row.pk for row in shown_offers([course.pk])] == [course.pk]
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 26))
    assert shown_offers([course.pk]) == []
    assert [row.pk for row in shown_offers([course.pk], also_over=True)] == [course.pk]
