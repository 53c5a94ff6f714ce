"""Registers the editors' tools with Wagtail, and does nothing else."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms.editing import dashboard
from cms.editing.common import assets, slug, styleguide
from cms.editing.common.deletion import refuse_what_is_used
from cms.editing.crisis.helplines import HelplineViewSet
from cms.editing.feedback import listing as feedback
from cms.editing.indexing import outbox
from cms.editing.indexing.why import view as why
from cms.editing.learning import searches
from cms.editing.offers.listing import OfferListingViewSet
from cms.editing.offers.organisations import OrganisationListingViewSet
from cms.editing.vocabulary import trying, warnings
from cms.editing.vocabulary.listing import WordsOfTheSearch
from cms.editing.words_and_places import WordsAndPlaces

slug.use_everywhere()
register_snippet(WordsAndPlaces)
register_snippet(WordsOfTheSearch)
register_snippet(HelplineViewSet)

hooks.register("register_admin_viewset", lambda: [OfferListingViewSet(), OrganisationListingViewSet()])
hooks.register("register_admin_urls", lambda: [*outbox.urlpatterns, *why.urlpatterns])
hooks.register("register_admin_urls", lambda: trying.urlpatterns)
hooks.register("after_create_snippet", warnings.tell)
hooks.register("after_edit_snippet", warnings.tell)
hooks.register("insert_global_admin_css", assets.style)
hooks.register("insert_editor_js", assets.script)
hooks.register("register_reports_menu_item", outbox.menu_item)
hooks.register("register_reports_menu_item", why.menu_item)
hooks.register("register_permissions", outbox.permissions)
hooks.register("register_admin_urls", lambda: searches.urlpatterns)
hooks.register("register_permissions", searches.permissions)
hooks.register("register_reports_menu_item", searches.terms_item)
hooks.register("register_reports_menu_item", searches.counts_item)
hooks.register("register_admin_urls", lambda: feedback.urlpatterns)
hooks.register("register_admin_menu_item", feedback.menu_item)
hooks.register("before_delete_snippet", refuse_what_is_used)
hooks.register("construct_homepage_panels", dashboard.compose)
hooks.register("construct_homepage_summary_items", dashboard.no_summary, order=1000)
hooks.register("construct_help_menu", dashboard.own_help)
hooks.register("register_help_menu_item", styleguide.menu_item)
