"""Writing a content to its page or row, and what speaks against that."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from directory.changesets.content import LIVE, PARENT, Content, content_of, differing, object_of
from directory.models import OfferPage


def write_content(thing: Model, content: Content, user: Any) -> Content:
    """Let everybody see a thing with this content; what is there then. In a transaction. Raises `ValidationError`."""
    wrong = list(faults_of(thing, content))
    if wrong:
        raise ValidationError(wrong)
    return write_as_it_was(thing, content, user)


def write_as_it_was(thing: Model, content: Content, user: Any) -> Content:
    """The same with a content that everybody saw before: whatever it lacks by the rules of today."""
    if isinstance(thing, Page):
        _write_page(thing, content, user)
    else:
        held = object_of(thing, content)
        held.save()
        log(instance=held, action="wagtail.edit", user=user)
    after = content_of(_again(thing))
    lost = differing(content, after)
    if lost:
        raise ValidationError(_("What it refers to is gone: %(fields)s.") % {"fields": field_labels(thing, lost)})
    return after


def keep_draft(page: Page, draft: Content, user: Any) -> None:
    """Let a page that everybody sees have this draft, to go on with."""
    page = _again(page)
    if differing(draft, content_of(page)) - {PARENT, LIVE}:
        # A draft may lack what only publishing asks for.
        object_of(page, draft).save_revision(user=user, clean=False)


def faults_of(thing: Model, content: Content) -> Iterator[str]:
    """What speaks against writing this content, in words for an editor."""
    lost = names_gone(thing, content)
    if lost:
        yield _("What it refers to is gone: %(fields)s.") % {"fields": field_labels(thing, lost)}
        return
    try:
        held = object_of(thing, content)
        held.full_clean()
    except ValidationError as error:
        yield error_in_words(thing, error)
        return
    if isinstance(thing, Page):
        yield from _page_faults(thing, held, content)


def error_in_words(thing: Model, error: ValidationError) -> str:
    """What is wrong, each with the name of its field."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(f"{field_labels(thing, {name})}: {' '.join(told)}" for name, told in error.message_dict.items())


def field_labels(thing: Model, names: set[str]) -> str:
    """The names of fields, for people."""
    return ", ".join(sorted(_label(thing, name) for name in names))


def _label(thing: Model, name: str) -> str:
    if name in {PARENT, LIVE}:
        return _("Where it stands") if name == PARENT else _("Published")
    if name not in {field.name for field in thing._meta.get_fields()}:
        return capfirst(thing._meta.verbose_name)
    field = thing._meta.get_field(name)
    return capfirst(str(getattr(field, "verbose_name", None) or field.related_model._meta.verbose_name))


def _write_page(page: Page, content: Content, user: Any) -> None:
    if page.get_parent().pk != content[PARENT]:
        parent = Page.objects.filter(pk=content[PARENT]).first()
        if parent is None:
            raise ValidationError(_("The page under which it is to stand is gone."))
        page.move(parent, pos="last-child", user=user)
        page = _again(page)
    if page.live and not content[LIVE]:
        page.unpublish(user=user)
        page = _again(page)
    held = object_of(page, content)
    # It was looked at already.
    revision = held.save_revision(user=user, clean=False)
    if content[LIVE]:
        revision.publish(user=user, skip_permission_checks=True)
    else:
        held.save()


def _page_faults(page: Page, held: Page, content: Content) -> Iterator[str]:
    if page.locked:
        yield _("It is locked.")
    if page.revisions.filter(approved_go_live_at__isnull=False).exists():
        yield _("It is to be published at a time of its own. Take that back first.")
    if isinstance(held, OfferPage):
        before = page.lacks if page.live else []
        yield from (str(needed.message) for needed in held.lacks if needed not in before)
    if page.get_parent().pk != content[PARENT]:
        yield from _move_faults(page, held, content[PARENT])


def _move_faults(page: Page, held: Page, key: int) -> Iterator[str]:
    parent = Page.objects.filter(pk=key).first()
    if parent is None:
        yield _("The page under which it is to stand is gone.")
    elif not page.can_move_to(parent.specific):
        yield _("It cannot stand under “%(title)s”.") % {"title": parent.title}
    elif not Page._slug_is_available(held.slug, parent, page):
        yield _("Another page under “%(title)s” has the same address.") % {"title": parent.title}


def names_gone(thing: Model, content: Content) -> set[str]:
    """The fields in which a content names rows that nobody has any more: no page or row is made of it."""
    named = (field for field in thing._meta.fields if field.many_to_one and content.get(field.name) is not None)
    return {
        field.name
        for field in named
        if not field.related_model._base_manager.filter(**{field.target_field.name: content[field.name]}).exists()
    }


def _again(thing: Model) -> Any:
    row = type(thing)._default_manager.get(pk=thing.pk)
    return row.specific if isinstance(row, Page) else row
