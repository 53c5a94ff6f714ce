"""A row of the table that does not agree with the fields, the form or another row is an error when the site starts."""

from dataclasses import replace

import pytest

from directory.facets import FACETS, Facet, Value, fact
from directory.facets.readers import answer, place_answer
from directory.facets.table import PRACTICAL
from directory.find.checks import facets_agree

SMOKE = fact("smoke", "roeg", "You may smoke", PRACTICAL, answer("dogs"))


@pytest.fixture
def said(monkeypatch):
    """What is said of a table that has this row as well."""

    def problems(row):
        monkeypatch.setattr(FACETS, "rows", (*FACETS.rows, row))
        found = facets_agree()
        assert {(one.id, bool(one.hint)) for one in found} <= {("vejviser.E005", True)}
        return [one.msg for one in found]

    return problems


def test_the_table_agrees_and_the_database_is_not_asked():
    # Without the mark of a database every query is an error.
    assert facets_agree() == []


def test_a_row_that_agrees_is_no_error(said):
    assert said(SMOKE) == []


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (replace(SMOKE, name="free"), "Two facets are called free."),
        (replace(SMOKE, param="gratis"), "The address means two things by gratis."),
        (replace(SMOKE, param="sted"), "The address means two things by sted."),
        (replace(SMOKE, label=""), "The facet smoke or one of its values has no name for people."),
        (replace(SMOKE, values=(Value("yes", ""),)), "The facet smoke or one of its values has no name for people."),
        (replace(SMOKE, read=lambda _offer, _above: ()), "The facet smoke reads () from DropInCentrePage"),
        (replace(SMOKE, read=lambda _offer, _above: (None,)), "The facet smoke reads (None,) from PeerOfferPage"),
        (replace(SMOKE, read=answer("smokes")), "The facet smoke cannot be read from GuidancePage"),
        (replace(SMOKE, read=place_answer("smokes")), "The facet smoke cannot be read from AssociationPage"),
        # Only one kind has bath and laundry.
        (replace(SMOKE, read=answer("lockers")), "The facet smoke cannot be read from GroupCoursePage"),
        (replace(SMOKE, read=answer("external_id")), "The form of GuidancePage does not ask for external_id"),
        (replace(SMOKE, values=(Value("yes", "Yes", "teleslynge"),)), "The phrase “teleslynge” wishes for two values."),
        (
            Facet("noise", "lyd", "Sound", answer("noise"), values=(Value("5", "Deafening"),)),
            "The facet noise offers 5, which the field noise never says.",
        ),
        (
            Facet("town", "by", "Town", answer("dogs"), rows="directory.Town"),
            "The values of the facet town are not to be",
        ),
        (
            Facet("town", "by", "Town", answer("dogs"), rows="directory.Place"),
            "Nothing tells how the rows of directory.Pl",
        ),
    ],
)
def test_a_row_that_does_not_agree_is_an_error_that_names_it(said, row, problem):
    assert any(problem in message for message in said(row))
