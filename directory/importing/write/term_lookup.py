"""The taxonomies' terms and the authorities by slug, read once for a run."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from django.utils.translation import gettext as _

from directory.answers import Level
from directory.importing.errors import Refused
from directory.importing.map.plan import Plan
from directory.models import Authority, AuthorityName, FormerAddress, Language, Need, TargetGroup
from directory.models.taxonomy import Term

Kind = TypeVar("Kind", bound=Term)


class TermLookup:
    """Finds needs, target groups, languages and authorities. A slug that editors have removed is left out, not an error."""

    @cached_property
    def _needs(self) -> dict[str, Need]:
        return _by_slug(Need)

    @cached_property
    def _groups(self) -> dict[str, TargetGroup]:
        return _by_slug(TargetGroup)

    @cached_property
    def _languages(self) -> dict[str, Language]:
        return {language.code: language for language in Language.objects.all()}

    @cached_property
    def _authorities(self) -> dict[str, Authority]:
        return {authority.slug: authority for authority in Authority.objects.all()}

    @cached_property
    def _slugs_by_name(self) -> dict[str, str]:
        """The lasting names of authorities by these, and by what they are, were or will be called; no name of two."""
        told = list(AuthorityName.objects.values_list("name", "authority__slug").order_by("pk"))
        slugs: dict[str, set[str]] = {}
        for name, slug in told:
            slugs.setdefault(name.casefold(), set()).add(slug)
        by_name = {name: min(found) for name, found in slugs.items() if len(found) == 1}
        return by_name | {slug.casefold(): slug for slug in self._authorities}

    def by_lasting_names(self, rows: Iterable[dict]) -> tuple[dict, ...]:
        """Rows of who is responsible, each authority by its lasting name. Raises `Refused` for one that is not here."""
        known = self._slugs_by_name if rows else {}
        unknown = [row["authority"] for row in rows if row["authority"].casefold() not in known]
        if unknown:
            raise Refused(
                _(
                    "“authorities”: there is no authority called %(names)s here. Add it, or write its name as it stands here."
                )
                % {"names": ", ".join(unknown)}
            )
        return tuple(row | {"authority": known[row["authority"].casefold()]} for row in rows)

    def unknown(self, plan: Plan) -> Iterator[str]:
        """What to tell of a plan's terms that are not here."""
        groups = [row["target_group"] for row in plan.children.get("audiences", ()) if row["level"] != Level.OPEN]
        authorities = [row["authority"] for row in plan.children.get("authorities", ())]
        named = (
            (plan.needs, self._needs),
            (groups, self._groups),
            (plan.languages, self._languages),
            (authorities, self._authorities),
        )
        for words, here in named:
            for word in words:
                if word not in here:
                    yield _("There is no term “%(word)s” here: left out.") % {"word": word}

    def needs(self, slugs) -> list[Need]:
        """The needs with these slugs."""
        return [self._needs[slug] for slug in slugs if slug in self._needs]

    def languages(self, codes) -> list[Language]:
        """The languages with these codes."""
        return [self._languages[code] for code in codes if code in self._languages]

    def audiences(self, rows: list[dict]) -> list[dict]:
        """Audience rows with target groups for their slugs; everybody has none."""
        found = []
        for row in rows:
            group = self._groups.get(row["target_group"])
            if row["level"] == Level.OPEN:
                found.append({"level": Level.OPEN, "target_group": None})
            elif group:
                found.append({"level": row["level"], "target_group": group})
        return found

    def authorities(self, rows: Iterable[dict]) -> list[dict]:
        """Rows of who is responsible with authorities for their lasting names."""
        known = self._authorities
        return [row | {"authority": known[row["authority"]]} for row in rows if row["authority"] in known]


def _by_slug(model: type[Kind]) -> dict[str, Kind]:
    """The terms by their addresses, those among them that they had before."""
    terms = {term.pk: term for term in model._default_manager.all()}
    former = FormerAddress.objects.filter(taxonomy=model._meta.model_name).values_list("slug", "term")
    before = {slug: terms[key] for slug, key in former if key in terms}
    return before | {term.slug: term for term in terms.values()}
