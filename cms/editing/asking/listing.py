"""The page "Questions to places": those of a person's municipalities, and the form of one that was not sent yet."""

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView

from cms.editing.asking.forms import CampaignForm
from cms.editing.common.menu import main_order
from cms.editing.common.publishers import OfPublishers, PublishersItem, own_municipalities
from cms.editing.common.titled import TitledPage
from directory.asking.models import Campaign

#: So many questions are listed, those whose last day is latest first.
_LISTED = 100


def own_campaigns(user) -> QuerySet[Campaign]:
    """The questions of the municipalities that a person may publish in."""
    mine = own_municipalities(user).order_by().values("pk")
    return Campaign.objects.filter(municipality__in=mine).select_related("municipality")


class QuestionsView(OfPublishers, TitledPage, TemplateView):
    """The questions with how many have answered."""

    template_name = "cms/admin/questions.html"
    page_title = _("Questions to places")
    header_icon = "help"

    def get_context_data(self, **kwargs):
        replied = Count("asked", filter=Q(asked__replied_at__isnull=False))
        rows = own_campaigns(self.request.user).annotate(number=Count("asked"), replied=replied)[:_LISTED]
        can_ask = own_municipalities(self.request.user).exists()
        return super().get_context_data(**kwargs) | {"rows": rows, "can_ask": can_ask}


class QuestionView(OfPublishers, TitledPage, FormView):
    """The form of a question: a new one, or a draft."""

    template_name = "cms/admin/question_form.html"
    page_title = _("A question to many places")
    header_icon = "help"
    form_class = CampaignForm

    @cached_property
    def campaign(self) -> Campaign:
        """The draft of the address, where it is the person's; a new one where the address names none."""
        if "campaign" not in self.kwargs:
            return Campaign(by=self.request.user)
        draft = own_campaigns(self.request.user).filter(pk=self.kwargs["campaign"], sent_at=None).first()
        if draft is None:
            raise Http404
        return draft

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.campaign, "user": self.request.user}

    def form_valid(self, form):
        return redirect("question", form.save().pk)


def menu_item() -> PublishersItem:
    """The questions in the main menu."""
    name = "questions"
    return PublishersItem(QuestionsView.page_title, reverse(name), name=name, icon_name="help", order=main_order(name))


urlpatterns = [
    path("questions/", QuestionsView.as_view(), name="questions"),
    path("questions/new/", QuestionView.as_view(), name="question_new"),
    path("questions/<int:campaign>/edit/", QuestionView.as_view(), name="question_edit"),
]
