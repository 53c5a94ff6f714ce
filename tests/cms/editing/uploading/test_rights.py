"""Whoever imports reaches the own branch alone, and there no more than the person's own rights do."""

import io
import zipfile

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from directory.importing.write.marks import is_edited
from directory.models import OfferPage, Place
from directory.uploading import work
from directory.uploading.models import Stage, Upload
from tests import factories
from tests.cms.editing import people
from tests.cms.editing.uploading.conftest import CAFE, HEAD, Importer, outcomes, table

pytestmark = pytest.mark.django_db


@pytest.fixture
def kolding():
    return factories.MunicipalityFactory(title="Kolding", slug="kolding")


def test_a_row_of_another_municipality_is_refused(approver, kolding):
    approver.send(table(f"{CAFE};Kolding", head=f"{HEAD};Kommune"))
    upload = Upload.objects.get()
    approver.choose(upload)
    work.go_on()
    assert outcomes(upload) == {"Caféen": "refused"}
    assert "Vejle" in upload.rows.get().reason


def test_the_branch_of_another_municipality_cannot_be_chosen(approver, kolding):
    answer = approver.send(table(CAFE), branch=kolding)
    assert "branch" in answer.context["form"].errors
    assert not Upload.objects.exists()


def test_an_id_of_an_offer_elsewhere_does_not_reach_it(approver, kolding):
    theirs = factories.OfferFactory(
        parent=factories.OrganisationFactory(parent=kolding), external_id="42", title="Deres"
    )
    deleted = factories.OfferFactory(parent=theirs.get_parent(), external_id="43")
    deleted.delete()
    ids = ("42", "43", str(theirs.translation_key), "vejle-" + str(theirs.translation_key))
    approver.send(table(*(f"{CAFE.replace('Caféen', f'Café {one}')};{one}" for one in ids), head=f"{HEAD};Nr"))
    upload = Upload.objects.get()
    approver.choose(upload)
    work.go_on()
    approver.press(upload, "write")
    assert set(outcomes(upload).values()) == {"created"}
    theirs.refresh_from_db()
    assert (theirs.title, theirs.get_parent().get_parent().pk) == ("Deres", kolding.pk)


def test_an_id_that_was_given_to_an_offer_elsewhere_by_hand_is_refused(approver, kolding):
    theirs = factories.OfferFactory(parent=factories.OrganisationFactory(parent=kolding), external_id="vejle-1")
    approver.send(table(f"{CAFE};vejle-1", head=f"{HEAD};Nr"))
    upload = Upload.objects.get()
    approver.choose(upload)
    work.go_on()
    assert outcomes(upload) == {"Caféen": "refused"}
    assert OfferPage.objects.get().pk == theirs.pk


def test_secret_houses_and_the_houses_of_others_are_neither_used_nor_changed(approver, kolding):
    where = {"street": "Gaden 1", "postal_code": "7100", "city": "Vejle"}
    factories.PlaceFactory(slug="gaden-1-7100-vejle", municipality=kolding, **where)
    factories.PlaceFactory(slug="hemmeligt", municipality=None, visibility="secret", **where)
    before = list(Place.objects.order_by("pk").values())
    approver.bring(CAFE)
    assert OfferPage.objects.get().place.municipality_id == approver.branch.pk
    assert list(Place.objects.order_by("pk").values())[:2] == before


def test_somebody_who_may_not_publish_imports_drafts_and_changes_nothing_that_is_published(approver, editor):
    editor.bring(CAFE)
    page = OfferPage.objects.get().specific
    assert not page.live
    page.get_latest_revision().publish()
    upload = editor.look(CAFE.replace("12345678", "11223344"))
    assert outcomes(upload) == {"Caféen": "refused"}
    assert "udgive" in upload.rows.get().reason
    theirs = approver.look(CAFE.replace("12345678", "11223344"))
    assert editor.press(theirs, "write").status_code in {302, 403}
    theirs.refresh_from_db()
    assert theirs.stage == Stage.CHECKED
    approver.press(theirs, "write")
    assert editor.press(theirs, "undo").status_code in {302, 403}
    theirs.refresh_from_db()
    assert (theirs.stage, OfferPage.objects.get().phone) == (Stage.WRITTEN, "11223344")


def test_rights_that_somebody_lost_end_the_import(editor):
    upload = editor.look(CAFE)
    editor.browser.post(editor.page(upload), {"do": "write"})
    User.objects.get(username="redaktoer").groups.clear()
    work.go_on()
    upload.refresh_from_db()
    assert (upload.stage, OfferPage.objects.count()) == (Stage.STOPPED, 0)


def test_an_import_is_seen_in_its_own_branch_alone(approver, kolding):
    upload = approver.look(CAFE)
    rights = ("add_page", "change_page", "publish_page")
    other = Importer(people.signed_in(people.editor("naboen", kolding, *rights)), kolding)
    assert other.browser.get(other.page(upload)).status_code == 404
    assert other.press(upload, "write").status_code == 404
    assert "tilbud.csv" not in other.browser.get(reverse("imports")).content.decode()
    house = factories.OrganisationFactory(parent=approver.branch)
    for person in (people.editor("sted", house, "add_page", "change_page"), people.editor("gaest", house)):
        client = people.signed_in(person)
        assert client.get(reverse("imports")).status_code in {302, 403}
        assert client.get(other.page(upload)).status_code in {302, 404}


def bomb():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/sharedStrings.xml", b"\0" * 70_000_000)
    return held.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04nonsense", b"%PDF-1.7 \x00\x01", b"\n\n;;\n", bomb(), b"x" * 10_000_001],
    ids=["broken", "another kind", "empty", "bomb", "huge"],
)
def test_what_is_no_spreadsheet_is_refused_with_words(approver, data):
    answer = approver.send(data, name="tilbud.xlsx")
    if answer.status_code == 302:
        # Any text is a table of one column: none of it is called the name.
        answer = approver.choose(Upload.objects.get())
    assert answer.context["form"].errors
    assert not Upload.objects.exclude(stage=Stage.NEW).exists()


def test_markup_and_formulas_in_cells_are_text_wherever_they_are_shown(approver):
    upload = approver.look(CAFE.replace("Caféen", "=1+1<script>alert(1)</script>"))
    html = approver.browser.get(approver.page(upload)).content.decode()
    assert "<script>alert(1)" not in html
    approver.press(upload, "write")
    page = OfferPage.objects.get().specific
    assert "<script" not in page.title
    assert not is_edited(page, page.get_parent().pk)
