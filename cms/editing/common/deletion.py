"""Keeps what is in use from being deleted, with words on what to do instead."""

from django.shortcuts import redirect
from wagtail.admin import messages

from cms.editing.common.uses import refusal


def refuse_what_is_used(request, rows):
    """Answer for Wagtail's `before_delete_snippet`: a way back with the reasons, or nothing to let it happen."""
    refused = [(row, reason) for row in rows if (reason := refusal(row))]
    for _row, reason in refused:
        messages.error(request, reason)
    if not refused:
        return None
    first = refused[0][0]
    if len(refused) == 1:
        return redirect(first.snippet_viewset.get_url_name("usage"), first.pk)
    return redirect(first.snippet_viewset.get_url_name("list"))
