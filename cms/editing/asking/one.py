"""The page of one question: whom it would ask and how the mail reads; then how far it has come, and whom to call."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages

from cms.editing.asking.listing import own_campaigns
from cms.editing.common.publishers import OfPublishers
from cms.editing.common.titled import TitledPage
from directory.asking.choosing import MAX_ASKED, chosen_offers
from directory.asking.letters import campaign_mail, offer_to_answer
from directory.asking.models import Campaign
from directory.asking.progress import AskedRow, asked_rows, tallies
from directory.asking.replying import ReplyForm, reply_on_telephone
from directory.asking.sending import CannotBeAsked, send_campaign, stop_campaign


class QuestionPage(OfPublishers, TitledPage, TemplateView):
    """A question of one of the person's municipalities."""

    template_name = "cms/admin/question.html"
    header_icon = "help"

    @cached_property
    def campaign(self) -> Campaign:
        """The question of the address, where it is the person's."""
        return get_object_or_404(own_campaigns(self.request.user), pk=self.kwargs["campaign"])

    def get_page_title(self):
        return self.campaign.question

    def post(self, request, *args, **kwargs) -> HttpResponse:
        do = {"send": self._send, "stop": self._stop, "told": self._told, "drop": self._drop}
        done = do.get(request.POST.get("do", ""))
        return (done() if done else None) or redirect("question", self.campaign.pk)

    def _send(self) -> None:
        try:
            number = send_campaign(self.campaign)
        except CannotBeAsked:
            messages.error(self.request, _("Nobody was asked: no place is chosen, or too many are."))
            return
        if number:
            told = ngettext("Sent to %(count)d place.", "Sent to %(count)d places.", number) % {"count": number}
            messages.success(self.request, told)

    def _stop(self) -> None:
        if self.campaign.sent_at and not self.campaign.stopped_at:
            stop_campaign(self.campaign)
            messages.success(self.request, _("Stopped. The answers that were given hold as long as they were to."))

    def _told(self) -> None:
        """Somebody was called: what they said is written down."""
        key = self.request.POST.get("asked", "")
        asked = self.campaign.asked.filter(pk=key if key.isdecimal() and len(key) < 19 else None).first()
        form = ReplyForm(self.request.POST, campaign=self.campaign)
        if asked is None or not form.is_valid():
            messages.error(self.request, _("Choose or write an answer first."))
            return
        reply_on_telephone(asked, form.value, self.request.user)
        messages.success(self.request, _("Written down: %(title)s.") % {"title": asked.offer.title})

    def _drop(self) -> HttpResponse | None:
        """Forget a draft; what was sent stays."""
        if self.campaign.sent_at:
            return None
        self.campaign.delete()
        messages.success(self.request, _("The draft is deleted."))
        return redirect("questions")

    def get_context_data(self, **kwargs):
        told = self._progress() if self.campaign.sent_at else self._draft()
        return super().get_context_data(**kwargs) | {"campaign": self.campaign} | told

    def _draft(self) -> dict:
        """Whom it would ask, and what the first of them would read."""
        chosen = list(chosen_offers(self.campaign).select_related("place")[: MAX_ASKED + 1])
        mail = (
            campaign_mail(self.campaign, chosen[0].email, [offer_to_answer(chosen[0])], reminder=False)
            if chosen
            else None
        )
        return {"chosen": chosen[:MAX_ASKED], "mail": mail, "most": MAX_ASKED, "is_too_many": len(chosen) > MAX_ASKED}

    def _progress(self) -> dict:
        rows = asked_rows(self.campaign)
        silent = [row for row in rows if row.is_silent]
        return {
            "answered": [row for row in rows if not row.is_silent],
            "silent": silent,
            "number": len(rows),
            "kinds": tallies(rows, lambda row: row.kind),
            "areas": tallies(rows, _area),
            "field": ReplyForm(campaign=self.campaign)["value"],
            "is_open": self.campaign.takes_replies(timezone.localdate()),
        }


def _area(row: AskedRow) -> str:
    return row.area or _("Without an address")


urlpatterns = [path("questions/<int:campaign>/", QuestionPage.as_view(), name="question")]
