"""The page for professionals: steps with their offers, recipients by the day, texts to copy, sheets for a pen."""

from datetime import date, datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from directory.models import Authority, AuthorityName, OfferAuthority, ReferralRecipient, StartCard
from directory.professionals.sheets import SHEETS
from tests.directory.reading import get, text_of
from tests.factories import DropInCentreFactory, GuidanceFactory, OrganisationFactory, TargetGroupFactory

pytestmark = pytest.mark.django_db
PATH = "/fagfolk/"


def links(client, path=PATH):
    soup = BeautifulSoup(get(client, path).content, "html.parser")
    return {" ".join(link.get_text().split()): link["href"] for link in soup.select("main a")}


@pytest.fixture
def authority(db):
    """A municipality whose referrals go elsewhere from the new year."""
    made = Authority(slug="vejle-kommune", kind="municipality")
    made.names = [AuthorityName(name="Vejle Kommune")]
    made.recipients = [
        ReferralRecipient(purpose="forebyggelse", message="XREF15", name="Sundhedshuset", last_day=date(2026, 12, 31)),
        ReferralRecipient(purpose="forebyggelse", message="XREF15", name="Regionen", first_day=date(2027, 1, 1)),
    ]
    made.save()
    return made


def referred(site, authority):
    offer = GuidanceFactory(parent=OrganisationFactory(parent=site), access="referral", title="Hold")
    offer.authorities = [OfferAuthority(authority=authority)]
    offer.save()
    return offer


def test_each_step_has_its_offers_and_leads_to_them(client, municipality_site, index, committed):
    with committed():
        owner = OrganisationFactory(parent=municipality_site)
        DropInCentreFactory(parent=owner, access="drop_in", intervention_level="prevention")
        GuidanceFactory(parent=owner, access="drop_in", intervention_level="unknown")
    text = text_of(get(client, PATH))
    assert "Du kan bare komme (2)" in text
    assert "Åbent for alle, før det bliver svært (1)" in text
    assert "Hjælp hele døgnet: ingen her" in text
    assert "2 tilbud" in text_of(get(client, links(client)["Du kan bare komme"]))


def test_a_search_that_is_out_takes_the_numbers_and_not_the_page(client, municipality_site, index, tmp_path):
    (tmp_path / "index").rename(tmp_path / "gone")
    assert "Hjælp hele døgnet" in links(client)


@pytest.mark.parametrize(
    ("day", "now", "ahead"),
    [
        (datetime(2026, 12, 31, 23, 59), "Sundhedshuset", True),
        (datetime(2027, 1, 1), "Regionen", False),
    ],
)
def test_referrals_go_where_they_go_today(client, municipality_site, authority, monkeypatch, day, now, ahead):
    referred(municipality_site, authority)
    monkeypatch.setattr(timezone, "now", lambda: timezone.make_aware(day))
    text = text_of(get(client, PATH))
    assert f"Vejle Kommune {now} ( forebyggelse , XREF15)" in text
    assert ("Fra 1. januar 2027: Regionen" in text) is ahead
    assert ("Sundhedshuset" in text) is ahead


def test_where_nobody_has_told_a_recipient_the_telephone_is_named(client, municipality_site):
    municipality_site.help_phone = "76000000"
    municipality_site.save()
    text = text_of(get(client, PATH))
    assert "Ring i stedet" in text
    assert "76 00 00 00" in text


def test_every_sheet_is_there_to_print_with_lines_and_without_a_field(client, municipality_site):
    for slug, sheet in SHEETS.items():
        soup = BeautifulSoup(get(client, f"{PATH}ark/{slug}/").content, "html.parser")
        assert soup.h1.get_text() == str(sheet.title)
        assert len(soup.select(".vv-lines-by-hand")) == sum(len(part.prompts) for part in sheet.parts)
        assert not soup.select("main input, main textarea")
    assert client.get(f"{PATH}ark/andet/", headers={"host": "vejle.localhost"}).status_code == 404


def test_the_page_asks_the_database_little(
    client, municipality_site, authority, index, committed, django_assert_max_num_queries
):
    with committed():
        for _number in range(5):
            referred(municipality_site, authority)
    get(client, PATH)
    with django_assert_max_num_queries(6):
        get(client, PATH)


@pytest.mark.parametrize(
    ("text", "told"),
    [("sociale henvisninger", True), ("Social prescribing", True), ("XREF15", True), ("jeg er ensom", False)],
)
def test_words_of_professionals_lead_here(client, municipality_site, index, committed, text, told):
    with committed():
        DropInCentreFactory(parent=OrganisationFactory(parent=municipality_site), title="Social Ensom Henvisning")
    assert ("Se siden for fagfolk" in links(client, f"/find-tilbud/?q={text}")) is told


def test_the_card_of_the_front_page_leads_here_also_where_no_offer_is_for_professionals(
    client, municipality_site, index
):
    card = StartCard.objects.create(group="person", label="Jeg er fagperson", slug="fagperson")
    card.target_groups.add(TargetGroupFactory(name="Fagfolk", slug="fagfolk"))
    assert links(client, "/")["Jeg er fagperson"] == PATH
