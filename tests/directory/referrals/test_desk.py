"""The desk: one's own hand-overs by state, lists of one's own and of colleagues, and what nobody else gets."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.referrals.lists import MAX_LISTED
from directory.referrals.models import NamedList
from directory.referrals.moving import move
from directory.referrals.states import Actor, ReferralState
from tests import factories
from tests.directory.referrals.handing import handed_over, support_worker, taking

pytestmark = pytest.mark.django_db

#: A worker, her permissions and her session are read beside what the page shows.
MAX_QUERIES = 20


def browser_of(user):
    browser = Client(HTTP_HOST="vejle.localhost")
    browser.force_login(user)
    return browser


def listed(owner, municipality, **facts):
    return NamedList.objects.create(**{"name": "Ny i byen", "owner": owner, "municipality": municipality} | facts)


def test_only_staff_come_to_the_desk_and_the_public_page_stays_public(place, desk):
    assert place.get("/fagfolk/bord/").status_code == 302
    assert desk.get("/fagfolk/bord/").status_code == 200
    public = place.get("/fagfolk/")
    assert public.status_code == 200
    assert not public.cookies
    assert 'href="/fagfolk/bord/"' in public.content.decode()


def test_ones_own_hand_overs_stand_by_state_and_nobody_elses(desk, offer, worker, municipality_site):
    waiting, taken = handed_over(offer, worker), handed_over(offer, worker)
    move(taken, ReferralState.RECEIVED, Actor.PLACE)
    others = handed_over(offer, support_worker("kollega", municipality_site))
    page = desk.get("/fagfolk/bord/").content.decode()
    assert "Sendt, ikke besvaret endnu (1)" in page
    assert "Stedet har sagt ja (1)" in page
    assert waiting.reference in page
    assert taken.reference in page
    assert others.reference not in page


def test_many_hand_overs_and_lists_cost_no_more_queries(desk, offer, worker, municipality_site):
    def cost():
        desk.get("/fagfolk/bord/")
        with CaptureQueriesContext(connection) as queries:
            assert desk.get("/fagfolk/bord/").status_code == 200
        return len(queries)

    for _number in range(2):
        handed_over(offer, worker)
        listed(worker, municipality_site, keys=[offer.pk])
    few = cost()
    for number in range(8):
        handed_over(taking(municipality_site, f"Sted {number}"), worker)
        listed(worker, municipality_site)
    assert cost() == few
    assert few <= MAX_QUERIES


def test_a_list_is_made_from_the_address_of_min_liste(desk, offer, worker, municipality_site):
    draft = taking(municipality_site, "Kladde", live=False)
    address = f"https://vejle.localhost/liste/{offer.pk}-{draft.pk}-999999-{offer.pk}/print/"
    made = desk.post("/fagfolk/bord/", {"name": "Ny i byen", "address": address})
    assert made.status_code == 302
    row = NamedList.objects.get()
    assert (row.keys, row.owner, row.municipality.pk, row.is_shared) == (
        [offer.pk],
        worker,
        municipality_site.pk,
        False,
    )
    assert "Strikkecafé" in desk.get(made.url).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "Peter 010190-1234"},
        {"name": ""},
        {"name": "x" * 81},
        {"address": "https://vejle.localhost/"},
        {"address": "/liste/0-0/"},
        {"address": "/liste/" + "9" * 400 + "/"},
    ],
)
def test_what_is_no_list_is_refused_with_the_text_kept(desk, offer, wrong):
    told = {"name": "Ny i byen", "address": f"/liste/{offer.pk}/"} | wrong
    answer = desk.post("/fagfolk/bord/", told)
    assert answer.status_code == 422
    assert (wrong.get("name") or "Ny i byen") in answer.content.decode()
    assert not NamedList.objects.exists()


def test_a_list_holds_thirty_offers_and_no_more(desk, worker, offer, municipality_site):
    row = listed(worker, municipality_site, keys=list(range(10**8, 10**8 + MAX_LISTED - 1)))
    other = taking(municipality_site, "Madklub")
    desk.post(f"/fagfolk/bord/liste/{row.pk}/", {"address": f"/liste/{offer.pk}-{other.pk}/"})
    row.refresh_from_db()
    assert len(row.keys) == MAX_LISTED
    assert row.keys[-1] == offer.pk


def test_the_owner_takes_off_shares_and_deletes_and_what_is_closed_or_gone_is_marked(desk, worker, municipality_site):
    shut = taking(municipality_site, "Lukket sted", state="closed")
    row = listed(worker, municipality_site, keys=[shut.pk, 999_999])
    path = f"/fagfolk/bord/liste/{row.pk}/"
    page = desk.get(path).content.decode()
    assert "Lukket for tiden" in page
    assert "Et tilbud, der ikke er der mere" in page
    desk.post(path, {"off": "999999"})
    desk.post(path, {"what": "share"})
    row.refresh_from_db()
    assert (row.keys, row.is_shared) == ([shut.pk], True)
    desk.post(path, {"what": "delete"})
    assert not NamedList.objects.exists()


def test_colleagues_see_what_is_shared_and_change_nothing_and_others_see_nothing(worker, offer, municipality_site):
    row = listed(worker, municipality_site, keys=[offer.pk], is_shared=True)
    path = f"/fagfolk/bord/liste/{row.pk}/"
    colleague = support_worker("kollega", municipality_site)
    stranger = support_worker("randers", factories.MunicipalityFactory(title="Randers", slug="randers"))
    assert browser_of(colleague).get(path).status_code == 200
    for more in ({"what": "delete"}, {"what": "share"}, {"off": offer.pk}, {"address": f"/liste/{offer.pk}/"}):
        assert browser_of(colleague).post(path, more).status_code == 403
    assert browser_of(stranger).get(path).status_code == 404
    colleague.groups.clear()
    assert browser_of(colleague).get(path).status_code == 403
    row.is_shared = False
    row.save()
    assert browser_of(support_worker("en-til", municipality_site)).get(path).status_code == 404
    assert NamedList.objects.get().keys == [offer.pk]
