"""The admin speaks Danish, also where Wagtail itself does not."""

import gettext
import re
from pathlib import Path

import pytest
from django.urls import reverse

from tests import factories

FOLDER = Path(__file__).parents[3] / "cms" / "wagtail_in_danish" / "da" / "LC_MESSAGES"
_NAMES = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")


def catalogue(domain):
    with (FOLDER / f"{domain}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)._catalog


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_a_translation_names_no_value_that_the_original_does_not_have(domain):
    strange = {}
    for key, text in catalogue(domain).items():
        original = key if isinstance(key, str) else key[0]
        extra = set(_NAMES.findall(text)) - set(_NAMES.findall(original))
        # A singular may leave the number out that its plural has.
        if extra and original and not isinstance(key, tuple):
            strange[original] = text
    assert strange == {}


def test_the_compiled_catalogue_is_that_of_the_text():
    for domain in ("django", "djangojs"):
        written = (FOLDER / f"{domain}.po").read_text(encoding="utf-8")
        originals = len(re.findall(r'^msgid "(?!"$)', written, flags=re.MULTILINE))
        compiled = {key if isinstance(key, str) else key[0] for key in catalogue(domain)} - {""}
        assert len(compiled) == originals


@pytest.mark.django_db
def test_the_form_of_an_offer_is_in_danish(operator):
    offer = factories.OfferFactory(title="Huset")
    html = operator.get(reverse("wagtailadmin_pages:edit", args=[offer.pk])).content.decode()
    for danish in ("Gem kladde", "Hvad og for hvem", "Historik"):
        assert danish in html
    for english in ("Save draft", "What and for whom", "Toggle side panel"):
        assert english not in html
