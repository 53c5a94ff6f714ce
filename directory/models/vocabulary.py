"""The words of the search, kept by editors: synonyms, everyday phrases, words of crisis, and how Danish is read.

All of it applies to queries and works from the next search on; only `ReadingRule` changes what the index stores.
"""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Select
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from directory.models.local import MaybeLocal
from directory.text import lines


class SynonymGroup(MaybeLocal):
    """Words for one thing: some mean the same, some everyday phrases lead to it and not back."""

    head = models.CharField(_("name"), max_length=80, help_text=_("What editors call the group, such as: loneliness."))
    equal = models.TextField(_("words that mean the same"), blank=True, help_text=_("One a line."))
    phrases = models.TextField(
        _("everyday phrases"), blank=True, help_text=_("One a line. They lead to the words above, not the other way.")
    )
    broader = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="narrower",
        verbose_name=_("is a part of"),
        help_text=_("A wider group. Its words are searched too, but count less."),
    )

    panels = [
        *(FieldPanel(name) for name in ("head", "equal", "phrases", "broader")),
        FieldPanel("municipality", widget=Select),
    ]

    class Meta:
        ordering = ["head"]
        verbose_name = _("synonym group")
        verbose_name_plural = _("synonym groups")

    def __str__(self) -> str:
        return self.head

    def clean(self) -> None:
        super().clean()
        if not (self.equal_words or self.phrase_lines):
            raise ValidationError({"equal": _("Write at least one word or phrase.")})
        if self.broader_id and self.broader_id == self.pk:
            raise ValidationError({"broader": _("A group cannot be a part of itself.")})

    @property
    def equal_words(self) -> list[str]:
        """The words that mean the same."""
        return lines(self.equal)

    @property
    def phrase_lines(self) -> list[str]:
        """The phrases that lead here."""
        return lines(self.phrases)


class KindWords(models.Model):
    """The everyday names of a kind of offer, beside those of needs and target groups."""

    kind = models.CharField(_("kind of offer"), max_length=40, unique=True)
    everyday = models.TextField(_("everyday names"), blank=True, help_text=_("One a line."))

    panels = [FieldPanel("kind", read_only=True), FieldPanel("everyday")]

    class Meta:
        ordering = ["pk"]
        verbose_name = _("words for a kind of offer")
        verbose_name_plural = _("words for kinds of offers")

    def __str__(self) -> str:
        names = (model._meta.verbose_name for model in apps.get_models() if getattr(model, "kind", "") == self.kind)
        return capfirst(next(names, self.kind))


class CrisisWords(models.Model):
    """Words after which help that is open now stands before everything else. Never corrected, never logged."""

    class Topic(models.TextChoices):
        """What somebody may be in the middle of. Life comes before violence, violence before drugs."""

        LIFE = "life", _("Thoughts of dying")
        VIOLENCE = "violence", _("Violence")
        ACUTE = "acute", _("Overdose and acute illness")

    topic = models.CharField(_("topic"), max_length=10, choices=Topic, unique=True)
    phrases = models.TextField(
        _("words and phrases"),
        help_text=_(
            "One a line, also misspelt and as relatives say it. A false alarm is cheap, a miss is not. "
            "A line that begins with = is for this form alone: “=dø” finds “dø”, but not “død”."
        ),
    )

    panels = [FieldPanel("topic"), FieldPanel("phrases")]

    class Meta:
        ordering = ["pk"]
        verbose_name = _("words of crisis")
        verbose_name_plural = _("words of crisis")

    def __str__(self) -> str:
        return str(self.get_topic_display())


class WordList(models.Model):
    """Words with a role in sentences: they say little by themselves, or they name a relative."""

    class Role(models.TextChoices):
        """What the words of a list do to a search that holds them."""

        STOP = "stop", _("Little words that carry no meaning")
        NOISE = "noise", _("Words of sentences that say little")
        FAMILY = "family", _("People close to somebody")

    role = models.CharField(_("role"), max_length=10, choices=Role, unique=True)
    words = models.TextField(_("words"), help_text=_("One a line."))

    panels = [FieldPanel("role"), FieldPanel("words")]

    class Meta:
        ordering = ["pk"]
        verbose_name = _("word list")
        verbose_name_plural = _("word lists")

    def __str__(self) -> str:
        return str(self.get_role_display())


class ReadingRule(models.Model):
    """How a word of Danish is read. A change makes the index again, in the background."""

    class Rule(models.TextChoices):
        """What can be said of a word."""

        NEVER_SPLIT = "never_split", _("is never split into parts")
        EXTRA_PART = "extra_part", _("can be a part of long words")
        LEMMA = "lemma", _("has this basic form:")
        DROP = "drop", _("is never read as:")

    word = models.CharField(_("word"), max_length=60)
    rule = models.CharField(_("rule"), max_length=12, choices=Rule)
    value = models.CharField(_("other word"), max_length=60, blank=True)

    panels = [FieldPanel("word"), FieldPanel("rule"), FieldPanel("value")]

    class Meta:
        ordering = ["word", "rule"]
        verbose_name = _("rule for reading a word")
        verbose_name_plural = _("rules for reading words")
        constraints = [models.UniqueConstraint(fields=["word", "rule", "value"], name="one_rule_for_a_word")]

    def __str__(self) -> str:
        return f"{self.word}: {self.get_rule_display()} {self.value}".strip()

    def clean(self) -> None:
        super().clean()
        self.word = self.word.strip().lower()
        self.value = self.value.strip().lower()
        if " " in self.word:
            raise ValidationError({"word": _("Write one word.")})
        needs_value = self.rule in {self.Rule.LEMMA, self.Rule.DROP}
        if needs_value and not self.value:
            raise ValidationError({"value": _("Write the other word.")})
        if self.value and not needs_value:
            raise ValidationError({"value": _("This rule has no other word. Leave it empty.")})
