"""What a site has of its own: its accessibility statement, the stylesheet of its colours, the start page of a shared computer."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from directory.models import TextPage
from directory.sites.address import YES, Address
from directory.sites.here import here
from directory.sites.theme import stylesheet, version

_A_YEAR = 31_536_000  # seconds


def statement(request):
    """Lead to the official statement, or to what the site itself says about it."""
    target = here(request).settings.was_url or here(request).text_urls.get(TextPage.Role.ACCESSIBILITY)
    if not target:
        raise Http404
    return redirect(target)


@require_safe
def shared_computer(request):
    """Where a computer that many share begins, and begins again when nobody touches it; the address can switch that off."""
    shown = {"is_shared": not Address(request.GET).value("stopped"), "stop_url": str(Address.of(stopped=YES))}
    return render(request, "directory/sites/shared_computer.html", shown)


def theme(request):
    """The colours of the site that was asked for. The address with their version may be kept for ever."""
    sheet = stylesheet(here(request).settings)
    if not sheet:
        raise Http404
    lasting = request.GET.get("v") == version(sheet)
    keep = f"public, max-age={_A_YEAR}, immutable" if lasting else "public, max-age=60"
    return HttpResponse(sheet, content_type="text/css; charset=utf-8", headers={"Cache-Control": keep})
