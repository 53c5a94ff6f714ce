"""Keeps whole pages that are the same for everybody, packed as they were sent, while all that pages show stands.

See docs/decisions/0013-pages-kept-whole.md.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response

from directory.models import Generation
from directory.models.generation import one_request
from directory.sites.site_of_request import NOT_OF_A_SITE

#: What a page is asked by: scheme, host, path, and whether the browser unpacks.
_Asked = tuple[str, str, str, bool]


@dataclass(frozen=True)
class _Page:
    """A page as it was sent."""

    content: bytes
    headers: dict[str, str]

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The page again; 304 without it where the browser has it."""
        response = HttpResponse(self.content, headers=self.headers)
        return get_conditional_response(request, etag=self.headers.get("ETag"), response=response)


@dataclass
class _Pages:
    """What is kept of one minute and one state of the database."""

    of: tuple
    pages: dict[_Asked, _Page] = field(default_factory=dict)
    size: int = 0

    def keep(self, asked: _Asked, page: _Page) -> None:
        """Keep a page, while there is room."""
        size = len(page.content)
        if self.size + size <= settings.PAGES_KEPT_BYTES:
            self.pages[asked] = page
            self.size += size


class KeptPagesMiddleware:
    """Answers what was asked before with the page that was sent then.

    Kept is only what a proxy may keep for everybody too: a page at an address without a question, for somebody without
    cookies. So no words, no list and nothing sensitive is ever kept. It holds for the minute in which it was made, since
    pages tell what is open now, and only while nothing that a page shows has changed.
    """

    def __init__(self, get_response) -> None:
        if not settings.PAGES_KEPT_BYTES:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self._kept = _Pages(of=())

    def __call__(self, request):
        if not _may_be_kept(request):
            return self.get_response(request)
        with one_request():
            pages = self._pages()
            if pages is None:
                return self.get_response(request)
            asked = (request.scheme, request._get_raw_host(), request.path, _unpacks(request))
            if page := pages.pages.get(asked):
                return page.answer(request)
            response = self.get_response(request)
            if request.method == "GET" and _is_for_everybody(response):
                pages.keep(asked, _Page(response.content, dict(response.headers)))
            return response

    def _pages(self) -> _Pages | None:
        """What is kept of now; None where nothing says when it changes."""
        try:
            stamps = Generation.of_pages()
        except DatabaseError:
            return None
        if not all(stamps):
            return None
        now = (stamps, int(timezone.now().timestamp() // 60))
        if self._kept.of != now:
            self._kept = _Pages(of=now)
        return self._kept


def _may_be_kept(request: HttpRequest) -> bool:
    return (
        request.method in {"GET", "HEAD"}
        and not request.META.get("QUERY_STRING")
        and not request.COOKIES
        and not request.path.startswith(NOT_OF_A_SITE)
    )


def _unpacks(request: HttpRequest) -> bool:
    return "gzip" in request.headers.get("Accept-Encoding", "")


def _is_for_everybody(response: HttpResponse) -> bool:
    """Whether the answer says itself that any proxy may keep it; see cms/caching.py."""
    is_public = "public" in response.headers.get("Cache-Control", "")
    return response.status_code == 200 and not response.streaming and is_public
