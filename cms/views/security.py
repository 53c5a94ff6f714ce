"""Whom to tell of a weakness, where those who look for it look first (RFC 9116)."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from directory.security_contact import contact_uri

#: After this nobody should believe the file any more; it is written again each time it is asked for.
_VALID = timedelta(days=90)


@require_safe
def security_txt(request):
    """The operator's address; no such page while there is none."""
    contact = contact_uri(settings.SECURITY_CONTACT)
    if not contact:
        raise Http404
    expires = (timezone.now() + _VALID).strftime("%Y-%m-%dT00:00:00Z")
    lines = [f"Contact: {contact}", f"Expires: {expires}", "Preferred-Languages: da, en"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
