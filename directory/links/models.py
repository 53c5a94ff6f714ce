"""What is kept of a link: when it was asked, and since when it does not answer."""

from datetime import date

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class LinkQuerySet(models.QuerySet):
    """The verbs of reading links."""

    def broken(self) -> "LinkQuerySet":
        """Those that failed on two different days, and have not answered since: one bad day is nobody's business."""
        return self.filter(failed_on__gt=F("failing_since"))


class CheckedLink(models.Model):
    """A web address that some listing leads to."""

    url = models.URLField(_("address"), max_length=500, unique=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    fault = models.CharField(_("fault"), max_length=120, blank=True)
    failing_since = models.DateField(_("failing since"), null=True, blank=True)
    failed_on = models.DateField(_("failed on"), null=True, blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        ordering = ["url"]
        verbose_name = _("checked link")
        verbose_name_plural = _("checked links")

    def __str__(self) -> str:
        return self.url

    def note(self, fault: str, today: date) -> None:
        """Write down what came of asking it; an empty fault is an answer."""
        self.checked_on, self.fault = today, fault[:120]
        self.failing_since = (self.failing_since or today) if fault else None
        self.failed_on = today if fault else None
        self.save()
