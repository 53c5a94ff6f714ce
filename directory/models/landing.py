"""What an editor writes above the offers for a need or a target group, everywhere or in one municipality."""

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from directory.models.local import MaybeLocal
from directory.panels.terms import TermSelect


class LandingText(MaybeLocal):
    """The introduction of a landing page. Without one, the page says what the word is called, and shows the offers."""

    need = models.ForeignKey(
        "directory.Need", models.CASCADE, null=True, blank=True, related_name="landing_texts", verbose_name=_("need")
    )
    target_group = models.ForeignKey(
        "directory.TargetGroup",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="landing_texts",
        verbose_name=_("target group"),
    )
    lead = models.CharField(_("lead"), max_length=200, help_text=_("One or two short sentences, to the reader."))
    body = RichTextField(_("text"), blank=True, features=["bold", "italic", "link", "ul"])

    panels = [
        FieldPanel("need", widget=TermSelect),
        FieldPanel("target_group", widget=TermSelect),
        FieldPanel("municipality", widget=Select),
        FieldPanel("lead"),
        FieldPanel("body"),
    ]

    class Meta:
        ordering = ["pk"]
        verbose_name = _("text of a landing page")
        verbose_name_plural = _("texts of landing pages")
        constraints = [
            models.CheckConstraint(
                name="one_word_for_a_landing_text",
                condition=models.Q(need=None, target_group__isnull=False)
                | models.Q(need__isnull=False, target_group=None),
                violation_error_message=_("Choose a need or a target group, and not both."),
            ),
        ]

    def __str__(self) -> str:
        word = self.need or self.target_group
        return f"{word} ({self.municipality})" if self.municipality else str(word)

    def clean(self) -> None:
        super().clean()
        if bool(self.need_id) == bool(self.target_group_id):
            raise ValidationError(_("Choose a need or a target group, and not both."))
        same = LandingText.objects.filter(
            need=self.need_id, target_group=self.target_group_id, municipality=self.municipality_id
        )
        if same.exclude(pk=self.pk).exists():
            raise ValidationError(_("There is a text for this page already. Change that one."))
