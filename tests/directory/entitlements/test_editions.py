"""Editions: other words are a new one that nobody has checked, other days are not."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone

from directory.entitlements.editions import mark_checked
from directory.entitlements.waiting import edition_changes, past_their_day, unchecked, with_newer_edition
from directory.models import CommonDescription, DescriptionLine, OfferPage
from tests import factories
from tests.directory.entitlements.describing import FREE, days_ahead, described, line, saved, take

pytestmark = pytest.mark.django_db


def fresh(row):
    return CommonDescription.objects.get(pk=row.pk)


def test_other_words_are_a_new_edition_that_nobody_has_checked():
    row = described()
    saved(row, line("Noget andet."))
    assert [(one.number, bool(one.checked_on)) for one in fresh(row).editions.all()] == [(1, True), (2, False)]
    assert fresh(row).to_take.number == 1


def test_the_same_again_is_no_new_edition():
    row = described()
    saved(row, line())
    assert [one.number for one in fresh(row).editions.all()] == [1]


def test_another_address_is_a_new_edition():
    row = described()
    saved(row, line(url="https://example.org/paragraf/2"))
    assert fresh(row).newest.number == 2


def test_another_last_day_holds_in_every_edition_in_which_the_line_stands():
    row = described()
    saved(row, line(), line("Noget mere."))
    saved(row, line(days=90), line("Noget mere."))
    editions = fresh(row).editions.all()
    assert [one.law_lines[0].valid_to for one in editions] == [days_ahead(90)] * 2
    assert [bool(one.checked_on) for one in editions] == [True, False]


def test_who_checks_it_is_written_down_and_every_line_was_read_today():
    user = User.objects.create_user("redaktoer")
    row = described(line(days=-1), checked=False)
    saved(row, DescriptionLine(text=FREE, url="https://example.org/1", read_on=days_ahead(-90), valid_to=days_ahead(9)))
    mark_checked(fresh(row).newest, user)
    edition = fresh(row).newest
    assert (edition.checked_on, edition.checked_by) == (timezone.localdate(), user)
    assert [one.read_on for one in (*edition.law_lines, *fresh(row).lines.all())] == [timezone.localdate()] * 2


def test_what_is_past_its_day_is_not_checked():
    row = described(line(days=-1), checked=False)
    with pytest.raises(ValidationError, match="Prøvelinjen"):
        mark_checked(row.newest, None)
    assert fresh(row).newest.checked_on is None


def test_an_edition_without_a_line_is_not_checked():
    row = CommonDescription.objects.create(name="Tom")
    saved(row)
    with pytest.raises(ValidationError):
        mark_checked(fresh(row).newest, None)


def test_the_difference_is_told_by_what_the_lines_tell():
    row = described(line(), line("Kommunen bestemmer.", part="decides"), line("Du må være anonym."))
    saved(row, line("Det koster penge."), line("Kommunen bestemmer.", part="decides"), line("Du må være anonym."))
    before, after = fresh(row).editions.all()
    [change] = edition_changes(before, after)
    assert [one.text for one in change.before] == [FREE]
    assert [one.text for one in change.after] == ["Det koster penge."]
    assert len(edition_changes(None, after)) == 2


def test_an_offer_waits_for_a_newer_edition_only_when_that_is_checked():
    row, offer = described(), factories.OfferFactory()
    take(offer, row)
    saved(row, line("Noget andet."))
    assert not with_newer_edition(OfferPage.objects.all()).exists()
    mark_checked(fresh(row).newest, None)
    assert with_newer_edition(OfferPage.objects.all()).get().pk == offer.pk
    take(offer, fresh(row))
    assert not with_newer_edition(OfferPage.objects.all()).exists()


def test_what_nobody_has_checked_is_known_by_its_last_edition():
    row, new = described(), described(name="Ny", checked=False)
    assert list(unchecked(CommonDescription.objects.all())) == [new]
    saved(row, line("Noget andet."))
    assert set(unchecked(CommonDescription.objects.all())) == {row, new}


def test_an_outdated_line_is_told_once_and_only_where_citizens_would_read_it():
    row, unused = described(), described(name="Ubrugt")
    take(factories.OfferFactory(), row)
    take(factories.OfferFactory(), row)
    today = timezone.localdate()
    assert list(past_their_day(CommonDescription.objects.all(), today)) == []
    for one in (row, unused):
        saved(one, line(days=-1))
    found = list(past_their_day(CommonDescription.objects.all(), today))
    assert [(description, told.text) for description, told in found] == [(row, FREE)]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://example.org/1", "§ 1"]
)
def test_an_address_that_is_no_web_page_is_refused(url):
    with pytest.raises(ValidationError) as refused:
        DescriptionLine(text="Gratis.", url=url, read_on=days_ahead(-1), valid_to=days_ahead(1)).clean_fields(
            exclude=["description"]
        )
    assert set(refused.value.message_dict) == {"url"}


@pytest.mark.parametrize(("read_on", "valid_to", "fault"), [(1, 2, "read_on"), (-1, -2, "valid_to")])
def test_days_that_cannot_be_are_refused(read_on, valid_to, fault):
    with pytest.raises(ValidationError) as refused:
        DescriptionLine(read_on=days_ahead(read_on), valid_to=days_ahead(valid_to)).clean()
    assert set(refused.value.message_dict) == {fault}
