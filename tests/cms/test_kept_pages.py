"""Whole pages are kept for a minute: the same bytes as without, right at once after every edit, and nothing of a visitor."""

import gc
import gzip
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from cms.kept_pages import _Page
from directory.models import Closure, LandingText, OfferPage, OpeningHours, SiteSettings
from tests import factories

#: Changes are told when they are committed.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

HOST = "vejle.localhost"
PAGES = (
    "/",
    "/en/",
    "/find-tilbud/",
    "/behov/ensomhed/",
    "/huset/",
    "/huset/kaffestuen/",
    "/en/huset/kaffestuen/",
    "/om/",
    "/i-dag/",
    "/kalender/",
    "/kort/",
    "/sitemap.xml",
)


@pytest.fixture
def offer(index, municipality_site):
    """An offer with all that pages show of it, on a site with a page of each kind."""
    factories.TextPageFactory(parent=municipality_site, title="Om os", slug="om")
    need = factories.NeedFactory(name="Ensomhed", slug="ensomhed")
    owner = factories.OrganisationFactory(title="Huset", parent=municipality_site)
    place = factories.PlaceFactory(name="Den gule villa")
    offer = factories.DropInCentreFactory(title="Kaffestuen", parent=owner, place=place, needs=[need])
    OpeningHours.objects.create(
        offer=offer.offerpage_ptr, weekday=timezone.localdate().isoweekday(), opens="08:00", closes="22:00"
    )
    offer.save_revision().publish()
    return offer


@pytest.fixture
def keeping(settings):
    """A visitor of a process that keeps pages."""
    settings.PAGES_KEPT_BYTES = 2**20
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def plain(settings):
    """Asks a process that keeps none."""

    def ask(path):
        kept, settings.PAGES_KEPT_BYTES = settings.PAGES_KEPT_BYTES, 0
        try:
            return Client(HTTP_HOST=HOST).get(path)
        finally:
            settings.PAGES_KEPT_BYTES = kept

    return ask


def is_kept(client, path, **asked) -> bool:
    """Whether the second answer was made of the stamps alone. Both are asked for in one minute: no page is kept longer."""
    minute = None
    while minute != timezone.now().timestamp() // 60:
        minute = timezone.now().timestamp() // 60
        first = client.get(path, **asked)
        with CaptureQueriesContext(connection) as queries:
            again = client.get(path, **asked)
    is_held = any(page.content == first.content for page in held())
    return is_held and len(queries) == 1 and again.content == first.content and again.headers == first.headers


def held() -> list[_Page]:
    """Every page that this process keeps anywhere."""
    return [found for found in gc.get_objects() if type(found) is _Page]


def test_what_is_the_same_for_everybody_is_kept_and_nothing_else(keeping, plain, offer):
    for path in PAGES:
        assert is_kept(keeping, path), path
        assert keeping.get(path).content == plain(path).content, path
    assert not is_kept(keeping, "/find-tilbud/?behov=ensomhed")
    assert not is_kept(keeping, f"/huset/kaffestuen/?liste={offer.pk}")
    assert not is_kept(keeping, f"/liste/{offer.pk}/")
    assert not is_kept(keeping, "/tilbagemelding/")
    assert not is_kept(keeping, "/hjaelp-nu/")
    assert not is_kept(keeping, "/findes-ikke/")
    assert not is_kept(keeping, "/om/", HTTP_COOKIE="sessionid=x")


def test_of_what_somebody_types_or_chooses_nothing_stays(keeping, offer):
    for path in ("/find-tilbud/?q=xyzzymaerke", "/kort/?q=xyzzymaerke", f"/liste/{offer.pk}/", "/huset/xyzzymaerke/"):
        keeping.get(path)
    keeping.get("/find-tilbud/")
    assert held()
    assert not any(b"xyzzymaerke" in page.content for page in held())
    assert keeping.get(f"/liste/{offer.pk}/").content not in {page.content for page in held()}


def test_a_sensitive_offer_is_not_kept(keeping, offer):
    offer.sensitive = True
    offer.save_revision().publish()
    assert not is_kept(keeping, "/huset/kaffestuen/")


def test_other_hosts_and_browsers_get_pages_of_their_own(keeping, offer):
    keeping.get("/")
    assert b"Kaffestuen" not in keeping.get("/om/", HTTP_HOST="andet.localhost").content
    packed = keeping.get("/om/", headers={"accept-encoding": "gzip"})
    assert gzip.decompress(packed.content) == keeping.get("/om/").content
    assert is_kept(keeping, "/om/", headers={"accept-encoding": "gzip"})


def test_what_the_browser_has_is_not_sent_again(keeping, offer):
    tag = keeping.get("/om/").headers["ETag"]
    for _kept_or_not in range(2):
        answer = keeping.get("/om/", headers={"if-none-match": tag})
        assert (answer.status_code, answer.content) == (304, b"")
    assert keeping.head("/om/").content == b""
    assert keeping.get("/om/").content


def written(offer, municipality):
    """Each kind of edit of what is read, by name."""

    def change(row, field, value):
        setattr(row, field, value)
        row.save()

    page = lambda slug: Page.objects.get(slug=slug).specific  # noqa: E731
    need, site = offer.needs.get(), Site.objects.get(root_page=municipality)
    today = timezone.localdate()
    yield "the title of an offer", lambda: (setattr(offer, "title", "Teen"), offer.save_revision().publish())
    yield "a closed day", lambda: Closure.objects.create(offer=offer.offerpage_ptr, first_day=today, last_day=today)
    yield "a place", lambda: change(offer.place, "name", "Den røde villa")
    yield "a term", lambda: change(need, "name", "Alene")
    yield "a text of a need", lambda: LandingText.objects.create(need=need, lead="Du er ikke den eneste.")
    yield "an organisation", lambda: change(page("huset"), "title", "Det nye hus")
    yield "a text page", lambda: change(page("om"), "title", "Hvem vi er")
    yield "a municipality", lambda: change(page("vejle"), "title", "Ny Kommune")
    yield "a setting", lambda: SiteSettings.objects.create(site=site, main_colour="#0b5a54")


def moved(offer, municipality):
    """Each kind of edit of where something stands and who sees it, by name."""
    elsewhere = factories.OrganisationFactory(title="Foreningen", parent=municipality)
    row = lambda: OfferPage.objects.get(pk=offer.pk)  # noqa: E731
    yield "a move", lambda: row().move(elsewhere, "last-child")
    yield "a hidden branch", lambda: PageViewRestriction.objects.create(page=elsewhere, restriction_type="login")
    yield "a branch that is open again", lambda: PageViewRestriction.objects.all().delete()
    yield "an offer that was withdrawn", lambda: row().unpublish()
    yield "an offer that is gone", lambda: row().delete()


@pytest.mark.parametrize("edits", [written, moved])
def test_every_edit_shows_at_once_on_every_page(edits, keeping, plain, offer, municipality_site):
    for name, edit in edits(offer, municipality_site):
        before = {path: keeping.get(path).content for path in PAGES}
        edit()
        after = {path: keeping.get(path).content for path in PAGES}
        assert after == {path: plain(path).content for path in PAGES}, name
        assert after != before, name


def test_a_change_that_is_taken_back_leaves_the_pages(keeping, offer):
    assert is_kept(keeping, "/om/")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        offer.save()
        raise ZeroDivisionError
    with CaptureQueriesContext(connection) as queries:
        assert b"Om os" in keeping.get("/om/").content
    assert len(queries) == 1


def test_the_next_minute_makes_them_again(keeping, offer, monkeypatch):
    assert is_kept(keeping, "/om/")
    later = timezone.now() + timedelta(minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    with CaptureQueriesContext(connection) as queries:
        keeping.get("/om/")
    assert len(queries) > 1


def test_there_is_room_for_so_many_bytes(keeping, offer, settings):
    settings.PAGES_KEPT_BYTES = len(keeping.get("/om/").content) + 1
    narrow = Client(HTTP_HOST=HOST)
    assert is_kept(narrow, "/om/")
    assert not is_kept(narrow, "/i-dag/")
    assert is_kept(narrow, "/om/")
