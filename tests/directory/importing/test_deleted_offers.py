"""Offers that somebody has deleted here: the next import leaves them away, and says so."""

import pytest

from directory.models import DeletedOffer, OfferPage
from tests.directory.importing.test_import import row, the_offer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("branches")]


@pytest.mark.parametrize("with_its_organisation", [False, True])
def test_a_deleted_offer_does_not_come_back_unless_forced(run, with_its_organisation):
    run([row()])
    offer = the_offer()
    (offer.get_parent() if with_its_organisation else offer).delete()
    said = run([row(summary="Nyt fra kilden.")])
    assert "1 offer has been deleted here and stays away (--force brings it back): vejle--huset" in said
    assert "Created: 0." in said
    assert not OfferPage.objects.exists()

    assert "Created: 1." in run([row()], "--force")
    assert "Unchanged: 1." in run([row()])
    assert the_offer().live


def test_looking_only_tells_of_it_as_well(run):
    run([row()])
    the_offer().delete()
    said = run([row()], "--dry-run")
    assert "stays away" in said
    assert "Created: 0." in said


def test_an_offer_that_was_deleted_to_become_another_kind_comes_back_as_that(run):
    run([row()])
    the_offer().delete()
    assert "Created: 1." in run([row(kind="counselling")])


def test_a_row_with_a_number_as_people_write_it_from_abroad_is_kept(run):
    assert "Created: 1." in run([row(phone="0045 12 34 56 78")])
    assert the_offer().phone == "0045 12 34 56 78"


def test_an_offer_made_here_that_was_deleted_is_no_bar_to_its_own_backup(run):
    run([row()])
    OfferPage.objects.update(external_id=None)
    OfferPage.objects.get().specific.delete()
    assert "Created: 1." in run([row()])


def test_the_offers_of_a_municipality_that_is_deleted_whole_come_back_with_it(run):
    run([row()])
    the_offer().get_parent().get_parent().delete()
    assert not DeletedOffer.objects.exists()
