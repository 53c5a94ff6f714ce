"""The six kinds of offers. A kind adds its few fields to `OfferPage`, in a file of its own."""

from directory.models.kinds.association import AssociationPage
from directory.models.kinds.drop_in_centre import DropInCentrePage
from directory.models.kinds.group_course import GroupCoursePage
from directory.models.kinds.guidance import GuidancePage
from directory.models.kinds.health_forest_activity import HealthForestActivityPage
from directory.models.kinds.peer_offer import PeerOfferPage

#: Every kind by its lasting name, in the order in which they are listed.
KINDS = {
    model.kind: model
    for model in (
        DropInCentrePage,
        GroupCoursePage,
        HealthForestActivityPage,
        PeerOfferPage,
        AssociationPage,
        GuidancePage,
    )
}

__all__ = [
    "KINDS",
    "AssociationPage",
    "DropInCentrePage",
    "GroupCoursePage",
    "GuidancePage",
    "HealthForestActivityPage",
    "PeerOfferPage",
]
