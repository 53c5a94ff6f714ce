"""Whether the site is well, for load balancers and monitors. Strangers learn yes or no, nothing more."""

import hmac

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.health.numbers import exposition
from cms.health.table import problems


@require_safe
@never_cache
def healthz(request):
    """Answer 200 as long as the process can answer at all; nothing behind it is asked."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def readyz(request):
    """What visitors cannot do without is well: 200, else 503. A monitor with the token sees all that is wrong, and why."""
    is_monitor = _is_monitor(request)
    with translation.override("en"):
        vital = problems(vital_only=True)
        body = {"ready": not any(vital.values())}
        if is_monitor:
            told = vital if vital["database"] else problems()
            body |= {name: not problem for name, problem in told.items()}
            body |= {"problems": [problem for problem in told.values() if problem]}
    return JsonResponse(body, status=200 if body["ready"] else 503)


@require_safe
@never_cache
def metrics(request):
    """Numbers for a monitor with the token; for anybody else there is no such page."""
    if not _is_monitor(request):
        raise Http404
    return HttpResponse(exposition(), content_type="text/plain; version=0.0.4")


def _is_monitor(request) -> bool:
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(settings.METRICS_TOKEN) and hmac.compare_digest(token.encode(), settings.METRICS_TOKEN.encode())
