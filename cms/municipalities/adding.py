"""Sets a municipality to work. What is there already stays, so it may be done again, with more people or after an upgrade."""

from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_domain_name
from django.db import transaction
from django.http.request import validate_host
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.municipalities.approval import ensure_workflow
from cms.municipalities.area import Area
from cms.municipalities.files import ensure_collection
from cms.municipalities.groups import ensure_groups, give_rights
from cms.municipalities.people import invite
from directory.seeds.loading import load_site
from directory.validators import validate_phone

#: The mail addresses to be invited, by role.
Invited = dict[str, Iterable[str]]


@transaction.atomic
def add(area: Area, host: str = "", invited: Invited | None = None, phone: str = "") -> list[str]:
    """Give an area what it lacks: site, search page and texts, groups, collections, approval, people.

    What was done, a sentence for each step. `ValidationError` says what is in the way; then nothing was done.
    """
    told = [*_site(area, host), *(report.line() for report in load_site(area.home)), *_phone(area, phone)]
    made = ensure_groups(area)
    give_rights(area, ensure_collection(area))
    told.append(_("Groups: %(count)s new.") % {"count": len(made)})
    told.append(_("Drafts go to: %(workflow)s.") % {"workflow": ensure_workflow(area, made)})
    groups = {row.role: row for row in area.groups()}
    for role, addresses in (invited or {}).items():
        for address in addresses:
            invite(address, groups[role])
            told.append(_("Invited: %(mail)s, %(group)s.") % {"mail": address, "group": groups[role]})
    return told


def _phone(area: Area, phone: str) -> list[str]:
    """Give its front page the number of somebody to call, which every page shows; one that is there stays."""
    # Read again: its search page and texts were put below it meanwhile, and a page that is saved writes how many it has.
    home = type(area.home).objects.get(pk=area.home.pk)
    if not phone or home.help_phone:
        return []
    validate_phone(phone)
    home.help_phone = phone
    home.save_revision().publish()
    return [_("Telephone on every page: %(number)s.") % {"number": phone}]


def _site(area: Area, host: str) -> list[str]:
    """Make the site that is missing."""
    host = host.strip().lower()
    own = area.sites.order_by("pk").first()
    if own is not None:
        if host and own.hostname != host:
            raise ValidationError(
                _("Its site is %(host)s already. Change that under Settings → Sites.") % {"host": own}
            )
        return []
    if not host:
        raise ValidationError(_("Name the host of its site, such as vejle.example.dk."))
    validate_domain_name(host)
    if Site.objects.filter(hostname=host).exists():
        raise ValidationError(_("%(host)s is the host of another site.") % {"host": host})
    port = Site.objects.filter(is_default_site=True).values_list("port", flat=True).first() or 80
    Site.objects.create(hostname=host, port=port, root_page_id=area.home.pk, site_name=area.home.title)
    told = [_("New site: %(host)s.") % {"host": host}]
    if not validate_host(host, settings.ALLOWED_HOSTS):
        told.append(_("%(host)s is missing in ALLOWED_HOSTS: nobody is answered there before.") % {"host": host})
    return told
