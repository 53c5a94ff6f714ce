"""Whoever writes a civil registration number into whatever field is told, and it is kept nowhere."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from wagtail.documents.models import Document
from wagtail.fields import StreamField
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from directory.models import OfferPage, Place, SiteSettings, SynonymGroup, TextPage
from tests import factories
from tests.cms.editing import people

CPR = "010190-1234"


def written_fields():
    """Every field of every model that people can write words into, found again and not by the code that is tested."""
    kinds = (StreamField, models.CharField, models.TextField, models.FileField)
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, kinds) and field.editable and not field.choices:
                yield pytest.param(field, id=f"{model._meta.label}.{field.name}")


def holding_a_number(field):
    if isinstance(field, StreamField):
        return field.to_python([{"type": "text", "value": f"<p>Han er {CPR}</p>"}])
    if isinstance(field, models.FileField):
        return ContentFile(b"x", name=f"brev-{CPR}.pdf")
    return CPR


@pytest.mark.parametrize("field", list(written_fields()))
def test_every_field_of_every_model_refuses_it(field):
    with pytest.raises(ValidationError) as refused:
        field.run_validators(holding_a_number(field))
    assert "cpr" in {fault.code for fault in refused.value.error_list}


def test_fields_of_our_own_and_of_wagtail_are_among_them():
    found = {param.id for param in written_fields()}
    assert {
        "directory.DropInCentrePage.house_rules",
        "directory.DropInCentrePage.title",
        "directory.FirstVisitStep.text",
        "directory.Helpline.about",
        "directory.OrganisationPage.website",
        "directory.Place.entrance",
        "directory.SiteSettings.logo_alt",
        "directory.SynonymGroup.phrases",
        "directory.TextPage.body",
        "directory.LandingText.body",
        "wagtailcore.Collection.name",
        "wagtaildocs.Document.file",
        "wagtaildocs.Document.title",
        "wagtailimages.Image.description",
        "wagtailimages.Image.file",
        "wagtailimages.Image.title",
    } <= found


@pytest.mark.django_db
class TestWriting:
    @pytest.fixture
    def operator(self):
        factories.portal()
        return people.signed_in(people.operator())

    @pytest.mark.parametrize(
        "name", ["title", "teaser", "body", "picture_alt", "phone_hours", "photo_policy", "website"]
    )
    def test_a_page_is_not_saved_by_code_either(self, name):
        offer = factories.OfferFactory()
        setattr(offer, name, f"https://example.org/{CPR}" if name == "website" else f"Han er {CPR}")
        with pytest.raises(ValidationError) as refused:
            offer.save()
        assert name in refused.value.message_dict
        assert not OfferPage.objects.filter(**{f"{name}__contains": CPR}).exists()

    @pytest.mark.parametrize(
        "body",
        [
            [("heading", CPR)],
            [("list", ["et", CPR])],
            [("text", "<p>0101<b>90</b>-1234</p>")],
        ],
    )
    def test_no_block_of_a_text_takes_it(self, body):
        page = factories.TextPageFactory()
        page.body = body
        with pytest.raises(ValidationError) as refused:
            page.save()
        assert "body" in refused.value.message_dict

    def test_the_random_keys_of_blocks_are_nobodys_number(self):
        page = factories.TextPageFactory()
        block = {"type": "text", "value": "<p>Hej</p>", "id": "ab010190-1234-4abc-8abc-abcdefabcdef"}
        page.body = TextPage._meta.get_field("body").to_python([block])
        page.save()

    @pytest.mark.parametrize(
        ("address", "data"),
        [
            ("/admin/collections/add/", {"name": f"Sager {CPR}", "parent": 1}),
            ("/admin/snippets/directory/synonymgroup/add/", {"head": "x", "equal": f"et\n{CPR}", "phrases": ""}),
            ("/admin/snippets/directory/place/add/", {"name": f"Huset {CPR}", "slug": "huset"}),
            ("/admin/groups/new/", {"name": CPR}),
        ],
    )
    def test_the_form_says_why_and_nothing_is_kept(self, operator, address, data):
        before = [model.objects.count() for model in (Collection, SynonymGroup, Place)]
        answer = operator.post(address, data)
        assert answer.status_code == 200
        assert "Det ligner et cpr-nummer" in answer.content.decode()
        assert [model.objects.count() for model in (Collection, SynonymGroup, Place)] == before

    @pytest.mark.parametrize(
        ("kind", "field"),
        [
            *(("images", field) for field in ("title", "description", "tags", "file")),
            *(("documents", field) for field in ("title", "tags", "file")),
        ],
    )
    def test_neither_name_nor_title_nor_label_of_an_upload_takes_it(self, operator, kind, field):
        name = f"brev-{CPR}" if field == "file" else "brev"
        content, ending = (_png(), "png") if kind == "images" else (b"%PDF-1.7", "pdf")
        data = {"title": "Brev", "description": "", "tags": "", "collection": 1}
        data |= {"file": ContentFile(content, name=f"{name}.{ending}")} | ({field: CPR} if field != "file" else {})
        answer = operator.post(f"/admin/{kind}/add/", data)
        assert answer.status_code == 200
        assert "Det ligner et cpr-nummer" in answer.content.decode()
        assert not Image.objects.exists()
        assert not Document.objects.exists()

    def test_many_files_at_once_are_refused_by_their_names(self, operator):
        for kind, content in (("images", _png()), ("documents", b"%PDF-1.7")):
            ending = "png" if kind == "images" else "pdf"
            file = ContentFile(content, name=f"{CPR}.{ending}")
            answer = operator.post(f"/admin/{kind}/multiple/add/", {"title": "Brev", "files[]": file}).json()
            assert not answer["success"]
            assert "Det ligner et cpr-nummer" in answer["error_message"]


def _png() -> bytes:
    return get_test_image_file().file.getvalue()


def test_settings_of_a_site_refuse_it_too():
    with pytest.raises(ValidationError) as refused:
        SiteSettings(logo_alt=CPR).clean_fields(exclude=["site"])
    assert set(refused.value.message_dict) == {"logo_alt"}
