"""A list that is worked through one by one: what is to be done with one, or not now; then comes the next."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from cms.editing.common.titled import TitledPage
from directory.text import MAX_KEY_DIGITS, whole_number


class NextOneView(TitledPage, TemplateView):
    """The first row that waits after the one that was done; where there is none, the listing says so."""

    def may_look(self) -> bool:
        """Whether the person may work with any of it."""
        raise NotImplementedError

    def waiting(self) -> QuerySet[Model]:
        """The rows that wait for the person."""
        raise NotImplementedError

    def listing(self) -> str:
        """The address, or the name, of the page that shows them all."""
        raise NotImplementedError

    def page(self, row: Any) -> int:
        """The key of the page that is changed where something is wrong."""
        raise NotImplementedError

    def following(self, row: Any) -> str:
        """The address of the one after this."""
        raise NotImplementedError

    def told(self, row: Any) -> dict[str, Any]:
        """What the page tells of a row."""
        raise NotImplementedError

    def get(self, request, *args, **kwargs):
        if not self.may_look():
            raise PermissionDenied
        after = whole_number(request.GET.get("after", "0"), MAX_KEY_DIGITS) or 0
        waiting = self.waiting().order_by("pk")
        row = waiting.filter(pk__gt=after).first()
        if row is None:
            messages.success(request, _("You have been through the list."))
            return redirect(self.listing())
        told = {
            "left": waiting.filter(pk__gte=row.pk).count(),
            "following": self.following(row),
            "edit_url": reverse("wagtailadmin_pages:edit", args=[self.page(row)]),
        }
        return self.render_to_response(self.get_context_data(**told, **self.told(row)))
