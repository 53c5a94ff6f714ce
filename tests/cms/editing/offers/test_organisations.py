"""The listing of organisations, as editors use it."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db
LISTING = "/admin/organisations/"


@pytest.fixture(autouse=True)
def organisations(portal):
    vejle = factories.MunicipalityFactory(title="Vejle", parent=portal)
    club = factories.OrganisationFactory(title="Klubben", parent=vejle, organisation_type="association")
    factories.OfferFactory(parent=club)
    factories.OrganisationFactory(title="Afdelingen", organisation_type="municipal", demonstration="made_up")
    return vejle


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Afdelingen", "Klubben"]),
        ("ordering=-numchild", ["Klubben", "Afdelingen"]),
        ("ordering=branch_title", ["Afdelingen", "Klubben"]),
        ("organisation_type=association", ["Klubben"]),
        ("organisation_type=municipal&organisation_type=association", ["Afdelingen", "Klubben"]),
        ("offers=none", ["Afdelingen"]),
        ("offers=some", ["Klubben"]),
        ("demonstration=made_up", ["Afdelingen"]),
        ("q=klub", ["Klubben"]),
        ("organisation_type=rumskib", ["Afdelingen", "Klubben"]),
    ],
)
def test_filters_narrow_the_listing(operator, seen, query, found):
    assert seen(operator.get(f"{LISTING}?{query}")) == found


def test_organisations_of_one_municipality(operator, seen, organisations):
    assert seen(operator.get(LISTING, {"municipality": organisations.path})) == ["Klubben"]


def test_the_listing_takes_the_same_number_of_queries_however_long_it_is(operator, django_assert_num_queries):
    operator.get(LISTING)
    with django_assert_num_queries(LISTING_QUERIES):
        operator.get(LISTING)
    for _time in range(20):
        factories.OrganisationFactory(parent=factories.MunicipalityFactory())
    # A new municipality is another generation, whose first request reads where the sites stand.
    operator.get(LISTING)
    with django_assert_num_queries(LISTING_QUERIES):
        operator.get(LISTING)


#: Session, user, rights; branches to choose from; count, rows, and what belongs to them.
LISTING_QUERIES = 16


def test_a_new_organisation_asks_where_it_is_to_stand(operator):
    assert operator.get("/admin/organisations/choose_parent/").status_code == 200
