"""What is for those alone who may edit something."""

from django.core.exceptions import PermissionDenied

from cms.editing.common.tree import may_edit_some


class OfEditors:
    """A page for those who may edit something."""

    def dispatch(self, request, *args, **kwargs):
        if not may_edit_some(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
