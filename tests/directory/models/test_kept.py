"""What is kept in the process between requests, and that everything it is made of says when it changes."""

import re
from datetime import date

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.models import Page, PageViewRestriction, Site

from directory.hard_days.models import HardDay
from directory.models import (
    Authority,
    AuthorityName,
    CommonDescription,
    DescriptionEdition,
    FindOffersPage,
    Generation,
    Helpline,
    HelplineHours,
    HomePage,
    KindName,
    LandingText,
    Need,
    OfferAuthority,
    OfferPerformer,
    OrganisationAuthority,
    ReferralRecipient,
    SiteSettings,
    StartCard,
)
from directory.models.generation import one_request
from directory.models.kept import KEEPINGS, MAX_KEPT, kept
from directory.models.watched import WATCHED, is_watched
from directory.sites.here import here
from directory.sites.site_of_request import SiteMiddleware
from tests import factories
from tests.directory.reading import get, words_of

pytestmark = pytest.mark.django_db

#: Tables that no edit of a page changes but through a watched model: what all pages have in common, their classes and language.
ALWAYS = {"wagtailcore_page", "django_content_type", "wagtailcore_locale"}


def _a_hard_day(home) -> HardDay:
    now = timezone.now()
    return HardDay.objects.create(municipality=home, begins_at=now, ends_at=now)


#: What each is asked in the test of its tables: as pages ask it.
ASKED = {
    "directory.asking.known._known": lambda _home: ((date(2026, 12, 24),), {}),
    "directory.hard_days.modes._modes": lambda home: ((_a_hard_day(home).municipality_id,), {}),
    "directory.find.filters._form_class": lambda _home: (("da",), {"on_portal": True}),
    "directory.landing.choice._with_below": lambda _home: (((), ()), {}),
    "directory.landing.front_page._start_cards": lambda home: ((home.pk,), {}),
    "directory.models.linked_pages._below": lambda home: ((home.pk,), {}),
    "directory.today.page._needs": lambda _home: (("da",), {}),
    "directory.sites.here._settings_of": lambda home: ((Site.objects.get(root_page=home).pk,), {}),
    "directory.sites.site_of_request._site": lambda _home: (("vejle.localhost", "80"), {}),
}


def tables(*models):
    """The tables that hold the rows of these models: also of what they extend, what extends them, and many-to-many ones."""
    extending = {one for one in apps.get_models() if issubclass(one, models)}
    held = {model._meta.db_table for model in extending | {*models}}
    for model in models:
        held |= {parent._meta.db_table for parent in model._meta.all_parents}
        held |= {field.m2m_db_table() for field in model._meta.many_to_many}
    return held


@pytest.fixture(autouse=True)
def every_room():
    """All rooms with all that they keep."""
    assert get_resolver().url_patterns


@pytest.mark.parametrize("name", ["", *ASKED])
def test_what_is_kept_is_read_from_watched_rows_alone(municipality_site, name):
    for known, keeping in KEEPINGS.items():
        assert all(map(is_watched, keeping.models)), known
        if (known if known in ASKED else "") != name:
            continue
        asked, named = ASKED.get(known, lambda _home: ((), {}))(municipality_site)
        with CaptureQueriesContext(connection) as queries:
            keeping.read(*asked, **named)
        read = {table for one in queries for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', one["sql"])}
        assert read <= tables(*keeping.models) | ALWAYS, known
        assert read, known


@pytest.mark.parametrize("model", WATCHED, ids=lambda model: model.__name__)
def test_each_watched_row_says_that_it_changed_and_that_it_went(model, municipality_site):
    row = made(model, municipality_site)
    for change in (row.save, row.delete):
        before = Generation.current()
        change()
        assert Generation.current() != before, change.__name__


def made(model, home):
    """A row of a watched model."""
    if model is HomePage:
        return factories.MunicipalityFactory(slug="randers")
    if issubclass(model, Page):
        return model.objects.first() or home.add_child(instance=model(title="Ny", slug="ny"))
    values = {
        HelplineHours: lambda: {
            "helpline": Helpline.objects.create(name="Linjen"),
            "weekday": 1,
            "opens": "10:00",
            "closes": "12:00",
        },
        DescriptionEdition: lambda: {"description": CommonDescription.objects.create(name="Hjælp"), "number": 1},
        Image: lambda: {"width": 1, "height": 1},
        KindName: lambda: {"municipality": home, "kind": "peer_offer"},
        LandingText: lambda: {"need": factories.NeedFactory()},
        PageViewRestriction: lambda: {"page": home},
        Site: lambda: {"hostname": "ny.localhost", "root_page": home},
        SiteSettings: lambda: {"site": Site.objects.get(root_page=home)},
    }
    return model.objects.create(**(values | of_authorities(home)).get(model, dict)())


def of_authorities(home):
    """What rows that have to do with authorities cannot be without."""

    def state():
        return {"authority": Authority.objects.create(kind="state")}

    return {
        AuthorityName: state,
        ReferralRecipient: state,
        OfferAuthority: lambda: {**state(), "offer": an_offer(home)},
        OfferPerformer: lambda: {"offer": an_offer(home)},
        OrganisationAuthority: lambda: {**state(), "organisation": factories.OrganisationFactory(parent=home)},
    }


def an_offer(home):
    return factories.DropInCentreFactory(parent=factories.OrganisationFactory(parent=home))


def test_a_change_of_other_rows_keeps_what_is_kept(municipality_site):
    owner = factories.OrganisationFactory(parent=municipality_site)
    before = Generation.current()
    offer = factories.DropInCentreFactory(parent=owner)
    offer.save_revision().publish()
    Page.objects.get(pk=offer.pk).save()
    assert Generation.current() == before


def test_a_page_that_is_moved_or_saved_as_a_plain_one_says_so(municipality_site):
    text = factories.TextPageFactory(parent=municipality_site)
    for change in (
        lambda: Page.objects.get(pk=text.pk).save(),
        lambda: Page.objects.get(pk=text.pk).move(factories.portal(), "last-child"),
    ):
        before = Generation.current()
        change()
        assert Generation.current() != before


def test_words_of_a_start_card_say_so_too(municipality_site):
    card = StartCard.objects.create(label="Nogen at tale med")
    need = factories.NeedFactory()
    before = Generation.current()
    card.needs.add(need)
    card.save()
    assert Generation.current() != before


@pytest.fixture
def names():
    """The names of needs, kept; how often they were read stands beside them."""
    read = []

    @kept(Need)
    def names(beginning: str = "") -> tuple[str, ...]:
        read.append(beginning)
        return tuple(Need.objects.filter(name__startswith=beginning).values_list("name", flat=True))

    yield names, read
    del KEEPINGS[next(name for name in KEEPINGS if name.endswith("names.<locals>.names"))]


def test_it_is_read_once_for_each_question_and_again_after_a_change(names):
    ask, read = names
    need = factories.NeedFactory(name="Kaffe")
    assert [ask(), ask(), ask("K"), ask("X")] == [("Kaffe",), ("Kaffe",), ("Kaffe",), ()]
    assert read == ["", "K", "X"]
    need.name = "Te"
    need.save()
    assert ask() == ("Te",)


def test_what_was_read_of_a_change_that_is_taken_back_is_forgotten(names):
    ask, _read = names
    factories.NeedFactory(name="Kaffe")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        factories.NeedFactory(name="Te")
        assert ask() == ("Kaffe", "Te")
        raise ZeroDivisionError
    assert ask() == ("Kaffe",)
    factories.NeedFactory(name="Vand")
    assert ask() == ("Kaffe", "Vand")


def test_another_process_s_change_is_seen_by_the_next_request_and_not_in_the_middle_of_one(names):
    ask, _read = names
    factories.NeedFactory(name="Kaffe")

    def elsewhere(name, stamp):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE directory_need SET name = %s", [name])
            cursor.execute("UPDATE directory_generation SET stamp = %s", [stamp])

    with one_request():
        assert ask() == ("Kaffe",)
        elsewhere("Te", 17)
        assert ask() == ("Kaffe",)
    with one_request():
        assert ask() == ("Te",)


def test_hostile_questions_do_not_fill_the_memory(names):
    ask, read = names
    factories.NeedFactory(name="Kaffe")
    for number in range(MAX_KEPT + 1):
        ask(str(number))
    ask("0")
    assert len(read) == MAX_KEPT + 2


def test_what_a_request_does_with_its_site_nobody_else_sees(client, index, municipality_site, rf):
    def asked():
        request = rf.get("/", HTTP_HOST="vejle.localhost")
        SiteMiddleware(lambda _request: None)(request)
        return request

    first = asked()
    Site.find_for_request(first).hostname = "xxx"
    here(first).home.title = "xxx"
    here(first).settings.main_colour = "#ffffff"
    here(first).find_page.title = "xxx"
    second = asked()
    assert Site.find_for_request(second).hostname == "vejle.localhost"
    assert here(second).home.title == municipality_site.title
    assert here(second).settings.main_colour == ""
    assert here(second).find_page.title != "xxx"


class TestPages:
    """What an edit changes shows on the next page."""

    @pytest.fixture
    def find(self, index, municipality_site):
        return FindOffersPage.objects.child_of(municipality_site).get()

    def test_a_search_that_was_moved_or_hidden(self, client, find):
        assert get(client, "/find-tilbud/").status_code == 200
        find.slug = "soeg"
        find.save()
        assert get(client, "/soeg/").status_code == 200
        assert get(client, "/find-tilbud/").status_code != 200
        find.unpublish()
        assert get(client, "/soeg/").status_code == 404

    def test_a_site_that_was_renamed_and_a_name_that_was_changed(self, client, find, municipality_site):
        assert municipality_site.title in get(client, "/find-tilbud/").content.decode()
        municipality_site.title = "Et nyt navn"
        municipality_site.save()
        assert "Et nyt navn" in get(client, "/find-tilbud/").content.decode()
        Site.objects.filter(root_page=municipality_site).get().delete()
        assert get(client, "/find-tilbud/").status_code == 404

    def test_a_branch_that_was_made_private_and_public_again(self, client, find, municipality_site):
        factories.DropInCentreFactory(
            title="Kaffestuen", parent=factories.OrganisationFactory(title="Huset", parent=municipality_site)
        )
        assert get(client, "/huset/kaffestuen/").status_code == 200
        rule = PageViewRestriction.objects.create(page=municipality_site, restriction_type="login")
        assert get(client, "/huset/kaffestuen/").status_code == 302
        rule.delete()
        assert get(client, "/huset/kaffestuen/").status_code == 200

    def test_a_need_that_was_added_can_be_chosen(self, client, find):
        assert "Husdyr" not in words_of(get(client, "/find-tilbud/"))
        factories.NeedFactory(name="Husdyr", slug="husdyr")
        assert "Husdyr" in words_of(get(client, "/find-tilbud/?behov=husdyr"))
