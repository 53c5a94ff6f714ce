"""Publishing an offer: not before it tells what its kind has to, and with words on where that is told."""

from collections.abc import Iterable

from django.contrib import messages
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from cms.editing.offers.alone import know_alone
from directory.models import OfferPage
from directory.panels.first_screen import first_handler


class _Named:
    """Names what is missing when publishing was refused, each with a link to its field, and what is kept and not shown."""

    def form_valid(self, form):
        response = super().form_valid(form)
        if form.instance.has_too_few_steps and not self.expects_json_response:
            messages.warning(self.request, _("The steps of the first visit are not shown before there are three."))
        return response

    def form_invalid(self, form):
        response = super().form_invalid(form)
        if form.lacks and not self.expects_json_response:
            links = [(needed.anchor(form.formsets), needed.message) for needed in form.lacks]
            messages.error(self.request, render_to_string("cms/admin/lacks.html", {"links": links}))
        return response


class WriteOfferView(_Named, CreateView):
    """The form of a new offer, which asks for little first."""

    def get(self, request):
        self._ask_first()
        return super().get(request)

    def post(self, request):
        self._ask_first()
        return super().post(request)

    def _ask_first(self) -> None:
        """Lay the same fields out in another order. Wagtail has laid them out as in the full form by now."""
        self.edit_handler = first_handler(self.page_class)
        self.form_class = self.edit_handler.get_form_class()


class EditOfferView(_Named, EditView):
    """The form of an offer."""

    def get_object(self):
        record = self.real_page_record
        if self.request.method != "GET":
            return super().get_object()
        if record.latest_revision:
            record.latest_revision.content_object = record.specific
        page = super().get_object()
        # What is known by now, or once for the whole form: Wagtail would ask for it again, for the states some fifteen times.
        page._current_workflow_states = record._current_workflow_states
        page.scheduled_revision = record.scheduled_revision
        page._cached_parent_obj = record.specific.get_parent()
        workflow = page.get_workflow()
        page.get_workflow = lambda: workflow
        know_alone([page])
        return page


class OfferPageViewSet(PageViewSet):
    """The pages on which an offer of any kind is written."""

    model = OfferPage
    add_view_class = WriteOfferView
    edit_view_class = EditOfferView


class PublishWholeBulkAction(PublishBulkAction):
    """Publishes many pages at once, and leaves alone the drafts that could not be published by themselves."""

    def check_perm(self, page: Page) -> bool:
        return super().check_perm(page) and _is_whole(page)

    @classmethod
    def execute_action(cls, objects: Iterable[Page], *, include_descendants=False, user=None, **kwargs):
        pages, _none = super().execute_action(objects, user=user)
        below = [draft for page in objects for draft in _drafts_below(page, user)] if include_descendants else []
        drafts, _none = super().execute_action(below, user=user)
        return pages, drafts


def _is_whole(page: Page) -> bool:
    """Whether what would go out tells what it has to, as its form would ask; pages that are no offers do."""
    if not issubclass(page.specific_class, OfferPage):
        return True
    draft = page.get_latest_revision_as_object()
    before = draft.lacks_in_public
    return all(needed in before for needed in draft.lacks)


def _drafts_below(page: Page, user) -> list[Page]:
    below = page.get_descendants().not_live().specific()
    return [one for one in below if one.permissions_for_user(user).can_publish() and _is_whole(one)]
