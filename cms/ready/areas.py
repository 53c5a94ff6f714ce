"""What a municipality lacks: a host that answers, a telephone, its statement, its own words, people, offers."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Count, Q
from django.http.request import validate_host
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.municipalities.area import Area
from cms.ready.lack import Lack
from directory.landing.front_page import empty_cards
from directory.models import FindOffersPage, OfferPage, Role, SiteSettings, TextPage
from directory.seeds.text_pages import TextPageSeeds
from directory.seeds.writing import stands_as_shipped

_APPROVING = (Role.APPROVER, Role.ADMINISTRATOR)


def missing_in(area: Area) -> Iterator[Lack]:
    """What is missing, in the order in which it is made."""
    site = area.sites.order_by("pk").first()
    if site is None:
        yield Lack(area, _("It has no site."), _("Name its host: manage.py municipality add NAME --host HOST."))
    else:
        yield from _site(area, site)
    yield from _front_page(area)
    yield from _people(area)
    yield from _offers(area)


def _site(area: Area, site: Site) -> Iterator[Lack]:
    if not validate_host(site.hostname, settings.ALLOWED_HOSTS):
        told = _("Nobody is answered at %(host)s.") % {"host": site.hostname}
        yield Lack(area, told, _("Add it to ALLOWED_HOSTS and to the proxy."))
    if not SiteSettings.objects.filter(site=site).exclude(was_url="").exists():
        yield Lack(
            area,
            _("There is no accessibility statement."),
            _("Make it at was.digst.dk, and write its address under Settings → Look and addresses of the site."),
        )


def _front_page(area: Area) -> Iterator[Lack]:
    home = area.home
    if not home.help_phone:
        yield Lack(area, _("Nobody can be called."), _("Write a telephone number on the front page."))
    if not FindOffersPage.objects.live().child_of(home).exists():
        yield Lack(area, _("It has no search page."), _("Run manage.py municipality add NAME again."))
    about = TextPage.objects.live().child_of(home).filter(role=TextPage.Role.ABOUT).first()
    if about is None or stands_as_shipped(TextPageSeeds(home, demonstration=False), about):
        yield Lack(
            area,
            _("The page on who is behind the site is still the one that it began with."),
            _("Write who you are, and how you look after the offers."),
        )


def _people(area: Area) -> Iterator[Lack]:
    counted = area.groups().filter(role__in=_APPROVING)
    people = counted.aggregate(number=Count("group__user", filter=Q(group__user__is_active=True)))["number"]
    if not people:
        yield Lack(area, _("Nobody can approve drafts."), _("Invite an approver."))


def _offers(area: Area) -> Iterator[Lack]:
    offers = OfferPage.objects.shown().descendant_of(area.branch)
    if not offers.exists():
        yield Lack(area, _("It has no offers."), _("Import them, or write the first."))
        return
    waiting = offers.exclude(demonstration="").count()
    if waiting:
        told = _("%(count)s offers say that they are a demonstration.") % {"count": waiting}
        yield Lack(area, told, _("Import them again, or confirm them in the listing of offers."))
    if area.municipality is None:
        return
    empty = [card.label for card in empty_cards(area.municipality)]
    if empty:
        told = _("Cards on the front page that lead to no offers: %(cards)s.") % {"cards": ", ".join(empty)}
        yield Lack(area, told, _("Write offers for them, or give the front page cards of its own."))
