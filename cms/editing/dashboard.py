"""The admin's first page, composed of the rooms' panels: what an editor should look at today."""

from wagtail import hooks
from wagtail.admin.views.home import LockedPagesPanel

from cms.editing.crisis.helplines import HelplinesPanel
from cms.editing.entitlements.panel import DescriptionsPanel
from cms.editing.feedback.panel import FeedbackPanel
from cms.editing.landing.empty_cards import EmptyCardsPanel
from cms.editing.offers.work import WorkPanel
from cms.editing.releases.panel import MessagesPanel
from cms.editing.sites.statements import StatementsPanel

#: The rooms' panels from the top; Wagtail's own stand below them. One that has nothing to say shows nothing.
PANELS = (
    MessagesPanel,
    HelplinesPanel,
    StatementsPanel,
    FeedbackPanel,
    WorkPanel,
    DescriptionsPanel,
    EmptyCardsPanel,
)
#: Help that leads to another project's web pages about its own news, in English; the keys of the keyboard stay.
_FOREIGN_HELP = ("whats-new-in-wagtail", "editor-guide")


def compose(request, panels) -> None:
    """Put the rooms' panels first, and leave out what editors of offers have no use for."""
    own = [panel(request) for panel in PANELS]
    for place, panel in enumerate(own):
        panel.order = place
    panels[:] = [*own, *(panel for panel in panels if not isinstance(panel, LockedPagesPanel))]


def no_summary(request, items) -> None:
    """Leave out the numbers of pages, pictures and documents: they tell nobody what to do."""
    items.clear()


def own_help(request, items) -> None:
    """Leave out help that leads away from the house."""
    items[:] = [item for item in items if not item.name.startswith(_FOREIGN_HELP)]


def register() -> None:
    """Compose the first page and the menu of help after everybody else has added to them."""
    hooks.register("construct_homepage_panels", compose)
    hooks.register("construct_homepage_summary_items", no_summary, order=1000)
    hooks.register("construct_help_menu", own_help)
