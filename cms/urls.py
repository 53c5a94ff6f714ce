"""Addresses: the admin, what stands outside the page tree, and the page tree itself; English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms import styleguide
from cms.signin.views import to_new_password, to_sign_in
from cms.uploads.serving import document, media
from cms.views.health import healthz, metrics, readyz
from cms.views.security import security_txt
from directory.sites.views import theme

handler404 = "cms.views.errors.not_found"
handler500 = "cms.views.errors.server_error"

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("metrics", metrics),
    path(".well-known/security.txt", security_txt),
    # One page for signing in: Wagtail's own lead there.
    path("admin/login/", to_sign_in),
    re_path(r"^admin/password_reset/(?P<old>.*)$", to_new_password),
    path("admin/", include(wagtailadmin_urls)),
    # Before Wagtail's own address of it, which would be the same.
    re_path(r"^dokumenter/(\d+)/(.*)$", document),
    path("dokumenter/", include(wagtaildocs_urls)),
    # Also in production: few and small. A proxy in front may serve the folder by the same rules and spare the site.
    path("media/<path:path>", media),
    path("tema.css", theme, name="theme"),
    path("", include("directory.findable.urls")),
    path("stil/", styleguide.page, name="styleguide"),
    *i18n_patterns(
        path("konto/", include("cms.signin.urls")),
        # Wagtail's other form for signing in, to which private pages lead: it would count nothing and ask for one step.
        path("_util/login/", to_sign_in),
        path("", include("directory.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
