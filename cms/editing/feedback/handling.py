"""Saying that feedback has been dealt with, and taking it back."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from cms.editing.common.back import back
from cms.editing.feedback.rights import may_read


@require_POST
def handle(request, key: int):
    """Mark a row as dealt with today, or as not; 404 for what somebody else is to deal with."""
    row = get_object_or_404(may_read(request.user), pk=key)
    row.handled_on = None if row.handled_on else timezone.localdate()
    row.save(update_fields=["handled_on"])
    messages.success(request, _("Dealt with.") if row.handled_on else _("It waits to be dealt with again."))
    return back(request, "feedback_report")
