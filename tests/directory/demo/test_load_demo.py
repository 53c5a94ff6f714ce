"""Loading the demonstration content: a whole site at the first run, and nothing lost at the next."""

import io
import json
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.test import TestCase
from django.utils import timezone, translation
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from directory.blocks import words_of
from directory.changesets.approving import look_through
from directory.changesets.models import ChangeSet
from directory.demo.login import PASSWORD, USERNAME
from directory.demo.tree import DATA
from directory.landing.choice import Choice
from directory.models import (
    FindOffersPage,
    Helpline,
    HomePage,
    MunicipalityPage,
    Need,
    OfferPage,
    PortalPage,
    Session,
    StartCard,
    TargetGroup,
    TextPage,
)


def load(*options) -> str:
    out = io.StringIO()
    with translation.override("en"):
        call_command("load_demo", *options, stdout=out)
    return out.getvalue()


@pytest.mark.slow
# Wagtail leaves the file to be closed by itself when it makes a picture's size for the first time.
@pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")
class TestLoadDemo(TestCase):
    """One load for all; each test may change what it likes."""

    @classmethod
    def setUpTestData(cls):
        cls.said = load("--port", "8123")

    def test_every_municipality_has_its_branch_and_five_have_a_site(self):
        assert MunicipalityPage.objects.count() == 99
        assert MunicipalityPage.objects.filter(code="").get().made_up
        sites = dict(Site.objects.values_list("hostname", "port"))
        assert sites == dict.fromkeys(
            ["localhost", "vejle.localhost", "randers.localhost", "slagelse.localhost", "eksempel.localhost"], 8123
        )
        assert Site.objects.get(is_default_site=True).root_page.specific == PortalPage.objects.get()
        assert FindOffersPage.objects.count() == 5
        assert not Page.objects.filter(title__startswith="Welcome to your new").exists()

    def test_all_real_offers_are_there_with_nearly_all_their_words(self):
        ids = {row["id"] for row in json.loads((DATA / "offers.json").read_text(encoding="utf-8"))}
        offers = OfferPage.objects.filter(demonstration="unconfirmed")
        assert set(offers.values_list("external_id", flat=True)) == ids
        assert offers.live().count() == len(ids) == 380
        assert "Real offers: Created: 380. Updated: 0. Unchanged: 0. Edited here: 0. Refused: 0." in self.said
        # What every record states reaches its page.
        assert not offers.filter(needs=None, audiences=None).exists()
        assert not offers.exclude(source_url__startswith="http").exclude(source_url__startswith="seed:").exists()

    def test_changes_are_prepared_for_the_first_of_january(self):
        change_set = ChangeSet.objects.get()
        assert timezone.localtime(change_set.live_at).isoformat() == "2027-01-01T00:00:00+01:00"
        looked = look_through(change_set)
        assert [(row.faults, row.changes_nothing) for row in looked] == [((), False), ((), False)]

    def test_words_cards_and_helplines_are_there(self):
        assert Need.objects.count() > 60
        assert TargetGroup.objects.count() > 40
        assert StartCard.objects.filter(group="need").count() == 9
        chosen = StartCard.objects.filter(group__in=["need", "wish"])
        assert all(Choice.of_card(card).is_anything for card in chosen)
        assert Helpline.objects.exists()

    def test_the_example_is_complete_and_its_courses_lie_ahead(self):
        made_up = OfferPage.objects.filter(demonstration="made_up")
        example = made_up.live().for_citizens()
        # Beside them stand a draft and two for professionals.
        assert (example.count(), made_up.count()) == (16, 19)
        # Nothing made up stands where real municipalities' sites show it.
        assert made_up.descendant_of(MunicipalityPage.objects.get(slug="eksempel")).count() == 19
        for offer in example:
            assert offer.picture_id
            assert offer.picture_alt
            assert offer.links.exists()
            assert offer.first_visit_steps.count() >= 3
            assert not offer.has_unpublished_changes
        today = timezone.localdate()
        course = example.get(external_id="eksempel--sov-bedre").specific
        assert course.starts_on > today
        assert course.sessions.count() == course.meeting_count == 6
        assert Session.objects.filter(day__gte=today).values("offer").distinct().count() == 4
        assert [offer.external_id for offer in example if offer.is_overdue] == ["eksempel--baal-og-broed"]
        assert get_image_model().objects.count() == 17

    def test_front_pages_have_their_picks(self):
        assert {
            home.slug: home.picks.count() for home in HomePage.objects.filter(picks__isnull=False).distinct()
        } == dict.fromkeys(["vejviser", "vejle", "randers", "slagelse", "eksempel"], 3)

    def test_every_site_has_its_text_pages_and_says_who_is_not_behind_it(self):
        for site in Site.objects.all():
            with self.subTest(site.hostname):
                pages = TextPage.objects.child_of(site.root_page)
                assert sorted(pages.values_list("role", flat=True)) == sorted(set(TextPage.Role.values) - {""})
                assert "{" not in "".join(words_of(page.body) + words_of(page.body_en) for page in pages)
        about = self.client.get("/om/", headers={"host": "vejle.localhost"})
        assert "Vejle Kommune står ikke bag den." in about.content.decode()

    def test_the_pages_of_the_example_can_be_seen_and_keep_their_secret(self):
        for offer in OfferPage.objects.live().filter(demonstration="made_up"):
            with self.subTest(offer.external_id):
                answer = self.client.get(urlsplit(offer.url).path, headers={"host": urlsplit(offer.url).netloc})
                assert answer.status_code == 200
                assert "Kendes kun af huset" not in answer.content.decode()

    def test_the_editor_can_log_in_edit_and_publish(self):
        editor = authenticate(username=USERNAME, password=PASSWORD)
        self.client.force_login(editor)
        offer = OfferPage.objects.get(external_id="eksempel--faelles-bord")
        rights = offer.permissions_for_user(editor)
        assert rights.can_edit()
        assert rights.can_publish()
        assert rights.can_unpublish()
        for address in (f"/admin/pages/{offer.pk}/edit/", "/admin/images/add/", "/admin/snippets/directory/need/"):
            assert self.client.get(address, headers={"host": "localhost"}).status_code == 200
        assert not editor.is_superuser

    def test_a_second_run_changes_nothing_and_keeps_ports(self):
        before = list(OfferPage.objects.order_by("pk").values()), Page.objects.count()
        said = load()
        assert before == (list(OfferPage.objects.order_by("pk").values()), Page.objects.count())
        assert set(Site.objects.values_list("port", flat=True)) == {8123}
        assert "Unchanged: 380." in said
        assert "Unchanged: 16." in said

    def test_edits_outlive_a_second_run(self):
        offer = OfferPage.objects.get(external_id="eksempel--faelles-bord").specific
        offer.title = "Langbord"
        offer.save_revision().publish()
        real = OfferPage.objects.filter(demonstration="unconfirmed").first().specific
        real.unpublish()
        home = PortalPage.objects.get()
        home.lead, home.picks = "Velkommen.", []
        home.save_revision().publish()
        Need.objects.filter(slug="ensomhed").update(name="At være alene")
        StartCard.objects.first().delete()
        cards = StartCard.objects.count()

        said = load()

        offer.refresh_from_db()
        real.refresh_from_db()
        home.refresh_from_db()
        assert (offer.title, real.live, home.lead, home.picks.count()) == ("Langbord", False, "Velkommen.", 0)
        assert Need.objects.get(slug="ensomhed").name == "At være alene"
        assert StartCard.objects.count() == cards
        assert said.count("Edited here: 1.") == 2

    def test_texts_that_were_edited_or_deleted_stay_so(self):
        texts = TextPage.objects.child_of(PortalPage.objects.get())
        about = texts.get(role="about")
        about.body = [("text", "<p>Vores egen tekst.</p>")]
        about.save_revision().publish()
        texts.get(role="history").delete()
        left = set(texts.values_list("role", flat=True))

        load()

        assert words_of(texts.get(role="about").body) == "Vores egen tekst."
        assert set(texts.values_list("role", flat=True)) == left

    def test_the_examples_days_move_on_when_it_is_loaded_weeks_later(self):
        later = timezone.now() + timedelta(weeks=20)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("django.utils.timezone.now", lambda: later)
            said = load()
        course = OfferPage.objects.get(external_id="eksempel--sov-bedre").specific
        assert course.starts_on > later.date()
        assert course.links.count() == 2
        assert "Updated: 16." in said
