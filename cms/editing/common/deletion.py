"""Keeps what is in use from being deleted, with words on what to do instead."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, Site

from cms.editing.common.uses import refusal
from directory.models.taxonomy import Term


def refuse_a_front_page(request, page):
    """Answer for Wagtail's `before_delete_page`: with a site's front page would go the site and all that is in it."""
    if request.user.is_superuser or not _holds_a_site(page):
        return None
    messages.error(request, _("With this page the whole site would be gone. Only an operator may delete it."))
    return redirect("wagtailadmin_explore", page.pk)


def refuse_front_pages(request, action_type, objects, action):
    """The same for Wagtail's `before_bulk_action`, where many are deleted at once."""
    if action_type != "delete":
        return None
    return next(
        (refuse_a_front_page(request, row) for row in objects if isinstance(row, Page) and _holds_a_site(row)), None
    )


def _holds_a_site(page: Page) -> bool:
    return Site.objects.filter(root_page__path__startswith=page.path).exists()


def refuse_what_is_used(request, rows):
    """Answer for Wagtail's `before_delete_snippet`: a way back with the reasons, or nothing to let it happen."""
    refused = [(row, reason) for row in rows if (reason := refusal(row))]
    for _row, reason in refused:
        messages.error(request, reason)
    if not refused:
        return None
    first = refused[0][0]
    if len(refused) == 1 and isinstance(first, Term):
        # Where it stands on offers, somebody has to say what stands there instead.
        return redirect("merge_term", first._meta.model_name, first.pk)
    if len(refused) == 1:
        return redirect(first.snippet_viewset.get_url_name("usage"), first.pk)
    return redirect(first.snippet_viewset.get_url_name("list"))
