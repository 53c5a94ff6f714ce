"""Says on the admin's first page which sets are not live although their time has come. Nothing where all is well."""

from django.urls import reverse

from cms.editing.common.first_page import FirstPagePanel
from directory.changesets.models import SetStage
from directory.changesets.rights import has_sets, own_sets


class StoppedSetsPanel(FirstPagePanel):
    """The sets of the person's branches that stopped, each with its page."""

    name = "stopped-sets"
    template_name = "cms/admin/stopped_sets_panel.html"

    def get_context_data(self, parent_context):
        if not has_sets(self.user):
            return {"sets": []}
        # One that nobody gave a time was never approved, or was taken back.
        stopped = own_sets(self.user).filter(stage=SetStage.OPEN, live_at__isnull=False).exclude(told="")
        return {"sets": [(one, reverse("change_set", args=[one.pk])) for one in stopped]}
