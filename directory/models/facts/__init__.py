"""What every offer tells, one abstract model for each block of its page. `OfferPage` puts them together."""

from directory.models.facts.access import AccessFacts
from directory.models.facts.contact import ContactFacts
from directory.models.facts.entitlement import EntitlementFacts
from directory.models.facts.first_visit import FirstVisitFacts
from directory.models.facts.freshness import FreshnessFacts
from directory.models.facts.participation import ParticipationFacts
from directory.models.facts.practical import PracticalFacts
from directory.models.facts.privacy import PrivacyFacts
from directory.models.facts.surroundings import SurroundingsFacts
from directory.models.facts.times import TimeFacts
from directory.models.facts.who import WhoFacts

__all__ = [
    "AccessFacts",
    "ContactFacts",
    "EntitlementFacts",
    "FirstVisitFacts",
    "FreshnessFacts",
    "ParticipationFacts",
    "PracticalFacts",
    "PrivacyFacts",
    "SurroundingsFacts",
    "TimeFacts",
    "WhoFacts",
]
