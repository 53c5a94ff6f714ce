"""Headers that keep visitors' business their own."""

from django.conf import settings

#: Nothing from other hosts, nothing inline. Citizens' pages have no exception from it.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
#: Wagtail's admin uses inline scripts and styles, and shows previews in a frame of its own.
ADMIN_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "img-src 'self' data: blob:; frame-ancestors 'self'"
)


class ContentSecurityPolicyMiddleware:
    """Says which sources a page may use; strict for visitors, what Wagtail needs for editors."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        policy = ADMIN_POLICY if request.path.startswith("/admin/") else _for_visitors(request)
        if getattr(request, "is_preview", False):
            policy = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
        response.headers.setdefault("Content-Security-Policy", policy)
        return response


def _for_visitors(request) -> str:
    """The strict policy; the page with the movable map may also show the operator's own tiles, where there are any."""
    host = "/".join(settings.MAP_TILES_URL.split("/")[:3]) if settings.MAP_TILES_URL.startswith("https://") else ""
    match = request.resolver_match
    if host and match is not None and match.url_name == "map":
        return POLICY.replace("img-src 'self'", f"img-src 'self' {host}")
    return POLICY
