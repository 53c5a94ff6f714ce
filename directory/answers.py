"""The answers a fact can have. Unknown is an answer of its own, and never reads as no."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Answer(models.TextChoices):
    """Yes, no, or nobody has told us."""

    UNKNOWN = "unknown", _("We do not know yet")
    YES = "yes", _("Yes")
    NO = "no", _("No")


class Anonymity(models.TextChoices):
    """Whether one can come without saying who one is."""

    UNKNOWN = "unknown", _("We do not know yet")
    YES = "yes", _("Yes, you do not have to say your name")
    PARTLY = "partly", _("Partly. Ask the place")
    NO = "no", _("No, they will ask for your name")


class Access(models.TextChoices):
    """What it takes to join an offer, from just coming to being assessed."""

    UNKNOWN = "unknown", _("We do not know yet")
    DROP_IN = "drop_in", _("Just come")
    CALL_FIRST = "call_first", _("Call first")
    BOOK = "book", _("Book a time")
    REFERRAL = "referral", _("A doctor or another professional refers you")
    ASSESSED = "assessed", _("The municipality must say yes first")


class Level(models.TextChoices):
    """For whom an offer is: everybody, mostly a group, or a group alone."""

    OPEN = "open", _("For everybody")
    MAINLY = "mainly", _("Mostly for")
    ONLY = "only", _("Only for")


class Ladder(models.TextChoices):
    """The steps of help, from the lightest to the most (figure 3 of the strategy "Nye skridt")."""

    UNKNOWN = "unknown", _("We do not know yet")
    PREVENTION = "prevention", _("Open to everybody, prevents trouble")
    ADVICE = "advice", _("Advice and guidance")
    AMBULATORY = "ambulatory", _("Help a few hours at a time")
    DAY = "day", _("Help during the day")
    RESIDENTIAL = "residential", _("Help day and night")


class AuthorityKind(models.TextChoices):
    """What sort of authority is responsible; that none is, is an answer too."""

    MUNICIPALITY = "municipality", _("A municipality")
    REGION = "region", _("A region")
    STATE = "state", _("The state")
    NONE = "none", _("No public authority")


class Companion(models.TextChoices):
    """Someone to go with the first time."""

    UNKNOWN = "unknown", _("We do not know yet")
    NO = "no", _("No")
    VOLUNTEER = "volunteer", _("A volunteer can go with you")
    STAFF = "staff", _("A member of staff can go with you")


class Noise(models.TextChoices):
    """How it sounds, in words."""

    UNKNOWN = "unknown", _("We do not know yet")
    SILENT = "1", _("Nearly silent")
    LOW = "2", _("Low talk")
    LIVELY = "3", _("Lively talk")
    LOUD = "4", _("It can be loud")


class Light(models.TextChoices):
    """How bright the rooms are, in three steps."""

    UNKNOWN = "unknown", _("We do not know yet")
    DIM = "dim", _("Dim")
    ORDINARY = "ordinary", pgettext_lazy("light", "Ordinary")
    BRIGHT = "bright", _("Bright")


class SoberRule(models.TextChoices):
    """The place's rule on alcohol and drugs."""

    UNKNOWN = "unknown", _("We do not know yet")
    SOBER = "sober", _("You must be sober")
    NOT_HERE = "not_here", _("You may be affected, but not drink or take drugs here")
    ALLOWED = "allowed", _("You may be affected")


class Degree(models.TextChoices):
    """How much of something one must do."""

    UNKNOWN = "unknown", _("We do not know yet")
    NO = "no", _("No")
    LITTLE = "little", _("A little")
    YES = "yes", _("Yes")


class Decides(models.TextChoices):
    """Who decides what is done."""

    UNKNOWN = "unknown", _("We do not know yet")
    CITIZENS = "citizens", _("Those who come")
    TOGETHER = "together", _("Those who come and the staff together")
    STAFF = "staff", _("The staff")


class State(models.TextChoices):
    """Whether one can join now."""

    OPEN = "open", pgettext_lazy("state of an offer", "Running")
    FULL = "full", _("Full")
    CLOSED = "closed", _("Closed for now")


class Confidence(models.TextChoices):
    """How sure we are of a listing."""

    CONFIRMED = "confirmed", _("Confirmed by the place")
    HIGH = "high", _("From the place's own page")
    MEDIUM = "medium", _("From other pages")
    LOW = "low", _("Only mentioned somewhere")


class Verifier(models.TextChoices):
    """Who last checked a listing."""

    NOBODY = "", _("Nobody yet")
    PLACE = "place", _("the place itself")
    EDITOR = "editor", _("an editor")
    REGISTER = "register", _("a public register")


def answer_field(verbose_name, help_text="", choices=Answer):
    """A fact with an answer; nobody having told us is the first of them."""
    return models.CharField(verbose_name, max_length=12, choices=choices, default="unknown", help_text=help_text)
