"""The page "Import": a file for one of a person's branches, and the imports that were made."""

from django.contrib.auth.mixins import UserPassesTestMixin
from django.db.models import Q
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.menu import MenuItem

from cms.editing.common.menu import main_order
from cms.editing.common.titled import TitledPage
from cms.editing.uploading.forms import UploadForm
from directory.models import NationalBranchPage
from directory.uploading.models import Upload
from directory.uploading.rights import branches_to_import_into, may_import_somewhere

#: So many imports are listed, the latest first.
_LISTED = 50


def own_uploads(user):
    """The imports into the branches that a person may import into."""
    branches = list(branches_to_import_into(user))
    keys = [branch.pk for branch in branches if branch.specific_class is not NationalBranchPage]
    of_whole = Q(municipality=None) if len(keys) < len(branches) else Q(pk__in=[])
    return Upload.objects.filter(Q(municipality__in=keys) | of_whole).select_related("municipality", "by")


class ImportsView(UserPassesTestMixin, TitledPage, FormView):
    """Takes a file, and lists the files that were taken."""

    template_name = "cms/admin/imports.html"
    page_title = _("Import")
    header_icon = "upload"
    form_class = UploadForm

    def test_func(self) -> bool:
        return may_import_somewhere(self.request.user)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        return redirect("import", form.upload.pk)

    def get_context_data(self, **kwargs):
        uploads = own_uploads(self.request.user).defer("data")[:_LISTED]
        return super().get_context_data(**kwargs) | {"uploads": uploads}


class ImportersItem(MenuItem):
    """The page in the menu, for those who may import into a branch."""

    def is_shown(self, request) -> bool:
        return may_import_somewhere(request.user)


def menu_item() -> ImportersItem:
    """The page below what it is about."""
    name = "imports"
    return ImportersItem(ImportsView.page_title, reverse(name), name=name, icon_name="upload", order=main_order(name))


urlpatterns = [path("imports/", ImportsView.as_view(), name="imports")]
