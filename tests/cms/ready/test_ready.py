"""What is missing before citizens can come, and nothing when nothing is."""

import io

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone, translation
from wagtail.models import Site

from cms.backups.taking import TAKEN
from cms.municipalities.adding import add
from cms.municipalities.area import Area
from cms.ready.areas import missing_in
from cms.ready.installation import missing_everywhere
from cms.ready.lacking import lacking
from directory.demo import login
from directory.models import Heartbeat, Helpline, MailRecord, MunicipalityPage, OrganisationPage, SiteSettings, TextPage
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def vejle():
    page = factories.MunicipalityFactory(title="Vejle")
    add(Area(page), "vejle.localhost")
    return Area(MunicipalityPage.objects.get(pk=page.pk))


def complete(area):
    """Give a municipality all that it lacks."""
    home = area.home
    home.help_phone = "12345678"
    home.save()
    about = TextPage.objects.child_of(home).get(role=TextPage.Role.ABOUT)
    about.lead = "Vi er Vejle Kommune, Socialafdelingen."
    about.save()
    site = Site.objects.get(hostname="vejle.localhost")
    SiteSettings.objects.update_or_create(site=site, defaults={"was_url": "https://www.was.digst.dk/vejle"})
    bo = User.objects.create_user("bo")
    bo.groups.add(area.groups().get(role="approver").group)
    factories.OfferFactory(parent=factories.OrganisationFactory(parent=MunicipalityPage.objects.get(pk=home.pk)))


def told(area):
    return " ".join(lack.what for lack in missing_in(area))


def test_a_municipality_that_was_just_added_lacks_what_only_people_can_give_it(vejle):
    said = told(vejle)
    for words in ("accessibility statement", "Nobody can be called", "still the one", "approve", "no offers"):
        assert words in said
    assert "no site" not in said
    assert "search page" not in said


def test_a_municipality_with_everything_lacks_nothing(vejle):
    complete(vejle)
    assert told(vejle) == ""


@pytest.mark.parametrize(
    ("take_away", "said"),
    [
        (lambda area: area.sites.update(hostname="andet.example.dk"), "andet.example.dk"),
        (lambda area: area.sites.delete(), "no site"),
        (lambda _area: User.objects.update(is_active=False), "approve"),
        (lambda area: TextPage.objects.child_of(area.home).get(role="about").unpublish(), "who is behind"),
        (lambda _area: OrganisationPage.objects.get().get_children().get().specific.unpublish(), "no offers"),
    ],
)
def test_what_is_taken_away_is_named(vejle, take_away, said):
    complete(vejle)
    take_away(vejle)
    assert said in told(vejle)


def test_offers_that_say_they_are_a_demonstration_are_counted(vejle):
    complete(vejle)
    offer = OrganisationPage.objects.get().get_children().get().specific
    offer.demonstration = "unconfirmed"
    offer.save()
    assert "1 offers say" in told(vejle)


def test_an_installation_names_what_it_lacks_and_nothing_that_is_there(settings):
    settings.SECURITY_CONTACT, settings.CRISIS_TEXTS_APPROVED = "", False
    Helpline.objects.create(name="Linjen", number="12345678", topics="life")
    MailRecord.objects.create(pk=MailRecord.THE_ONE, failures=3, failed=timezone.now())
    said = " ".join(lack.what for lack in missing_everywhere())
    for words in ("worker", "backup", "Linjen", "clinician", "weakness", "3 mails"):
        assert words in said
    Heartbeat.beat("search")
    Heartbeat.beat(TAKEN)
    Helpline.objects.update(verified_on=timezone.localdate())
    MailRecord.objects.update(failures=0)
    settings.SECURITY_CONTACT, settings.CRISIS_TEXTS_APPROVED = "sikkerhed@example.dk", True
    assert list(missing_everywhere()) == []


def test_the_demonstrations_known_login_is_named_until_it_is_closed():
    user = User.objects.create_user(login.USERNAME, password=login.PASSWORD)
    assert "password that everybody knows" in " ".join(lack.what for lack in missing_everywhere())
    user.is_active = False
    user.save()
    assert "password that everybody knows" not in " ".join(lack.what for lack in missing_everywhere())


def test_the_command_says_each_with_what_to_do_and_fails_while_something_is_missing(vejle):
    out = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("ready", stdout=out)
    assert ended.value.code == 1
    assert len(out.getvalue().splitlines()) == len(list(lacking()))
    assert "Vejle: Nobody can approve drafts. Invite an approver." in out.getvalue()


def test_operators_see_the_list_in_the_admin_and_nobody_else(vejle):
    operator = people.signed_in(people.operator())
    assert "Vejle" in operator.get("/admin/ready/").content.decode()
    other = people.signed_in(people.editor("anna", vejle.home, "add_page"))
    assert other.get("/admin/ready/").status_code == 302


def test_offers_that_take_hand_overs_need_a_key(vejle, settings):
    factories.OfferFactory(takes_referrals=True)
    for keys, is_told in ((["x"], False), ([], True)):
        settings.REFERRAL_KEYS = keys
        assert ("no key" in " ".join(lack.what for lack in missing_everywhere())) is is_told
