"""Landing pages, what is open today, help now, and what stands where an offer was."""

from datetime import time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from directory.models import (
    Closure,
    Helpline,
    LandingText,
    OfferPage,
    OpeningHours,
    Session,
)
from directory.seed_data import seed_data
from directory.seeds.helplines import HelplineSeeds
from directory.seeds.writing import write
from tests.factories import (
    DropInCentreFactory,
    MunicipalityFactory,
    NeedFactory,
    OrganisationFactory,
    PlaceFactory,
    TargetGroupFactory,
)

pytestmark = pytest.mark.django_db
HOST = "vejle.localhost"


@pytest.fixture
def vejle(index, municipality_site):
    """The municipality, whose offers are searched from the first one on."""
    return municipality_site


@pytest.fixture
def owner(vejle):
    return OrganisationFactory(title="Huset", parent=vejle)


def get(client, path, host=HOST):
    return client.get(path, HTTP_HOST=host)


def titles(response):
    return [
        heading.get_text(strip=True)
        for heading in BeautifulSoup(response.content, "html.parser").select(".card-heading")
    ]


def words(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").select_one("main").get_text(" ").split())


class TestNeedsAndGroups:
    @pytest.fixture
    def offers(self, owner, committed):
        need = NeedFactory(name="Ensomhed", slug="ensomhed")
        NeedFactory(name="Nye venner", slug="nye-venner")
        with committed():
            DropInCentreFactory(title="Kaffestuen", parent=owner, needs=[need])
            DropInCentreFactory(title="Madskuret", parent=owner)
            elsewhere = OrganisationFactory(parent=MunicipalityFactory(slug="randers"))
            DropInCentreFactory(title="Naboen", parent=elsewhere, needs=[need])
        return need

    def test_the_offers_of_the_site_are_shown_and_all_choices_are_a_link_away(self, client, offers):
        response = get(client, "/behov/ensomhed/")
        assert titles(response) == ["Kaffestuen"]
        soup = BeautifulSoup(response.content, "html.parser")
        assert soup.select_one('a[href="/find-tilbud/?behov=ensomhed"]')
        assert soup.select_one('a[href="/behov/nye-venner/"]')

    def test_a_target_group_has_one_too(self, client, vejle):
        TargetGroupFactory(name="Unge", slug="unge")
        assert "Vi kender ikke noget tilbud" in words(get(client, "/maalgruppe/unge/"))

    def test_the_municipality_s_own_words_stand_before_everybody_s(self, client, offers, vejle):
        LandingText.objects.create(need=offers, lead="Til alle.")
        assert "Til alle." in words(get(client, "/behov/ensomhed/"))
        LandingText.objects.create(need=offers, lead="Til dig i Vejle.", municipality=vejle)
        assert "Til dig i Vejle." in words(get(client, "/behov/ensomhed/"))
        assert "Til alle." in words(get(client, "/behov/ensomhed/", "localhost"))

    def test_a_word_that_tells_much_leaves_no_trace(self, client, offers):
        NeedFactory(name="Vold", slug="vold")
        response = get(client, "/behov/vold/")
        assert response.headers["Cache-Control"] == "no-store"
        assert "Vold" not in BeautifulSoup(response.content, "html.parser").title.get_text()
        assert "public" in get(client, "/behov/ensomhed/").headers["Cache-Control"]

    @pytest.mark.parametrize("path", ["/behov/findes-ikke/", "/maalgruppe/x/", "/behov/"])
    def test_a_word_that_does_not_exist_is_not_there(self, client, offers, path):
        assert get(client, path).status_code == 404

    def test_without_an_index_the_page_says_so_and_leaves_no_trace(self, client, offers, tmp_path):
        (tmp_path / "index").rename(tmp_path / "gone")
        response = get(client, "/behov/ensomhed/")
        assert response.status_code == 503
        assert "no-store" in response.headers["Cache-Control"]

    def test_a_text_is_about_one_word_and_there_once(self, offers):
        with pytest.raises(ValidationError):
            LandingText(lead="Om intet").full_clean()
        LandingText.objects.create(need=offers, lead="Den første")
        with pytest.raises(ValidationError):
            LandingText(need=offers, lead="Den anden").full_clean()


class TestToday:
    @pytest.fixture
    def day(self):
        return timezone.localdate()

    def opened(self, offer, day, opens="10:00", closes="15:00"):
        offer.opening_hours = [
            OpeningHours(weekday=day.weekday(), opens=time.fromisoformat(opens), closes=time.fromisoformat(closes))
        ]
        offer.save()

    def test_what_is_open_stands_by_the_clock(self, client, owner, day):
        self.opened(DropInCentreFactory(title="Sent", parent=owner), day, "16:00", "20:00")
        self.opened(DropInCentreFactory(title="Tidligt", parent=owner), day, "08:30", "11:00")
        DropInCentreFactory(title="Uden tider", parent=owner)
        text = words(get(client, "/i-dag/"))
        assert text.index("8.30–11 Tidligt") < text.index("16–20 Sent")
        assert "Uden tider" not in text

    def test_what_is_closed_or_next_door_is_not_there(self, client, owner, day):
        closed = DropInCentreFactory(title="Ferielukket", parent=owner)
        self.opened(closed, day)
        Closure.objects.create(offer=closed.offerpage_ptr, first_day=day, last_day=day)
        self.opened(DropInCentreFactory(title="Naboen"), day)
        hidden = DropInCentreFactory(title="Kladden", parent=owner)
        self.opened(hidden, day)
        hidden.unpublish()
        text = words(get(client, "/i-dag/"))
        for title in ("Ferielukket", "Naboen", "Kladden"):
            assert title not in text
        assert "Naboen" in words(get(client, "/i-dag/", "localhost"))

    def test_another_day_can_be_chosen_and_meetings_are_there(self, client, owner, day):
        tomorrow = day + timedelta(days=1)
        offer = DropInCentreFactory(title="Skovtur", parent=owner)
        Session.objects.create(offer=offer.offerpage_ptr, day=tomorrow, starts="13:00")
        assert "Skovtur" not in words(get(client, "/i-dag/"))
        assert "Skovtur" in words(get(client, f"/i-dag/?dag={tomorrow.isoformat()}"))

    @pytest.mark.parametrize("asked", ["x", "2026-02-31", "1900-01-01", "9999-12-31", "\x00", "9" * 4000])
    def test_a_day_that_nobody_knows_is_today(self, client, vejle, asked):
        response = client.get("/i-dag/", {"dag": asked}, HTTP_HOST=HOST)
        assert response.status_code == 200
        assert "Vi kender ikke noget" in words(response)

    def test_a_secret_address_is_not_told(self, client, owner, day):
        place = PlaceFactory(street="Skjulvej 9", visibility="secret")
        self.opened(DropInCentreFactory(title="Læ", parent=owner, place=place), day)
        assert "Skjulvej" not in words(get(client, "/i-dag/"))

    def test_it_takes_the_same_number_of_queries_however_much_is_open(
        self, client, owner, day, django_assert_max_num_queries
    ):
        for number in range(12):
            self.opened(DropInCentreFactory(title=f"Hus {number}", parent=owner), day)
        get(client, "/i-dag/")
        with django_assert_max_num_queries(10):
            get(client, "/i-dag/")


class TestHelpNow:
    def test_the_number_that_always_answers_stands_first(self, client, vejle):
        Helpline.objects.create(name="Linjen", number="70112233", topics="life", always_open=True, priority=1)
        response = get(client, "/hjaelp-nu/")
        numbers = [a["href"] for a in BeautifulSoup(response.content, "html.parser").select("main a[href^=tel]")]
        assert numbers[:2] == ["tel:112", "tel:+4570112233"]
        assert "Åben nu" not in words(response)

    def test_a_line_says_of_itself_what_its_source_says_and_no_more(self, client, vejle):
        write(HelplineSeeds())
        told = {row["name"]: (row["anonymous"], row["asks_for_cpr"]) for row in seed_data("helplines.json")}
        assert {row.name: (row.anonymous, row.asks_for_cpr) for row in Helpline.objects.all()} == told
        lines = BeautifulSoup(get(client, "/hjaelp-nu/").content, "html.parser").select(".vv-lines > li")
        (livslinien, *_rest) = [line.get_text(" ") for line in lines if "Livslinien" in line.get_text()]
        assert "cpr" not in livslinien
        assert "dit navn" not in livslinien

    def test_a_line_that_is_no_more_is_not_there(self, client, vejle):
        past = timezone.localdate() - timedelta(days=1)
        Helpline.objects.create(name="Nedlagt", number="70112233", topics="life", always_open=True, valid_to=past)
        assert "Nedlagt" not in words(get(client, "/hjaelp-nu/"))

    def test_it_leaves_no_trace_and_can_be_left_quickly(self, client, vejle):
        response = get(client, "/hjaelp-nu/")
        assert response.headers["Cache-Control"] == "no-store"
        assert BeautifulSoup(response.content, "html.parser").select_one("a[data-exit]")


class TestGone:
    def test_an_unpublished_offer_leads_to_similar_ones(self, client, owner, committed):
        need = NeedFactory(slug="ensomhed")
        with committed():
            gone = DropInCentreFactory(title="Lukket nu", parent=owner, needs=[need])
            DropInCentreFactory(title="Et andet sted", parent=owner, needs=[need])
            DropInCentreFactory(title="Noget helt andet", parent=owner)
            gone.save_revision().publish()
        path = "/huset/lukket-nu/"
        assert get(client, path).status_code == 200
        with committed():
            OfferPage.objects.get(pk=gone.pk).specific.unpublish()
        response = get(client, path)
        assert response.status_code == 410
        assert titles(response) == ["Et andet sted"]
        assert "Lukket nu" not in words(response)

    def test_without_an_index_an_unpublished_offer_is_gone_all_the_same(self, client, owner, committed, tmp_path):
        with committed():
            gone = DropInCentreFactory(title="Lukket nu", parent=owner)
            gone.save_revision().publish()
            OfferPage.objects.get(pk=gone.pk).specific.unpublish()
        (tmp_path / "index").rename(tmp_path / "gone")
        response = get(client, "/huset/lukket-nu/")
        assert response.status_code == 410
        assert titles(response) == []

    def test_a_draft_that_was_never_published_is_simply_not_there(self, client, owner):
        draft = DropInCentreFactory(title="Kladde", parent=owner, live=False, first_published_at=None)
        assert draft.first_published_at is None
        assert get(client, "/huset/kladde/").status_code == 404

    @pytest.mark.parametrize("editors_language", ["da", "en"])
    def test_an_offer_with_a_new_address_is_found_by_the_old_one(self, client, owner, committed, editors_language):
        offer = DropInCentreFactory(title="Gammelt navn", parent=owner)
        offer.slug = "nyt-navn"
        with committed(), override(editors_language):
            offer.save_revision().publish()
        for old, new in (
            ("/huset/gammelt-navn/", "/huset/nyt-navn/"),
            ("/en/huset/gammelt-navn/", "/en/huset/nyt-navn/"),
            ("/huset/gammelt-navn/?liste=1", "/huset/nyt-navn/"),
        ):
            response = get(client, old)
            assert response.status_code == 301, old
            assert response.headers["Location"] == f"http://vejle.localhost{new}"

    @pytest.mark.parametrize("path", ["/huset/", "/x" * 500 + "/", "/%00/", "/huset/%F0%9F%98%80/", "/en/intet/"])
    def test_any_other_address_is_not_there_or_is(self, client, vejle, path):
        assert get(client, path).status_code == 404
