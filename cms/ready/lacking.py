"""All that is missing: first in the installation, then in each municipality at work."""

from collections.abc import Iterator

from cms.municipalities.listing import at_work
from cms.ready.areas import missing_in
from cms.ready.installation import missing_everywhere
from cms.ready.lack import Lack


def lacking() -> Iterator[Lack]:
    """What is missing before citizens can come, in the order in which it is mended."""
    yield from missing_everywhere()
    for row in at_work():
        yield from missing_in(row.area)
