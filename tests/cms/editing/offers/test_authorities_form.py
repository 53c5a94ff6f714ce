"""What editors write of who is responsible: refused where two are on one day, and kept with the draft."""

from datetime import date

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from directory.models import Authority, AuthorityName, OfferAuthority, OfferPage
from tests import factories
from tests.cms.editing.offers.test_form import edit, written

pytestmark = pytest.mark.django_db

_CLASH = "ville have ansvaret samme dag. Giv den række, der stopper, en sidste dag"


@pytest.fixture
def authorities():
    found = []
    for slug, name in (("vejle-kommune", "Vejle Kommune"), ("region-syddanmark", "Region Syddanmark")):
        row = Authority(slug=slug, kind="region")
        row.names = [AuthorityName(name=name)]
        row.save()
        found.append(row)
    return found


def rows(*told):
    """Rows of the form: (authority, first day, last day)."""
    fields = [{"authority": row.pk, "first_day": first, "last_day": last, "id": ""} for row, first, last in told]
    return nested_form_data({"authorities": inline_formset(fields)})


@pytest.mark.parametrize("make", [factories.DropInCentreFactory, factories.OrganisationFactory])
def test_two_authorities_on_one_day_are_refused_at_the_row_and_side_by_side_are_kept(operator, authorities, make):
    page, (municipality, region) = make(), authorities
    html = operator.get(edit(page)).content
    for last, status in (("2027-01-01", 200), ("2026-12-31", 302)):
        told = rows((municipality, "", last), (region, "2027-01-01", ""))
        answer = operator.post(edit(page), written(html, **told, **{"action-publish": "1"}))
        assert answer.status_code == status, answer.content.decode()[:2000]
        assert (_CLASH in answer.content.decode()) is (status == 200)
    days = page.authorities.model.objects.order_by("pk").values_list("authority", "first_day", "last_day")
    assert list(days) == [(municipality.pk, None, date(2026, 12, 31)), (region.pk, date(2027, 1, 1), None)]


def test_a_draft_carries_its_own_rows_and_the_published_page_keeps_its(operator, authorities):
    municipality, region = authorities
    offer = factories.DropInCentreFactory()
    offer.authorities = [OfferAuthority(authority=municipality)]
    offer.save()
    html = operator.get(edit(offer)).content
    kept = offer.authorities.get().pk
    told = rows((municipality, "", "2026-12-31"), (region, "2027-01-01", ""))
    told |= {"authorities-INITIAL_FORMS": "1", "authorities-0-id": kept}
    assert operator.post(edit(offer), written(html, **told)).status_code == 302
    offer = OfferPage.objects.get(pk=offer.pk).specific
    assert offer.authorities.get().last_day is None
    assert offer.get_latest_revision_as_object().authorities.count() == 2


def test_an_authority_gets_a_new_name_from_a_day_and_never_two_at_once(operator, authorities):
    row = authorities[1]
    address = f"/admin/snippets/directory/authority/edit/{row.pk}/"
    html = operator.get(address).content.decode()
    assert "Region Syddanmark" in html
    names = [
        {"name": "Region Syddanmark", "first_day": "", "last_day": "", "source_url": "", "id": row.names.get().pk},
        {"name": "Region Syd", "first_day": "2027-01-01", "last_day": "", "source_url": "", "id": ""},
    ]
    told = {"slug": row.slug, "kind": row.kind, "recipients": inline_formset([])}
    answer = operator.post(address, nested_form_data({**told, "names": inline_formset(names, initial=1)}))
    assert "ville gælde samme dag" in answer.content.decode()
    names[0]["last_day"] = "2026-12-31"
    answer = operator.post(address, nested_form_data({**told, "names": inline_formset(names, initial=1)}))
    assert answer.status_code == 302
    assert [name.name for name in Authority.objects.get(pk=row.pk).names.all()] == ["Region Syddanmark", "Region Syd"]


def test_an_authority_that_is_responsible_for_something_is_not_deleted(operator, authorities):
    used, unused = authorities
    offer = factories.DropInCentreFactory()
    offer.authorities = [OfferAuthority(authority=used)]
    offer.save()
    for row in (used, unused):
        operator.post(f"/admin/snippets/directory/authority/delete/{row.pk}/")
    assert list(Authority.objects.all()) == [used]
