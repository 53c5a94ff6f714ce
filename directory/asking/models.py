"""What is kept of a question to many places: the campaign, who was asked, by which links, and every answer with its day."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.cpr import validate_no_cpr
from directory.models import MunicipalityPage, Need, OfferPage


class DayFact(models.TextChoices):
    """What people ask for on a hard day. An answer that says yes to one is shown among the places that have it."""

    OPEN = "open", _("Open")
    WARM = "warm", _("A warm room")
    COOL = "cool", _("A cool room")
    OVERNIGHT = "overnight", _("A place to sleep")
    MEAL = "meal", _("A meal")


class ReplyKind(models.TextChoices):
    """What a question is answered with."""

    CHOICE = "choice", _("One of up to three answers")
    DATE = "date", _("A date")
    NUMBER = "number", _("A number")
    TEXT = "text", _("A short text, which only editors see")


class ReplyChoice(models.TextChoices):
    """The answers that can be chosen. The third says yes with a condition, in the campaign's own words."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    PARTLY = "partly", _("Yes, but …")


class Campaign(models.Model):
    """One question to many places of a municipality. It is a draft until an editor sends it, and changes no more then."""

    municipality = models.ForeignKey(
        MunicipalityPage, models.CASCADE, related_name="campaigns", verbose_name=_("municipality")
    )
    question = models.CharField(
        _("question"),
        max_length=160,
        validators=[validate_no_cpr],
        help_text=_("As you would ask on the telephone: Are you open on Christmas Eve?"),
    )
    explanation = models.TextField(
        _("why you ask"), max_length=600, blank=True, help_text=_("One or two sentences. It stands in the mail.")
    )
    reply_kind = models.CharField(_("is answered with"), max_length=6, choices=ReplyKind, default=ReplyKind.CHOICE)
    answer_yes = models.CharField(_("answer that says yes"), max_length=40, blank=True, help_text=_("Such as: Yes"))
    answer_no = models.CharField(_("answer that says no"), max_length=40, blank=True, help_text=_("Such as: No"))
    answer_partly = models.CharField(
        _("third answer"),
        max_length=40,
        blank=True,
        help_text=_("A yes with a condition, such as: Yes, until 2 p.m. Its words are shown. May be empty."),
    )
    fact = models.CharField(
        _("what a yes tells"),
        max_length=9,
        choices=DayFact,
        blank=True,
        help_text=_("Only for questions with answers to choose. Hard days list the places by it."),
    )
    shown_as = models.CharField(
        _("heading on the page of the offer"),
        max_length=80,
        blank=True,
        help_text=_("Such as: Christmas Eve. Empty: the answers are only for you, unless a yes tells something."),
    )
    kinds = models.JSONField(_("kinds of offers"), default=list, blank=True)
    need = models.ForeignKey(Need, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("need"))
    area = models.CharField(
        _("postal codes"),
        max_length=120,
        blank=True,
        help_text=_("Such as: 7100, 7120. Empty: the whole municipality."),
    )
    sender = models.CharField(_("who asks"), max_length=120, help_text=_("The office that the mail comes from."))
    reply_to = models.EmailField(_("mail address for answers"), help_text=_("An address that somebody reads."))
    last_day = models.DateField(_("last day to answer"))
    remind_on = models.DateField(
        _("day of the reminder"), null=True, blank=True, help_text=_("One mail to those who have not answered.")
    )
    ends_on = models.DateField(
        _("the answers hold until"), help_text=_("The last day on which they are true. After it nobody sees them.")
    )
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("stopped"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("asked by")
    )

    class Meta:
        ordering = ["-last_day", "-pk"]
        verbose_name = _("question to many places")
        verbose_name_plural = _("questions to many places")

    def __str__(self) -> str:
        return self.question

    def clean(self) -> None:
        """A question that can be answered, and days that follow each other."""
        faults = {}
        if self.reply_kind == ReplyKind.CHOICE and not (self.answer_yes and self.answer_no):
            faults["answer_yes"] = _("Write the answers that say yes and no.")
        if self.fact and self.reply_kind != ReplyKind.CHOICE:
            faults["fact"] = _("Only an answer that is chosen can say yes.")
        if self.last_day and self.remind_on and self.remind_on > self.last_day:
            faults["remind_on"] = _("The reminder has to come before the last day, or on it.")
        if self.last_day and self.ends_on and self.ends_on < self.last_day:
            faults["ends_on"] = _("The answers have to hold at least until the last day to answer.")
        if faults:
            raise ValidationError(faults)

    def takes_replies(self, today: date) -> bool:
        """Whether a place may answer on a day."""
        return self.sent_at is not None and self.stopped_at is None and today <= self.last_day

    def choices(self) -> list[tuple[str, str]]:
        """The answers that can be chosen, in their order."""
        told = {
            ReplyChoice.YES: self.answer_yes,
            ReplyChoice.NO: self.answer_no,
            ReplyChoice.PARTLY: self.answer_partly,
        }
        return [(str(value), words) for value, words in told.items() if words]


class AskedOffer(models.Model):
    """An offer whose place a campaign asks."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="asked", verbose_name=_("question"))
    offer = models.ForeignKey(OfferPage, models.CASCADE, related_name="+", verbose_name=_("offer"))
    #: Empty where nobody can be written to: such a place is called.
    recipient = models.EmailField(_("mail address"), blank=True)
    replied_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("place that is asked")
        verbose_name_plural = _("places that are asked")
        constraints = [models.UniqueConstraint(fields=["campaign", "offer"], name="an_offer_is_asked_once")]

    def __str__(self) -> str:
        return self.offer.title


class PlaceReply(models.Model):
    """An answer, who gave it and when. The last one of an offer counts; those before it stay as its trace."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="replies", verbose_name=_("question"))
    offer = models.ForeignKey(OfferPage, models.CASCADE, related_name="+", verbose_name=_("offer"))
    #: A `ReplyChoice`, a day as 2026-12-24, a number or words.
    value = models.CharField(_("answer"), max_length=200)
    at = models.DateTimeField(_("answered"), default=timezone.now)
    #: Told on the telephone, and written down by an editor.
    by_telephone = models.BooleanField(_("on the telephone"), default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("written by")
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("answer of a place")
        verbose_name_plural = _("answers of places")

    def __str__(self) -> str:
        return self.value


class ReplyLink(models.Model):
    """A secret by which one question about one offer can be answered, and nothing else. Only its fingerprint is kept."""

    asked = models.ForeignKey(AskedOffer, models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("link to answer a question")
        verbose_name_plural = _("links to answer questions")


class CampaignLetter(models.Model):
    """A mail of a campaign to one address: the first, or the reminder. There is one of each, however many offers it is about."""

    class Turn(models.TextChoices):
        """Which of the two mails of a campaign it is."""

        FIRST = "first", _("The question")
        REMINDER = "reminder", _("The reminder")

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="letters", verbose_name=_("question"))
    recipient = models.EmailField(_("to"))
    turn = models.CharField(_("which"), max_length=8, choices=Turn)
    written_on = models.DateField(_("written on"))
    #: What the mail server said where it did not take the letter.
    refused = models.CharField(_("refused"), max_length=60, blank=True)

    class Meta:
        ordering = ["written_on", "recipient"]
        verbose_name = _("mail of a question")
        verbose_name_plural = _("mails of questions")
        constraints = [models.UniqueConstraint(fields=["campaign", "recipient", "turn"], name="one_mail_of_each_turn")]
