"""Where the links of a campaign lead: a page with the question, so that whoever only looks at a link has answered nothing."""

from django.shortcuts import redirect, render

from directory.asking.links import asked_by_secret
from directory.asking.page import reply_page
from directory.asking.replying import ReplyForm, reply_of_place
from directory.link_secrets import by_secret
from directory.reviewing.models import Declined

_of_asked = by_secret(asked_by_secret, "directory/reviewing/expired.html")


@_of_asked
def reply(request, asked):
    """The question with its answers; or what was answered."""
    form = ReplyForm(request.POST if request.method == "POST" else None, campaign=asked.campaign)
    if form.is_bound and (asked.replied_at or form.is_valid()):
        if not asked.replied_at:
            reply_of_place(asked, form.value)
        return redirect(request.path)
    status = 422 if form.is_bound else 200
    return render(request, "directory/asking/page.html", reply_page(asked, form), status=status)


@_of_asked
def no_questions(request, asked):
    """No more letters, of whatever kind, to the address that this one went to."""
    done = request.method == "POST"
    if done and asked.recipient:
        Declined.objects.get_or_create(recipient=asked.recipient)
    return render(request, "directory/reviewing/no_letters.html", {"done": done})
