"""Offers for professionals alone: citizens never meet them among others, and professionals find them on their page."""

import pytest
from django.utils import timezone

from directory.indexing.source import offers
from directory.models import OfferAudience, OfferPage, OpeningHours
from directory.models.taxonomy import PROFESSIONALS
from tests.directory.reading import get, text_of
from tests.factories import DropInCentreFactory, OrganisationFactory, PlaceFactory, TargetGroupFactory

pytestmark = pytest.mark.django_db
TITLE = "Stemmedag"


@pytest.fixture
def helpers():
    return TargetGroupFactory(name="Fagfolk", slug=PROFESSIONALS)


@pytest.fixture
def publish(municipality_site, index, committed):
    """Publishes an offer that is open all day at the one house, for these groups: pairs of level and group."""
    owner = OrganisationFactory(parent=municipality_site, title="Huset", slug="huset")
    place = PlaceFactory(slug="hus", lat=55.7, lon=9.5, city="Vejle")

    def published(title, *groups):
        facts = {
            "price_note": "300 kr. med frokost",
            "professional_contact": "Kontoret, 76 00 00 00",
            **dict.fromkeys(("first_published_at", "last_published_at"), timezone.now()),
        }
        with committed():
            offer = DropInCentreFactory(parent=owner, title=title, place=place, **facts)
            offer.opening_hours = [OpeningHours(weekday=n, opens="00:00", closes="23:59") for n in range(7)]
            offer.audiences = [OfferAudience(level=level, target_group=group) for level, group in groups]
            offer.save()
        return offer

    return published


@pytest.mark.parametrize(
    "path",
    [
        "/find-tilbud/",
        f"/find-tilbud/?q={TITLE}",
        "/i-dag/",
        "/kalender/",
        "/kort/",
        "/sted/hus/",
        "/huset/",
        f"/forslag/?q={TITLE[:5]}",
        "/nyt.atom",
    ],
)
def test_citizens_never_meet_it_among_others(client, publish, helpers, path):
    publish(f"{TITLE} for alle", ("open", None))
    offer = publish(f"{TITLE} for fagfolk", ("only", helpers))
    answer = get(client, path).content.decode()
    assert f"{TITLE} for alle" in answer
    assert f"{TITLE} for fagfolk" not in answer
    # Whoever has its address reads it.
    assert client.get(offer.get_url(), headers={"host": "vejle.localhost"}).status_code == 200


def test_an_offer_that_becomes_one_for_professionals_leaves_the_search(client, publish, helpers, committed):
    offer = publish(TITLE, ("open", None))
    assert TITLE in text_of(get(client, "/find-tilbud/"))
    with committed():
        offer.audiences = [OfferAudience(level="only", target_group=helpers)]
        offer.save()
    assert TITLE not in text_of(get(client, "/find-tilbud/"))


def test_professionals_find_it_with_its_terms_and_whom_to_ask(client, publish, helpers):
    publish(TITLE, ("only", helpers))
    text = text_of(get(client, "/fagfolk/"))
    for words in (TITLE, "Vilkår: 300 kr. med frokost", "Kontakt: Kontoret, 76 00 00 00"):
        assert words in text


@pytest.mark.parametrize("levels", [("mainly",), ("only", "only")])
def test_what_others_may_use_too_is_for_citizens(publish, helpers, levels):
    relatives = TargetGroupFactory(name="Pårørende", slug="paaroerende")
    offer = publish(TITLE, *zip(levels, (helpers, relatives), strict=False))
    assert list(offers().values_list("pk", flat=True)) == [offer.pk]
    assert not OfferPage.objects.for_professionals().exists()


def test_those_of_other_municipalities_and_drafts_are_not_on_the_page(client, publish, helpers):
    publish(TITLE, ("only", helpers)).unpublish()
    elsewhere = DropInCentreFactory(title="Andetsteds")
    elsewhere.audiences = [OfferAudience(level="only", target_group=helpers)]
    elsewhere.save()
    text = text_of(get(client, "/fagfolk/"))
    assert TITLE not in text
    assert "Andetsteds" not in text
