"""The site's addresses and that of the baseline."""

from django.urls import path

from cms.urls import handler404, handler500, urlpatterns
from tests.bench.baseline import find_with_wagtail

__all__ = ["handler404", "handler500", "urlpatterns"]
urlpatterns = [path("wagtail-find/", find_with_wagtail), *urlpatterns]
