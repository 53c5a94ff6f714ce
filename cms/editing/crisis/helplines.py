"""Helplines in the admin: who answers when, and when somebody last made sure."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.permissions import policy_registry

from cms.editing.common.columns import DayColumn
from cms.editing.common.first_page import FirstPagePanel
from cms.editing.common.menu import main_order
from cms.editing.common.own import OwnViewSet
from directory.models import Helpline


class HelplineViewSet(OwnViewSet):
    """The lines of the crisis card and of the page Hjælp nu."""

    model = Helpline
    icon = "mobile-alt"
    list_display = [
        "name",
        "number",
        Column("topics", label=_("Topics"), accessor="topic_names"),
        BooleanColumn("always_open", label=_("Day and night")),
        DayColumn("verified_on", label=_("Checked on"), sort_key="verified_on"),
        BooleanColumn("needs_check", label=_("To be dialled again")),
    ]
    search_fields = ["name", "number", "topics"]
    ordering = ["priority", "name"]
    copy_view_enabled = False
    add_to_admin_menu = True
    menu_label = _("Helplines")
    menu_name = "helplines"
    menu_order = main_order(menu_name)


class HelplinesPanel(FirstPagePanel):
    """Says on the first page which lines nobody has dialled for too long. Nothing when all is well."""

    name = "helplines"
    template_name = "cms/admin/helplines_panel.html"

    def get_context_data(self, parent_context):
        may_see = policy_registry.get_by_type(Helpline).user_has_permission(self.user, "change")
        rows = Helpline.objects.all() if may_see else []
        edit = Helpline.snippet_viewset.get_url_name("edit")
        late = [(row, reverse(edit, args=[row.pk])) for row in rows if row.needs_check]
        return {"late": late, "listing": reverse(Helpline.snippet_viewset.get_url_name("list"))}
