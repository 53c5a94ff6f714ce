"""Pictures of a first visit: of its steps and the door, and of the host for as long as the host consents."""

from datetime import timedelta
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from directory.models import FirstVisitStep, OfferPage
from directory.offers.keeping import take_away_host_pictures
from tests.cms.uploads.photographs import LEFT_OPEN
from tests.directory.reading import text_of
from tests.factories import DropInCentreFactory, PlaceFactory, know_references

pytestmark = [pytest.mark.django_db, *LEFT_OPEN]


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def a_picture(title="billede"):
    return get_image_model().objects.create(title=title, file=get_test_image_file(filename=f"{title}.png"))


def pictures_of(client, offer):
    page = BeautifulSoup(client.get(offer.get_url()).content, "html.parser")
    return [image["alt"] for image in page.select("main img")]


def with_host(days, **facts):
    """An offer whose host consents for so many days from today on."""
    until = timezone.localdate() + timedelta(days=days)
    return DropInCentreFactory(
        host_role="Værten",
        host_picture=a_picture("vaert"),
        host_picture_alt="Værten",
        host_picture_until=until,
        **facts,
    )


def test_a_step_of_the_first_visit_and_the_door_show_their_pictures_with_words(client):
    place = PlaceFactory(entrance_picture=a_picture("door"), entrance_picture_alt="En grøn dør")
    offer = DropInCentreFactory(place=place)
    offer.first_visit_steps = [
        FirstVisitStep(text="Ring på.", picture=a_picture("bell"), picture_alt="En klokke"),
        FirstVisitStep(text="Vent lidt."),
        FirstVisitStep(text="Sæt dig."),
    ]
    offer.save()
    assert pictures_of(client, offer) == ["En grøn dør", "En klokke"]


def test_more_steps_with_pictures_take_no_more_queries(client, committed):
    def queries_with(number):
        with committed():
            offer = DropInCentreFactory(title=f"{number} trin")
            offer.first_visit_steps = [
                FirstVisitStep(text=f"Trin {n}", picture=a_picture(f"{number}-{n}"), picture_alt=f"{n}")
                for n in range(number)
            ]
            offer.save()
        client.get(offer.get_url())
        with CaptureQueriesContext(connection) as seen:
            assert len(pictures_of(client, offer)) == number
        return len(seen)

    assert queries_with(3) == queries_with(6)


def test_the_door_of_a_hidden_address_is_not_shown(client):
    place = PlaceFactory(visibility="secret", entrance_picture=a_picture(), entrance_picture_alt="En grøn dør")
    assert pictures_of(client, DropInCentreFactory(place=place)) == []


@pytest.mark.parametrize(("days", "shown"), [(1, ["Værten"]), (0, []), (-400, [])])
def test_a_host_is_shown_until_the_day_on_which_the_consent_ends(client, days, shown):
    assert pictures_of(client, with_host(days)) == shown


def test_a_picture_without_a_dated_consent_is_not_shown(client):
    offer = DropInCentreFactory(host_role="Værten", host_picture=a_picture(), host_picture_alt="Værten")
    assert pictures_of(client, offer) == []


def test_when_the_consent_has_ended_the_picture_is_gone_from_offer_library_and_disk(committed):
    ended, lasting = with_host(0), with_host(30)
    picture = ended.host_picture
    stored, name = picture.file.storage, picture.file.name
    out = StringIO()
    with committed():
        call_command("forget", stdout=out)
    assert "Pictures of hosts taken away: 1" in out.getvalue()
    offer = OfferPage.objects.get(pk=ended.pk)
    assert (offer.host_picture, offer.host_picture_alt, offer.host_picture_until) == (None, "", None)
    assert not get_image_model().objects.filter(pk=picture.pk).exists()
    assert not stored.exists(name)
    assert OfferPage.objects.get(pk=lasting.pk).host_picture == lasting.host_picture
    assert take_away_host_pictures() == 0


def test_a_draft_that_had_the_picture_does_not_bring_it_back():
    offer = with_host(0)
    offer.teaser = "Et andet sted"
    offer.save_revision()
    take_away_host_pictures()
    draft = type(offer).objects.get(pk=offer.pk).get_latest_revision_as_object()
    assert draft.teaser == "Et andet sted"
    assert draft.host_picture is None


def test_a_picture_that_shows_something_else_too_stays_there():
    picture = a_picture()
    other = DropInCentreFactory(picture=picture, picture_alt="Huset")
    know_references()
    day = timezone.localdate()
    DropInCentreFactory(host_picture=picture, host_picture_alt="Værten", host_picture_until=day)
    assert take_away_host_pictures() == 1
    assert OfferPage.objects.get(pk=other.pk).picture == picture


def test_a_door_without_words_is_refused():
    place = PlaceFactory(entrance_picture=a_picture())
    with pytest.raises(ValidationError) as refused:
        place.clean()
    assert set(refused.value.message_dict) == {"entrance_picture_alt"}


def test_the_page_of_a_house_tells_its_rooms(client):
    place = PlaceFactory(slug="huset", rooms="Stuen: lige frem.\nKøkkenet: bag stuen.")
    DropInCentreFactory(place=place)
    text = text_of(client.get("/sted/huset/"))
    assert "Rum i huset" in text
    assert "Køkkenet: bag stuen." in text
