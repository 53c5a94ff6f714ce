"""What an editor can narrow the listing of offers by. Values of one filter widen, filters narrow each other."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from cms.editing.common.filters import BranchFilter, CheckBoxes, DemonstrationFilter
from cms.editing.common.freshness import FRESHNESS, is_fresh
from cms.editing.common.term_filter import TermFilter
from cms.editing.offers.state import STATES, in_state
from directory.models import KINDS, Need, OfferPage, TargetGroup


def _is_kind(kind: str) -> Q:
    return Q(content_type=ContentType.objects.get_for_model(KINDS[kind]))


class OfferListingFilters(WagtailFilterSet):
    """The filters beside the listing."""

    kind = CheckBoxes(
        label=_("Kind"),
        choices=[(kind, model._meta.verbose_name) for kind, model in KINDS.items()],
        condition=_is_kind,
    )
    municipality = BranchFilter()
    freshness = CheckBoxes(label=_("Freshness"), choices=FRESHNESS, condition=is_fresh)
    state = CheckBoxes(label=_("State"), choices=STATES, condition=in_state)
    target_group = TermFilter(label=_("Target group"), terms=TargetGroup, field_name="audiences__target_group")
    need = TermFilter(label=_("Need"), terms=Need, field_name="needs")
    demonstration = DemonstrationFilter()

    class Meta:
        model = OfferPage
        fields: list[str] = []
