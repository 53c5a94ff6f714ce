"""The page "Hard days": which modes there are and which one leads the site now; and the form of one."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from cms.editing.common.menu import main_order
from cms.editing.common.publishers import OfPublishers, PublishersItem, own_municipalities
from cms.editing.common.titled import TitledPage
from cms.editing.hard_days.form import HardDayForm
from cms.editing.hard_days.own import own_hard_days
from cms.editing.hard_days.preview import previews
from directory.hard_days.models import HardDay
from directory.hard_days.modes import mode_of
from directory.hard_days.places import FactList, fact_lists

#: So many are listed, the latest first.
_LISTED = 100


class HardDaysView(OfPublishers, TitledPage, TemplateView):
    """The modes, each with what it is now."""

    template_name = "cms/admin/hard_days.html"
    page_title = gettext_lazy("Hard days")
    header_icon = "warning"

    def get_context_data(self, **kwargs):
        now = timezone.now()
        rows = [
            {"day": row, "lasts": row.lasts(now), "is_over": row.ends_at <= now, "previews": previews(row)[:1]}
            for row in own_hard_days(self.request.user)[:_LISTED]
        ]
        can_add = own_municipalities(self.request.user).exists()
        return super().get_context_data(**kwargs) | {"rows": rows, "can_add": can_add}


class HardDayView(OfPublishers, TitledPage, FormView):
    """The form of a mode; while it lasts, with a button that ends it."""

    template_name = "cms/admin/hard_day.html"
    page_title = gettext_lazy("Hard days")
    header_icon = "warning"
    form_class = HardDayForm

    @cached_property
    def day(self) -> HardDay:
        """The mode of the address, where it is the person's; a new one where the address names none."""
        if "hard_day" not in self.kwargs:
            return HardDay()
        found = own_hard_days(self.request.user).filter(pk=self.kwargs["hard_day"]).first()
        if found is None:
            raise Http404
        return found

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.day, "user": self.request.user}

    def post(self, request, *args, **kwargs) -> HttpResponse:
        if request.POST.get("do") == "end" and self.day.pk and self.day.lasts(timezone.now()):
            self.day.ends_at = timezone.now()
            self.day.save(update_fields=["ends_at"])
            messages.success(request, _("Ended. It leads the pages no more."))
            return redirect("hard_days")
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        day = form.save()
        now = timezone.now()
        said = _("Saved. It leads the pages now.") if day.lasts(now) else _("Saved. It leads the pages at its time.")
        messages.success(self.request, said if day.ends_at > now else _("Saved. It is over."))
        return redirect("hard_days")

    def get_context_data(self, **kwargs):
        # As it is kept: the form may have been sent back with other hours.
        kept = HardDay.objects.prefetch_related("campaigns").filter(pk=self.day.pk).first()
        told = {"lasts": bool(kept) and kept.lasts(timezone.now()), "lists": _lists(kept) if kept else []}
        told["previews"] = previews(kept) if kept else []
        return super().get_context_data(**kwargs) | told


def _lists(day: HardDay) -> list[FactList]:
    """What people would read of it now."""
    campaigns = tuple(campaign.pk for campaign in day.campaigns.all())
    return fact_lists(mode_of(day, campaigns), lambda offer: offer.url or "", timezone.localdate())


def menu_item() -> PublishersItem:
    """The hard days in the main menu."""
    name = "hard-days"
    return PublishersItem(
        HardDaysView.page_title, reverse("hard_days"), name=name, icon_name="warning", order=main_order(name)
    )


urlpatterns = [
    path("hard-days/", HardDaysView.as_view(), name="hard_days"),
    path("hard-days/new/", HardDayView.as_view(), name="hard_day_new"),
    path("hard-days/<int:hard_day>/", HardDayView.as_view(), name="hard_day_edit"),
]
