"""A host that no site has: its visitor is shown where the municipalities are, and not somebody else's front page."""

from django.conf import settings
from django.http.request import split_domain_port
from django.shortcuts import render
from wagtail.models import Site

from directory.models import MunicipalityPage
from directory.sites.site_of_request import NOT_OF_A_SITE


class UnknownHostMiddleware:
    """Answers with a plain list where only a pattern in ALLOWED_HOSTS lets the host in, and no site bears its name.

    A host that is named there in full is the operator's own second name of the default site.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith(NOT_OF_A_SITE) or not _is_unknown(request):
            return self.get_response(request)
        return render(request, "directory/sites/unknown_host.html", {"municipalities": municipalities()}, status=404)


def _is_unknown(request) -> bool:
    host, _port = split_domain_port(request.get_host())
    if host in settings.ALLOWED_HOSTS:
        return False
    # The request remembers it: whoever asks for the site after this asks no database.
    site = Site.find_for_request(request)
    return site is None or site.hostname != host


def municipalities() -> list[tuple[str, str]]:
    """Name and address of each municipality, by name: on its own host, or on the portal's."""
    pages, paths = list(MunicipalityPage.objects.live().order_by("title")), Site.get_site_root_paths()
    for page in pages:
        # As Wagtail itself keeps it for a page: else each would ask for all sites.
        page._wagtail_cached_site_root_paths = paths
    return [(page.title, page.full_url) for page in pages if page.full_url]
