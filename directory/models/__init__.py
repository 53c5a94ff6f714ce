"""The domain: what is offered, by whom, for whom, where and when."""

from directory.models.branches import HomePage, HomePick, MunicipalityPage, NationalBranchPage, PortalPage
from directory.models.find_page import FindOffersPage
from directory.models.kinds import (
    KINDS,
    AssociationPage,
    DropInCentrePage,
    GroupCoursePage,
    GuidancePage,
    HealthForestActivityPage,
    PeerOfferPage,
)
from directory.models.offer import FirstVisitStep, OfferAudience, OfferLink, OfferPage
from directory.models.organisation import OrganisationPage
from directory.models.outbox import Outbox
from directory.models.place import Place
from directory.models.start_card import StartCard
from directory.models.taxonomy import Language, Need, TargetGroup
from directory.models.times import Closure, OpeningHours, Session

__all__ = [
    "KINDS",
    "AssociationPage",
    "Closure",
    "DropInCentrePage",
    "FindOffersPage",
    "FirstVisitStep",
    "GroupCoursePage",
    "GuidancePage",
    "HealthForestActivityPage",
    "HomePage",
    "HomePick",
    "Language",
    "MunicipalityPage",
    "NationalBranchPage",
    "Need",
    "OfferAudience",
    "OfferLink",
    "OfferPage",
    "OpeningHours",
    "OrganisationPage",
    "Outbox",
    "PeerOfferPage",
    "Place",
    "PortalPage",
    "Session",
    "StartCard",
    "TargetGroup",
]
