"""From a page's old address to its new one, in both languages."""

from copy import copy

from wagtail.contrib.redirects.middleware import RedirectMiddleware

PREFIX = "/en"


class BilingualRedirectMiddleware(RedirectMiddleware):
    """Looks for an old address in the other language as well.

    Wagtail keeps it in the language that the editor's admin was in; visitors come by either.
    """

    def process_response(self, request, response):
        answer = super().process_response(request, response)
        if answer.status_code != 404:
            return answer
        english = request.path.startswith(f"{PREFIX}/")
        other = copy(request)
        other.path = request.path.removeprefix(PREFIX) if english else PREFIX + request.path
        return super().process_response(other, answer)
