"""The demonstration's editor, who may change every page and word: real people are given a role in their municipality."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from directory import models
from directory.demo.login import PASSWORD, SUPPORT_WORKER, USERNAME
from directory.demo.tree import EXAMPLE
from directory.models import MunicipalityPage, Role, RoleGroup

#: An address that no mail ever reaches; who hands over has to have one.
_MAIL = "bostoette@eksempel.example"
_OF_PAGES = ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page")
_OF_IMAGES = ("add_image", "change_image", "choose_image")
#: What offers share: words, places, and the words of the search; and how the sites look.
_SHARED = (
    models.Place,
    models.Need,
    models.TargetGroup,
    models.Language,
    models.StartCard,
    models.LandingText,
    models.SynonymGroup,
    models.KindWords,
    models.CrisisWords,
    models.WordList,
    models.ReadingRule,
    models.Helpline,
    models.CommonDescription,
    models.ListingRule,
    models.SiteSettings,
)


def ensure_editor() -> bool:
    """Make the demonstration's editor when there is none; whether it was made."""
    users = get_user_model().objects
    if users.filter(username=USERNAME).exists():
        return False
    user = users.create_user(USERNAME, password=PASSWORD, first_name="Redaktør")
    user.groups.add(_editors())
    return True


def ensure_support_worker() -> bool:
    """Make the support worker of Eksempel Kommune when there is none; whether it was made."""
    users = get_user_model().objects
    if users.filter(username=SUPPORT_WORKER).exists():
        return False
    user = users.create_user(SUPPORT_WORKER, _MAIL, PASSWORD, first_name="Bostøtte")
    user.groups.add(_support_workers())
    return True


def _support_workers() -> Group:
    municipality = MunicipalityPage.objects.get(slug=EXAMPLE)
    row = RoleGroup.objects.filter(municipality=municipality, role=Role.SUPPORT_WORKER).first()
    if row is None:
        group, _new = Group.objects.get_or_create(name=f"{municipality.title}: støttemedarbejdere")
        row = RoleGroup.objects.create(group=group, municipality=municipality, role=Role.SUPPORT_WORKER)
    # The right to refer, where that is installed.
    refer = Permission.objects.filter(content_type__app_label="referrals", codename="add_referral")
    row.group.permissions.add(*refer)
    return row.group


def _editors() -> Group:
    group, _new = Group.objects.get_or_create(name="Demonstration")
    for codename in _OF_PAGES:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.get_or_create(group=group, page=Page.get_first_root_node(), permission=permission)
    for codename in _OF_IMAGES:
        permission = Permission.objects.get(content_type__app_label="wagtailimages", codename=codename)
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )
    shared = ContentType.objects.get_for_models(*_SHARED).values()
    read_only = ContentType.objects.get_for_models(models.Outbox, models.SearchTerm, models.SearchCount).values()
    group.permissions.add(
        *Permission.objects.filter(content_type__in=shared),
        *Permission.objects.filter(content_type__in=read_only, codename__startswith="view_"),
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
    )
    return group
