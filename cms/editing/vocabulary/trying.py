"""What words would change: the hits of a search before and after, while they are being written."""

from dataclasses import dataclass
from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST
from wagtail.admin.panels import Panel
from wagtail.permissions import policy_registry

from directory.indexing.entries import entry_id, keys_of
from directory.models import CrisisWords, KindWords, MunicipalityPage, OfferPage, SynonymGroup, WordList
from directory.sites.scope import scope_of
from directory.text import MAX_KEY_DIGITS, whole_number
from directory.vocabulary import current
from directory.vocabulary.build import build
from directory.vocabulary.conflicts import conflicts
from search import MAX_TEXT, Query, Results, trial

#: The words that can be tried, by their names in the address.
MODELS = {model._meta.model_name: model for model in (SynonymGroup, KindWords, CrisisWords, WordList)}
#: So many hits are compared.
MAX_HITS = 10


class TryPanel(Panel):
    """Asks for a search to try the words on. The button sends the unsaved form; it works without JavaScript."""

    class BoundPanel(Panel.BoundPanel):
        """The panel on the form of one row."""

        template_name = "cms/admin/try_words_panel.html"

        def get_context_data(self, parent_context=None):
            name = self.instance._meta.model_name
            return super().get_context_data(parent_context) | {
                "try_url": reverse("try_words", args=[name]),
                "key": self.instance.pk or "",
            }


@dataclass(frozen=True)
class Hit:
    """An offer among the first hits, and how many places it has moved up; None for one that was not there."""

    title: str
    moved: int | None

    @property
    def down(self) -> int:
        """How many places it has moved down."""
        return -(self.moved or 0)


@require_POST
def try_words(request, model: str):
    """What the search finds now, and what it would find with the words of the form."""
    row = _row(request, model)
    form = _form(row)(request.POST, instance=row, for_user=request.user)
    if not form.is_valid():
        return render(request, "cms/admin/try_words.html", {"form": form})
    draft = form.save(commit=False)
    text = request.POST.get("try_text", "").strip()[:MAX_TEXT] or str(draft)
    ask = partial(_found, text, getattr(draft, "municipality", None))
    before, after = ask(current()), ask(build(draft))
    context = {
        "form": form,
        "text": text,
        "before": [offer.title for offer in _offers(before)],
        "after": _compared(before, after),
        "totals": (before.total, after.total),
        "crisis": (before.understood.crisis, after.understood.crisis),
        "conflicts": conflicts(draft),
    }
    return render(request, "cms/admin/try_words.html", context)


def _row(request, name: str):
    """The row that is edited, or a new one; only for those who may write such rows."""
    if name not in MODELS:
        raise Http404
    model = MODELS[name]
    policy = policy_registry.get_by_type(model)
    if not policy.user_has_any_permission(request.user, {"add", "change"}):
        raise PermissionDenied
    key = whole_number(request.POST.get("try_key", ""), MAX_KEY_DIGITS)
    row = model() if key is None else get_object_or_404(model, pk=key)
    if key is not None and not policy.user_has_permission_for_instance(request.user, "change", row):
        raise PermissionDenied
    return row


def _form(row):
    return row.snippet_viewset.get_edit_handler().get_form_class()


def _found(text: str, municipality: MunicipalityPage | None, vocabulary) -> Results:
    return trial(vocabulary).search(Query(text=text, scope=scope_of(municipality), size=MAX_HITS))


def _offers(results: Results) -> list[OfferPage]:
    return OfferPage.objects.shown().in_order(keys_of(results.ids))


def _compared(before: Results, after: Results) -> list[Hit]:
    places = {item: place for place, item in enumerate(before.ids)}
    hits = enumerate(_offers(after))
    return [Hit(offer.title, _moved(places.get(entry_id(offer.pk)), place)) for place, offer in hits]


def _moved(before: int | None, after: int) -> int | None:
    return None if before is None else before - after


urlpatterns = [path("words/try/<str:model>/", try_words, name="try_words")]
