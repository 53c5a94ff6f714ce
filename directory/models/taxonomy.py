"""Needs, target groups and languages: the trees of words that offers are labelled with. Editors keep them."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel

from directory.models.former_address import FormerAddress
from directory.models.term_tree import TermTree
from directory.panels.terms import TermSelect
from directory.text import lines

#: The target group of those who help others in their work.
PROFESSIONALS = "fagfolk"


class TermQuerySet(models.QuerySet):
    """The verb of reading terms: all of them in the order of their tree."""

    def in_tree_order(self) -> list["Term"]:
        """All terms, each followed by its children, with `depth` set."""
        return TermTree(self).in_order()


class Term(models.Model):
    """A word of a tree, with the everyday names by which people look for it."""

    name = models.CharField(
        _("name"), max_length=80, help_text=_("In a citizen's words. Shown on pages and in filters.")
    )
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    slug = models.SlugField(
        _("address"),
        max_length=60,
        unique=True,
        help_text=_("Part of lasting addresses. When it is changed, the old one leads to the new one."),
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("belongs under")
    )
    everyday = models.TextField(
        _("everyday names"),
        blank=True,
        help_text=_("One a line. Words and short phrases that people use for it, such as: cannot sleep."),
    )
    order = models.PositiveIntegerField(_("order"), default=0, help_text=_("Smaller comes first."))

    objects = TermQuerySet.as_manager()

    panels = [
        TitleFieldPanel("name", classname="", placeholder=False),
        FieldPanel("name_en"),
        FieldPanel("slug"),
        FieldPanel("parent", widget=TermSelect),
        FieldPanel("everyday"),
        FieldPanel("order"),
    ]

    class Meta:
        abstract = True
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name_en if self.name_en and get_language() == "en" else self.name

    def save(self, *args, **kwargs) -> None:
        rows = type(self)._default_manager.filter(pk=self.pk)
        before = rows.values_list("slug", flat=True).first() if self.pk is not None else None
        super().save(*args, **kwargs)
        if before not in {None, self.slug}:
            FormerAddress.keep(self, before)

    def clean(self) -> None:
        super().clean()
        if self.parent_id is not None and self.pk in _keys_above(type(self), self.parent_id):
            raise ValidationError({"parent": _("A term cannot stand under itself. Choose another one.")})

    @property
    def everyday_names(self) -> list[str]:
        """The everyday names as a list."""
        return lines(self.everyday)


def _keys_above(model: type[Term], key: int) -> set[int]:
    """The key of a term and of all that stand above it."""
    return {term.pk for term in TermTree(model._default_manager.all()).upwards([key])}


class Need(Term):
    """What somebody needs or wishes: company, sleep, food, to get out into nature."""

    class Meta(Term.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")


class TargetGroup(Term):
    """Whom an offer is for."""

    class Meta(Term.Meta):
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")


@dataclass(frozen=True)
class TaxonomyTrees:
    """Both taxonomies, read once for a batch."""

    needs: TermTree
    groups: TermTree

    @classmethod
    def load(cls) -> "TaxonomyTrees":
        """Read them from the database: two queries."""
        return cls(needs=TermTree(Need.objects.all()), groups=TermTree(TargetGroup.objects.all()))


class Language(models.Model):
    """A language that is spoken at an offer."""

    code = models.CharField(
        _("code"), max_length=12, unique=True, help_text=_("By BCP 47, such as ar, or dsl for Danish sign language.")
    )
    name = models.CharField(_("name"), max_length=60)

    panels = [FieldPanel("name"), FieldPanel("code")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("language")
        verbose_name_plural = _("languages")

    def __str__(self) -> str:
        return self.name
