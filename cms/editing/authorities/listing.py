"""The listing of authorities, with all names that each has, had or will have."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from cms.editing.common.own import OwnViewSet
from directory.models import Authority


def _names(authority: Authority) -> str:
    return ", ".join(row.name for row in authority.names.all())


class AuthorityViewSet(OwnViewSet):
    """Municipalities, regions and the state, kept by the people of the whole."""

    model = Authority
    base_form = Authority.base_form_class
    icon = "group"
    list_display = [
        Column("today", label=_("Today"), accessor=str),
        Column("names", label=_("Names"), accessor=_names),
        Column("kind", label=_("what it is"), accessor="get_kind_display", sort_key="kind"),
    ]
    list_filter = ["kind"]
    search_fields = ["slug", "names__name"]
    ordering = ["kind", "slug"]
    list_per_page = 50
    copy_view_enabled = False

    def rows(self):
        return Authority.objects.prefetch_related("names")
