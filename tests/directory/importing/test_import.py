"""Importing a file: what it makes, what it leaves alone, and what it says."""

import json

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import ReferenceIndex

from directory.models import NationalBranchPage, OfferPage, OrganisationPage, Outbox, Place
from directory.models.kinds.drop_in_centre import DropInCentrePage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("branches")]


def row(external_id="vejle--huset", **values):
    """A row with the least, and what the test is about."""
    least = {
        "id": external_id,
        "name": "Huset",
        "kind": "drop_in_centre",
        "municipality": "Vejle",
        "organisation": "Foreningen Huset",
        "summary": "Et sted at være.",
    }
    return least | values


def the_offer():
    return OfferPage.objects.get(external_id="vejle--huset").specific


def test_a_row_becomes_a_published_page_with_a_revision(run):
    run(
        [
            row(
                description="Kom ind.\nDrik kaffe.",
                needs=["ensomhed"],
                target_groups=["unge"],
                cost="Gratis",
                anonymous=True,
            )
        ]
    )
    offer = the_offer()
    assert (type(offer), offer.live, offer.slug, offer.draft_title) == (DropInCentrePage, True, "huset", "Huset")
    assert offer.latest_revision == offer.live_revision
    assert offer.latest_revision is not None
    assert offer.first_published_at
    assert offer.body == "<p>Kom ind.</p><p>Drik kaffe.</p>"
    assert [need.slug for need in offer.needs.all()] == ["ensomhed"]
    assert [(row.level, row.target_group.slug) for row in offer.audiences.all()] == [("mainly", "unge")]
    assert (offer.free, offer.anonymous, offer.demonstration) == ("yes", "yes", "")
    assert offer.get_parent().title == "Foreningen Huset"


def test_what_a_row_does_not_state_stays_unknown(run):
    run([row()])
    offer = the_offer()
    assert (offer.free, offer.anonymous, offer.access, offer.age_min, offer.place) == (
        "unknown",
        "unknown",
        "unknown",
        None,
        None,
    )


def test_the_first_revision_can_be_opened_and_says_the_same(run):
    run(
        [
            row(
                needs=["ensomhed"],
                opening_hours=[{"days": "mandag-fredag", "from": "10:00", "to": "14:00", "note": None}],
            )
        ]
    )
    draft = the_offer().get_latest_revision_as_object()
    assert draft.opening_hours.count() == 5
    assert [need.slug for need in draft.needs.all()] == ["ensomhed"]


def test_offers_of_an_organisation_share_it_and_those_of_another_municipality_do_not(run):
    run([row(), row("vejle--to", name="To"), row("aeroe--huset", municipality="Ærø")])
    assert sorted(page.get_parent().slug for page in OrganisationPage.objects.all()) == ["aeroe", "vejle"]
    assert OrganisationPage.objects.get(external_id="vejle/foreningen-huset").get_children().count() == 2


def test_national_offers_go_to_the_national_branch(run):
    run([row(municipality="Hele landet")])
    assert the_offer().is_descendant_of(NationalBranchPage.objects.get())


def test_offers_at_one_address_share_the_place_with_a_point_nearby(run):
    at = {"address": "Rosenhuset, Bredegade 10", "postal_code": "7100", "city": "Vejle"}
    run(
        [
            row(**at, accessibility=["Elevator"]),
            row("vejle--to", **at | {"address": "Bredegade 10"}, accessibility=["Handicaptoilet"]),
        ]
    )
    place = Place.objects.get()
    assert (place.name, place.street, place.offers.count(), place.approximate) == (
        "Rosenhuset",
        "Bredegade 10",
        2,
        True,
    )
    assert (place.lift, place.accessible_toilet, place.step_free) == ("yes", "yes", "unknown")
    assert 55 < place.lat < 56


def test_two_offers_of_one_name_get_addresses_of_their_own(run):
    run([row(), row("vejle--to")])
    assert sorted(OfferPage.objects.values_list("slug", flat=True)) == ["huset", "huset-2"]


def test_the_telephone_hours_are_no_opening_hours(run):
    run([row(opening_hours=[{"days": "mandag-fredag", "from": "08:00", "to": "09:00", "note": "telefontid"}])])
    assert the_offer().phone_hours == "mandag-fredag kl. 08:00-09:00"
    assert not the_offer().opening_hours.exists()


def test_a_second_run_changes_nothing_and_says_so(run):
    rows = [row(needs=["ensomhed"], address="Bredegade 10", postal_code="7100", languages=["dansk"])]
    run(rows)
    before = OfferPage.objects.values().get(), the_offer().revisions.count()
    said = run(rows)
    assert (OfferPage.objects.values().get(), the_offer().revisions.count()) == before
    assert "Unchanged: 1." in said
    assert "Nothing changed." in said


def test_two_rows_of_the_same_hour_are_no_edit_in_whatever_order_they_come(run):
    first, third = (
        {"days": "mandag", "from": "17:00", "to": "18:00", "note": f"{nth} mandag i måneden"}
        for nth in ("første", "tredje")
    )
    run([row(opening_hours=[first, third])])
    hours = list(the_offer().opening_hours.order_by("pk"))
    notes = [span.note for span in hours]
    for span, note, rhythm in zip(hours, reversed(notes), ("3", "1"), strict=True):
        span.note, span.rhythm = note, rhythm
        span.save()
    assert "Unchanged: 1." in run([row(opening_hours=[first, third])])


def test_new_words_of_the_source_update_the_page(run):
    run([row()])
    said = run([row(summary="Et rart sted at være.", needs=["samvær"])])
    assert "Updated: 1." in said
    offer = the_offer()
    assert offer.teaser == "Et rart sted at være."
    assert [need.slug for need in offer.needs.all()] == ["samvaer"]
    assert not offer.has_unpublished_changes
    assert "Unchanged: 1." in run([row(summary="Et rart sted at være.", needs=["samvær"])])


def test_an_offer_that_changed_hands_moves_to_its_new_organisation(run):
    run([row()])
    run([row(organisation="Naboerne")])
    assert the_offer().get_parent().title == "Naboerne"
    assert "Unchanged: 1." in run([row(organisation="Naboerne")])


def test_a_dry_run_tells_all_and_writes_nothing(run):
    pages = OfferPage.objects.count(), OrganisationPage.objects.count(), Place.objects.count(), Outbox.objects.count()
    said = run([row(address="Bredegade 10", needs=["overblik"]), row("x", kind="mystery")], "--dry-run")
    assert "Created: 1." in said
    assert "Refused: 1." in said
    assert "overblik" in said
    assert pages == (
        OfferPage.objects.count(),
        OrganisationPage.objects.count(),
        Place.objects.count(),
        Outbox.objects.count(),
    )


def test_words_without_a_term_are_listed_with_their_number(run):
    said = run([row(needs=["overblik"]), row("b", needs=["overblik", "ensomhed"], target_groups=["marsmænd"])])
    assert "“overblik” (2)" in said
    assert "“marsmænd” (1)" in said


def test_wagtails_own_indexes_know_the_new_pages(run):
    run([row(name="Solsikken", needs=["ensomhed"])])
    assert [page.pk for page in OfferPage.objects.search("Solsikken")] == [the_offer().pk]
    need = the_offer().needs.get()
    assert ReferenceIndex.get_references_to(need).filter(object_id=str(the_offer().pk)).exists()
    offer = the_offer()
    offer.title = "Redaktørens hus"
    offer.save_revision().publish()
    assert OfferPage.objects.search("Redaktørens").count() == 1


def test_every_change_is_written_down_for_the_visitors_search(run, index):
    run([row()])
    assert Outbox.objects.filter(key=f"offer:{the_offer().pk}").exists()


@pytest.mark.parametrize("content", [b"", b"hello", b'{"offers": []}', b"\x00\x00"])
def test_a_file_that_is_no_list_of_offers_ends_with_a_sentence(run, content):
    with pytest.raises(CommandError, match=r"\.$"):
        run(content)


def test_a_file_that_was_cut_off_says_so(run):
    assert "Refused: 2." in run(b'[{"id": "a"')


def test_a_file_that_is_not_there_ends_with_a_sentence(tmp_path):
    with pytest.raises(CommandError):
        call_command("import_offers", tmp_path / "nowhere.json")
    with pytest.raises(CommandError):
        call_command("import_offers", tmp_path)


def test_contact_of_an_organisation_comes_from_its_file(run, tmp_path):
    known = tmp_path / "organisations.json"
    known.write_text(
        json.dumps([{"name": "Foreningen Huset", "phone": "12 34 56 78", "email": "no mail", "website": None}])
    )
    run([row()], "--organisations", known)
    organisation = OrganisationPage.objects.get()
    assert (organisation.phone, organisation.email, organisation.website) == ("12 34 56 78", "", "")
    # The same offers without that file are the same offers.
    assert "Unchanged: 1." in run([row()])
