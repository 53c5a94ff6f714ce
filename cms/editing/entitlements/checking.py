"""One description beside its paragraphs: somebody has read them and says so, or takes it back."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.permissions import policy_registry

from cms.editing.common.titled import TitledPage
from directory.entitlements.editions import mark_checked, withdraw
from directory.entitlements.waiting import edition_changes
from directory.models import CommonDescription, DescriptionEdition
from directory.text import MAX_KEY_DIGITS, whole_number


class CheckView(TitledPage, TemplateView):
    """The last edition with the address of each line, what the last checked one said, and the buttons."""

    template_name = "cms/admin/check_description.html"
    header_icon = "doc-full-inverse"

    @cached_property
    def description(self) -> CommonDescription:
        """The description of the address, where it is the person's to change."""
        row = get_object_or_404(CommonDescription, pk=self.kwargs["description"])
        policy = policy_registry.get_by_type(CommonDescription)
        if not policy.user_has_permission_for_instance(self.request.user, "change", row):
            raise PermissionDenied
        return row

    def get_page_title(self):
        return self.description.name

    def get_context_data(self, **kwargs):
        newest = self.description.newest
        checked = [edition for edition in self.description.editions.all() if edition.checked_on]
        before = checked[-1] if checked and checked[-1] != newest else None
        today = timezone.localdate()
        return super().get_context_data(**kwargs) | {
            "description": self.description,
            "edition": newest,
            "lines": [(line, line.is_valid_on(today)) for line in newest.law_lines] if newest else [],
            "changes": edition_changes(before, newest) if before and newest else [],
            "checked": checked,
            "edit_url": reverse(CommonDescription.snippet_viewset.get_url_name("edit"), args=[self.description.pk]),
        }

    def post(self, request, *args, **kwargs):
        key = whole_number(request.POST.get("edition", ""), MAX_KEY_DIGITS)
        edition = get_object_or_404(DescriptionEdition, pk=key, description=self.description)
        if "withdraw" in request.POST:
            withdraw(edition)
            messages.success(request, _("Citizens do not read it any longer."))
        elif edition != self.description.newest:
            messages.error(request, _("Somebody has changed it meanwhile. Read it again."))
        else:
            self._check(edition)
        return redirect("check_description", self.description.pk)

    def _check(self, edition: DescriptionEdition) -> None:
        try:
            mark_checked(edition, self.request.user)
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
        else:
            messages.success(self.request, _("Checked. Citizens read it at the offers that have taken it."))


urlpatterns = [path("descriptions/<int:description>/", CheckView.as_view(), name="check_description")]
