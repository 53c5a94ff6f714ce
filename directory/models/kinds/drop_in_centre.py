"""A drop-in centre (værested): a place to be, with meals, house rules and a host."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.answers import answer_field
from directory.models.offer import OfferPage
from directory.panels.needed import WHEN_OPEN, WHERE


class DropInCentrePage(OfferPage):
    """A place that one can come to, without a purpose."""

    kind = "drop_in_centre"
    page_description = _("A place to be, without a purpose and mostly without an appointment: coffee, company, a meal.")
    own_heading = _("Meals and practical help")
    needed = (WHERE, WHEN_OPEN)
    search_text = ("meals",)

    meals = models.CharField(_("meals"), max_length=200, blank=True)
    meal_price = models.CharField(_("price of a meal"), max_length=100, blank=True)
    lockers = answer_field(_("a place to keep one's things"))
    overnight = answer_field(_("one can stay overnight"))

    class Meta:
        verbose_name = _("drop-in centre")
        verbose_name_plural = _("drop-in centres")
