"""What is wrong with words that an editor has written: not forbidden, but hardly what was meant."""

from collections.abc import Iterator

from django.db.models import Model
from django.utils.translation import gettext as _

from directory.models import CrisisWords, SynonymGroup, WordList
from directory.models.taxonomy import Term
from directory.text import lines

#: Shorter words stand in too many others' way.
_SHORTEST = 3


def conflicts(row: Model) -> list[str]:
    """A sentence for each thing an editor should look at again. Rows of other kinds have none."""
    if isinstance(row, SynonymGroup):
        return [*_short(row.equal_words), *_twice(row), *_says_nothing(row.phrase_lines), *_crisis(row.equal_words)]
    if isinstance(row, Term):
        return [*_short(row.everyday_names), *_says_nothing(row.everyday_names)]
    if isinstance(row, CrisisWords):
        return [*_short(lines(row.phrases)), *_says_nothing(lines(row.phrases))]
    return []


def _short(words: list[str]) -> Iterator[str]:
    for word in words:
        if len(word) < _SHORTEST:
            yield _("“%(word)s” is so short that it will be found where nobody means it.") % {"word": word}


def _twice(row: SynonymGroup) -> Iterator[str]:
    """Words that another group has as well: then a search means both."""
    mine = {word.casefold(): word for word in row.equal_words}
    for other in SynonymGroup.objects.exclude(pk=row.pk):
        if other.municipality_id not in {None, row.municipality_id} and row.municipality_id is not None:
            continue
        for word in other.equal_words:
            if word.casefold() in mine:
                yield _("“%(word)s” stands in the group “%(group)s” too. A search for it will mean both.") % {
                    "word": mine[word.casefold()],
                    "group": other.head,
                }


def _says_nothing(phrases: list[str]) -> Iterator[str]:
    """Phrases of little words alone, which would be found in every sentence."""
    empty = {
        word
        for held in WordList.objects.filter(role__in=[WordList.Role.STOP, WordList.Role.NOISE])
        for word in lines(held.words)
    }
    for phrase in phrases:
        if empty.issuperset(phrase.casefold().split()):
            yield _("“%(phrase)s” has little words only. It will be read in sentences that mean something else.") % {
                "phrase": phrase
            }


def _crisis(words: list[str]) -> Iterator[str]:
    """Words of crisis, for which help comes before any offer."""
    known = {phrase.casefold().lstrip("=") for row in CrisisWords.objects.all() for phrase in lines(row.phrases)}
    for word in words:
        if word.casefold() in known:
            yield _("“%(word)s” is a word of crisis. Help lines are shown for it, whatever this group says.") % {
                "word": word
            }
