"""The desk of a member of staff: their hand-overs by state, and their lists."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from directory.referrals.desk import desk_page, named_list_page
from directory.referrals.lists import NamedListForm, OffersForm, lists_seen_by, municipality_of_list, put_on_list
from directory.referrals.models import NamedList
from directory.referrals.workers import for_workers
from directory.sites.here import here
from directory.text import MAX_KEY_DIGITS, whole_number


@for_workers
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request):
    """All that is one's own; posted, it makes a new list."""
    form = NamedListForm(request.POST or None)
    if form.is_bound and form.is_valid():
        told = form.cleaned_data
        made = NamedList.objects.create(
            name=told["name"],
            keys=told["address"],
            is_shared=told["is_shared"],
            owner=request.user,
            municipality_id=municipality_of_list(request.user, here(request).municipality),
        )
        return redirect("named_list", made.pk)
    status = 422 if form.is_bound else 200
    return render(request, "directory/referrals/desk.html", desk_page(request, form), status=status)


@for_workers
@require_http_methods(["GET", "HEAD", "POST"])
def named_list(request, key):
    """A list, which its owner changes: offers on and off, and the list itself."""
    listed = get_object_or_404(lists_seen_by(request.user), pk=key)
    form = OffersForm(request.POST if "address" in request.POST else None)
    if request.method == "POST":
        if listed.owner_id != request.user.pk:
            raise PermissionDenied
        if not form.is_bound or form.is_valid():
            return _change(listed, form, request.POST)
    status = 422 if form.is_bound else 200
    return render(request, "directory/referrals/list.html", named_list_page(request, listed, form), status=status)


def _change(listed, form, posted):
    """What its owner does with a list, and the page that shows it."""
    if form.is_bound:
        put_on_list(listed, form.cleaned_data["address"])
    elif posted.get("what") == "delete":
        listed.delete()
        return redirect("desk")
    elif posted.get("what") == "share":
        NamedList.objects.filter(pk=listed.pk).update(is_shared=not listed.is_shared)
    elif (gone := whole_number(posted.get("off", ""), MAX_KEY_DIGITS)) is not None:
        listed.keys = [key for key in listed.keys if key != gone]
        listed.save(update_fields=["keys"])
    return redirect("named_list", listed.pk)
