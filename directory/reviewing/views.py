"""Where the links of a letter lead: a page with a button, so that whoever only looks at a link has answered nothing."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from directory.privacy_headers import hush
from directory.reviewing.answering import ANSWERS, decline
from directory.reviewing.links import question_of
from directory.reviewing.page import answer_page
from directory.reviewing.proposing import ProposalForm, propose

_CHANGE = "ret"


# The secret in the address is what Django's token would be: nobody else can have it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request, secret, what):
    """Whether a listing is right, asked once more; or what was answered."""
    question = question_of(secret, timezone.localdate())
    if question is None:
        return hush(render(request, "directory/reviewing/expired.html", status=404))
    if what == _CHANGE:
        return hush(_change(request, question))
    if what not in ANSWERS:
        raise Http404
    if request.method == "POST" and not question.closed_on:
        ANSWERS[what](question)
        return hush(redirect(request.path))
    return hush(render(request, "directory/reviewing/page.html", answer_page(question, what)))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def no_letters(request, secret):
    """No more such letters to the address that this one went to."""
    question = question_of(secret, timezone.localdate())
    if question is None:
        return hush(render(request, "directory/reviewing/expired.html", status=404))
    if request.method == "POST":
        decline(question)
    return hush(
        render(request, "directory/reviewing/no_letters.html", {"question": question, "done": request.method == "POST"})
    )


def _change(request, question):
    """The form of what the place can put right itself."""
    if question.closed_on:
        return render(request, "directory/reviewing/page.html", answer_page(question, _CHANGE))
    form = ProposalForm.of(question.offer, request.POST or None)
    if request.method == "POST" and form.is_valid():
        propose(question, form)
        return redirect(request.path)
    status = 422 if form.is_bound else 200
    return render(request, "directory/reviewing/change.html", {"form": form, "offer": question.offer}, status=status)
