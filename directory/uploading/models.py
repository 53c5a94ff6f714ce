"""What is kept of imports in the admin: the columns of a municipality's spreadsheets, each file, and what became of its rows."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from directory.models import MunicipalityPage, NationalBranchPage, OfferPage, OrganisationPage, Place


class ColumnMapping(models.Model):
    """What the columns of a municipality's spreadsheets mean: chosen once, and known the next time."""

    #: None for what belongs to no municipality.
    municipality = models.OneToOneField(
        MunicipalityPage, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("municipality")
    )
    #: From headings to fields of the import; to "" where a column is not to be read.
    fields = models.JSONField(_("fields"), default=dict)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("columns of spreadsheets")
        verbose_name_plural = _("columns of spreadsheets")


class Stage(models.TextChoices):
    """How far an import has come. What ends in -ing is the worker's turn, the others are somebody's."""

    NEW = "new", _("Its columns are to be chosen")
    CHECKING = "checking", _("Is compared with what is here")
    CHECKED = "checked", _("Waits for your yes")
    WRITING = "writing", _("Is imported")
    WRITTEN = "written", _("Imported")
    UNDOING = "undoing", _("Is undone")
    UNDONE = "undone", _("Undone")
    STOPPED = "stopped", _("Stopped")


#: The stages in which a worker has something to do.
AT_WORK = (Stage.CHECKING, Stage.WRITING, Stage.UNDOING)


class Upload(models.Model):
    """A spreadsheet that somebody imports into one branch."""

    municipality = models.ForeignKey(
        MunicipalityPage, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("municipality")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("imported by")
    )
    file_name = models.CharField(_("file"), max_length=120)
    #: The file itself, until its rows are read.
    data = models.BinaryField(_("content"), default=bytes)
    headings = models.JSONField(_("headings"), default=list)
    #: From fields of the import to the headings that they come from.
    columns = models.JSONField(_("columns"), default=dict)
    stage = models.CharField(_("state"), max_length=8, choices=Stage, default=Stage.NEW)
    #: Why it stopped.
    told = models.CharField(_("why"), max_length=300, blank=True)
    begun = models.DateTimeField(_("begun"), default=timezone.now)

    class Meta:
        ordering = ["-begun", "-pk"]
        verbose_name = _("imported spreadsheet")
        verbose_name_plural = _("imported spreadsheets")

    def __str__(self) -> str:
        return self.file_name

    @property
    def branch(self) -> Page:
        """The branch that it is imported into."""
        return self.municipality or NationalBranchPage.objects.get()

    @property
    def is_at_work(self) -> bool:
        """Whether it is a worker's turn."""
        return self.stage in AT_WORK

    def stop(self, told: str) -> None:
        """End it, and say why."""
        self.stage, self.told, self.data = Stage.STOPPED, told[:300], b""
        self.save(update_fields=["stage", "told", "data"])


class Outcome(models.TextChoices):
    """What becomes of a row, or what became of it."""

    WAITING = "waiting", _("Not compared yet")
    CREATED = "created", _("New")
    UPDATED = "updated", _("Changed")
    UNCHANGED = "unchanged", _("As it is here")
    EDITED = "edited", _("Left alone: an editor has changed it here")
    DELETED = "deleted", _("Left alone: an editor has deleted it here")
    REFUSED = "refused", _("Refused")


#: The outcomes that write something.
TO_WRITE = (Outcome.CREATED, Outcome.UPDATED)


class UploadedRow(models.Model):
    """A row of a spreadsheet: what it says, what it would change, what became of it, and how it is undone."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="rows", verbose_name=_("spreadsheet"))
    number = models.PositiveIntegerField(_("row"))
    #: Empty where the row was refused: what it says may be a CPR number.
    value = models.JSONField(_("content"), default=dict)
    title = models.CharField(_("title"), max_length=255, blank=True)
    outcome = models.CharField(_("what becomes of it"), max_length=9, choices=Outcome, default=Outcome.WAITING)
    reason = models.TextField(_("why"), blank=True)
    #: Each with the name of the field for people, what stands there, and what would.
    differences = models.JSONField(_("differences"), default=list)
    offer = models.ForeignKey(OfferPage, models.SET_NULL, null=True, related_name="+", verbose_name=_("offer"))
    #: Whether the present stage is done with it.
    is_done = models.BooleanField(_("done"), default=False)
    #: Of an offer that was changed: its revision from before, and where it stood.
    former_revision = models.PositiveBigIntegerField(null=True)
    former_parent = models.PositiveBigIntegerField(null=True)
    #: What was made for the row's offer to stand in.
    made_organisation = models.ForeignKey(OrganisationPage, models.SET_NULL, null=True, related_name="+")
    made_place = models.ForeignKey(Place, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["number"]
        verbose_name = _("row of a spreadsheet")
        verbose_name_plural = _("rows of spreadsheets")
        constraints = [models.UniqueConstraint(fields=["upload", "number"], name="one_row_of_each_number")]
        indexes = [models.Index(fields=["upload", "is_done"], name="rows_to_be_done")]
