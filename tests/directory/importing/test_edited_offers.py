"""Importing again what editors have changed: it is left alone, until somebody forces it."""

import pytest

from directory.importing.write import marks
from directory.importing.write.renewing import renew_marks
from directory.models import Need, OfferPage, TargetGroup
from directory.models.kinds.guidance import GuidancePage
from directory.offers.publishing import confirm
from directory.taxonomy.merging import merge_terms
from tests import factories
from tests.directory.importing.test_import import row, the_offer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("branches")]


def edit_live(offer):
    offer.title = "Redaktørens hus"
    offer.save_revision().publish()


def edit_draft(offer):
    offer.teaser = "Et udkast"
    offer.save_revision()


def edit_row(offer):
    offer.title = "Redaktørens hus"
    offer.save()


def edit_children(offer):
    offer.audiences = []
    offer.save_revision().publish()


def edit_terms(offer):
    offer.needs = []
    offer.save_revision().publish()


def unpublish(offer):
    offer.unpublish()


def move(offer):
    offer.move(factories.OrganisationFactory(), pos="last-child")


@pytest.mark.parametrize("edit", [edit_live, edit_draft, edit_row, edit_children, edit_terms, unpublish, move])
def test_an_edited_page_is_left_alone_unless_forced(run, edit):
    first = row(needs=["ensomhed"], target_groups=["unge"])
    run([first])
    edit(the_offer())
    edited = OfferPage.objects.values().get()
    said = run([first | {"summary": "Nyt fra kilden."}])
    assert "Edited here: 1." in said
    assert "vejle--huset" in said
    assert OfferPage.objects.values().get() == edited

    run([first | {"summary": "Nyt fra kilden."}], "--force")
    offer = the_offer()
    assert (offer.title, offer.teaser, offer.live) == ("Huset", "Nyt fra kilden.", True)
    assert offer.get_parent().title == "Foreningen Huset"
    assert offer.audiences.count() == offer.needs.count() == 1
    assert "Unchanged: 1." in run([first | {"summary": "Nyt fra kilden."}])


def test_force_keeps_what_the_source_says_nothing_about(run):
    run([row()])
    offer = the_offer()
    offer.house_rules = "Vi taler pænt."
    offer.save_revision().publish()
    run([row(summary="Nyt fra kilden.")], "--force")
    assert the_offer().house_rules == "Vi taler pænt."


def test_a_page_that_became_another_kind_is_refused_and_kept(run):
    run([row()])
    said = run([row(kind="counselling")])
    assert "Refused: 1." in said
    assert not GuidancePage.objects.exists()


def test_a_term_that_editors_removed_is_no_obstacle(run):
    TargetGroup.objects.all().delete()
    run([row(target_groups=["unge", "alle"])])
    assert [(row.level, row.target_group) for row in the_offer().audiences.all()] == [("open", None)]


def test_a_real_import_says_that_the_place_has_not_confirmed_and_nothing_of_a_demonstration(run, client):
    run([row()])
    shown = client.get(the_offer().get_url()).content.decode()
    assert "Stedet har ikke bekræftet det endnu" in shown
    assert "Demonstration" not in shown
    assert the_offer().get_parent().specific.demonstration == ""


def test_a_confirmed_page_goes_on_following_its_source_and_what_changed_is_not_confirmed(run):
    run([row()])
    offer = the_offer()
    confirm(offer, "place")
    assert "Unchanged: 1." in run([row()])
    assert the_offer().verified_by == "place"
    assert "Updated: 1." in run([row(summary="Nyt fra kilden.")])
    assert (the_offer().teaser, the_offer().verified_on) == ("Nyt fra kilden.", None)


def written_by(offer, version):
    """The mark as a version would have left it, which knew nothing of what `version` of the later ones have added."""
    unknown = set().union(*marks.ADDED[:version]) - {"shower_laundry"}
    return f"{marks.planned(offer.imported)}:{marks._content_by_all(offer, offer.get_parent().pk, marks._IGNORED | unknown)}"


@pytest.mark.parametrize("version", range(len(marks.ADDED) + 1))
def test_facts_that_came_with_a_later_version_are_no_edit_until_somebody_tells_them(run, version):
    run([row()])
    offer = the_offer()
    type(offer).objects.filter(pk=offer.pk).update(imported=written_by(offer, version))
    assert "Updated: 1." in run([row(summary="Nyt fra kilden.")])
    offer = the_offer()
    offer.who_comes = "Mest unge."
    offer.save_revision().publish()
    assert "Updated: 1." not in run([row(summary="Nyere fra kilden.")])


@pytest.mark.parametrize("version", range(len(marks.ADDED) + 1))
def test_an_upgrade_tells_the_marks_of_older_versions_again(run, version):
    run([row()])
    offer = the_offer()
    now = offer.imported
    type(offer).objects.filter(pk=offer.pk).update(imported=written_by(offer, version))
    assert (renew_marks(), the_offer().imported) == (1, now)
    assert renew_marks() == 0
    assert "Unchanged: 1." in run([row()])


def test_an_upgrade_forgets_no_edit(run):
    run([row()])
    offer = the_offer()
    old = written_by(offer, 0)
    offer.teaser, offer.imported = "Rettet her.", old
    offer.save_revision().publish()
    assert (renew_marks(), renew_marks()) == (1, 0)
    assert "Updated: 1." not in run([row(summary="Nyt fra kilden.")])
    assert the_offer().teaser == "Rettet her."


def test_a_field_that_nobody_has_told_is_in_no_mark(run):
    """So a version that adds one finds the marks of this one as they are."""
    run([row()])
    offer = the_offer()
    told = marks._told(offer, marks._IGNORED)
    assert "title" in told
    assert not {"who_comes", "host_picture", "go_live_at"} & set(told)


@pytest.mark.parametrize("taken_off", [False, True])
def test_a_real_page_that_an_older_version_called_a_demonstration_is_put_right(run, taken_off):
    run([row()])
    offer = the_offer()
    offer.demonstration = "unconfirmed"
    offer.imported = f"{'0' * 30}:{marks._content_by_all(offer, offer.get_parent().pk, marks.FORMERLY_IGNORED)}"
    offer.save()
    if taken_off:
        offer.demonstration = ""
        offer.save_revision().publish()
    organisation = offer.get_parent().specific
    organisation.demonstration = "unconfirmed"
    organisation.save()
    assert "Updated: 1." in run([row()])
    assert the_offer().demonstration == the_offer().get_parent().specific.demonstration == ""


def test_an_offer_whose_need_was_merged_into_another_goes_on_following_its_source(run):
    first = row(needs=["ensomhed"], target_groups=["unge"])
    run([first])
    merge_terms(Need.objects.get(slug="ensomhed"), Need.objects.get(slug="samvaer"), None)
    run([first | {"summary": "Nyt fra kilden."}])
    assert the_offer().teaser == "Nyt fra kilden."
    assert [need.slug for need in the_offer().needs.all()] == ["samvaer"]
