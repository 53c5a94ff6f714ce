"""Places: an address, its entrance and how to get in, shared by the offers in the house."""

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from directory.answers import answer_field
from directory.models.local import municipality_field
from directory.panels.pictures import SAY_IN_WORDS
from directory.panels.position_map import PositionMap
from directory.panels.sections import with_facets
from directory.text import lines


class AddressVisibility(models.TextChoices):
    """Who may know where a place is."""

    PUBLIC = "public", _("Everybody may see the address")
    ON_REQUEST = "on_request", _("Told when you call")
    SECRET = "secret", _("Secret, never shown anywhere")


class Place(models.Model):
    """Where something is. A secret address is kept for editors alone: no page, search, map or export shows it."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("What people call the house, or the street and number.")
    )
    slug = models.SlugField(_("address on the site"), max_length=80, unique=True)
    #: When a municipality goes, offers of others may stand in its houses: those become the whole's.
    municipality = municipality_field(
        _("kept by"),
        _("Whose editors may change the place. Empty: those of the whole country."),
        on_delete=models.SET_NULL,
    )
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=4, blank=True)
    city = models.CharField(_("town"), max_length=60, blank=True)
    lat = models.FloatField(_("latitude"), null=True, blank=True, help_text=_("Degrees, WGS84."))
    lon = models.FloatField(_("longitude"), null=True, blank=True, help_text=_("Degrees, WGS84."))
    approximate = models.BooleanField(_("the position is only that of the postal code"), default=False)
    visibility = models.CharField(
        _("who may see the address"), max_length=12, choices=AddressVisibility, default=AddressVisibility.PUBLIC
    )
    entrance = models.TextField(_("the door"), blank=True, help_text=_("What one sees: colour, sign, bell."))
    entrance_picture = models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture of the door"),
    )
    entrance_picture_alt = models.CharField(
        _("what the picture of the door shows"),
        max_length=200,
        blank=True,
        help_text=_("For people who do not see it."),
    )
    nearest_stop = models.CharField(_("nearest stop"), max_length=120, blank=True)
    walk_minutes = models.PositiveSmallIntegerField(_("minutes on foot from the stop"), null=True, blank=True)
    route = models.TextField(_("the way in steps"), blank=True, help_text=_("One step a line, three to eight lines."))
    parking = models.CharField(_("parking"), max_length=200, blank=True)
    rooms = models.TextField(
        _("rooms of the house"),
        blank=True,
        help_text=_("One room a line: where it is, and what it is for. Such as: Ground floor, left: the café."),
    )
    step_free = answer_field(_("step-free all the way in"))
    lift = answer_field(_("lift"))
    accessible_toilet = answer_field(_("toilet with room for a wheelchair"))
    hearing_loop = answer_field(_("hearing loop"))

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("municipality", widget=Select),
                FieldPanel("street"),
                FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city")]),
                FieldPanel("visibility"),
            ],
            heading=_("Address"),
        ),
        MultiFieldPanel(
            [PositionMap(), FieldRowPanel([FieldPanel("lat"), FieldPanel("lon")]), FieldPanel("approximate")],
            heading=_("Position"),
            help_text=_("Worked out from the address. Write it only where it is wrong."),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in (
                    *("entrance", "entrance_picture", "entrance_picture_alt"),
                    *("nearest_stop", "walk_minutes", "route", "parking", "rooms"),
                )
            ],
            heading=_("Find the way"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in with_facets("getting_in", "step_free", "lift", "accessible_toilet", "hearing_loop")
            ],
            heading=_("Getting in"),
        ),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.entrance_picture_id and not self.entrance_picture_alt.strip():
            raise ValidationError({"entrance_picture_alt": SAY_IN_WORDS})

    @property
    def is_public(self) -> bool:
        """Whether address and position may be shown."""
        return self.visibility == AddressVisibility.PUBLIC

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, or None where there is none to show."""
        if not self.is_public or self.lat is None or self.lon is None:
            return None
        return self.lat, self.lon

    @property
    def town_line(self) -> str:
        """Postal code and town, as written on letters."""
        return f"{self.postal_code} {self.city}".strip()

    @property
    def address_line(self) -> str:
        """Street, postal code and town in one line. Whether it may be told is for whoever tells it to ask."""
        return f"{self.street}, {self.town_line}".strip(", ")

    @property
    def route_steps(self) -> list[str]:
        """The way as a list of steps."""
        return lines(self.route)

    @property
    def room_lines(self) -> list[str]:
        """The rooms as a list."""
        return lines(self.rooms)
