"""Headers that keep visitors' business their own."""

from django.conf import settings

from directory.cpr import without_cpr
from directory.find.filters import WRITTEN
from directory.sites.site_of_request import SIGN_IN

#: Nothing from other hosts, nothing inline. Citizens' pages have no exception from it.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
#: Wagtail's admin uses inline scripts and styles, and shows previews in a frame of its own.
ADMIN_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)

#: Where the forms of places stand in the admin.
_FORM_WITH_MAP = "wagtailsnippets_directory_place"


class HeadMiddleware:
    """Sends no body where only the head of an answer is asked for: the server would drop it, with a warning each time."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method == "HEAD":
            if response.streaming:
                response.streaming_content = ()
            else:
                response.content = b""
        return response


class WithoutCprMiddleware:
    """Drops civil registration numbers from what is searched for, before anything can show, count or log them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # Editors look for P numbers too, and without saying so.
        if not request.path.startswith("/admin/"):
            self.drop(request)
        return self.get_response(request)

    def drop(self, request) -> None:
        """Let the request be as if the numbers had not been written."""
        asked = request.GET.copy()
        for name in WRITTEN.intersection(asked):
            asked.setlist(name, [without_cpr(words) for words in asked.getlist(name)])
        if asked != request.GET:
            request.GET = asked
            request.META["QUERY_STRING"] = asked.urlencode()


class ContentSecurityPolicyMiddleware:
    """Says which sources a page may use; strict for visitors, what Wagtail needs for editors."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        policy = _policy(request)
        if getattr(request, "is_preview", False):
            policy = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
        response.headers.setdefault("Content-Security-Policy", policy)
        return response


def _policy(request) -> str:
    """That of the page; where a map can be moved it may also show the operator's own tiles, if there are any."""
    policy = ADMIN_POLICY if request.path.startswith("/admin/") else POLICY
    if settings.OIDC_ISSUER and request.path.startswith(SIGN_IN):
        # The form there leads to the issuer, which browsers count as sending it there.
        origin = "/".join(settings.OIDC_ISSUER.split("/")[:3])
        policy = policy.replace("form-action 'self'", f"form-action 'self' {origin}")
    host = "/".join(settings.MAP_TILES_URL.split("/")[:3]) if settings.MAP_TILES_URL.startswith("https://") else ""
    match = request.resolver_match
    if host and match is not None and (match.url_name == "map" or match.namespace == _FORM_WITH_MAP):
        return policy.replace("img-src 'self'", f"img-src 'self' {host}")
    return policy
