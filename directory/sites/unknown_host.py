"""A host that no site has: its visitor is shown where the municipalities are, and not somebody else's front page."""

from django.conf import settings
from django.http.request import split_domain_port
from django.shortcuts import render
from wagtail.models import Site

from directory.models import MunicipalityPage

#: What is the same on every host: the admin, monitors, and what pages are made of.
_NOT_OF_A_SITE = ("/admin/", "/healthz", "/readyz", "/metrics", "/media/", "/dokumenter/", "/.well-known/")


class UnknownHostMiddleware:
    """Answers with a plain list where only a pattern in ALLOWED_HOSTS lets the host in, and no site bears its name.

    A host that is named there in full is the operator's own second name of the default site.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith(_NOT_OF_A_SITE) or not _is_unknown(request):
            return self.get_response(request)
        return render(request, "directory/sites/unknown_host.html", {"sites": municipal_sites()}, status=404)


def _is_unknown(request) -> bool:
    host, _port = split_domain_port(request.get_host())
    if host in settings.ALLOWED_HOSTS:
        return False
    # The request remembers it: whoever asks for the site after this asks no database.
    site = Site.find_for_request(request)
    return site is None or site.hostname != host


def municipal_sites() -> list[tuple[str, str]]:
    """Name and address of each municipality's site, by name."""
    titles = dict(MunicipalityPage.objects.live().values_list("pk", "title"))
    rows = Site.objects.filter(root_page__in=titles)
    return sorted((titles[row.root_page_id], row.root_url) for row in rows)
