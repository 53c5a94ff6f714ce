"""The admin's own interface to pictures and documents, which asks nobody whose they are."""

from django.db.models import QuerySet
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet

from cms.editing.fence.rows import seen


class _Own:
    """Answers with what the person may see."""

    def get_queryset(self) -> QuerySet:
        found = super().get_queryset()
        return found.filter(pk__in=seen(self.request.user, found.model).order_by().values("pk"))


class OwnImages(_Own, ImagesAdminAPIViewSet):
    """The pictures of collections that the person may see."""


class OwnDocuments(_Own, DocumentsAdminAPIViewSet):
    """The documents of collections that the person may see."""


def replace(router) -> None:
    """Put ours in place of Wagtail's; for its `construct_admin_api`."""
    router.register_endpoint("images", OwnImages)
    router.register_endpoint("documents", OwnDocuments)
