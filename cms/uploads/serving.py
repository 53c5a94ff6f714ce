"""The addresses of uploads. Nothing that an editor uploaded acts on this site, whoever looks at it.

A proxy that serves the folder itself has to keep the same rules: `deploy/nginx.conf`.
"""

import re
from datetime import datetime

from django.core.files.storage import Storage, storages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import last_modified, require_safe
from wagtail.documents.views import serve as documents

from cms.uploads.pictures import TYPES

#: No scripts, no styles, no frames, and an origin of its own: even a page that got in here could do nothing.
POLICY = "default-src 'none'; sandbox"
#: Renditions are for everybody, portraits of editors for editors. Names are those that Wagtail gives, and no others.
_PICTURE = re.compile(rf"(images|avatar_images)/[\w.-]{{1,200}}\.({'|'.join(TYPES)})", re.ASCII)
_KEPT_IN = {"images": "renditions", "avatar_images": "default"}


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponse:
    """A picture in a size that a page shows. Originals and documents have no address here."""
    found = _PICTURE.fullmatch(path)
    if not found or (found[1] == "avatar_images" and not request.user.has_perm("wagtailadmin.access_admin")):
        raise Http404
    try:
        response = _picture(request, storages[_KEPT_IN[found[1]]], path)
    except FileNotFoundError as gone:
        raise Http404 from gone
    response["Content-Type"] = TYPES[found[2]]
    response["Content-Security-Policy"] = POLICY
    return response


def _modified(request: HttpRequest, storage: Storage, path: str) -> datetime:
    return storage.get_modified_time(path)


@last_modified(_modified)
def _picture(request: HttpRequest, storage: Storage, path: str) -> HttpResponse:
    return FileResponse(storage.open(path))


@require_safe
def document(request: HttpRequest, document_id: str, document_filename: str) -> HttpResponse:
    """A document, for those who may see its collection, to be saved and not to be shown."""
    try:
        response = documents.serve(request, document_id, document_filename)
    except FileNotFoundError as gone:
        raise Http404 from gone
    # Wagtail sets a policy for files alone, not for the page that asks for a password.
    if response.has_header("Content-Security-Policy"):
        response["Content-Security-Policy"] = POLICY
    return response
