"""Who may do what in a municipality: each role is a group of accounts, and the group says which municipality is meant."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person does for a municipality. What each may do stands in `cms.municipalities.rights`."""

    EDITOR = "editor", _("Editor")
    APPROVER = "approver", _("Approver")
    ADMINISTRATOR = "administrator", _("Administrator")
    READER = "reader", _("Reader of reports")
    SUPPORT_WORKER = "support_worker", _("Support worker")


class RoleGroup(models.Model):
    """A group of accounts that have one role in one municipality, or for what belongs to the whole country."""

    group = models.OneToOneField(Group, models.CASCADE, related_name="role", verbose_name=_("group"))
    municipality = models.ForeignKey(
        "directory.MunicipalityPage",
        models.CASCADE,
        null=True,
        related_name="role_groups",
        verbose_name=_("municipality"),
        help_text=_("Empty: what belongs to the whole."),
    )
    role = models.CharField(_("role"), max_length=15, choices=Role)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("group of a role")
        verbose_name_plural = _("groups of roles")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "role"], name="one_group_for_a_role"),
            models.UniqueConstraint(
                fields=["role"], condition=models.Q(municipality=None), name="one_group_for_a_role_of_the_whole"
            ),
        ]

    def __str__(self) -> str:
        return self.group.name
