"""What editors write down of offers: notes, labels, watching, saved views. Each for the own offers alone, and nothing of it in public."""

from contextlib import suppress
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from directory.noting.models import Label, Note, SavedView, Watch
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
LISTING = reverse("offers:index")
SECRET = "Kvæstelsesfuglen"


@pytest.fixture
def organisation(municipality_site):
    return factories.OrganisationFactory(title="Huset", parent=municipality_site)


@pytest.fixture
def offer(organisation):
    return factories.OfferFactory(title="Værestedet", parent=organisation)


@pytest.fixture
def editor(municipality_site):
    return people.signed_in(people.editor("redaktør", municipality_site, "add_page", "change_page"))


@pytest.fixture
def stranger(db):
    """A browser of somebody who may change pages of another municipality."""
    other = factories.MunicipalityFactory(title="Kolding", slug="kolding")
    return people.signed_in(people.editor("fremmed", other, "add_page", "change_page", "publish_page"))


def notes_of(offer):
    return reverse("offer_notes", args=[offer.pk])


def test_a_note_tells_who_wrote_it_and_when_and_can_be_deleted(editor, offer):
    editor.post(notes_of(offer), {"note": "1", "text": "Nøglen ligger hos naboen"})
    note = Note.objects.get()
    page = editor.get(notes_of(offer)).content.decode()
    assert "Nøglen ligger hos naboen" in page
    assert "redaktør" in page
    assert timezone.localtime(note.written_at).strftime("%H:%M") in page
    editor.post(notes_of(offer), {"delete": str(note.pk)})
    assert not Note.objects.exists()


@pytest.mark.parametrize(
    "text", ["Ring til 010190-1234", "", "\x00", "x" * (Note.MAX_TEXT + 1)], ids=["cpr", "empty", "nul", "too long"]
)
def test_a_note_that_may_not_be_kept_is_not_and_the_page_says_why(editor, offer, text):
    answer = editor.post(notes_of(offer), {"note": "1", "text": text})
    assert answer.context["note_form"].errors["text"]
    assert not Note.objects.exists()


def test_html_in_a_note_is_shown_as_it_was_written(editor, offer):
    editor.post(notes_of(offer), {"note": "1", "text": "<script>alert(1)</script>"})
    assert "<script>alert(1)" not in editor.get(notes_of(offer)).content.decode()


@pytest.mark.parametrize("sent", [{"delete": "x"}, {"delete": "9" * 30}, {"watch": ""}, {}, {"nothing": "1"}])
def test_what_no_button_sends_changes_nothing(editor, offer, sent):
    Note.objects.create(offer=offer, text="En note")
    assert editor.post(notes_of(offer), sent).status_code == 302
    assert Note.objects.count() == 1


def test_a_note_of_another_offer_is_not_deleted_from_here(editor, offer, organisation):
    other = factories.OfferFactory(title="Et andet", parent=type(organisation).objects.get(pk=organisation.pk))
    note = Note.objects.create(offer=other, text="En note")
    editor.post(notes_of(offer), {"delete": str(note.pk)})
    assert Note.objects.filter(pk=note.pk).exists()


def test_somebody_of_another_municipality_neither_reads_nor_writes_anything(stranger, offer):
    Note.objects.create(offer=offer, text=SECRET)
    Label.objects.create(offer=offer, name=SECRET)
    for answer in (stranger.get(notes_of(offer)), stranger.post(notes_of(offer), {"note": "1", "text": "Her"})):
        assert SECRET not in answer.content.decode()
    assert Note.objects.count() == 1
    assert SECRET not in stranger.get(LISTING).content.decode()
    stranger.post(bulk(offer), {"labels": "Nyt", "what": "put_on"})
    assert Label.objects.count() == 1


def test_labels_are_spelled_alike_in_a_municipality_and_stand_once_on_an_offer(editor, offer, organisation):
    other = factories.OfferFactory(title="Et andet", parent=type(organisation).objects.get(pk=organisation.pk))
    Label.objects.create(offer=other, name="Julehjælp")
    editor.post(notes_of(offer), {"labels_sent": "1", "labels": " julehjælp , Skal  besøges, skal besøges,, "})
    assert set(Label.objects.filter(offer=offer).values_list("name", flat=True)) == {"Julehjælp", "skal besøges"}
    editor.post(notes_of(offer), {"labels_sent": "1", "labels": "Skal besøges"})
    assert list(Label.objects.filter(offer=offer).values_list("name", flat=True)) == ["skal besøges"]


@pytest.mark.parametrize("told", ["010190-1234", "x" * 41, ",".join(f"n{n}" for n in range(11)), "a\x00"])
def test_labels_that_may_not_be_kept_are_refused_with_the_reason(editor, offer, told):
    answer = editor.post(notes_of(offer), {"labels_sent": "1", "labels": told})
    assert answer.context["labels_form"].errors["labels"]
    assert not Label.objects.exists()


def bulk(*offers):
    path = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "label"])
    return f"{path}?{'&'.join(f'id={one.pk}' for one in offers)}&next={LISTING}"


def test_many_offers_are_labelled_and_found_by_their_label(editor, offer, organisation, seen):
    more = [
        factories.OfferFactory(title=title, parent=type(organisation).objects.get(pk=organisation.pk))
        for title in ("Caféen", "Haven")
    ]
    assert editor.get(bulk(offer, more[0])).status_code == 200
    assert editor.post(bulk(offer, more[0]), {"labels": "Julehjælp, Ny", "what": "put_on"}).status_code == 302
    assert sorted(seen(editor.get(LISTING, {"label": "Julehjælp"}))) == ["Caféen", "Værestedet"]
    editor.post(bulk(offer), {"labels": "julehjælp", "what": "take_off"})
    assert seen(editor.get(LISTING, {"label": ["Julehjælp", "Ny"]})) == ["Caféen", "Værestedet"]
    assert seen(editor.get(LISTING, {"label": "Julehjælp"})) == ["Caféen"]
    row = BeautifulSoup(editor.get(LISTING).content, "html.parser").find("a", href=notes_of(offer)).find_parent("td")
    assert "Ny" in row.get_text()
    assert "Julehjælp" not in row.get_text()


def test_the_listing_asks_no_more_for_more_notes_and_labels(editor, offer, organisation):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            editor.get(LISTING)
        return len(queries)

    Note.objects.create(offer=offer, text="En note")
    Label.objects.create(offer=offer, name="Ny")
    asked()
    few = asked()
    for number in range(10):
        more = factories.OfferFactory(title=f"Nr. {number}", parent=type(organisation).objects.get(pk=organisation.pk))
        Note.objects.create(offer=more, text="En note")
        Label.objects.create(offer=more, name=f"Nr. {number}")
    assert asked() == few
    assert few <= 40


class TestWatching:
    def test_who_watches_is_told_on_the_first_page_what_others_have_published_until_it_was_seen(self, editor, offer):
        editor.post(notes_of(offer), {"watch": "1"})
        assert "watched-content" not in editor.get("/admin/").content.decode()
        offer.title = "Nyt navn"
        offer.save_revision(user=people.operator()).publish()
        panel = BeautifulSoup(editor.get("/admin/").content, "html.parser").find(id="watched-content")
        assert "Nyt navn" in panel.get_text()
        editor.post(reverse("watched_offers"), {"seen": "1"})
        assert "watched-content" not in editor.get("/admin/").content.decode()

    def test_what_one_did_oneself_and_what_is_only_a_draft_is_no_news(self, offer, municipality_site):
        user = people.editor("udgiver", municipality_site, "change_page", "publish_page")
        editor = people.signed_in(user)
        editor.post(notes_of(offer), {"watch": "1"})
        offer.save_revision(user=people.operator(), log_action=True)
        offer.save_revision(user=user).publish(user=user)
        assert "watched-content" not in editor.get("/admin/").content.decode()

    def test_watching_can_be_stopped_in_both_places(self, editor, offer):
        for _time in range(2):
            editor.post(notes_of(offer), {"watch": "1"})
        row = Watch.objects.get()
        assert "Værestedet" in editor.get(reverse("watched_offers")).content.decode()
        editor.post(reverse("watched_offers"), {"stop": str(row.pk)})
        assert not Watch.objects.exists()
        editor.post(notes_of(offer), {"watch": "1"})
        editor.post(notes_of(offer), {"watch": "0"})
        assert not Watch.objects.exists()

    def test_nothing_is_told_of_an_offer_that_is_not_ones_own_any_more(self, editor, stranger, offer):
        watcher = User.objects.get(username="fremmed")
        long_ago = timezone.now() - timedelta(days=9)
        Watch.objects.create(offer=offer, user=watcher, seen_at=long_ago, told_at=long_ago)
        offer.save_revision().publish()
        assert "Værestedet" not in stranger.get("/admin/").content.decode()
        assert "Værestedet" not in stranger.get(reverse("watched_offers")).content.decode()


class TestSavedViews:
    QUERY = "freshness=never&q=caf%C3%A9"

    def saved(self, client, query=QUERY, **told):
        return client.post(reverse("saved_views"), {"name": "Caféer", "query": query, "save": "1"} | told)

    def test_what_the_listing_shows_is_saved_under_a_name_and_one_click_leads_back(self, editor, offer):
        page = BeautifulSoup(editor.get(f"{LISTING}?{self.QUERY}&p=2").content, "html.parser")
        link = page.find("a", href=f"{reverse('saved_views')}?{self.QUERY}")
        form = BeautifulSoup(editor.get(link["href"]).content, "html.parser").find("input", {"name": "query"})
        answer = self.saved(editor, form["value"])
        assert answer.headers["Location"] == f"{LISTING}?{self.QUERY}"
        again = BeautifulSoup(editor.get(answer.headers["Location"]).content, "html.parser")
        assert again.find("a", string="Caféer")["aria-current"] == "page"

    def test_one_shared_in_a_municipality_is_seen_there_and_nowhere_else(self, editor, stranger, municipality_site):
        self.saved(editor, municipality=municipality_site.pk)
        colleague = people.signed_in(people.editor("kollega", municipality_site, "change_page"))
        assert "Caféer" in colleague.get(LISTING).content.decode()
        assert "Caféer" not in stranger.get(LISTING).content.decode()
        stranger.post(reverse("saved_views"), {"delete": str(SavedView.objects.get().pk)})
        assert SavedView.objects.exists()
        colleague.post(reverse("saved_views"), {"delete": str(SavedView.objects.get().pk)})
        assert not SavedView.objects.exists()

    def test_ones_own_is_seen_by_nobody_else(self, editor, municipality_site):
        self.saved(editor)
        colleague = people.signed_in(people.editor("kollega", municipality_site, "change_page"))
        assert "Caféer" not in colleague.get(LISTING).content.decode()
        assert "Caféer" not in colleague.get(reverse("saved_views")).content.decode()

    def test_it_is_shared_in_no_municipality_of_others(self, stranger, municipality_site):
        answer = self.saved(stranger, municipality=municipality_site.pk)
        assert answer.context["form"].errors["municipality"]
        assert not SavedView.objects.exists()

    @pytest.mark.parametrize(
        "told", [{"name": ""}, {"name": "010190-1234"}, {"query": ""}, {"query": "q=" + "x" * 3000}]
    )
    def test_what_is_no_view_is_not_saved(self, editor, told):
        self.saved(editor, **told)
        assert not SavedView.objects.exists()

    def test_what_only_says_how_the_listing_is_delivered_is_left_out(self, editor):
        self.saved(editor, f"{self.QUERY}&p=7&export=csv&_w_filter_fragment=1&next=//evil.example&need=")
        assert SavedView.objects.get().query == self.QUERY


def _addresses(patterns=None):
    """Every address without keys that is not the admin's, however deep it stands."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLResolver) and "admin" not in str(one.pattern):
            yield from _addresses(one.url_patterns)
        elif isinstance(one, URLPattern) and one.name:
            with suppress(NoReverseMatch):
                yield reverse(one.name)


def test_nothing_of_it_is_public(index, committed, client, offer):
    with committed():
        Note.objects.create(offer=offer, text=SECRET)
        Label.objects.create(offer=offer, name=SECRET)
        offer.save_revision().publish()
    paths = {*_addresses(), f"/huset/{offer.slug}/", "/find-tilbud/", f"/find-tilbud/?q={SECRET}"}
    assert len(paths) > 15
    found = {path: client.get(path, headers={"host": "vejle.localhost"}) for path in paths}
    bodies = {path: b"".join(one.streaming_content) if one.streaming else one.content for path, one in found.items()}
    assert "Værestedet" in bodies["/find-tilbud/"].decode()
    told = {path: body.decode(errors="replace") for path, body in bodies.items() if "?q=" not in path}
    assert [path for path, body in told.items() if SECRET in body] == []
    assert "Værestedet" not in bodies[f"/find-tilbud/?q={SECRET}"].decode()


def test_a_person_who_wants_to_be_forgotten_is_found_in_notes_and_labels(offer, capsys):
    Note.objects.create(offer=offer, text="Ring til Sørine Ærø")
    Label.objects.create(offer=offer, name="Sørine Ærø")
    with pytest.raises(SystemExit):
        call_command("forget_person", "Sørine Ærø")
    told = capsys.readouterr().out.lower()
    assert "note" in told or "text" in told
    assert "sørine" not in told
