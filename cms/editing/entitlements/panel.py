"""Says on the first page what of the law nobody has checked, what is hidden since its day is past, and what could be taken."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.permissions import policy_registry

from cms.editing.common.first_page import FirstPagePanel
from cms.editing.entitlements.taking import could_take
from directory.entitlements.waiting import past_their_day, unchecked
from directory.models import CommonDescription


class DescriptionsPanel(FirstPagePanel):
    """For those who keep descriptions, and for those whose offers have one."""

    name = "descriptions"
    template_name = "cms/admin/descriptions_panel.html"

    def get_context_data(self, parent_context):
        own = self._own()
        outdated = list(past_their_day(own, timezone.localdate())) if own is not None else []
        return {
            "unchecked": [(row, _check_url(row)) for row in unchecked(own)] if own is not None else [],
            "outdated": [(row, line, _check_url(row)) for row, line in outdated],
            "to_take": could_take(self.user).count(),
            "take_url": reverse("take_descriptions"),
        }

    def _own(self) -> QuerySet[CommonDescription] | None:
        """The descriptions that the person keeps; None for who keeps none."""
        policy = policy_registry.get_by_type(CommonDescription)
        if not policy.user_has_permission(self.user, "change"):
            return None
        return policy.instances_user_has_any_permission_for(self.user, {"change"})


def _check_url(row: CommonDescription) -> str:
    return reverse("check_description", args=[row.pk])
