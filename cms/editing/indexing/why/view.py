"""The page itself. What is typed is sent in the body, so that it stands in no address, no log and no history."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminPageChooser

from cms.editing.common.menu import EditorsMenuItem, report_order
from cms.editing.common.tree import may_edit
from cms.editing.indexing.why.explained import ExplainedHit, explained_hit
from directory.find.filters import OfferFilterSet
from directory.indexing.entries import entry_id, keys_of
from directory.models import MunicipalityPage, OfferPage
from directory.sites.address import Address
from search import MAX_TEXT, Query, SearchUnavailable, engine, explain

#: So many hits are explained.
FIRST = 10


class WhyForm(forms.Form):
    """What is asked, on which site, and which offer is missed there."""

    text = forms.CharField(label=_("What somebody types"), max_length=MAX_TEXT)
    site = forms.ModelChoiceField(
        MunicipalityPage.objects.live().order_by("title"),
        label=_("On the site of"),
        required=False,
        empty_label=_("The portal"),
    )
    offer = forms.ModelChoiceField(
        OfferPage.objects.none(),
        label=_("An offer that you miss among the hits"),
        required=False,
        widget=AdminPageChooser(target_models=[OfferPage]),
    )

    def __init__(self, *args, user, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["offer"].queryset = may_edit(user, OfferPage.objects.all())


class WhyView(WagtailAdminTemplateMixin, FormView):
    """Shows the form, and below it the first hits and the offer that was missed."""

    template_name = "cms/admin/why.html"
    page_title = _("Why this hit")
    header_icon = "help"
    form_class = WhyForm
    breadcrumbs_items = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": reverse_lazy("why_hit"), "label": page_title},
    ]

    def dispatch(self, request, *args, **kwargs):
        if not is_editor(request.user):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        try:
            answer = _answered(**form.cleaned_data)
        except SearchUnavailable:
            answer = {"unavailable": True}
        return self.render_to_response(self.get_context_data(form=form, **answer))


def _answered(text: str, site: MunicipalityPage | None, offer: OfferPage | None) -> dict:
    """What was understood, the first hits, and the offer that was missed, each with its explanation."""
    query = _query(text, site)
    results = engine().search(query)
    missed = [entry_id(offer.pk)] if offer else []
    explained = {why.id: why for why in explain(query, (*results.ids, *missed))}
    rows = OfferPage.objects.shown().in_order(keys_of(results.ids))
    hits: list[ExplainedHit] = [explained_hit(row, explained[entry_id(row.pk)]) for row in rows]
    return {
        "total": results.total,
        "understood": results.understood,
        "hits": hits,
        "missed": explained_hit(offer, explained[missed[0]]) if offer else None,
    }


def _query(text: str, site: MunicipalityPage | None) -> Query:
    return OfferFilterSet(Address.of(text=text).data, municipality=site).query(size=FIRST)


def is_editor(user) -> bool:
    """Whether the person may do something with an offer."""
    return may_edit(user, OfferPage.objects.all()).exists()


def menu_item() -> EditorsMenuItem:
    """The page in the menu of reports."""
    name = "why-hit"
    return EditorsMenuItem(
        WhyView.page_title, reverse("why_hit"), name=name, icon_name="help", order=report_order(name)
    )


urlpatterns = [path("reports/why-hit/", WhyView.as_view(), name="why_hit")]
