"""What every site begins with: all of it at the first run, and at the next ones nothing that an editor has decided."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, Site

from directory.blocks import words_of
from directory.models import (
    CommonDescription,
    CrisisWords,
    FindOffersPage,
    Helpline,
    KindWords,
    Language,
    ListingRule,
    MunicipalityPage,
    NationalBranchPage,
    Need,
    PortalPage,
    SeedRecord,
    StartCard,
    SynonymGroup,
    TargetGroup,
    TextPage,
    WordList,
)
from directory.seeds.loading import load_seeds, load_site
from directory.seeds.report import MAX_NAMED
from tests.factories import MunicipalityFactory, TextPageFactory, portal

pytestmark = pytest.mark.django_db

WORDS = (
    Need,
    TargetGroup,
    Language,
    SynonymGroup,
    KindWords,
    CrisisWords,
    WordList,
    Helpline,
    StartCard,
    CommonDescription,
    ListingRule,
)


def everything() -> dict:
    """All rows that the seeds write, as they stand."""
    pages = (PortalPage, MunicipalityPage, NationalBranchPage, FindOffersPage, TextPage, Page)
    return {model: list(model.objects.order_by("pk").values()) for model in (*WORDS, *pages, Site, SeedRecord)}


def changed(lines: list[str]) -> list[str]:
    return [line for line in lines if not line.endswith(": 0 nye, 0 opdateret.")]


def test_an_empty_installation_gets_all_words_and_pages_of_a_real_site():
    lines = load_seeds()
    assert len(lines) == 15
    assert all(model.objects.exists() for model in WORDS)
    assert set(CrisisWords.objects.values_list("topic", flat=True)) == set(CrisisWords.Topic.values)
    assert MunicipalityPage.objects.filter(made_up=False).count() == MunicipalityPage.objects.count() == 98
    assert NationalBranchPage.objects.get().live
    assert FindOffersPage.objects.get().get_parent().specific == PortalPage.objects.get()
    assert set(TextPage.objects.values_list("role", flat=True)) == set(TextPage.Role.values) - {""}
    assert all(page.latest_revision for page in Page.objects.filter(depth__gt=1))


def test_the_portal_takes_the_place_of_the_welcome_page_at_the_address_that_the_operator_named(settings):
    settings.ALLOWED_HOSTS = [".example.dk", "vejviser.example.dk"]
    settings.SECURE_SSL_REDIRECT = True
    load_seeds()
    site = Site.objects.get()
    assert (site.hostname, site.port, site.is_default_site) == ("vejviser.example.dk", 443, True)
    assert site.root_page.specific == PortalPage.objects.get()
    assert Page.objects.filter(depth=2).count() == 1


def test_a_default_site_that_somebody_set_up_stays():
    own = MunicipalityFactory(title="Vejle", slug="vejle")
    Site.objects.update(root_page=own, hostname="vejle.example.dk")
    load_seeds()
    assert Site.objects.get().root_page.specific == own
    assert MunicipalityPage.objects.filter(slug="vejle").count() == 1


def test_a_real_site_says_of_nobody_that_it_is_a_demonstration():
    vejle = MunicipalityFactory(title="Vejle", slug="vejle")
    Site.objects.create(hostname="vejle.example.dk", root_page=vejle)
    load_seeds()
    texts = "\n".join(words_of(page.body) + words_of(page.body_en) for page in TextPage.objects.all())
    assert "emonstration" not in texts
    assert "{" not in texts
    assert "Vejle Kommune står bag siden." in words_of(TextPage.objects.child_of(vejle).get(role="about").body)


def test_a_second_run_changes_nothing_and_says_so(django_assert_max_num_queries):
    load_seeds()
    before = everything()
    with django_assert_max_num_queries(100):
        assert changed(load_seeds()) == []
    assert everything() == before


def test_what_was_there_before_there_were_records_is_neither_doubled_nor_overwritten():
    load_seeds()
    SeedRecord.objects.all().delete()
    Need.objects.filter(slug="ensomhed").update(name="At være alene")
    SynonymGroup.objects.filter(head="støttekontaktperson").delete()
    counts = {model: model.objects.count() for model in (*WORDS, Page)}

    lines = load_seeds()

    assert {model: model.objects.count() for model in (*WORDS, Page)} == counts
    assert Need.objects.get(slug="ensomhed").name == "At være alene"
    assert changed(lines) == [
        "Behov: 0 nye, 0 opdateret. Ladt i fred, rettet her: ensomhed.",
        "Grupper af ord: 0 nye, 0 opdateret. Ladt i fred, slettet her: støttekontaktperson.",
    ]
    assert changed(load_seeds()) == changed(lines)


def test_only_some_of_many_that_were_left_alone_are_named():
    load_seeds()
    Need.objects.update(name_en="Changed")
    (line,) = changed(load_seeds())
    more = Need.objects.count() - MAX_NAMED
    assert line.endswith(f" og {more} til.")


def test_words_of_crisis_come_back_when_somebody_deleted_them():
    load_seeds()
    CrisisWords.objects.all().delete()
    assert changed(load_seeds()) == ["Ord om krise: 3 nye, 0 opdateret."]
    assert set(CrisisWords.objects.values_list("topic", flat=True)) == set(CrisisWords.Topic.values)


def test_a_municipality_that_an_editor_deleted_is_not_made_again():
    load_seeds()
    MunicipalityPage.objects.get(slug="laesoe").delete()
    assert changed(load_seeds()) == ["Forsider: 0 nye, 0 opdateret. Ladt i fred, slettet her: laesoe."]
    assert MunicipalityPage.objects.count() == 97


def test_a_municipality_to_which_an_editor_gave_another_address_is_not_made_a_second_time():
    MunicipalityFactory(title="Vejle Kommune", slug="vejle-kommune", code="0630")
    load_seeds()
    assert MunicipalityPage.objects.get(code="0630").slug == "vejle-kommune"
    assert MunicipalityPage.objects.count() == 98


def test_an_address_that_another_page_has_keeps_one_municipality_away_and_nothing_else():
    TextPageFactory(parent=portal(), title="Vejle", slug="vejle")
    lines = load_seeds()
    assert MunicipalityPage.objects.count() == 97
    assert "Forsider: 98 nye, 0 opdateret. Ladt i fred, rettet her: portal, vejle." in lines


class TestTextPages:
    def test_days_are_those_of_the_settings_and_follow_them(self, settings):
        settings.FEEDBACK_DAYS = 30
        load_seeds()
        privacy = TextPage.objects.get(role="privacy")
        assert "Vi sletter svaret efter 30 dage." in words_of(privacy.body)
        assert "after 400 days" in words_of(privacy.body_en)

        settings.FEEDBACK_DAYS = 1
        assert changed(load_seeds()) == ["Tekstsider: 0 nye, 1 opdateret."]
        privacy = TextPage.objects.get(role="privacy")
        assert "Vi sletter svaret efter 1 dag." in words_of(privacy.body)
        assert "We delete the answer after 1 day." in words_of(privacy.get_latest_revision_as_object().body_en)

    def test_a_text_of_which_an_editor_has_a_draft_or_which_is_hidden_is_left_alone(self, settings):
        load_seeds()
        privacy, about = (TextPage.objects.get(role=role) for role in ("privacy", "about"))
        privacy.lead = "Næste uge."
        privacy.save_revision()
        about.unpublish()

        settings.FEEDBACK_DAYS = 30
        lines = changed(load_seeds())

        assert lines == ["Tekstsider: 0 nye, 0 opdateret. Ladt i fred, rettet her: about, privacy."]
        privacy.refresh_from_db()
        assert privacy.get_latest_revision_as_object().lead == "Næste uge."
        assert not TextPage.objects.get(role="about").live

    def test_a_site_that_is_added_gets_a_search_page_and_texts_of_its_own(self):
        load_seeds()
        vejle = MunicipalityPage.objects.get(slug="vejle")
        assert [report.new for report in load_site(vejle)] == [1, 6]
        assert [report.new for report in load_site(vejle)] == [0, 0]
        assert FindOffersPage.objects.child_of(vejle).get().live

    def test_the_page_is_served(self, client, settings):
        load_seeds()
        assert "30 dage" not in client.get("/saadan-passer-vi-paa-dig/").content.decode()
        assert f"efter {settings.FEEDBACK_DAYS} dage" in client.get("/saadan-passer-vi-paa-dig/").content.decode()


@pytest.mark.slow
# Wagtail leaves the file to be closed by itself when it makes a picture's size for the first time.
@pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")
def test_a_demonstration_stays_one_when_it_is_prepared_without(capsys):
    call_command("load_demo")
    before = everything()
    assert changed(load_seeds()) == []
    assert everything() == before
