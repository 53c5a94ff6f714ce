"""The reminder to review an accessibility statement: the law asks for it once a year."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.permissions import policy_registry

from cms.editing.common.first_page import FirstPagePanel
from cms.editing.common.freshness import months_before
from directory.models import SiteSettings

#: A month is left then.
REMINDED_AFTER = 11


class StatementsPanel(FirstPagePanel):
    """Says on the first page which statements are to be reviewed. Nothing when all is well."""

    name = "statements"
    template_name = "cms/admin/statements_panel.html"

    def get_context_data(self, parent_context):
        return {"late": [(row, _edit(row)) for row in self._late()]}

    def _late(self):
        policy = policy_registry.get_by_type(SiteSettings)
        if not policy.user_has_permission(self.user, "change"):
            return []
        due = Q(was_reviewed_on=None) | Q(was_reviewed_on__lte=months_before(timezone.localdate(), REMINDED_AFTER))
        rows = policy.instances_user_has_permission_for(self.user, "change").exclude(was_url="")
        return rows.filter(due).select_related("site").order_by("site__site_name", "pk")


def _edit(row: SiteSettings) -> str:
    return reverse("wagtailsettings:edit", args=["directory", "sitesettings", row.site_id])
