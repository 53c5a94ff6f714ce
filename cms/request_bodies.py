"""What a request may carry: all that it announced, and from visitors no more than a form of theirs holds."""

from django.http import HttpResponse, UnreadablePostError

from cms.serving.limits import MAX_VISITOR_BODY_BYTES


class WholeBodies:
    """Around the site, for any server: a body that ends before its announced length is an error for whoever reads it.

    Django takes what came as if it were all. A form that lost its end with the connection would be kept as written.
    """

    def __init__(self, application) -> None:
        self._application = application

    def __call__(self, environ, start_response):
        length = _announced(environ)
        if length:
            environ["wsgi.input"] = _Counted(environ["wsgi.input"], length)
        return self._application(environ, start_response)


class _Counted:
    """A server's input that raises where it ends too early."""

    def __init__(self, source, length: int) -> None:
        self._source, self._missing = source, length

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        wanted = self._missing if size is None or size < 0 else min(size, self._missing)
        return self._counted(data, is_short=len(data) < wanted)

    def readline(self, size: int = -1) -> bytes:
        data = self._source.readline(size)
        return self._counted(data, is_short=not data and size != 0 and self._missing > 0)

    def _counted(self, data: bytes, *, is_short: bool) -> bytes:
        if is_short:
            raise OSError("The body ended before its announced length.")
        self._missing -= len(data)
        return data


class RequestBodyMiddleware:
    """Refuses what visitors do not send, before it is read. After the middleware that knows who is logged in."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        if _announced(request.META) > MAX_VISITOR_BODY_BYTES and not request.user.is_authenticated:
            return HttpResponse(status=413)
        return self.get_response(request)

    def process_exception(self, request, exception):
        """A body that could not be read to its end is the sender's loss, and no fault of the site."""
        return HttpResponse(status=400) if isinstance(exception, UnreadablePostError) else None


def _announced(environ) -> int:
    """How long a request says that its body is; 0 where it says nothing that can be read."""
    told = environ.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isascii() and told.isdecimal() else 0
