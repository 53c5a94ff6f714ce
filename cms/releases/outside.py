"""News of the program from the address that the operator has set. Where none is set, nobody outside is ever asked."""

import logging
from urllib.request import HTTPDefaultErrorHandler, HTTPErrorProcessor, HTTPHandler, HTTPSHandler, OpenerDirector

from django.conf import settings
from django.utils import timezone

from cms.releases.reading import News, read_news
from directory.models import NewsFromOutside

logger = logging.getLogger(__name__)

#: Bytes and seconds that are given to an answer.
MAX_BYTES, PATIENCE = 64_000, 10


def look() -> None:
    """Read the address, and keep what it tells. An answer that cannot be read leaves what is kept as it was."""
    if not settings.NEWS_URL:
        return
    try:
        told = _fetched(settings.NEWS_URL)
        read_news(told)
    except (OSError, ValueError) as error:
        logger.warning("The news of the program could not be read at NEWS_URL: %s", error)
        return
    NewsFromOutside.objects.update_or_create(address=settings.NEWS_URL, defaults={"told": told, "read": timezone.now()})


def outside_news() -> News:
    """What was told last; nothing where no address is set, or nothing was read yet."""
    row = kept_news()
    return read_news(row.told) if row else News()


def kept_news() -> NewsFromOutside | None:
    """The last answer of the address that is set."""
    if not settings.NEWS_URL:
        return None
    return NewsFromOutside.objects.filter(address=settings.NEWS_URL).first()


def _fetched(address: str) -> str:
    """What stands there. Neither files nor other protocols, and no redirect: only what the operator has named is asked."""
    opener = OpenerDirector()
    for handler in (HTTPHandler, HTTPSHandler, HTTPErrorProcessor, HTTPDefaultErrorHandler):
        opener.add_handler(handler())
    opener.addheaders = [("User-Agent", "Vejviser")]
    answer = opener.open(address, timeout=PATIENCE)
    if answer is None:
        raise ValueError("the address is neither http nor https")
    with answer:
        if answer.status != 200:
            raise ValueError(f"the answer is {answer.status}")
        body = answer.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        raise ValueError(f"the answer is longer than {MAX_BYTES} bytes")
    return body.decode()
