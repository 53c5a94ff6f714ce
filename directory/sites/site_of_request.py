"""The site that a request asks for, with its front page: kept between requests, and a copy for each."""

from copy import copy

from django.http.request import split_domain_port
from wagtail.models import Site
from wagtail.models.sites import get_site_for_hostname

from directory.models import HomePage
from directory.models.generation import one_request
from directory.models.kept import kept

#: Where staff sign in, in both languages.
SIGN_IN = ("/konto/", "/en/konto/")
#: What is the same on every host: the admin, the sign-in of staff, monitors, and what pages are made of.
NOT_OF_A_SITE = (
    "/admin/",
    *SIGN_IN,
    "/healthz",
    "/readyz",
    "/metrics",
    "/media/",
    "/dokumenter/",
    "/.well-known/",
)


class SiteMiddleware:
    """Tells Wagtail which site is asked for, before Wagtail looks for it; and lets a request see one state of what is kept."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        with one_request():
            if not request.path.startswith(NOT_OF_A_SITE):
                request._wagtail_site = _copy(_site(split_domain_port(request._get_raw_host())[0], request.get_port()))
                request._wagtail_cached_site_root_paths = list(_root_paths())
            return self.get_response(request)


@kept(Site, HomePage)
def _site(host: str, port: str) -> Site | None:
    try:
        site = get_site_for_hostname(host, port)
    except Site.DoesNotExist:
        return None
    site.root_page = site.root_page.specific
    return site


@kept(Site, HomePage)
def _root_paths() -> tuple:
    """Where each site stands in the tree, as Wagtail keeps it for a request."""
    return tuple(Site.get_site_root_paths())


def _copy(site: Site | None) -> Site | None:
    """A row of this request's own, with a front page of its own: nobody else sees what is done with them."""
    if site is None:
        return None
    own = copy(site)
    own.root_page = copy(site.root_page)
    return own
