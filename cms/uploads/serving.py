"""The addresses of uploads. Nothing that an editor uploaded acts on this site, whoever looks at it.

A proxy that serves the folder itself has to keep the same rules: `deploy/nginx.conf`.
"""

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.documents.views import serve as documents

from cms.uploads.pictures import TYPES

#: No scripts, no styles, no frames, and an origin of its own: even a page that got in here could do nothing.
POLICY = "default-src 'none'; sandbox"
#: Renditions are for everybody, portraits of editors for editors. Names are those that Wagtail gives, and no others.
_PICTURE = re.compile(rf"(images|avatar_images)/[\w.-]{{1,200}}\.({'|'.join(TYPES)})", re.ASCII)


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponse:
    """A picture in a size that a page shows. Originals and documents have no address here."""
    found = _PICTURE.fullmatch(path)
    if not found or (found[1] == "avatar_images" and not request.user.has_perm("wagtailadmin.access_admin")):
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["Content-Type"] = TYPES[found[2]]
    response["Content-Security-Policy"] = POLICY
    return response


@require_safe
def document(request: HttpRequest, document_id: str, document_filename: str) -> HttpResponse:
    """A document, for those who may see its collection, to be saved and not to be shown."""
    response = documents.serve(request, document_id, document_filename)
    # Wagtail sets a policy for files alone, not for the page that asks for a password.
    if response.has_header("Content-Security-Policy"):
        response["Content-Security-Policy"] = POLICY
    return response
