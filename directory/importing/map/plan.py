"""What is to be written: an offer with its organisation and place, before anything touches the database."""

import json
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from typing import Any


@dataclass(frozen=True, slots=True)
class OrganisationPlan:
    """The organisation that owns the offer, known again by its branch and name."""

    name: str
    organisation_type: str = "unknown"
    demonstration: str = ""
    contact: dict[str, str] = field(default_factory=dict)
    #: Its address, where the source tells one.
    slug: str = ""
    #: Who is responsible for its offers, and when.
    authorities: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class PlacePlan:
    """The place of the offer, known again by its slug: street and postal code."""

    slug: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """An offer as it is to be written. Child rows are lists of plain values."""

    external_id: str
    kind: str
    branch: str
    organisation: OrganisationPlan
    place: PlacePlan | None
    fields: dict[str, Any]
    needs: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    children: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    #: Stands for the plan where its values change by themselves, such as dates counted from today.
    version: str = ""

    def digest(self) -> str:
        """The same for the same plan, in every run."""
        # An organisation's contact is written once, when it is made; another file of contacts changes no offer.
        return self.version or digest(asdict(self) | {"organisation": self.organisation.name})


def digest(value: Any) -> str:
    """A short fingerprint of plain values; two of them fit in `OfferPage.imported`."""
    return blake2b(json.dumps(value, sort_keys=True, default=str).encode(), digest_size=15).hexdigest()
