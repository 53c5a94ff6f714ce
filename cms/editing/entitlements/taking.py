"""Offers whose description has a newer edition, one by one: the difference, and one answer that takes it."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from cms.editing.common.back import back
from cms.editing.common.next_one import NextOneView
from cms.editing.common.tree import may_edit, may_edit_some
from directory.entitlements.waiting import edition_changes, with_newer_edition
from directory.models import OfferPage
from directory.offers.publishing import publish_facts


def could_take(user) -> QuerySet[OfferPage]:
    """The person's published offers whose description was checked in a newer edition than they have taken."""
    return with_newer_edition(may_edit(user, OfferPage.objects.live()))


class NextTakingView(NextOneView):
    """The first offer, after the one that was done, that could take a newer edition."""

    template_name = "cms/admin/take_description.html"
    header_icon = "doc-full-inverse"
    page_title = gettext_lazy("New editions of common descriptions")

    def may_look(self):
        return may_edit_some(self.request.user)

    def waiting(self):
        return could_take(self.request.user).select_related("common_description")

    def listing(self):
        return "offers:index"

    def page(self, row: OfferPage):
        return row.pk

    def following(self, row: OfferPage):
        return f"{reverse('take_descriptions')}?after={row.pk}"

    def told(self, row: OfferPage):
        newer = row.common_description.to_take
        taken = row.common_description.editions.filter(number=row.description_edition).first()
        return {
            "offer": row,
            "description": row.common_description,
            "edition": newer,
            "changes": edition_changes(taken, newer),
            "may_take": row.permissions_for_user(self.request.user).can_publish(),
        }


@require_POST
def take_edition(request: HttpRequest, page_id: int) -> HttpResponse:
    """Publish that the offer has the edition that its editor has seen, and go on with the next."""
    offer = get_object_or_404(could_take(request.user), pk=page_id).specific
    if not offer.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    newer = offer.common_description.to_take
    if request.POST.get("edition") != str(newer.pk):
        messages.error(request, _("Somebody has changed it meanwhile. Read it again."))
        return back(request, "take_descriptions")
    try:
        publish_facts(offer, {"description_edition": newer.number}, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("“%(title)s” has the new edition.") % {"title": offer.title})
    return back(request, "take_descriptions")


urlpatterns = [
    path("descriptions/take/", NextTakingView.as_view(), name="take_descriptions"),
    path("descriptions/take/<int:page_id>/", take_edition, name="take_description"),
]
