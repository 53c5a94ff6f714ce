"""For how long an answer may be kept by browsers and proxies, where the view did not say so itself."""

from django.conf import settings
from django.utils.cache import has_vary_header, patch_cache_control

from directory.sites.site_of_request import SIGN_IN

#: Seconds. "Open now" is told by the minute, and a notice of an editor is seen within one.
PUBLIC_SECONDS = 60
#: Seconds in which a proxy may show the page of before while the site is being started again.
STALE_SECONDS = 300


class CacheControlMiddleware:
    """Lets ordinary pages be kept for a minute; what depends on choices or on who asks, by nobody but the browser.

    The language stands in the address and visitors have no cookies, so that a public page is the same for everyone.
    Pages that tell about a person's life have said `no-store` already, see directory/privacy_headers.py.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path.startswith(SIGN_IN):
            # Secrets of apps and codes on paper are among what these pages show.
            patch_cache_control(response, private=True, no_store=True)
        if "Cache-Control" in response.headers:
            return response
        if request.method not in {"GET", "HEAD"} or response.status_code not in {200, 301, 304}:
            patch_cache_control(response, no_cache=True)
        elif _is_personal(request, response):
            patch_cache_control(response, private=True, no_cache=True)
        elif request.META.get("QUERY_STRING"):
            patch_cache_control(response, private=True, max_age=PUBLIC_SECONDS)
        else:
            patch_cache_control(response, public=True, max_age=PUBLIC_SECONDS, stale_if_error=STALE_SECONDS)
        return response


def _is_personal(request, response) -> bool:
    """Whether somebody is logged in, or the answer takes part in that."""
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    return has_session or bool(response.cookies) or has_vary_header(response, "Cookie")
