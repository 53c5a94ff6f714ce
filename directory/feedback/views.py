"""Tilbagemelding: what a visitor wants to tell. No cookie, no name; see directory/feedback."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from directory.feedback.form import FeedbackForm
from directory.feedback.limit import allows
from directory.feedback.origin import is_from_here
from directory.feedback.page import about, feedback_page, tell_url
from directory.feedback.tasks import forget_feedback
from directory.models.feedback import FeedbackKind
from directory.privacy_headers import hush


# The token of Django lives in a cookie; where the form was sent from is asked instead.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request):
    """The form, or what was written in it."""
    subject = about(request)
    if request.method == "POST":
        return hush(_taken(request, subject, FeedbackForm(request.POST)))
    return hush(_shown(request, subject))


@require_safe
def thanks(request):
    """The page that somebody who has sent feedback lands on."""
    return hush(render(request, "directory/feedback/thanks.html"))


def _taken(request, subject, form):
    if not is_from_here(request):
        return _shown(request, subject, _("Please write it here and send it again."), status=403)
    if form.by_robot:
        return redirect("feedback_thanks")
    if not form.is_valid():
        return _shown(request, subject, form.fault, form.written, status=422)
    if not allows(request):
        fault = _("We get too much from here right now. Try again in an hour, or call us.")
        return _shown(request, subject, fault, form.written, status=429)
    row = form.told(subject.page, is_offer=subject.offer is not None)
    row.save()
    forget_feedback.enqueue()
    return redirect(tell_url(subject.offer)) if row.what == FeedbackKind.USELESS else redirect("feedback_thanks")


def _shown(request, subject, fault="", written="", status=200):
    return render(
        request, "directory/feedback/page.html", feedback_page(request, subject, fault, written), status=status
    )
