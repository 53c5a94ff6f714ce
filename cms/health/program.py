"""Whether the version that runs is known to be safe."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.papers.facts import program_version
from cms.releases.outside import kept_news, outside_news
from cms.releases.reading import our_news

#: An address that has told nothing for so long is taken for gone.
_SILENT = timedelta(days=7)


def known_faults() -> str:
    """No fault of security is known of this version, as far as anybody was asked; and who is to be asked still answers."""
    known = our_news().faults_of(program_version()) + outside_news().faults_of(program_version())
    if known:
        return _("This version, %(version)s, has a fault of security: %(fault)s") % {
            "version": program_version(),
            "fault": " ".join(known),
        }
    return _silence()


def _silence() -> str:
    if not settings.NEWS_URL:
        return ""
    row = kept_news()
    if row is None:
        return _("The news of the program have not been read yet at %(address)s.") % {"address": settings.NEWS_URL}
    if timezone.now() - row.read < _SILENT:
        return ""
    return _("The news of the program were last read on %(day)s: does %(address)s answer?") % {
        "address": settings.NEWS_URL,
        "day": date_format(timezone.localtime(row.read), "j. F Y"),
    }
