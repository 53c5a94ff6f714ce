"""Pictures on the way from one installation into another: those of steps and doors come along, that of a host does not."""

import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from directory.models import DeletedOffer, FirstVisitStep, OfferPage, OrganisationPage, Place
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def a_picture(name, side):
    """A picture of so many pixels a side: each side makes another file."""
    image = get_test_image_file(f"{name}.png", size=(side, side))
    return get_image_model().objects.create(title=name, file=image)


@pytest.fixture
def moved(tmp_path):
    """The rows of Vejle, after an offer with all sorts of pictures was taken out of here."""
    place = factories.PlaceFactory(
        entrance_picture=a_picture("door", 9), entrance_picture_alt="En dør", rooms="Stuen\nLoftet"
    )
    owner = factories.OrganisationFactory(parent=factories.MunicipalityFactory(title="Vejle"))
    host = {"host_picture": a_picture("host", 8), "host_picture_alt": "Værten", "host_picture_until": date(2027, 1, 1)}
    offer = factories.DropInCentreFactory(parent=owner, place=place, **host)
    offer.first_visit_steps = [FirstVisitStep(text="Først", picture=a_picture("bell", 7), picture_alt="En klokke")]
    offer.first_visit_steps.add(FirstVisitStep(text="Så", sort_order=1))
    offer.save()
    call_command(
        "export_offers", str(tmp_path / "vejle.json"), *_options(tmp_path), municipality="vejle", stdout=io.StringIO()
    )
    for page in OrganisationPage.objects.all():
        Page.objects.get(pk=page.pk).delete()
    for rows in (Place, get_image_model(), DeletedOffer):
        rows.objects.all().delete()
    return tmp_path / "vejle.json"


def _options(folder):
    return ["--pictures", str(folder / "pictures")]


def test_steps_and_the_door_come_with_their_pictures_and_the_house_with_its_rooms(moved, tmp_path):
    call_command("import_offers", str(moved), *_options(tmp_path), stdout=io.StringIO())
    offer = OfferPage.objects.get()
    steps = [
        (step.text, step.picture and step.picture.title, step.picture_alt) for step in offer.first_visit_steps.all()
    ]
    assert steps == [("Først", "bell", "En klokke"), ("Så", None, "")]
    assert (offer.place.entrance_picture.title, offer.place.entrance_picture_alt) == ("door", "En dør")
    assert offer.place.room_lines == ["Stuen", "Loftet"]


def test_the_host_has_consented_to_one_installation_alone(moved, tmp_path):
    assert "host_picture" not in moved.read_text()
    assert not (tmp_path / "pictures" / "host.png").exists()
    call_command("import_offers", str(moved), *_options(tmp_path), stdout=io.StringIO())
    assert OfferPage.objects.get().host_picture is None


def test_without_the_folder_the_words_come_and_each_missing_picture_is_told(moved):
    out = io.StringIO()
    call_command("import_offers", str(moved), stdout=out)
    assert [step.text for step in OfferPage.objects.get().first_visit_steps.all()] == ["Først", "Så"]
    assert all(name in out.getvalue() for name in ("bell", "door"))


def test_a_picture_that_is_no_name_is_refused(moved):
    rows = json.loads(moved.read_text())
    rows[0]["exact"]["first_visit_steps"][0]["picture"]["file"] = "../../etc/passwd"
    moved.write_text(json.dumps(rows))
    out = io.StringIO()
    with pytest.raises(CommandError):
        call_command("import_offers", str(moved), stdout=out, stderr=out)
    assert OfferPage.objects.count() == 0
