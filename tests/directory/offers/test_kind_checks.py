"""A class of offers that lacks something that its kind needs is an error at start, with what to do about it."""

import pytest
from django.template import TemplateDoesNotExist

from directory.models import KINDS, OfferPage
from directory.models.kinds.drop_in_centre import DropInCentrePage
from directory.offers import checks


@pytest.fixture
def said():
    return lambda: [(problem.msg, problem.hint, problem.obj, problem.id) for problem in checks.every_kind_is_complete()]


def test_a_class_under_the_kind_of_another_is_told_where_its_row_goes(said, monkeypatch):
    monkeypatch.setattr(DropInCentrePage, "kind", "peer_offer")
    ((problem, hint, model, code),) = said()
    assert problem == "The kind 'peer_offer' is not DropInCentrePage's."
    assert "directory/models/kinds" in hint
    assert (model, code) == (DropInCentrePage, "vejviser.E010")


def test_a_kind_that_nobody_wrote_a_template_and_words_for_is_told_both(said, monkeypatch):
    kinds = {**KINDS, "allotment": DropInCentrePage}
    monkeypatch.setattr(checks, "KINDS", kinds)
    monkeypatch.setattr(DropInCentrePage, "kind", "allotment")
    (template, words) = said()
    assert template[0] == "The kind allotment has no template."
    assert "kinds/_allotment.html" in template[1]
    assert words[0] == "The kind allotment has no everyday words."
    with pytest.raises(TemplateDoesNotExist):
        checks.get_template(checks.kind_template("allotment"))


def test_a_kind_that_bears_the_name_of_all_offers_is_told_to_take_its_own(said, monkeypatch):
    monkeypatch.setattr(DropInCentrePage._meta, "verbose_name", OfferPage._meta.verbose_name)
    ((problem, hint, _model, _code),) = said()
    assert problem == "The kind drop_in_centre has no name for people."
    assert "verbose_name" in hint
