"""The municipalities that are at work: where their site is, and how many people each role has."""

from dataclasses import dataclass

from django.db.models import Count, Q
from wagtail.models import Site

from cms.municipalities.area import Area
from directory.models import MunicipalityPage, RoleGroup


@dataclass(frozen=True)
class AtWork:
    """A municipality with a site or with groups; the whole country stands first."""

    area: Area
    hosts: str
    #: How many people each of its groups has, by the group's name.
    people: str


def at_work() -> list[AtWork]:
    """All of them, in three queries."""
    hosts: dict[int, list[str]] = {}
    for page, host in Site.objects.order_by("hostname").values_list("root_page", "hostname"):
        hosts.setdefault(page, []).append(host)
    people: dict[int | None, list[str]] = {}
    counted = RoleGroup.objects.select_related("group").annotate(
        number=Count("group__user", filter=Q(group__user__is_active=True))
    )
    for row in counted:
        people.setdefault(row.municipality_id, []).append(f"{row.get_role_display()} {row.number}")
    pages = MunicipalityPage.objects.filter(Q(pk__in=hosts) | Q(pk__in=[key for key in people if key])).order_by(
        "title"
    )
    rows = [AtWork(Area(page), ", ".join(hosts.get(page.pk, [])), ", ".join(people.get(page.pk, []))) for page in pages]
    whole = [AtWork(Area(None), "", ", ".join(people[None]))] if None in people else []
    return [*whole, *rows]
