"""The states of an offer, as editors ask for them: how far it is on its way to the public, and whether one can join."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, TextChoices
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, WorkflowState

from directory.answers import State


class Publication(TextChoices):
    """How far a page is on its way to the public."""

    LIVE = "live", _("Published")
    CHANGED = "changed", _("Published, with changes that are not")
    DRAFT = "draft", _("Not published")
    SCHEDULED = "scheduled", _("Will be published on a date")
    EXPIRES = "expires", _("Will be withdrawn on a date")
    MODERATION = "moderation", _("Waits for approval")


#: Whether one can join; running is the ordinary case and nothing to look for.
JOINING = [(state.value, state.label) for state in (State.FULL, State.CLOSED)]
STATES = [*Publication.choices, *JOINING]

_CONDITIONS = {
    Publication.LIVE: Q(live=True),
    Publication.CHANGED: Q(live=True, has_unpublished_changes=True),
    Publication.DRAFT: Q(live=False),
    Publication.SCHEDULED: Q(_approved_schedule=True),
    Publication.EXPIRES: Q(live=True, expire_at__isnull=False),
}


def in_state(state: str) -> Q:
    """The offers in a state of `STATES`; they need Wagtail's `annotate_approved_schedule`."""
    if state == Publication.MODERATION:
        return Q(_waits())
    return _CONDITIONS[Publication(state)] if state in Publication.values else Q(state=state)


def _waits() -> Exists:
    of_page = WorkflowState.objects.active().filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=Cast(OuterRef("pk"), output_field=CharField()),
    )
    return Exists(of_page)
