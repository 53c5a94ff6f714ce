"""The stylesheet of a site's own colours."""

from django.http import Http404, HttpResponse

from directory.presenting.frame import settings_of
from directory.presenting.theme import stylesheet, version

_A_YEAR = 31_536_000


def theme(request):
    """The colours of the site that was asked for. The address with their version may be kept for ever."""
    sheet = stylesheet(settings_of(request))
    if not sheet:
        raise Http404
    lasting = request.GET.get("v") == version(sheet)
    keep = f"public, max-age={_A_YEAR}, immutable" if lasting else "public, max-age=60"
    return HttpResponse(sheet, content_type="text/css; charset=utf-8", headers={"Cache-Control": keep})
