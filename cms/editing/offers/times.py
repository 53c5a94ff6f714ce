"""The times of a form as somebody writes them: what they come to, and what is wrong with them. Nothing is saved."""

import re

from django.http import Http404, QueryDict
from django.shortcuts import render
from django.urls import path
from django.utils.text import capfirst
from django.views.decorators.http import require_POST
from modelcluster.forms import ClusterForm

from directory.models import KINDS, OfferPage
from directory.panels.repeating import RuleBuilder
from directory.panels.times_preview import times_in_words
from directory.panels.times_rules import TimesRules
from directory.panels.whole_rows import is_deleted
from directory.text import MAX_KEY_DIGITS, whole_number
from directory.times.clock import local_now
from directory.times.public_holidays import HolidayHours, OnHolidays
from directory.times.schedule import Schedule

_FIELDS = (
    "access",
    "schedule_text",
    "season",
    "on_holidays",
    "holiday_opens",
    "holiday_closes",
    "starts_on",
    "signup_deadline",
)
_ROWS = ("opening_hours", "closures", "sessions")
#: The fields in which a form tells which saved row is meant.
_KEY = re.compile(rf"({'|'.join(_ROWS)})-\d+-(id|offer)")
#: So many rows of each sort are read; nobody writes more by hand.
MAX_ROWS = 60


def times_form(model: type[OfferPage]) -> type[ClusterForm]:
    """The form of the times alone of a kind of offer."""
    names = {field.name for field in model._meta.get_fields()}
    rows: dict[str, dict] = {name: {"extra": 0} for name in _ROWS}
    rows["sessions"]["widgets"] = {"rule": RuleBuilder}
    meta = {"model": model, "fields": [name for name in _FIELDS if name in names], "formsets": rows}
    return type("TimesForm", (TimesRules, ClusterForm), {"Meta": type("Meta", (), meta)})


@require_POST
def preview_times(request, kind: str):
    """The words and dates of what is written; rows that are not whole yet are left out."""
    if kind not in KINDS:
        raise Http404
    form = times_form(KINDS[kind])(_as_new(request.POST), instance=KINDS[kind]())
    form.is_valid()
    told = form.cleaned_data
    course = {"starts": told.get("starts_on"), "deadline": told.get("signup_deadline")}
    shown = times_in_words(
        _schedule(form), local_now(), told.get("access", ""), told.get("schedule_text", ""), **course
    )
    return render(request, "directory/times/preview.html", {**shown, "faults": _faults(form)})


def _as_new(data: QueryDict) -> QueryDict:
    """The rows as if none were saved yet: what is written alone counts."""
    sent = data.copy()
    for name in [name for name in sent if _KEY.fullmatch(name)]:
        del sent[name]
    for name in _ROWS:
        sent[f"{name}-INITIAL_FORMS"] = "0"
        told = whole_number(sent.get(f"{name}-TOTAL_FORMS", ""), MAX_KEY_DIGITS) or 0
        sent[f"{name}-TOTAL_FORMS"] = str(min(told, MAX_ROWS))
    return sent


def _schedule(form) -> Schedule:
    weekly, exceptions, sessions = (tuple(row.instance.as_value() for row in form.whole_rows(name)) for name in _ROWS)
    told = form.cleaned_data
    on_holidays = HolidayHours(
        told.get("on_holidays") or OnHolidays.UNKNOWN, told.get("holiday_opens"), told.get("holiday_closes")
    )
    return Schedule(weekly, exceptions, sessions, on_holidays, told.get("season", ""))


def _faults(form) -> list[str]:
    """What is wrong with rows on which nothing is left open; an empty field is no fault while somebody writes."""
    found = [
        f"{row.fields[name].label}: {fault.messages[0]}" if name in row.fields else fault.messages[0]
        for formset in form.formsets.values()
        for row in formset.forms
        if not is_deleted(row)
        for name, faults in row.errors.as_data().items()
        for fault in faults
        if fault.code != "required"
    ]
    return [capfirst(fault) for fault in dict.fromkeys(found)]


urlpatterns = [path("offers/times/<slug:kind>/", preview_times, name="preview_times")]
