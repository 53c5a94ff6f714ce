"""The address of links to drafts: it bears its secret."""

from django.urls import path

from directory.previewing.views import preview

urlpatterns = [path("kladde/<str:secret>/", preview, name="preview_by_link")]
