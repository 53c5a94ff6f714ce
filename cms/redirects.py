"""From a page's old address to its new one, in both languages."""

from copy import copy

from django.urls import translate_url
from wagtail.contrib.redirects.middleware import RedirectMiddleware


class BilingualRedirectMiddleware(RedirectMiddleware):
    """Looks for an old address in the other language as well.

    Wagtail keeps it in the language that the editor's admin was in; visitors come by either.
    """

    def process_response(self, request, response):
        answer = super().process_response(request, response)
        if answer.status_code != 404:
            return answer
        other = copy(request)
        other.path = translate_url(request.path, "da" if request.LANGUAGE_CODE == "en" else "en")
        return super().process_response(other, answer)
