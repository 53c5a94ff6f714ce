"""An offer's own page: its blocks in their lasting order, and what it must not tell."""

import pytest
from bs4 import BeautifulSoup
from django.utils import translation

from directory.models import Closure, FirstVisitStep, OfferAudience, OfferLink, OpeningHours, Session
from tests.directory.reading import text_of
from tests.factories import (
    OFFER_FACTORIES,
    DropInCentreFactory,
    FindOffersFactory,
    LanguageFactory,
    NeedFactory,
    PlaceFactory,
    TargetGroupFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", OFFER_FACTORIES)
@pytest.mark.parametrize("language", ["", "/en"])
def test_an_offer_that_tells_nothing_says_so_in_one_line_and_never_no(client, kind, language):
    offer = OFFER_FACTORIES[kind](title="Stille sted")
    with translation.override("da"):
        url = language + offer.get_url()
    response = client.get(url)
    assert response.status_code == 200
    unknown = "We do not know yet:" if language else "Det ved vi ikke endnu:"
    assert text_of(response).count(unknown) == 1
    article = BeautifulSoup(response.content, "html.parser").select_one("article")
    assert [heading["id"] for heading in article.select("h2[id]")] == ["kom-i-gang", "tjekket", "del"]
    # Nobody can be asked, so nobody is told to ask; but one can tell us.
    assert "Spørg gerne stedet" not in text_of(response)
    assert article.select_one(".vv-unknown a[href*=tilbagemelding]")
    said = [line.get_text(strip=True) for line in article.select(".vv-told li")]
    assert not {"Nej", "No", "None", "unknown", ""} & set(said)


#: What an offer can tell of whom one meets, of company, and of what one can do.
_TOLD = {
    "companion": "staff",
    "companion_how": "Send en sms.",
    "companion_from": "Fra din dør, til fods",
    "companion_time": "De første tre gange",
    "companion_to_doctor": "yes",
    "must_introduce": "no",
    "who_comes": "Mest folk fra 30 til 60 år.",
    "ground_rules": "Vi lader hinanden tale ud.",
    "who_decides": "citizens",
    "can_help": "yes",
    "outreach_area": "Hele byen",
    "outreach_stops": "Banegården, mandag kl. 10\nHavnen, fredag kl. 22",
    "shower_laundry": "yes",
}


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("foerste-gang", "Hvorfra og hvordan: Fra din dør, til fods"),
        ("foerste-gang", "De kan også følge dig til læge og sygehus."),
        ("saadan-er-der", "Du behøver ikke præsentere dig."),
        ("saadan-er-der", "Mest folk fra 30 til 60 år."),
        ("saadan-er-der", "Vi lader hinanden tale ud."),
        ("vaer-med", "De, der kommer, bestemmer selv. Du kan hjælpe til, hvis du vil."),
        ("find-vej", "Hele byen"),
        ("find-vej", "Havnen, fredag kl. 22"),
        ("praktisk", "Du kan komme i bad og vaske tøj."),
    ],
)
def test_it_tells_whom_one_meets_how_far_company_goes_and_what_one_can_do(client, block, said):
    offer = OFFER_FACTORIES["guidance"](title="Gadens hjælp", **_TOLD)
    page = BeautifulSoup(client.get(offer.get_url()).content, "html.parser")
    told = page.select_one(f"article h2#{block}").find_parent(["section", "details"])
    assert said in told.get_text(" ", strip=True)


def full_offer():
    """An offer with rows of every sort."""
    place = PlaceFactory(lat=55.7, lon=9.5, route="Gå lige ud.\nDrej til højre.", entrance="En grøn dør.")
    offer = DropInCentreFactory(
        title="Lyspunktet",
        place=place,
        needs=[NeedFactory(), NeedFactory()],
        languages=[LanguageFactory()],
        audiences=[OfferAudience(level="mainly", target_group=TargetGroupFactory(name="Unge"))],
    )
    offer.first_visit_steps = [FirstVisitStep(text=f"Trin {n}") for n in range(3)]
    offer.opening_hours = [OpeningHours(weekday=n, opens="10:00", closes="15:00") for n in range(5)]
    offer.closures = [Closure(first_day="2026-12-24", last_day="2026-12-26")]
    offer.sessions = [Session(day="2026-12-01", starts="10:00")]
    offer.save()
    OfferLink.objects.create(
        offer=offer.offerpage_ptr, direction="next", to=DropInCentreFactory(title="Næste sted").offerpage_ptr
    )
    return offer


def test_an_offer_shows_its_blocks_in_the_lasting_order(client):
    response = client.get(full_offer().get_url())
    soup = BeautifulSoup(response.content, "html.parser")
    order = [heading["id"] for heading in soup.select("article h2[id]")]
    assert order == [
        "for-mig",
        "tider",
        "find-vej",
        "kom-i-gang",
        "foerste-gang",
        "praktisk",
        "tjekket",
        "naeste",
        "del",
    ]
    assert len(soup.select("h1")) == 1


def test_a_secret_address_is_nowhere_on_the_page(client, index, committed):
    with committed():
        FindOffersFactory()
        place = PlaceFactory(
            name="Skjulet", street="Hemmelig Allé 7", city="Gemmested", lat=55.123456, lon=9.654321, visibility="secret"
        )
        offer = DropInCentreFactory(title="Tryg havn", place=place)
    for path in (offer.get_url(), "/find-tilbud/?q=tryg", offer.get_parent().get_url()):
        html = client.get(path).content.decode()
        for secret in ("Hemmelig", "Gemmested", "Skjulet", "55.123", "9.654", "7100"):
            assert secret not in html, (path, secret)


def test_a_sensitive_offer_has_a_neutral_title(client):
    offer = DropInCentreFactory(title="Krisecenter for voldsramte", teaser="Sikkerhed døgnet rundt.", sensitive=True)
    soup = BeautifulSoup(client.get(offer.get_url()).content, "html.parser")
    assert "Krisecenter" not in soup.title.get_text()
    for told in soup.select("meta[property^='og:'], meta[name='description']"):
        assert "Krisecenter" not in told["content"]
        assert offer.teaser not in told["content"]


def test_search_engines_quote_what_an_offer_says_of_itself_and_chats_do_not(client):
    offer = DropInCentreFactory(title="Caféen", teaser="En stue midt i byen.")
    soup = BeautifulSoup(client.get(offer.get_url()).content, "html.parser")
    assert soup.select_one("meta[name='description']")["content"] == "En stue midt i byen."
    assert all("Caféen" not in told["content"] for told in soup.select("meta[property^='og:']"))


def test_what_was_written_in_easy_words_is_shown_on_the_page(client):
    offer = DropInCentreFactory(easy_read="Kom ind.\nDer er kaffe.")
    page = BeautifulSoup(client.get(offer.get_url()).content, "html.parser")
    shown = next(box for box in page.select("article details") if box.summary.get_text(strip=True) == "Let at læse")
    assert "Der er kaffe." in shown.get_text()
