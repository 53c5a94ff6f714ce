"""Who may open which address of the admin, for the own things. `docs/roles.md` has the same table for people."""

import re
from dataclasses import dataclass

#: The columns: the roles of a municipality, and one who keeps what belongs to the whole.
COLUMNS = {"E": "editor", "A": "approver", "M": "administrator", "R": "reader", "S": "support_worker", "W": "whole"}


@dataclass(frozen=True)
class Row:
    """What is done at some addresses, and who may do it."""

    what: str
    names: str
    who: str

    def is_about(self, name: str) -> bool:
        """Whether an address is among those of the row."""
        return re.fullmatch(self.names, name) is not None


def _any(*names: str) -> str:
    return "|".join(names)


_LOCAL = "landingtext|synonymgroup|startcard|commondescription|listingrule"
_COMMON = "need|targetgroup|language|kindwords|crisiswords|wordlist|readingrule|helpline|authority"
_CHOOSE = "choose|choose_results|chosen_multiple"
_ROW = "edit|history|history_results|usage"

#: The first row that is about an address counts.
WHO = (
    Row("What pages of the admin are drawn with, and the way to a new password: everybody",
        r"wagtailadmin_(sprite|javascript_catalog|password_reset(_done|_complete|_confirm)?)", "EAMRSW"),
    Row("The first page, the own account, looking something up in a chooser", _any(
        r"wagtailadmin_(home|account|dismissibles|choose_page.*|tag_autocomplete)|whats_new",
        r"editors_guide(_paper)?",
        r"wagtailadmin_api:(pages|images|documents):listing",
        r"wagtailembeds:.*",
        rf"wagtail(images|docs)_chooser:({_CHOOSE})",
        rf"wagtailsnippetchoosers_directory_\w+:({_CHOOSE})",
        rf"wagtailsnippetchoosers_directory_({_COMMON}):chosen",
        r"wagtailadmin_workflows:task_cho.*",
        r"(offers|organisations|wagtailadmin_pages):choose_parent",
    ), "EAMRW"),
    Row("A row in a chooser that is the municipality's own", r"wagtailsnippetchoosers_\w+:chosen", "EAMR"),
    Row("Offers, organisations and pages of the own branch: find them", _any(
        r"(offers|organisations):index(_results)?",
        r"wagtailadmin_pages:(search|search_results|type_use|type_use_results)",
        r"wagtailadmin_explore_root",
        r"feedback_report(_results)?",
        r"wagtailadmin_reports:(aging_pages|workflow|workflow_tasks)(_results)?",
        r"wagtailforms:index(_results)?",
    ), "EAMW"),
    Row("Offers and messages that wait, one after another", r"work|feedback_next|take_descriptions", "EAMW"),
    Row("Write, copy and move pages, read feedback about them, see their history", _any(
        r"wagtailadmin_explore(_results)?",
        r"wagtailadmin_api:pages:detail",
        r"wagtailadmin_pages:(add|add_subpage|edit|copy|delete|move|move_confirm|usage|view_draft|preview_on_\w+)",
        r"wagtailadmin_pages:(history|history_results|revisions_(compare|index|revert|view))",
        r"wagtailadmin_pages:(confirm_workflow_cancellation|workflow_history(_detail)?)",
        r"why_hit",
    ), "EAM"),
    Row("Links by which others see the draft of an own offer: make them, take them back", r"preview_links", "EAM"),
    Row("Notes and labels of an own offer: read and write them, watch it", r"offer_notes", "EAM"),
    Row("Offers that one watches, saved views of the listing: the own ones", r"watched_offers|saved_views", "EAMW"),
    Row("Publish, lock, hide a page", r"wagtailadmin_pages:(set_privacy|revisions_unschedule)", "AM"),
    Row("Approve what was submitted, or send it back with a comment",
        r"wagtailadmin_pages:(workflow_action|collect_workflow_action_data|workflow_preview)", "AM"),
    Row("The report of locked pages", r"wagtailadmin_reports:locked_pages(_results)?", "AMW"),
    Row("Add pictures and documents", r"wagtail(images|docs)(_chooser)?:(add|add_multiple|create|index|index_results)", "EAMW"),
    Row("Use the own pictures and documents", _any(
        r"wagtail(images|docs)_chooser:(chosen|select_format)", r"wagtailadmin_api:(images|documents):detail",
    ), "EAM"),
    Row("Change pictures and documents of others in the municipality",
        r"wagtail(images|docs):(edit|delete|preview|image_usage|document_usage)", "AM"),
    Row("Places: list and add, in the chooser too", _any(
        r"wagtailsnippets_directory_place:(list|list_results|add)", r"wagtailsnippetchoosers_directory_place:create",
    ), "EAMW"),
    Row("Places of the municipality: change", rf"wagtailsnippets_directory_place:({_ROW}|copy)", "EAM"),
    Row("Places of the municipality: delete", r"wagtailsnippets_directory_place:delete", "AM"),
    Row("Synonyms, landing texts, front page cards, common descriptions, rules of who may be listed: list and add",
        rf"wagtailsnippets_directory_({_LOCAL}):(list|list_results|add)", "AMW"),
    Row("Those of the municipality: change, check and delete",
        rf"wagtailsnippets_directory_({_LOCAL}):({_ROW}|copy|delete)|check_description", "AM"),
    Row("Needs, target groups, languages, words of crisis, word lists, reading rules, help lines, authorities",
        rf"wagtailsnippets_directory_({_COMMON}):.*|merge_term", "W"),
    Row("Reports of searches, those in numbers of the own municipality", r"search(es|_counts)_report(_results)?", "AMRW"),
    Row("The report of changes that wait for the search", r"outbox_report(_results)?", "W"),
    Row("Look and addresses of the site", r"wagtailsettings:edit", "M"),
    Row("Letters to the places, and what the places answer: see them", r"letters|proposals(_results)?", "AMW"),
    Row("Those of the municipality: switch letters on, decide what is taken of a proposal", r"letters_plan|proposal", "AM"),
    Row("Questions to many places and hard days: the lists, and the forms of new ones",
        r"questions|question_new|hard_days|hard_day_new", "AMW"),
    Row("Those of the municipality: ask, follow, stop; switch hard days on and off",
        r"question|question_edit|hard_day_edit|hard_day_preview", "AM"),
    Row("Reports of the own offers: figures, gaps, links, what makes it easier to come", r"(score|links)_report(_results)?|gaps_report|figures_report", "EAMW"),
    Row("What makes it easier to come to an own offer", r"offer_score", "EAM"),
    Row("Listings that may be one offer: see them", r"duplicates", "AMW"),
    Row("Two of the municipality: lay them side by side, merge them, tell them apart", r"duplicate", "AM"),
    Row("Import a spreadsheet: the list of imports, and a file for the own branch", r"imports", "EAMW"),
    Row("An import of the municipality: see what it would do, have it done, undo it", r"import", "EAM"),
    Row("Changes together: the list of sets, and a new one for the own branch", r"change_sets", "EAMW"),
    Row("A set of the municipality: put pages and rows in, look it through", r"change_set(_row)?|add_to_set", "EAM"),
    Row("Publish a page of a set without the others", r"publish_alone", "AM"),
    Row("People of the own groups", r"people", "M"),
    Row("Operators alone: sites, accounts, groups, workflows, collections, redirects, all that happened", _any(
        r"wagtail(sites|users_users|users_groups|redirects|snippets):.*",
        r"wagtailadmin_(workflows|collections):.*",
        r"wagtailadmin_reports:(site_history|page_types_usage)(_results)?",
        r"municipalities|municipality_remove|ready|health",
    ), ""),
    Row("What answers to a button alone: tried with the things of others", _any(
        r"feedback_handled|confirm_offer|take_description|try_words|people_(close|take_out)|preview_times|change_day",
        r"wagtailadmin_(dismissibles|editing_sessions:.*|api:pages:action)",
        r"wagtailadmin_pages:(lock|unlock|set_page_position)",
        r"wagtail(images|docs):(create_multiple_from_\w+|delete_multiple|delete_upload_multiple|edit_multiple)",
    ), ""),
    Row("What there is nothing of in a municipality", _any(
        r"wagtailadmin_(block_preview|tag_model_autocomplete)",
        r"wagtailadmin_api:\w+:find",
        r"wagtail_bulk_action",
        r"wagtailforms:.*",
        r"wagtailimages:url_generator(_output)?",
        r"wagtailsettings:preview_on_edit",
        r"wagtailadmin_pages:(convert_alias|unpublish)",
    ), ""),
)  # fmt: skip
#: Addresses that are no way in: they end a session, are shown to those without one, or are there to fail.
LEFT_OUT = {"wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_error_test"}
#: A wrong request to it is a fault of Wagtail's own, whoever asks.
NOT_POSTED = {"wagtailadmin_choose_page_external_link"}


def may(name: str) -> str:
    """Who may open an address; a KeyError for one about which nothing was decided."""
    for row in WHO:
        if row.is_about(name):
            return row.who
    raise KeyError(name)
