"""A text page: in English where it is told in English, else in Danish and marked as such."""

from django.utils.translation import get_language

from directory.models import ListingRule, MunicipalityPage, TextPage
from directory.sites.here import here


def text_page(page: TextPage, request) -> dict:
    """What a text page shows."""
    english = get_language() == "en" and bool(page.body_en)
    heading = page.title_en if english and page.title_en else page.title
    return {
        "heading": heading,
        "lead": page.lead_en if english else page.lead,
        "body": page.body_en if english else page.body,
        "language": "en" if english else "da",
        "crumbs": [*here(request).crumbs(page)[:-1], (heading, "")],
        "sensitive": page.sensitive,
        "tells_accessibility": page.role == TextPage.Role.ACCESSIBILITY,
        "rules": _rules(page) if page.role == TextPage.Role.LISTING else [],
    }


def _rules(page: TextPage) -> list[ListingRule]:
    """Who may be listed on the site of the page: in the municipality's own rules, or in the common ones."""
    municipality = MunicipalityPage.objects.parent_of(page).values_list("pk", flat=True).first()
    return list(ListingRule.objects.of(municipality))
