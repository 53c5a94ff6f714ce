"""What other rooms bring to the listing of offers, where their app is installed: rooms know nothing of each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest
from django_filters import Filter
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import BaseColumn

from directory.models import OfferPage


@dataclass
class Brought:
    """Filled while the rooms register; the listing is made after that."""

    filters: dict[str, Filter] = field(default_factory=dict)
    columns: list[BaseColumn] = field(default_factory=list)
    #: Read what the columns show, for all rows of a page at once.
    read: list[Callable[[Sequence[OfferPage]], None]] = field(default_factory=list)
    #: What stands above the rows, and is drawn again with them.
    above: list[Callable[[HttpRequest], Component]] = field(default_factory=list)


#: The one for this site.
BROUGHT = Brought()
