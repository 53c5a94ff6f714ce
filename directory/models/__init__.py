"""The domain: what is offered, by whom, for whom, where and when."""

from directory.models.authority import Authority, AuthorityName, ReferralRecipient
from directory.models.branches import HomePage, HomePick, MunicipalityPage, NationalBranchPage, PortalPage
from directory.models.claim import Claim
from directory.models.deleted_offer import DeletedOffer
from directory.models.description import CommonDescription, DescriptionEdition, DescriptionLine
from directory.models.feedback import Feedback
from directory.models.figure import Figure
from directory.models.find_page import FindOffersPage
from directory.models.former_address import FormerAddress
from directory.models.generation import Generation
from directory.models.heartbeat import Heartbeat
from directory.models.helpline import Helpline, HelplineHours
from directory.models.index_stamp import IndexStamp
from directory.models.kind_name import KindName
from directory.models.kinds import KINDS
from directory.models.landing import LandingText
from directory.models.listing_rule import ListingRule
from directory.models.mail import MailRecord
from directory.models.merged import FormerId, ToldApart
from directory.models.news_from_outside import NewsFromOutside
from directory.models.offer import OfferPage
from directory.models.offer_rows import FirstVisitStep, OfferAudience, OfferLink
from directory.models.offer_stamp import OfferStamp
from directory.models.organisation import OrganisationPage
from directory.models.outbox import Outbox
from directory.models.place import Place
from directory.models.responsible import OfferAuthority, OfferPerformer, OrganisationAuthority
from directory.models.role import Role, RoleGroup
from directory.models.search_counts import SearchCount, SearchTerm
from directory.models.seed_record import SeedRecord
from directory.models.site_settings import SiteSettings
from directory.models.start_card import StartCard
from directory.models.taxonomy import Language, Need, TargetGroup
from directory.models.text_page import TextPage
from directory.models.times import Closure, OpeningHours, Session
from directory.models.vocabulary import CrisisWords, KindWords, ReadingRule, SynonymGroup, WordList

__all__ = [
    "KINDS",
    "Authority",
    "AuthorityName",
    "Claim",
    "Closure",
    "CommonDescription",
    "CrisisWords",
    "DeletedOffer",
    "DescriptionEdition",
    "DescriptionLine",
    "Feedback",
    "Figure",
    "FindOffersPage",
    "FirstVisitStep",
    "FormerAddress",
    "FormerId",
    "Generation",
    "Heartbeat",
    "Helpline",
    "HelplineHours",
    "HomePage",
    "HomePick",
    "IndexStamp",
    "KindName",
    "KindWords",
    "LandingText",
    "Language",
    "ListingRule",
    "MailRecord",
    "MunicipalityPage",
    "NationalBranchPage",
    "Need",
    "NewsFromOutside",
    "OfferAudience",
    "OfferAuthority",
    "OfferLink",
    "OfferPage",
    "OfferPerformer",
    "OfferStamp",
    "OpeningHours",
    "OrganisationAuthority",
    "OrganisationPage",
    "Outbox",
    "Place",
    "PortalPage",
    "ReadingRule",
    "ReferralRecipient",
    "Role",
    "RoleGroup",
    "SearchCount",
    "SearchTerm",
    "SeedRecord",
    "Session",
    "SiteSettings",
    "StartCard",
    "SynonymGroup",
    "TargetGroup",
    "TextPage",
    "ToldApart",
    "WordList",
]
