"""From a page of the admin to its section of the editors' guide."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button, HeaderButton

#: The heading of a section in `docs/editors-guide.md` by the names of the pages that it is about.
SECTIONS: dict[str, str] = {
    "work": "Én ad gangen",
    "offers:index": "Passer det stadig?",
    **dict.fromkeys(("feedback_report", "feedback_next"), "Beskeder fra besøgende"),
    **dict.fromkeys(("searches_report", "search_counts_report"), "Det, folk ikke fandt"),
    "letters": "Breve til stederne",
    "letters_plan": "Breve til stederne",
    **dict.fromkeys(("questions", "question", "question_new", "question_edit"), "Spørgsmål til mange steder"),
    **dict.fromkeys(("hard_days", "hard_day_new", "hard_day_edit"), "Svære dage"),
    **dict.fromkeys(("proposals", "proposal"), "Forslag fra steder"),
    **dict.fromkeys(("gaps_report", "figures_report", "score_report", "offer_score"), "Rapporter"),
    "links_report": "Links, der ikke virker",
    **dict.fromkeys(("duplicates", "duplicate"), "Dubletter"),
    **dict.fromkeys(("change_sets", "change_set", "add_to_set"), "Ændringer samlet"),
    **dict.fromkeys(("imports", "import"), "Import"),
    "check_description": "Det har du ret til",
    "wagtailsnippets_directory_commondescription:list": "Det har du ret til",
    "wagtailsnippets_directory_listingrule:list": "Hvem kan stå her?",
    "wagtailsnippets_directory_authority:list": "Hvem har ansvaret",
    **dict.fromkeys(
        ("merge_term", "wagtailsnippets_directory_need:list", "wagtailsnippets_directory_targetgroup:list"),
        "Behov og målgrupper",
    ),
    "preview_links": "Vis en kladde",
    **dict.fromkeys(("offer_notes", "watched_offers"), "Noter, mærker og at følge et tilbud"),
    "saved_views": "Gemte visninger",
}
#: That of the form of an offer.
OF_AN_OFFER = "Et nyt tilbud"


def anchor(heading: str) -> str:
    """The name of a section in an address."""
    return slugify(heading, allow_unicode=True)


def section_url(heading: str = "") -> str:
    """The guide in the admin, at one of its sections."""
    return reverse("editors_guide") + (f"#{anchor(heading)}" if heading else "")


class WithGuide:
    """A page of the admin that leads to its section of the guide, where it has one."""

    def get_header_buttons(self) -> list[Button]:
        return [*super().get_header_buttons(), *_buttons(self.request)]


def _buttons(request: HttpRequest) -> list[HeaderButton]:
    heading = (
        SECTIONS.get(request.resolver_match.view_name.removesuffix("_results")) if request.resolver_match else None
    )
    return [HeaderButton(_("Guide"), section_url(heading), icon_name="help")] if heading else []
