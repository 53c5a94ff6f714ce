"""The branches of the page tree that offers are imported into, and the organisations in them."""

from functools import cached_property

from django.utils.translation import gettext as _
from wagtail.models import Page

from directory.addresses import RESERVED
from directory.importing.clean_text import ascii_slug, free_slug
from directory.importing.errors import Refused
from directory.importing.map.plan import OrganisationPlan, Plan
from directory.importing.write.organisations import mark_of
from directory.importing.write.pages import publish_new
from directory.importing.write.term_lookup import TermLookup
from directory.models import MunicipalityPage, NationalBranchPage, OrganisationAuthority, OrganisationPage
from directory.models.facts.freshness import Demonstration


class Branches:
    """Knows the branches by name, and finds or makes the organisations of offers. Keeps what it has read."""

    def __init__(self) -> None:
        self._organisations: dict[str, OrganisationPage] = {}

    @cached_property
    def _by_slug(self) -> dict[str, Page]:
        pages = [*MunicipalityPage.objects.all(), *NationalBranchPage.objects.all()]
        return {page.slug: page for page in pages}

    @cached_property
    def _by_name(self) -> dict[str, str]:
        names = {page.title.casefold(): slug for slug, page in self._by_slug.items()}
        return {"hele landet": NationalBranchPage.SLUG, **names, **{slug: slug for slug in self._by_slug}}

    def slug(self, municipality: str) -> str:
        """The slug of the branch that a municipality's name stands for."""
        name = municipality.casefold()
        slug = self._by_name.get(name) or self._by_name.get(name.removesuffix(" kommune"))
        if slug not in self._by_slug:
            raise Refused(
                _("“municipality” is %(value)s, which has no page. Make one, or make them all with manage.py prepare.")
                % {"value": municipality}
            )
        return slug

    def page(self, municipality: str) -> Page:
        """The branch that a municipality's name stands for."""
        return self._by_slug[self.slug(municipality)]

    def organisation(self, plan: Plan) -> OrganisationPage | None:
        """The organisation of an offer, or None when it is not there yet."""
        key = self._key(plan)
        if key not in self._organisations:
            found = OrganisationPage.objects.filter(external_id=key).first() or self._by_title(plan)
            if found:
                self._organisations[key] = found
        return self._organisations.get(key)

    def organisation_for(self, plan: Plan) -> OrganisationPage:
        """The organisation of an offer, made when it is not there yet."""
        found = self.organisation(plan)
        if found is None:
            return self._make(plan)
        if (found.demonstration, plan.organisation.demonstration) == (Demonstration.UNCONFIRMED, Demonstration.NO):
            # What a real import names is real, whatever was said of it before.
            found.demonstration = Demonstration.NO
            found.save_revision().publish()
        return found

    def forget(self) -> None:
        """Read again: a transaction was rolled back, and what was made in it is gone."""
        self._organisations.clear()
        self.__dict__.pop("_by_slug", None)

    def _key(self, plan: Plan) -> str:
        return f"{plan.branch}/{ascii_slug(plan.organisation.name, 160)}"

    def _by_title(self, plan: Plan) -> OrganisationPage | None:
        branch = self._by_slug[plan.branch]
        return OrganisationPage.objects.child_of(branch).filter(title=plan.organisation.name).first()

    def _make(self, plan: Plan) -> OrganisationPage:
        branch, wanted = self._by_slug[plan.branch], plan.organisation
        taken = RESERVED | set(branch.get_children().values_list("slug", flat=True))
        page = OrganisationPage(
            title=wanted.name,
            slug=free_slug(wanted.slug or wanted.name, taken, "organisation"),
            external_id=self._key(plan),
            **_values(wanted),
        )
        if wanted.authorities:
            rows = TermLookup().authorities(wanted.authorities)
            page.authorities = [OrganisationAuthority(**row) for row in rows]
            page.imported = mark_of(page)
        publish_new(branch, page)
        self._organisations[self._key(plan)] = page
        return page


def _values(wanted: OrganisationPlan) -> dict[str, str]:
    return {
        "organisation_type": wanted.organisation_type,
        "demonstration": wanted.demonstration,
        **wanted.contact,
    }
