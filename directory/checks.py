"""What can be wrong with how the site is set up, said at start: `manage.py check --database default` looks at all of it."""

import re

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.checks import Warning as Caution
from django.db import DatabaseError
from wagtail.models import get_page_models

from directory.duties import needs_worker
from directory.indexing.stamps import belongs
from directory.models import Heartbeat
from directory.models.shown import Shown, is_shown
from directory.security_contact import contact_uri
from search import Health, SearchUnavailable, UnknownEngine, targets
from search.configuration import require_known

_CHECKED = "search"
#: An address of tiles: on a host of its own with https, or on this site. No sign that could end a rule of the policy.
_TILES = re.compile(r"(?:https://[a-z0-9.-]+(?::\d+)?)?/[\w./{}@?=&%+~-]*", re.IGNORECASE)


@register(_CHECKED)
def engine_is_known(app_configs=None, **kwargs):
    """The address of the engine names one that exists."""
    try:
        require_known(settings.SEARCH_URL)
    except UnknownEngine as problem:
        return [Error(str(problem), hint="Leave SEARCH_URL empty, or write https://host:9200.", id="vejviser.E001")]
    return []


@register(Tags.models)
def every_page_is_shown(app_configs=None, **kwargs):
    """Each class of pages has a room that shows it, of its own or of the class that it extends."""
    return [
        Error(
            f"No room shows {model.__name__}.",
            hint="Give it a row in directory/pages.py.",
            obj=model,
            id="vejviser.E003",
        )
        for model in get_page_models()
        if issubclass(model, Shown) and not is_shown(model)
    ]


@register(Tags.database)
def index_is_ready(app_configs=None, databases=None, **kwargs):
    """Every index answers, and was made by the analysis of now."""
    if not databases:
        return []
    found = []
    try:
        engines = targets()
    except (SearchUnavailable, DatabaseError):
        return []  # before the first migration there is nothing to ask
    for name, engine in engines.items():
        health = engine.check()
        if not health.ready:
            hint = "Is it running? `manage.py search_index status` says more; `rebuild` makes the index."
            found.append(Caution(f"The index {name} does not answer: {health.problem}", hint=hint, id="vejviser.W001"))
        elif problem := health.problem or _of_another_state(name, health):
            hint = f"Run `manage.py search_index rebuild --target {name}`."
            found.append(Caution(f"The index {name}: {problem}", hint=hint, id="vejviser.W002"))
    return found


def _of_another_state(name: str, health: Health) -> str:
    """What is wrong with an index that the database was restored beside, or that was copied from another machine."""
    try:
        return "" if belongs(name, health) else "It was made from another state of the database."
    except DatabaseError:
        return ""


@register(Tags.database)
def worker_is_alive(app_configs=None, databases=None, **kwargs):
    """Where indexes are kept up to date beside the site, somebody does it."""
    try:
        missing = bool(databases) and needs_worker() and not Heartbeat.is_alive("search")
    except DatabaseError:
        return []
    if not missing:
        return []
    hint = "Keep `manage.py search_index work` running: it sends what waits, and makes the indexes again each night."
    return [Caution("No worker for the search was seen in the last minutes.", hint=hint, id="vejviser.W003")]


@register(Tags.security)
def tiles_have_an_address(app_configs=None, **kwargs):
    """Map tiles that no browser could ask for, or that nobody should ask for without encryption."""
    url = settings.MAP_TILES_URL
    if not url or (_TILES.fullmatch(url) and all(part in url for part in ("{z}", "{x}", "{y}"))):
        return []
    hint = "Write it as https://kort.example.dk/{z}/{x}/{y}.png, or leave it empty for the coast alone."
    return [Error(f"MAP_TILES_URL is no address of map tiles: {url}", hint=hint, id="vejviser.E002")]


@register(Tags.security, deploy=True)
def advice_of_crisis_was_read(app_configs=None, **kwargs):
    """The card of crisis gives advice only once a clinician has read it; until then it has numbers alone."""
    if settings.CRISIS_TEXTS_APPROVED:
        return []
    hint = "Let a clinician read templates/components/crisis_card.html, then set CRISIS_TEXTS_APPROVED to on."
    return [Caution("The card of crisis shows numbers without advice.", hint=hint, id="vejviser.W010")]


@register(Tags.security, deploy=True)
def weaknesses_can_be_told(app_configs=None, **kwargs):
    """Who finds a weakness learns from /.well-known/security.txt whom to tell."""
    if contact_uri(settings.SECURITY_CONTACT):
        return []
    hint = "Set SECURITY_CONTACT to a mail address that somebody reads, or to the https:// address of a form."
    return [Caution("Nobody is named whom to tell of a weakness.", hint=hint, id="vejviser.W004")]
