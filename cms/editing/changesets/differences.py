"""What a change does, field by field, as Wagtail compares two versions of a page: deleted and added words are marked."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from directory.changesets.approving import Looked
from directory.changesets.content import LIVE, PARENT, object_of

#: A field, with what stands there now and what would; of a field that Wagtail compares there is its comparison instead.
Line = tuple[str, str, str]


def compared_fields(looked: Looked, request: HttpRequest) -> list:
    """The fields that Wagtail compares and that differ."""
    if looked.thing is None:
        return []
    thing = looked.thing
    now, then = object_of(thing, looked.now), object_of(thing, looked.then)
    panel = _form_of(thing).get_bound_panel(instance=thing, request=request, form=None)
    found = [compare(now, then) for compare in panel.get_comparison()]
    return [one for one in found if one.has_changed()]


def beside_the_form(looked: Looked) -> list[Line]:
    """Where a page stands and whether everybody sees it, as far as that changes."""
    found = []
    if looked.now.get(LIVE) != looked.then.get(LIVE):
        found.append((_("Published"), _("No"), _("Yes")))
    if looked.now.get(PARENT) != looked.then.get(PARENT):
        titles = dict(Page.objects.filter(pk__in=(looked.now[PARENT], looked.then[PARENT])).values_list("pk", "title"))
        found.append((_("Stands under"), *(titles.get(told[PARENT], "") for told in (looked.now, looked.then))))
    return found


def _form_of(thing):
    if isinstance(thing, Page):
        return thing.get_edit_handler()
    return type(thing).snippet_viewset.get_edit_handler()
