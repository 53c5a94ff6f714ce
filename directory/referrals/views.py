"""Handing over: the form, the sender's page, and where a place's link leads, which shows nothing before a button is pressed."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from directory.link_secrets import by_secret
from directory.models import OfferPage
from directory.referrals.answering import answer_of_place, ask_for_new_link, read_words
from directory.referrals.forms import AnswerForm, ReferralForm
from directory.referrals.links import referral_by_secret
from directory.referrals.openness import takes_referrals, why_shut
from directory.referrals.page import referral_answer_page, referral_form_page, referral_page
from directory.referrals.sending import TooManyReferrals, send_referral, tell_whether_it_began, withdraw_referral
from directory.referrals.states import Actor, NotAStep
from directory.referrals.workers import for_workers, may_hand_over_to, own_referrals
from directory.sites.here import here

_ASK, _ANSWER = "directory/referrals/form.html", "directory/referrals/answer.html"


@for_workers
@require_http_methods(["GET", "HEAD", "POST"])
def referral_form(request, key):
    """The form of an offer; sent, it leads to the sender's page of the hand-over."""
    offer = get_object_or_404(OfferPage.objects.shown().not_ended(), pk=key)
    if not takes_referrals(offer) or not may_hand_over_to(request.user, offer):
        raise Http404
    form = ReferralForm(request.POST or None, initial={"contact": request.user.email})
    may_send = request.user.email and not why_shut(offer)
    if form.is_bound and may_send and form.is_valid():
        companion, site_of = form.cleaned_data["companion"], here(request).municipality
        try:
            sent = send_referral(offer, request.user, form.words, companion=companion, site_of=site_of)
        except TooManyReferrals:
            form.add_error(None, _("You have handed over many times today. Call the place, or go on tomorrow."))
        else:
            return redirect("referral", sent.reference)
    status = 422 if form.is_bound else 200
    return render(request, _ASK, referral_form_page(request, offer, form), status=status)


@for_workers
@require_http_methods(["GET", "HEAD", "POST"])
def referral(request, reference):
    """A hand-over for whoever sent it: where it stands, what was written, and what can be done."""
    found = get_object_or_404(own_referrals(request.user), reference=reference)
    if request.method == "POST":
        _do(found, request.user, request.POST.get("what"))
        return redirect("referral", reference)
    # A look that is told only its head reads nothing.
    words = read_words(found, Actor.WORKER, request.user.pk) if request.method == "GET" else None
    return render(request, "directory/referrals/page.html", referral_page(request, found, words))


def _do(found, user, what):
    """What the sender does; what is no step any more is left, and the page shows where it stands."""
    try:
        if what == "withdraw":
            withdraw_referral(found, user)
        elif what in {AnswerForm.STARTED, AnswerForm.NOT_STARTED}:
            tell_whether_it_began(found, user, began=what == AnswerForm.STARTED)
    except NotAStep:
        return


@sensitive_post_parameters()
@by_secret(referral_by_secret, "directory/referrals/expired.html")
def referral_answer(request, link):
    """A place's link: a page with a button. The words are read, and an answer is taken, by what is posted alone."""
    what = request.POST.get("what")
    form = AnswerForm(request.POST if what and what != "read" else None)
    if request.method != "POST":
        return render(request, _ANSWER, referral_answer_page(link, form))
    if not link.is_good:
        ask_for_new_link(link.referral)
        return redirect(request.path)
    if form.is_bound and form.is_valid():
        _take(link.referral, form)
        return redirect(request.path)
    words = read_words(link.referral, Actor.PLACE) if link.referral.is_open else None
    return render(request, _ANSWER, referral_answer_page(link, form, words), status=422 if form.is_bound else 200)


def _take(found, form):
    """Take an answer; one that comes too late changes nothing, and the page shows where it stands."""
    try:
        answer_of_place(found, form)
    except NotAStep:
        return
