"""What is known of the offers whose places may be asked, read in a few queries however many there are."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import F, Q, QuerySet

from directory.models import MunicipalityPage, NationalBranchPage, OfferPage, OrganisationPage
from directory.models.facts.freshness import Demonstration
from directory.models.tree import path_above
from directory.reviewing.due import Standing
from directory.reviewing.models import Declined, ReviewPlan, ReviewQuestion


def plans() -> dict[str, ReviewPlan]:
    """The plans that are switched on, by the tree path of their branch."""
    switched_on = {plan.municipality_id: plan for plan in ReviewPlan.objects.filter(is_on=True)}
    paths = dict(MunicipalityPage.objects.filter(pk__in=[key for key in switched_on if key]).values_list("path", "pk"))
    found = {path: switched_on[key] for path, key in paths.items()}
    if None in switched_on:
        found |= dict.fromkeys(NationalBranchPage.objects.values_list("path", flat=True), switched_on[None])
    return found


def close_what_is_known(today: date) -> None:
    """Close the questions of which somebody stood behind the offer since, and those of offers that nobody sees any more."""
    checked = Q(offer__verified_on__gte=F("asked_on")) | Q(offer__live=False)
    ReviewQuestion.objects.filter(checked, closed_on=None).update(closed_on=today)


def standings(known: Iterable[str]) -> list[Standing]:
    """Of all offers in these branches: those that are published and real, and whose place can be written to."""
    inside = Q(pk__in=[])
    for path in known:
        inside |= Q(path__startswith=path)
    offers = OfferPage.objects.live().filter(inside, demonstration=Demonstration.NO).order_by("pk")
    opened = {row.offer_id: row for row in ReviewQuestion.objects.filter(closed_on=None)}
    declined = declined_addresses()
    return [
        _standing(row, opened.get(row["pk"]), address)
        for row, address in _with_addresses(offers)
        if address.casefold() not in declined
    ]


def _standing(row: dict, question: ReviewQuestion | None, address: str) -> Standing:
    facts = (row["pk"], address, row["verified_on"], row["review_interval"])
    return (
        Standing(*facts, question.asked_on, question.letters, question.last_letter_on) if question else Standing(*facts)
    )


def _with_addresses(offers: QuerySet) -> list[tuple[dict, str]]:
    """Each offer with its own mail address, or that of the organisation that holds it; without one it is left out."""
    rows = list(offers.values("pk", "path", "email", "verified_on", "review_interval"))
    addresses = mail_addresses(rows)
    return [(row, addresses[row["pk"]]) for row in rows if addresses[row["pk"]]]


def mail_addresses(rows: Collection[dict]) -> dict[int, str]:
    """By key whom to write to about each offer: its own address, or that of the organisation that holds it; empty without one.

    A row holds pk, path and email.
    """
    missing = {path_above(row["path"]) for row in rows if not row["email"]}
    theirs = dict(OrganisationPage.objects.filter(path__in=missing).values_list("path", "email"))
    return {row["pk"]: row["email"] or theirs.get(path_above(row["path"]), "") for row in rows}


def declined_addresses() -> frozenset[str]:
    """The folded addresses whose owners want no letters."""
    return frozenset(address.casefold() for address in Declined.objects.values_list("recipient", flat=True))
