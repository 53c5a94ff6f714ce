"""The import itself: each row goes through the same steps, and one that fails costs itself alone."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from directory.importing.check import values, vocabulary_map
from directory.importing.check.record import check, identify, notes
from directory.importing.confines import Confines
from directory.importing.errors import Refused
from directory.importing.exact.pictures import Pictures
from directory.importing.exact.plan import ExactPlan
from directory.importing.exact.reading import exact_plan, is_exact
from directory.importing.exact.writing import keys_by_lasting_id, localised
from directory.importing.map.mapping import plan as plan_for
from directory.importing.map.plan import Plan
from directory.importing.read.rows import SourceRow
from directory.importing.report import ImportReport
from directory.importing.write import pages
from directory.importing.write.branches import Branches
from directory.importing.write.existing import KnownPages
from directory.importing.write.organisations import answer_for, write_authorities
from directory.importing.write.term_lookup import TermLookup
from directory.models import KINDS, DeletedOffer
from directory.models.facts.freshness import Demonstration


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a row: one of the counts and lists of the report, by name; what was to be written, and on which page."""

    outcome: str
    plan: Plan
    page: int | None


@dataclass
class Import:
    """A run over the rows of a file."""

    dry_run: bool = False
    force: bool = False
    #: Whether new offers wait for an editor to publish them.
    as_drafts: bool = False
    #: Only the demonstration says so: a real import is of real listings, which nobody has confirmed yet.
    demonstration: str = Demonstration.NO
    confines: Confines = field(default_factory=Confines)
    contacts: dict[str, dict[str, str]] = field(default_factory=dict)
    report: ImportReport = field(default_factory=ImportReport)
    branches: Branches = field(default_factory=Branches)
    terms: TermLookup = field(default_factory=TermLookup)
    known: KnownPages = field(default_factory=KnownPages)
    pictures: Pictures = field(default_factory=Pictures)
    _waiting: list[ExactPlan] = field(default_factory=list)
    _told: set[int] = field(default_factory=set)

    def run(self, rows: Iterable[SourceRow]) -> ImportReport:
        """Import every row that can be used."""
        seen: dict[str, int] = {}
        for row in rows:
            external_id = ""
            try:
                external_id = self._identify(row, seen)
                self.take(row)
            except Refused as fault:
                self.report.refused.append((row.number, external_id, row.in_its_words(str(fault))))
        self._lead_on()
        return self.report

    def _identify(self, row: SourceRow, seen: dict[str, int]) -> str:
        if row.fault:
            raise Refused(row.fault)
        external_id = identify(row.value)
        first = seen.setdefault(external_id, row.number)
        if first != row.number:
            raise Refused(_("Row %(row)s has the same id (%(id)s).") % {"row": first, "id": external_id})
        return external_id

    def take(self, row: SourceRow) -> Taken:
        """Import one row. Raises `Refused` with what is wrong with it."""
        plan = self._exact(row) if is_exact(row.value) else self._plan(row)
        self.confines.admit_branch(plan.branch)
        self.report.notes.extend((row.number, plan.external_id, note) for note in notes(row.value))
        told = self._tell_organisation(plan)
        self.report.notes.extend((row.number, plan.external_id, note) for note in told)
        outcome, page = self.write(plan)
        return Taken(outcome, plan, page)

    def _exact(self, row: SourceRow) -> ExactPlan:
        municipality = values.line(row.value, "municipality", 60, needed=True)
        plan = exact_plan(row.value, self.branches.slug(municipality), overwrite=self.force)
        self.report.notes.extend((row.number, plan.external_id, note) for note in self.terms.unknown(plan))
        for picture in plan.pictures():
            if self.pictures.key(picture, plan.branch) is None:
                told = _("The picture %(file)s is not here. Name its folder with --pictures.") % {"file": picture.file}
                self.report.notes.append((row.number, plan.external_id, told))
        return plan

    def _plan(self, row: SourceRow) -> Plan:
        record = check(row.value)
        record = replace(record, authorities=self.terms.by_lasting_names(record.authorities))
        labels = vocabulary_map.labels(record.needs, record.target_groups)
        plan = plan_for(record, labels, self.branches.slug(record.municipality), self.contacts, self.demonstration)
        self.report.unmapped.update(labels.unmapped)
        self.report.words += labels.words
        return plan

    def write(self, plan: Plan) -> tuple[str, int | None]:
        """Bring the page of a plan up to date, unless somebody has edited it; what became of it, and the page's key."""
        known = self.known.get(plan.external_id)
        if known is None:
            if not self.force and self.known.was_deleted(plan):
                return self._leave("deleted", plan)
            return self._do("created", lambda: self._create(plan))
        self.confines.admit_page(known.path)
        if known.merged:
            return self._leave("edited", plan, known.pk)
        if known.kind != plan.kind:
            raise Refused(
                _("The page is of another kind (%(kind)s). Delete it first.") % {"kind": _kind_name(known.kind)}
            )
        if known.edited and not self.force:
            return self._leave("edited", plan, known.pk)
        if known.planned == plan.digest() and not known.edited:
            self.report.count("unchanged")
            return "unchanged", known.pk
        self.confines.admit_change(live=known.live)
        return self._do("updated", lambda: self._update(plan, known.pk), known.pk)

    def _tell_organisation(self, plan: Plan) -> Iterator[str]:
        """Let an organisation that is here say who is responsible as the file says it, once a run; what became of it."""
        wanted = plan.organisation
        page = self.branches.organisation(plan) if wanted.authorities else None
        if page is None or page.pk in self._told:
            return
        self._told.add(page.pk)
        match answer_for(page, wanted, self.terms, force=self.force):
            case "edited":
                yield _("Who is responsible stays as it was edited here: %(name)s.") % {"name": page.title}
            case "updated":
                self.confines.admit_page(page.path)
                self.confines.admit_change(live=page.live)
                if not self.dry_run:
                    write_authorities(page, wanted, self.terms)
                yield _("Who is responsible is now as the file says: %(name)s.") % {"name": page.title}

    def _leave(self, outcome: str, plan: Plan, page: int | None = None) -> tuple[str, int | None]:
        """Leave alone what editors have decided on, and name it in the report."""
        getattr(self.report, outcome).append(plan.external_id)
        return outcome, page

    def _do(self, outcome: str, write: Callable[[], int], page: int | None = None) -> tuple[str, int | None]:
        """Write in a transaction of its own, and count it when it held."""
        if not self.dry_run:
            try:
                with transaction.atomic():
                    page = write()
            except ValidationError as error:
                self.branches.forget()
                raise Refused(" ".join(error.messages)) from error
        self.report.count(outcome)
        return outcome, page

    def _create(self, plan: Plan) -> int:
        page = pages.create(self.branches.organisation_for(plan), self._here(plan), self._manner())
        DeletedOffer.objects.filter(external_id=plan.external_id).delete()
        return page.pk

    def _update(self, plan: Plan, pk: int) -> int:
        page = KINDS[plan.kind].objects.get(pk=pk)
        return pages.update(page, self.branches.organisation_for(plan), self._here(plan), self._manner()).pk

    def _manner(self) -> pages.Manner:
        return pages.Manner(self.terms, self.confines, self.as_drafts)

    def _here(self, plan: Plan) -> Plan:
        """The plan with what has another key in each installation: its picture, and the offers that it leads to."""
        if not isinstance(plan, ExactPlan):
            return plan
        if plan.refers_to() - keys_by_lasting_id(plan.refers_to()).keys():
            self._waiting.append(plan)
        keys = {picture: self.pictures.key(picture, plan.branch) for picture in plan.pictures()}
        return localised(plan.with_pictures(keys))

    def _lead_on(self) -> None:
        """Lay the ways to offers that stood further down in the file."""
        waiting, self._waiting = self._waiting, []
        for plan in waiting:
            keys = keys_by_lasting_id(plan.refers_to() | {plan.external_id})
            if plan.external_id in keys and len(keys) > 1:
                with transaction.atomic():
                    self._update(plan, keys[plan.external_id])


def _kind_name(kind: str) -> str:
    return str(KINDS[kind]._meta.verbose_name)
