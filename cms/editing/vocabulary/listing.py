"""The menu "Words of the search"."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, SnippetViewSetGroup

from cms.editing.common.menu import main_order
from cms.editing.common.own import OwnViewSet
from cms.editing.vocabulary.trying import TryPanel
from directory.models import CrisisWords, KindWords, ReadingRule, SynonymGroup, WordList
from search import MAX_TEXT


class WordsViewSet(OwnViewSet):
    """What the words of the search have in common in the admin: they can be tried before they are saved."""

    copy_view_enabled = False
    list_per_page = 100
    icon = "openquote"

    def panels_of_form(self):
        return [*self.model.panels, TryPanel(heading=_("Try before you save"))]


class NewSynonymGroup(CreateView):
    """A new group; the report of searches fills its phrases in."""

    def get_initial_form_instance(self):
        return SynonymGroup(phrases=self.request.GET.get("phrases", "")[:MAX_TEXT])


class SynonymGroupViewSet(WordsViewSet):
    """Words for one thing, and everyday phrases that lead to it."""

    model = SynonymGroup
    add_view_class = NewSynonymGroup
    list_display = [
        "head",
        Column("words", label=_("Words"), accessor=lambda row: ", ".join(row.equal_words)),
        Column("phrases", label=_("Phrases"), accessor=lambda row: len(row.phrase_lines)),
        "municipality",
    ]
    list_filter = ["municipality"]
    search_fields = ["head", "equal", "phrases"]
    ordering = "head"


class KindWordsViewSet(WordsViewSet):
    """Everyday names of the kinds of offer."""

    model = KindWords


class CrisisWordsViewSet(WordsViewSet):
    """Words after which help comes first."""

    model = CrisisWords
    icon = "warning"


class WordListViewSet(WordsViewSet):
    """Words that say little, and words for relatives."""

    model = WordList
    icon = "list-ul"


class ReadingRuleViewSet(OwnViewSet):
    """How single words are read. They change the index, so they cannot be tried beforehand."""

    model = ReadingRule
    icon = "cut"
    list_display = ["word", "rule", "value"]
    list_filter = ["rule"]
    search_fields = ["word", "value"]
    copy_view_enabled = False
    list_per_page = 100


class WordsOfTheSearch(SnippetViewSetGroup):
    """All of them in one menu."""

    items = (SynonymGroupViewSet, KindWordsViewSet, CrisisWordsViewSet, WordListViewSet, ReadingRuleViewSet)
    menu_label = _("Words of the search")
    menu_name = "words-of-the-search"
    menu_icon = "openquote"
    menu_order = main_order(menu_name)
