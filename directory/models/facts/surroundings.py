"""How it is there: sound, light, number of people, and what nobody demands."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.answers import Degree, Light, Noise, SoberRule, answer_field
from directory.text import lines


class SurroundingsFacts(models.Model):
    """How it is to be there: what nobody demands, sound, light, the number of people, rules of the house."""

    no_demands = answer_field(_("you may just be there"))
    must_talk = answer_field(_("you have to talk"), choices=Degree)
    must_join = answer_field(_("you have to join in"), choices=Degree)
    must_introduce = answer_field(_("you have to introduce yourself"), choices=Degree)
    who_comes = models.CharField(
        _("who else comes"),
        max_length=200,
        blank=True,
        help_text=_("Such as: mostly people from 30 to 60, as many women as men."),
    )
    leave_anytime = answer_field(_("you may leave when you like"))
    noise = answer_field(_("sound"), choices=Noise)
    light = answer_field(_("light"), choices=Light)
    group_size_min = models.PositiveSmallIntegerField(_("usually at least this many"), null=True, blank=True)
    group_size_max = models.PositiveSmallIntegerField(_("usually at most this many"), null=True, blank=True)
    quiet_room = answer_field(_("a quiet room"))
    crowd_times = models.CharField(_("when it is crowded"), max_length=200, blank=True)
    sober_rule = answer_field(_("alcohol and drugs"), choices=SoberRule)
    smoking = models.CharField(_("smoking"), max_length=100, blank=True)
    dogs = answer_field(_("dogs may come"))
    photo_policy = models.CharField(_("pictures"), max_length=140, blank=True)
    house_rules = models.TextField(
        _("house rules"), blank=True, help_text=_("At most seven lines of at most 100 characters.")
    )

    ground_rules = models.TextField(
        _("how people are together here"),
        blank=True,
        help_text=_("In groups: the ways that are practised. At most seven lines of at most 100 characters."),
    )

    class Meta:
        abstract = True

    @property
    def house_rule_lines(self) -> list[str]:
        """The house rules as a list."""
        return lines(self.house_rules)

    @property
    def ground_rule_lines(self) -> list[str]:
        """The ways of being together as a list."""
        return lines(self.ground_rules)
