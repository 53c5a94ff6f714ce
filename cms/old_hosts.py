"""An old host leads on with its path, so that printed codes, bookmarks and lists go on working after a change of host."""

from django.conf import settings
from django.http import HttpResponsePermanentRedirect
from django.http.request import split_domain_port

#: Whoever watches the process asks by whatever name it has.
_FOR_MONITORS = ("/healthz", "/readyz", "/metrics")


class _KeepsTheMethod(HttpResponsePermanentRedirect):
    """For what was sent from a form: the browser sends it again, to the new host."""

    status_code = 308


class OldHostMiddleware:
    """Answers on an old host with the same address on the new one."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        host, port = split_domain_port(request.get_host())
        new = settings.OLD_HOSTS.get(host)
        if new is None or request.path in _FOR_MONITORS:
            return self.get_response(request)
        answer = HttpResponsePermanentRedirect if request.method in {"GET", "HEAD"} else _KeepsTheMethod
        return answer(f"{request.scheme}://{new}{f':{port}' if port else ''}{request.get_full_path()}")
