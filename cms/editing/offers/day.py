"""One click for a day: closed, called off, and both taken back. The site and the search follow at once."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import BaseColumn
from wagtail.locks import BasicLock
from wagtail.log_actions import LogFormatter, log

from cms.editing.common.back import back
from cms.editing.offers.back import LISTING, listing_address
from directory.models import OfferPage
from directory.offers.at_once import change_at_once
from directory.offers.day_off import ACTIONS
from directory.panels.day_buttons import day_buttons
from directory.text import calendar_day
from directory.times.in_words import day_word

#: So far ahead a meeting can be called off by a click.
DAYS_AHEAD = timedelta(days=400)
#: The name of the entry in the history of the page.
LOG_ACTION = "vejviser.change_day"
_DONE = {
    "close": gettext_lazy("“%(title)s” is closed %(day)s."),
    "reopen": gettext_lazy("“%(title)s” has its usual hours %(day)s again."),
    "call-off": gettext_lazy("“%(title)s” is called off %(day)s."),
    "hold": gettext_lazy("“%(title)s” is held %(day)s after all."),
}


@require_POST
def change_day(request, page_id: int, action: str, day: str):
    """Do so with a day of a published offer; 404 for what is no such day, refused to who may not publish the offer."""
    chosen = _day(day)
    if action not in ACTIONS:
        raise Http404
    offer = get_object_or_404(OfferPage, pk=page_id, live=True).specific
    if not _may(request.user, offer):
        raise PermissionDenied
    change_at_once(offer, ACTIONS[action], chosen)
    said = _DONE[action] % {"title": offer.title, "day": day_word(chosen)}
    log(instance=offer, action=LOG_ACTION, user=request.user, title=offer.title, data={"said": said})
    messages.success(request, said)
    return back(request, LISTING)


def _day(told: str) -> date:
    day, today = calendar_day(told), timezone.localdate()
    if day is None or not today <= day <= today + DAYS_AHEAD:
        raise Http404
    return day


def _may(user, offer: OfferPage) -> bool:
    # A date for a draft, or one that waits for approval, locks its form: what happens today does not wait for it.
    held = offer.locked and BasicLock(offer).for_user(user)
    return offer.permissions_for_user(user).can_publish() and not held


class TodayColumn(BaseColumn):
    """Closes an offer for today, or calls off what it holds, by one click; and takes it back."""

    cell_template_name = "cms/admin/today_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        request = parent_context["request"]
        shown = instance.live and _may(request.user, instance)
        buttons = day_buttons(instance, timezone.localdate(), listing_address(request)) if shown else []
        return super().get_cell_context_data(instance, parent_context) | {"buttons": buttons}


class DayFormatter(LogFormatter):
    """What the history of a page says was done with a day."""

    label = gettext_lazy("Change a day")

    def format_message(self, log_entry):
        return log_entry.data.get("said") or gettext("Change a day")


def register_log_action(actions) -> None:
    """Let the history of a page say so."""
    actions.register_action(LOG_ACTION)(DayFormatter)


urlpatterns = [path("offers/<int:page_id>/day/<str:action>/<str:day>/", change_day, name="change_day")]
