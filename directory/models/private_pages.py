"""Whether any page is private. Nearly always none is, and then nobody has to go through the tree to find out which."""

from wagtail.models import PageViewRestriction

from directory.models.kept import kept


@kept(PageViewRestriction)
def any_page_is_private() -> bool:
    """Whether a branch or page anywhere is shown to some people only."""
    return PageViewRestriction.objects.exists()
