"""The cards of the front page: needs and wishes in citizens' words, each a search of its own."""

from django.db import models
from django.forms import Select
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from directory.addresses import danish_slug
from directory.models.kinds import KINDS
from directory.models.local import MaybeLocal
from directory.models.references import ReferringManyToManyField
from directory.panels.spaced import SpacedCheckboxes

_KINDS = [(kind, model._meta.verbose_name_plural) for kind, model in KINDS.items()]


class StartCardQuerySet(models.QuerySet):
    """The verbs of reading cards."""

    def on_site_of(self, municipality) -> "StartCardQuerySet":
        """The cards of a front page: those of everybody, and a municipality's own among them.

        One of its own takes the place of a common one with the same words, also to leave it out.
        """
        own = self.model._default_manager.filter(municipality=municipality)
        if municipality is None:
            return self.filter(municipality=None, shown=True)
        common = models.Q(municipality=None) & ~models.Q(label__in=own.values("label"))
        return self.filter(common | models.Q(municipality=municipality), shown=True)


class StartCard(MaybeLocal):
    """One choice on the front page."""

    class Group(models.TextChoices):
        """The group of cards on the front page that a card stands in."""

        NEED = "need", _("What I need")
        WISH = "wish", _("What I would like")
        PERSON = "person", _("I am …")
        HELP = "help", _("I do not know")

    label = models.CharField(_("words"), max_length=60)
    label_en = models.CharField(_("words in English"), max_length=60, blank=True)
    group = models.CharField(_("stands under"), max_length=6, choices=Group, default=Group.NEED)
    icon = models.CharField(_("icon"), max_length=20, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    slug = models.SlugField(
        _("address"),
        max_length=60,
        blank=True,
        help_text=_("Part of the lasting address of its page. Empty: made from the words."),
    )
    shown = models.BooleanField(
        _("on the front page"),
        default=True,
        help_text=_(
            "A municipality's own card with the words of a common one takes its place; without this tick it leaves it out."
        ),
    )
    needs = ReferringManyToManyField("directory.Need", blank=True, verbose_name=_("needs"), related_name="+")
    target_groups = ReferringManyToManyField(
        "directory.TargetGroup", blank=True, verbose_name=_("target groups"), related_name="+"
    )
    kinds = models.CharField(_("kinds"), max_length=120, blank=True)

    objects = StartCardQuerySet.as_manager()

    panels = [
        *(FieldPanel(name) for name in ("label", "label_en", "group", "icon", "order", "slug", "shown")),
        *(FieldPanel(name) for name in ("needs", "target_groups")),
        FieldPanel("kinds", widget=SpacedCheckboxes(choices=_KINDS)),
        FieldPanel("municipality", widget=Select),
    ]

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("front page card")
        verbose_name_plural = _("front page cards")
        constraints = [
            models.UniqueConstraint(
                fields=["label"], condition=models.Q(municipality=None), name="one_card_of_these_words"
            ),
            models.UniqueConstraint(fields=["label", "municipality"], name="one_card_of_these_words_in_a_municipality"),
        ]

    def save(self, *args, **kwargs) -> None:
        if not self.slug:
            self.slug = danish_slug(self.label)[:60].strip("-")
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return self.label_en if self.label_en and get_language() == "en" else self.label
