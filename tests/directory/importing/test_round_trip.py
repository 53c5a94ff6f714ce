"""Out of one installation and into another: nothing of an offer is lost, and nothing is told that should not be."""

import io
import json
import random

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction

from directory.demo.loading import load_demo
from directory.importing.exact.fields import (
    authority_rows,
    offer_fields,
    organisation_fields,
    place_fields,
    row_fields,
    values,
)
from directory.models import KINDS, DeletedOffer, OfferLink, OfferPage, OrganisationPage, Place
from directory.seeds.loading import load_seeds
from tests import factories
from tests.directory.importing.made_up import an_owner, made_up, with_all_rows

pytestmark = pytest.mark.django_db
ROWS = ("opening_hours", "closures", "sessions", "first_visit_steps", "performers")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def files(tmp_path):
    """Writes municipalities to files, empties the installation as another would be, and reads them again."""
    folder = tmp_path / "moved"
    folder.mkdir()

    class Files:
        told = ""

        def write(self, *names, options=()):
            for name in names:
                target = folder / f"{name}.json"
                call("export_offers", target, "--municipality", name, "--pictures", folder / "pictures", *options)
            return [row for name in names for row in json.loads((folder / f"{name}.json").read_text())]

        def join(self, name, rows):
            """One file of many, since each that is read reads all that is here."""
            (folder / f"{name}.json").write_text(json.dumps(rows))

        def read(self, *names, options=()):
            self.told = "".join(
                call("import_offers", folder / f"{name}.json", "--pictures", folder / "pictures", *options)
                for name in names
            )
            return self.told

    return Files()


def call(command, *args):
    out = io.StringIO()
    with translation.override("en"):
        call_command(command, *map(str, args), stdout=out)
    return out.getvalue()


def forget_everything():
    """Be another installation, which never had the offers and so has none that were deleted."""
    Page.objects.filter(pk__in=OrganisationPage.objects.values("pk")).delete()
    Place.objects.all().delete()
    get_image_model().objects.all().delete()
    DeletedOffer.objects.all().delete()


def everything():
    """All that is told of each offer, by what it leads to and not by keys."""
    found = {}
    for model in KINDS.values():
        for offer in model.objects.select_related("place", "picture"):
            organisation = offer.get_parent().specific
            place = offer.place
            found[organisation.get_parent().slug, organisation.slug, offer.slug] = {
                "fields": values(offer, offer_fields(model)),
                "live": offer.live,
                "organisation": (organisation.title, values(organisation, organisation_fields())),
                "branch": organisation.get_parent().slug,
                "authorities": (authority_rows(offer), authority_rows(organisation)),
                "place": place and values(place, place_fields()),
                "picture": offer.picture and (offer.picture.title, offer.picture.get_file_hash()),
                "needs": sorted(need.slug for need in offer.needs.all()),
                "languages": sorted(language.code for language in offer.languages.all()),
                "audiences": sorted((row.level, str(row.target_group)) for row in offer.audiences.all()),
                "links": sorted((row.direction, row.to.slug) for row in offer.links.all()),
                **{
                    name: sorted(str(values(row, row_fields(name))) for row in getattr(offer, name).all())
                    for name in ROWS
                },
            }
    return found


def differences(before, after):
    """What is not as it was: offer, name of the fact, before and after."""
    gone = [(key, "gone or new") for key in before.keys() ^ after.keys()]
    changed = []
    for key in before.keys() & after.keys():
        one, other = ({**told, **told["fields"], "fields": None} for told in (before[key], after[key]))
        changed += [(key, name, one[name], other[name]) for name in one if one[name] != other[name]]
    return gone + changed


@pytest.mark.slow
def test_every_offer_of_the_demonstration_comes_back_as_it_was(files):
    list(load_seeds(demonstration=True))
    list(load_demo(None))
    before = everything()
    assert len(before) == OfferPage.objects.count() > 380
    names = sorted({row["branch"] for row in before.values()})
    files.join("country", files.write(*names, options=["--with-hidden-addresses"]))
    forget_everything()
    files.read("country")
    assert differences(before, everything()) == []
    assert "Created: 0. Updated: 0." in files.read(names[0])


@pytest.mark.parametrize("kind", KINDS)
def test_made_up_offers_of_every_kind_come_back_with_rows_links_pictures_and_places(kind, files):
    chance = random.Random(kind)
    vejle = factories.MunicipalityFactory(title="Vejle")
    owner = an_owner(vejle)
    terms = factories.NeedFactory(), factories.TargetGroupFactory()
    picture = get_image_model().objects.create(title="Døren", file=get_test_image_file("doer.png"))
    place = factories.PlaceFactory(lat=55.7, lon=9.5, route="Et\nTo", step_free="no", municipality=vejle)
    offers = []
    for number in range(3):
        told = {"parent": OrganisationPage.objects.get(pk=owner.pk), "title": f"Æ {number}"}
        made = factories.OFFER_FACTORIES[kind](**told, **made_up(KINDS[kind], chance))
        offers.append(with_all_rows(made, terms, place, picture))
    offers[0].links = [OfferLink(direction="next", to=offers[2])]  # one that stands further down in the file
    offers[0].body = f'<p>Se <a id="{offers[1].pk}" linktype="page">den anden</a> &amp; <i>mere</i>.</p>'
    offers[0].save()
    before = everything()
    files.write("vejle")
    forget_everything()
    files.read("vejle")
    after = everything()
    assert ("vejle", "huset", offers[0].slug) in after, files.told
    first = after["vejle", "huset", offers[0].slug]["fields"]
    here = OfferPage.objects.get(slug=offers[1].slug)
    first["body"] = first["body"].replace(f'id="{here.pk}"', f'id="{offers[1].pk}"')
    assert differences(before, after) == []


def test_a_municipality_moves_away_is_edited_there_and_comes_back(files):
    vejle = factories.MunicipalityFactory(title="Vejle")
    offer = factories.OfferFactory(title="Huset", parent=factories.OrganisationFactory(parent=vejle))
    known = str(offer.translation_key)
    assert files.write("vejle")[0]["id"] == known
    forget_everything()
    files.read("vejle")  # the other installation
    there = OfferPage.objects.get().specific
    there.teaser = "Rettet derude."
    there.save_revision().publish()
    assert files.write("vejle")[0]["id"] == known
    forget_everything()
    files.read("vejle")
    assert (OfferPage.objects.get().external_id, OfferPage.objects.get().teaser) == (known, "Rettet derude.")


def test_a_file_from_elsewhere_finds_the_page_that_was_never_gone_and_leaves_it_alone_unless_forced(files):
    vejle = factories.MunicipalityFactory(title="Vejle")
    offer = factories.OfferFactory(parent=factories.OrganisationFactory(parent=vejle), teaser="Før")
    files.write("vejle")
    offer.teaser = "Efter"
    offer.save_revision().publish()
    assert "Edited here: 1." in files.read("vejle")
    files.read("vejle", options=["--force"])
    assert [page.teaser for page in OfferPage.objects.all()] == ["Før"]


@pytest.mark.parametrize("visibility", ["secret", "on_request"])
def test_an_address_that_is_not_public_is_in_no_file_that_nobody_asked_it_into(files, visibility, tmp_path):
    vejle = factories.MunicipalityFactory(title="Vejle")
    house = factories.PlaceFactory(name="Bag laden 7", street="Bag laden 7", visibility=visibility, route="Ad stien")
    factories.OfferFactory(parent=factories.OrganisationFactory(parent=vejle), place=house)
    told = json.dumps(files.write("vejle"), ensure_ascii=False)
    for word in ("Bag laden", "bag-laden", "Ad stien", "testvej"):
        assert word not in told
    files.read("vejle", options=["--force"])
    assert OfferPage.objects.get().place == house  # what is known here is not lost by it
    forget_everything()
    files.read("vejle")
    assert OfferPage.objects.get().place.visibility == visibility
    forget_everything()


def test_addresses_that_are_not_public_move_when_an_operator_says_so(files):
    vejle = factories.MunicipalityFactory(title="Vejle")
    house = factories.PlaceFactory(street="Bag laden 7", visibility="secret", municipality=vejle)
    factories.OfferFactory(parent=factories.OrganisationFactory(parent=vejle), place=house)
    files.write("vejle", options=["--with-hidden-addresses"])
    forget_everything()
    files.read("vejle")
    assert (Place.objects.get().street, Place.objects.get().visibility) == ("Bag laden 7", "secret")


def test_a_draft_stays_one_and_what_not_everybody_may_see_becomes_one(files):
    vejle = factories.MunicipalityFactory(title="Vejle")
    owner = factories.OrganisationFactory(parent=vejle)
    factories.OfferFactory(title="Udkast", parent=owner, live=False)
    private = factories.OfferFactory(title="Privat", parent=OrganisationPage.objects.get(pk=owner.pk))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    files.write("vejle")
    forget_everything()
    files.read("vejle")
    assert sorted(OfferPage.objects.values_list("title", "live")) == [("Privat", False), ("Udkast", False)]
    assert "Unchanged: 2." in files.read("vejle")


def test_two_houses_of_the_same_name_stay_two(files):
    vejle = factories.MunicipalityFactory(title="Vejle")
    house = factories.PlaceFactory(slug="huset", street="Vestergade 1")
    factories.OfferFactory(parent=factories.OrganisationFactory(parent=vejle), place=house)
    files.write("vejle")
    forget_everything()
    other = factories.PlaceFactory(slug="huset", street="Andetsteds 9", city="Kolding")
    files.read("vejle")
    assert OfferPage.objects.get().place != other
    assert OfferPage.objects.get().place.street == "Vestergade 1"


def test_a_picture_that_is_another_than_the_file_says_is_not_taken(files, tmp_path):
    vejle = factories.MunicipalityFactory(title="Vejle")
    picture = get_image_model().objects.create(title="Døren", file=get_test_image_file("doer.png"))
    factories.OfferFactory(parent=factories.OrganisationFactory(parent=vejle), picture=picture)
    files.write("vejle")
    forget_everything()
    [copy] = (tmp_path / "moved" / "pictures").iterdir()
    copy.write_bytes(b"<svg onload=x>")
    assert copy.name in files.read("vejle")
    assert OfferPage.objects.get().picture is None


def test_a_municipality_that_is_not_there_has_no_file(tmp_path):
    factories.MunicipalityFactory(title="Vejle")
    with pytest.raises(CommandError, match="Atlantis"):
        call("export_offers", tmp_path / "x.json", "--municipality", "Atlantis")


def test_a_file_of_offers_is_for_its_owner_alone(files, tmp_path):
    factories.MunicipalityFactory(title="Vejle")
    files.write("vejle")
    assert (tmp_path / "moved" / "vejle.json").stat().st_mode & 0o777 == 0o600
