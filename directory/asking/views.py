"""Where the links of a campaign lead: a page with the question, so that whoever only looks at a link has answered nothing."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from directory.asking.links import asked_by_secret
from directory.asking.page import reply_page
from directory.asking.replying import ReplyForm, reply_of_place
from directory.privacy_headers import hush
from directory.reviewing.models import Declined


def _of_a_secret(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of what the secret in the address answers; 404 for one that nobody has, or whose campaign is over."""

    # The secret is what Django's token would be: nobody else can have it.
    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answered(request, secret):
        asked = asked_by_secret(secret, timezone.localdate())
        if asked is None:
            return hush(render(request, "directory/reviewing/expired.html", status=404))
        return hush(view(request, asked))

    return answered


@_of_a_secret
def reply(request, asked):
    """The question with its answers; or what was answered."""
    form = ReplyForm(request.POST if request.method == "POST" else None, campaign=asked.campaign)
    if form.is_bound and (asked.replied_at or form.is_valid()):
        if not asked.replied_at:
            reply_of_place(asked, form.value)
        return redirect(request.path)
    status = 422 if form.is_bound else 200
    return render(request, "directory/asking/page.html", reply_page(asked, form), status=status)


@_of_a_secret
def no_questions(request, asked):
    """No more letters, of whatever kind, to the address that this one went to."""
    done = request.method == "POST"
    if done and asked.recipient:
        Declined.objects.get_or_create(recipient=asked.recipient)
    return render(request, "directory/reviewing/no_letters.html", {"done": done})
