"""How pages will look while a mode lasts: shown to those who may switch it on, before it begins and to nobody else."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, resolve, reverse
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.models import Site

from cms.editing.common.publishers import OfPublishers
from cms.editing.hard_days.own import own_hard_days
from directory.hard_days.models import HardDay
from directory.hard_days.page import Preview
from directory.sites.here import here

#: The pages that can be looked at: those that a mode leads, and its own two, by the names of their addresses.
PAGES: dict[str, str | Promise] = {
    "front": _("Front page"),
    "search": _("Search"),
    "today": _("Today"),
    "hard_day": _("All places"),
    "hard_day_notice": _("A notice to print"),
}
#: Where the pages stand that have no address of their own name.
_PATHS: dict[str, Callable[[HttpRequest], str]] = {
    "front": lambda _asked: "/",
    "search": lambda asked: here(asked).find_url,
    "today": lambda _asked: reverse("today"),
}


def previews(day: HardDay) -> list[tuple[str | Promise, str]]:
    """The names and addresses of what can be looked at; nothing once it is over, and where the municipality has no site."""
    if day.ends_at <= timezone.now() or not _site(day):
        return []
    return [(label, _url(name, day.pk)) for name, label in PAGES.items()]


class HardDayPreview(OfPublishers, View):
    """A page of the site as everybody will see it when a mode begins; as it is now where it has begun."""

    def get(self, request: HttpRequest, hard_day: int, shown: str) -> HttpResponse:
        day = get_object_or_404(own_hard_days(request.user), pk=hard_day, ends_at__gt=timezone.now())
        site = _site(day)
        if site is None or shown not in PAGES:
            raise Http404
        # The page's own rules on scripts and styles, with leave to stand in a frame of the admin.
        request.is_preview = True
        with translation.override(settings.LANGUAGE_CODE):
            return _shown(_as_visitor(request, site, day), day, shown)


def _site(day: HardDay) -> Site | None:
    return Site.objects.filter(root_page=day.municipality_id).select_related("root_page").order_by("pk").first()


def _as_visitor(request: HttpRequest, site: Site, day: HardDay) -> HttpRequest:
    """What somebody asks who is not signed in, at the beginning of a mode. It passes no middleware, and so is never kept."""
    asked = HttpRequest()
    asked.method = "GET"
    asked.META = request.META | {"QUERY_STRING": "", "HTTP_COOKIE": ""}
    asked.user, asked.session, asked.is_preview = AnonymousUser(), {}, True
    asked._wagtail_site = site
    asked.hard_days_preview = Preview(max(day.begins_at, timezone.now()), _url)
    return asked


def _shown(asked: HttpRequest, day: HardDay, name: str) -> HttpResponse:
    address = _PATHS[name](asked) if name in _PATHS else reverse(name, args=[day.pk])
    asked.path = asked.path_info = address
    asked.resolver_match = match = resolve(address)
    answer = match.func(asked, *match.args, **match.kwargs)
    return answer.render() if hasattr(answer, "render") else answer


def _url(name: str, key: int) -> str:
    return reverse("hard_day_preview", args=[key, name])


urlpatterns = [
    path("hard-days/<int:hard_day>/preview/<slug:shown>/", HardDayPreview.as_view(), name="hard_day_preview"),
]
