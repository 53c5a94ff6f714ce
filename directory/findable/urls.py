"""Addresses that stand outside the languages; `cms.urls` includes them at the root of the site."""

from django.urls import path

from directory.findable.views import favicon, opensearch, robots, sitemap

urlpatterns = [
    path("robots.txt", robots),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("opensearch.xml", opensearch, name="opensearch"),
    path("favicon.ico", favicon),
]
