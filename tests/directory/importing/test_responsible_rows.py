"""Who is responsible and who does the work, out of one installation and into another."""

import json
from datetime import date

import pytest
from django.utils import translation

from directory.importing.errors import Refused
from directory.importing.exact.fields import authority_rows
from directory.importing.exact.reading import exact_plan
from directory.models import (
    Authority,
    OfferAuthority,
    OfferPage,
    OfferPerformer,
    OrganisationAuthority,
    OrganisationPage,
)
from tests import factories
from tests.directory.importing.test_round_trip import call, forget_everything

pytestmark = pytest.mark.django_db

NEW_YEAR = date(2027, 1, 1)


@pytest.fixture
def authorities():
    return [Authority.objects.create(slug=slug, kind="region") for slug in ("region-nord", "region-syd")]


@pytest.fixture
def file(authorities, tmp_path):
    """The file of a municipality with an offer that has rows of all sorts, after which nothing of it is here any more."""
    north, south = authorities
    owner = factories.OrganisationFactory(title="Huset", parent=factories.MunicipalityFactory(title="Vejle"))
    owner.authorities = [OrganisationAuthority(authority=north, last_day=date(2026, 12, 31))]
    owner.save()
    offer = factories.DropInCentreFactory(title="Træning", parent=OrganisationPage.objects.get(pk=owner.pk))
    offer.authorities = [OfferAuthority(authority=south, first_day=NEW_YEAR)]
    offer.performers = [OfferPerformer(name="Å & <b>ø</b>", first_day=NEW_YEAR)]
    offer.save()
    target = tmp_path / "vejle.json"
    call("export_offers", target, "--municipality", "Vejle")
    forget_everything()
    return target


def told():
    """What is told of the offer and of its organisation."""
    offer = OfferPage.objects.get(title="Træning").specific
    rows = [authority_rows(page) for page in (offer, OrganisationPage.objects.get(title="Huset"))]
    return rows, [(row.name, row.first_day, row.last_day) for row in offer.performers.all()]


def test_rows_of_offer_and_organisation_come_back_as_they_were(file):
    assert "Created: 1." in call("import_offers", file)
    (of_offer, of_organisation), performers = told()
    assert of_offer == [{"authority": "region-syd", "first_day": NEW_YEAR, "last_day": None}]
    assert of_organisation == [{"authority": "region-nord", "first_day": None, "last_day": date(2026, 12, 31)}]
    assert performers == [("Å & <b>ø</b>", NEW_YEAR, None)]
    assert "Created: 0. Updated: 0." in call("import_offers", file)


def test_an_authority_that_is_not_here_is_left_out_and_named(file):
    Authority.objects.get(slug="region-syd").delete()
    assert "“region-syd”" in call("import_offers", file)
    (of_offer, _of_organisation), _performers = told()
    assert of_offer == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (
            [{"authority": "a"}, {"authority": "b", "first_day": "2027-01-01"}],
            "a and b would be responsible on the same day",
        ),
        ("region-syd", "should be a list"),
        ([1], "should be a list"),
        ([{"authority": ["x"]}], "authority"),
        ([{"authority": "x", "first_day": "yesterday"}], "first_day"),
        ([{"first_day": "2027-01-01"}], "is missing"),
    ],
)
def test_rows_that_cannot_be_are_refused_with_what_is_wrong(file, wrong, told):
    (row,) = json.loads(file.read_text())
    for part in (row["exact"], row["exact"]["organisation"]):
        kept, part["authorities"] = part["authorities"], wrong
        with translation.override("en"), pytest.raises(Refused, match=told):
            exact_plan(row, "vejle")
        part["authorities"] = kept


def test_a_file_of_an_older_version_leaves_what_stands_here(file):
    call("import_offers", file)
    rows = json.loads(file.read_text())
    for part in (rows[0]["exact"], rows[0]["exact"]["organisation"]):
        del part["authorities"]
    rows[0]["exact"]["fields"]["teaser"] = "Noget andet."
    file.write_text(json.dumps(rows))
    assert "Updated: 1." in call("import_offers", file)
    (of_offer, of_organisation), _performers = told()
    assert (len(of_offer), len(of_organisation)) == (1, 1)


def change_organisation(file, *rows):
    """Let the file say something else of who is responsible for the organisation's offers."""
    (row,) = json.loads(file.read_text())
    row["exact"]["organisation"]["authorities"] = list(rows)
    file.write_text(json.dumps([row]))


def of_organisation():
    return [row["authority"] for row in authority_rows(OrganisationPage.objects.get(title="Huset"))]


def test_an_organisation_that_is_here_follows_the_file_though_its_offers_do_not_change(file):
    call("import_offers", file)
    change_organisation(file, {"authority": "region-syd"})
    assert "as the file says: Huset" in call("import_offers", file, "--dry-run")
    assert of_organisation() == ["region-nord"]
    assert "as the file says: Huset" in call("import_offers", file)
    assert of_organisation() == ["region-syd"]
    assert "Huset" not in call("import_offers", file)


@pytest.mark.parametrize("publish", [True, False])
def test_what_an_editor_has_said_of_an_organisation_stays_unless_the_file_is_forced(file, authorities, publish):
    call("import_offers", file)
    page = OrganisationPage.objects.get(title="Huset")
    page.authorities = [OrganisationAuthority(authority=authorities[1], first_day=NEW_YEAR)]
    revision = page.save_revision()
    if publish:
        revision.publish()
    before = of_organisation()
    change_organisation(file, {"authority": "region-nord"})
    assert "stays as it was edited here: Huset" in call("import_offers", file)
    assert of_organisation() == before
    assert "as the file says: Huset" in call("import_offers", file, "--force")
    assert of_organisation() == ["region-nord"]


def test_an_organisation_of_which_nobody_has_told_is_told_by_the_file(file):
    call("import_offers", file)
    page = OrganisationPage.objects.get(title="Huset")
    page.authorities, page.imported = [], ""
    page.save_revision().publish()
    call("import_offers", file)
    assert of_organisation() == ["region-nord"]
