"""What is for those alone who may edit something."""

from django.contrib.auth.mixins import UserPassesTestMixin

from cms.editing.common.tree import may_edit_some


class OfEditors(UserPassesTestMixin):
    """A page for those who may edit something."""

    def test_func(self) -> bool:
        return may_edit_some(self.request.user)
