"""The address of links to drafts: it bears its secret."""

from django.urls import path

from directory.previewing.views import draft_by_link

urlpatterns = [path("kladde/<str:secret>/", draft_by_link, name="preview_by_link")]
