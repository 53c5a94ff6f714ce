"""What the places answer: what they want to be changed, field by field, and what they say does not exist any more."""

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from cms.editing.common.columns import DayColumn, LinkColumn
from cms.editing.common.guide_link import WithGuide
from cms.editing.common.menu import main_order
from cms.editing.common.publishers import OfPublishers, PublishersItem, publishable
from cms.editing.common.titled import TitledPage
from directory.models import ListingRule, MailRecord, MunicipalityPage
from directory.models.tree import branch_path
from directory.reviewing.deciding import decide, proposed_changes
from directory.reviewing.models import PlaceAnswer, Proposal, ReviewQuestion


def waiting(user):
    """The proposals that the person may decide on, the oldest first."""
    offers = publishable(user).order_by().values("pk")
    return Proposal.objects.filter(offer__in=offers, decided_on=None).order_by("proposed_on", "pk")


def gone(user):
    """The questions to which a place answered that its offer does not exist any more, while it is still shown."""
    offers = publishable(user).order_by().values("pk")
    return ReviewQuestion.objects.filter(offer__in=offers, answer=PlaceAnswer.GONE, offer__live=True).select_related(
        "offer"
    )


def _url(row: Proposal) -> str:
    return reverse("proposal", args=[row.pk])


def _number(row: Proposal) -> int:
    return len(row.changes)


class ProposalsView(OfPublishers, WithGuide, ReportView):
    """The listing of what places want to be changed, of the offers that a person may publish."""

    model = Proposal
    page_title = gettext_lazy("Proposals of places")
    header_icon = "edit"
    index_url_name = "proposals"
    index_results_url_name = "proposals_results"
    results_template_name = "cms/admin/proposals_results.html"
    columns = [
        LinkColumn("offer", label=gettext_lazy("Offer"), get_url=_url),
        DayColumn("proposed_on", label=gettext_lazy("Told on")),
        Column("changes", label=gettext_lazy("Fields"), accessor=_number),
        Column("note", label=gettext_lazy("Something else")),
    ]

    def get_queryset(self):
        return waiting(self.request.user).select_related("offer")

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(*args, **kwargs) | {"gone": gone(self.request.user)}


class DecideForm(forms.Form):
    """Which fields are taken, and why the others are not."""

    accepted = forms.MultipleChoiceField(required=False)
    reason = forms.CharField(
        label=gettext_lazy("To the place"),
        help_text=gettext_lazy("Is sent by mail. Say why, where you do not take everything."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    rule = forms.ModelChoiceField(
        ListingRule.objects.none(),
        label=gettext_lazy("Refused by the rule"),
        help_text=gettext_lazy("The rule of who may be listed, where you refuse by one. The place is told."),
        required=False,
    )

    def __init__(self, *args, fields, municipality, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rule"].queryset = ListingRule.objects.of(municipality)
        self.fields["accepted"].choices = [(name, name) for name in fields]

    def clean(self):
        told = super().clean()
        left = len(self.fields["accepted"].choices) - len(told.get("accepted", ()))
        if left and not told.get("reason", "").strip() and not told.get("rule"):
            raise ValidationError({"reason": _("Say why something is not taken: the place reads it.")})
        return told


class DecideView(OfPublishers, TitledPage, FormView):
    """One proposal beside what is published, and then the next one."""

    template_name = "cms/admin/proposal.html"
    header_icon = "edit"
    form_class = DecideForm

    @cached_property
    def proposal(self) -> Proposal:
        """The proposal of the address, where it waits for the person."""
        mine = waiting(self.request.user).select_related("offer", "question")
        return get_object_or_404(mine, pk=self.kwargs["proposal"])

    def get_page_title(self):
        return self.proposal.offer.title

    @cached_property
    def following(self) -> Proposal | None:
        """The one that comes after this."""
        return waiting(self.request.user).filter(pk__gt=self.proposal.pk).order_by("pk").first()

    def get_form_kwargs(self):
        municipality = MunicipalityPage.objects.filter(path=branch_path(self.proposal.offer)).first()
        told = {"fields": list(self.proposal.changes), "municipality": municipality and municipality.pk}
        return super().get_form_kwargs() | told

    def form_valid(self, form):
        following, told = self.following, form.cleaned_data
        try:
            decide(self.proposal, told["accepted"], told["reason"].strip(), self.request.user, told["rule"])
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.form_invalid(form)
        except OSError as error:
            MailRecord.note_failure(error)
            form.add_error(None, _("The mail could not be sent, so nothing was done."))
            return self.form_invalid(form)
        messages.success(self.request, _("Decided: %(title)s.") % {"title": self.proposal.offer.title})
        return redirect("proposal", following.pk) if following else redirect("proposals")

    def get_context_data(self, **kwargs):
        context, rows = super().get_context_data(**kwargs), proposed_changes(self.proposal)
        sent = context["form"].data
        told = sent.getlist("accepted") if sent else [row.field for row in rows if not row.moved_on]
        return context | {"proposal": self.proposal, "changes": rows, "ticked": told, "following": self.following}


def menu_item() -> PublishersItem:
    """The proposals in the main menu."""
    name = "proposals"
    return PublishersItem(ProposalsView.page_title, reverse(name), name=name, icon_name="edit", order=main_order(name))


urlpatterns = [
    path("proposals/", ProposalsView.as_view(), name="proposals"),
    path("proposals/results/", ProposalsView.as_view(results_only=True), name="proposals_results"),
    path("proposals/<int:proposal>/", DecideView.as_view(), name="proposal"),
]
