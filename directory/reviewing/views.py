"""Where the links of a letter lead: a page with a button, so that whoever only looks at a link has answered nothing."""

from django.http import Http404
from django.shortcuts import redirect, render

from directory.link_secrets import by_secret
from directory.reviewing.answering import ANSWERS, decline
from directory.reviewing.links import question_of
from directory.reviewing.page import answer_page
from directory.reviewing.proposing import ProposalForm, propose

_CHANGE = "ret"


_of_question = by_secret(question_of, "directory/reviewing/expired.html")


@_of_question
def answer_question(request, question, what):
    """Whether a listing is right, asked once more; or what was answered."""
    if what == _CHANGE:
        return _change(request, question)
    if what not in ANSWERS:
        raise Http404
    if request.method == "POST" and not question.closed_on:
        ANSWERS[what](question)
        return redirect(request.path)
    return render(request, "directory/reviewing/page.html", answer_page(question, what))


@_of_question
def no_letters(request, question):
    """No more such letters to the address that this one went to."""
    done = request.method == "POST"
    if done:
        decline(question)
    return render(request, "directory/reviewing/no_letters.html", {"question": question, "done": done})


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
