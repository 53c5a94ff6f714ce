"""The pages below a front page that every page of its site links to: its search, and its texts."""

from copy import copy

from wagtail.models import Page

from directory.models.find_page import FindOffersPage
from directory.models.kept import kept
from directory.models.text_page import TextPage


def linked_pages(home: Page) -> list[Page]:
    """Them in the order of the tree, each in its own class."""
    return [copy(page) for page in _below(home.pk)]


def find_page_of(home: Page) -> FindOffersPage | None:
    """The site's page Find tilbud; None where it has none."""
    return next((copy(page) for page in _below(home.pk) if isinstance(page, FindOffersPage)), None)


@kept(FindOffersPage, TextPage)
def _below(home_pk: int) -> tuple[Page, ...]:
    home = Page.objects.get(pk=home_pk)
    pages = [
        *FindOffersPage.objects.live().child_of(home),
        *TextPage.objects.live().child_of(home).filter(role__gt=TextPage.Role.OTHER),
    ]
    return tuple(sorted(pages, key=lambda page: page.path))
