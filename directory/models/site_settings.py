"""What a site's editors choose for the whole site: how it looks, where journeys are planned, where its statement stands."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from directory.colours import DARK_PAPER, LIGHT_PAPER, OURS, dark_twin, is_colour
from directory.panels.choices import OwnChoicesForm
from directory.validators import (
    validate_colour,
    validate_contrast,
    validate_phone,
    validate_planner,
    validate_statement,
)

COLOURS = ("main_colour", "main_colour_in_dark", "link_colour", "link_colour_in_dark")


def _colour(verbose_name, help_text=""):
    return models.CharField(verbose_name, max_length=7, blank=True, validators=[validate_colour], help_text=help_text)


@register_setting(icon="view", order=90)
class SiteSettings(BaseSiteSetting):
    """A site's own look and addresses. What is not set is as the stylesheet and the site have it."""

    logo = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo")
    )
    logo_alt = models.CharField(
        _("what the logo says"),
        max_length=120,
        blank=True,
        help_text=_("For people who do not see it. Empty when the name beside it says the same."),
    )
    main_colour = _colour(_("main colour"), _("Such as #0b5a54. It must be dark enough to be read on white."))
    main_colour_in_dark = _colour(
        _("main colour in the dark"), _("For screens that are set to dark. Empty: a lighter one is made.")
    )
    link_colour = _colour(_("colour of links"))
    link_colour_in_dark = _colour(_("colour of links in the dark"))
    planner_url = models.CharField(
        _("route planner"),
        max_length=300,
        blank=True,
        default="https://www.rejseplanen.dk/",
        validators=[validate_planner],
        help_text=_("Where “Find bus or train” leads. {address} stands for the address of the place."),
    )
    was_url = models.URLField(
        _("accessibility statement"),
        blank=True,
        validators=[validate_statement],
        help_text=_("Its address at was.digst.dk. The address /was on the site leads to it."),
    )
    was_phone = models.CharField(
        _("telephone about accessibility"), max_length=24, blank=True, validators=[validate_phone]
    )
    was_email = models.EmailField(_("mail about accessibility"), blank=True)
    was_reviewed_on = models.DateField(
        _("last reviewed on"),
        null=True,
        blank=True,
        help_text=_("The law asks for it once a year. You are reminded a month before."),
    )

    base_form_class = OwnChoicesForm
    panels = [
        MultiFieldPanel([FieldPanel("logo"), FieldPanel("logo_alt")], heading=_("Logo")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel(name) for name in pair]) for pair in (COLOURS[:2], COLOURS[2:])],
            heading=_("Colours"),
        ),
        MultiFieldPanel([FieldPanel("planner_url")], heading=_("Find the way")),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("was_url", "was_phone", "was_email", "was_reviewed_on")],
            heading=_("Accessibility statement"),
        ),
    ]

    class Meta:
        verbose_name = _("look and addresses of the site")
        verbose_name_plural = _("looks and addresses of sites")

    def clean_fields(self, exclude=None) -> None:
        for name in COLOURS:
            setattr(self, name, getattr(self, name).strip().lower())
        super().clean_fields(exclude)

    def clean(self) -> None:
        super().clean()
        faults = dict(self._faint())
        if self.was_reviewed_on and self.was_reviewed_on > timezone.localdate():
            faults["was_reviewed_on"] = ValidationError(_("That day has not come yet."))
        if faults:
            raise ValidationError(faults)

    def _faint(self):
        """The colours that cannot be read where they are used, each with what to choose instead."""
        if not all(is_colour(getattr(self, name)) for name in COLOURS if getattr(self, name)):
            return
        for name, paper, main in (
            ("main_colour", LIGHT_PAPER, self.main_colour),
            ("main_colour_in_dark", DARK_PAPER, self.main_colour_in_dark),
            ("link_colour", LIGHT_PAPER, self.main_colour or OURS[LIGHT_PAPER]),
            ("link_colour_in_dark", DARK_PAPER, self.main_in_dark or OURS[DARK_PAPER]),
        ):
            try:
                if getattr(self, name):
                    validate_contrast(getattr(self, name), paper, main)
            except ValidationError as error:
                yield name, error

    @property
    def main_in_dark(self) -> str:
        """The main colour in the dark: as chosen, or made of the one on white."""
        return self.main_colour_in_dark or (dark_twin(self.main_colour) if self.main_colour else "")

    @property
    def link_in_dark(self) -> str:
        """The colour of links in the dark."""
        main = self.main_in_dark or OURS[DARK_PAPER]
        return self.link_colour_in_dark or (dark_twin(self.link_colour, main) if self.link_colour else "")
