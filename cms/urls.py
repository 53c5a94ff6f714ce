"""Addresses: the admin, what stands outside the page tree, and the page tree itself; English under /en/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms import styleguide
from cms.views.health import healthz, metrics, readyz
from directory.sites.views import theme

handler404 = "cms.views.errors.not_found"
handler500 = "cms.views.errors.server_error"

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("metrics", metrics),
    path("admin/", include(wagtailadmin_urls)),
    path("dokumenter/", include(wagtaildocs_urls)),
    # Uploads, also in production: few and small. A proxy in front may serve the folder itself and spare the site.
    path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}),
    path("tema.css", theme, name="theme"),
    path("stil/", styleguide.page, name="styleguide"),
    *i18n_patterns(
        path("", include("directory.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
