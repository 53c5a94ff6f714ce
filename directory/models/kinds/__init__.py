"""The register of the kinds of offers: a kind is a file beside this one and a row here.

The file adds the kind's few fields to `OfferPage`, which shows, edits and searches them. From the register follow what may
stand below an organisation, the filters of visitors and editors, what is indexed and imported, the demonstration and
the tests' factories. What else a kind needs, a check asks for (`directory/offers/checks.py`): its words, its template.
"""

from directory.models.kinds.association import AssociationPage
from directory.models.kinds.drop_in_centre import DropInCentrePage
from directory.models.kinds.group_course import GroupCoursePage
from directory.models.kinds.guidance import GuidancePage
from directory.models.kinds.health_forest_activity import HealthForestActivityPage
from directory.models.kinds.peer_offer import PeerOfferPage
from directory.models.offer import OfferPage

#: Every kind by its lasting name, in the order in which they are listed.
KINDS: dict[str, type[OfferPage]] = {
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

__all__ = ["KINDS"]
