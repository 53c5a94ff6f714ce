"""From rows to the search's `Vocabulary`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.db.models import Model

from directory.models import (
    KINDS,
    CrisisWords,
    KindWords,
    MunicipalityPage,
    NationalBranchPage,
    Need,
    SynonymGroup,
    TargetGroup,
    WordList,
)
from directory.models.term_tree import TermTree
from directory.postal_codes import postal_codes
from directory.text import lines
from directory.vocabulary import crisis, foreign, told
from directory.vocabulary.groups import AGES, APART, USUAL
from directory.vocabulary.wishes import wishes
from search import Concept, Crisis, Foreign, Group, Place, Vocabulary

#: The target groups that relatives' offers are labelled with.
RELATIVES = "paaroerende"


def build(draft: Model | None = None) -> Vocabulary:
    """All words, read in a fixed number of queries; `draft` is a row that is not saved yet, in place of the saved one."""
    needs, groups = _rows(Need, draft), _rows(TargetGroup, draft)
    lists = {row.role: frozenset(lines(row.words)) for row in _rows(WordList, draft)}
    return replace(
        _shipped(),
        groups=tuple(_groups(draft)),
        concepts=(
            *(Concept(need.name, tuple(need.everyday_names), topic=f"need:{need.slug}") for need in needs),
            *(Concept(one.name, tuple(one.everyday_names), one.slug, f"for:{one.slug}") for one in groups),
            *_kinds(draft),
        ),
        crisis=tuple(_crisis(draft)),
        places=tuple(_places()),
        everywhere=tuple(NationalBranchPage.objects.live().values_list("slug", flat=True)),
        stop=lists.get(WordList.Role.STOP, frozenset()),
        noise=lists.get(WordList.Role.NOISE, frozenset()),
        family=lists.get(WordList.Role.FAMILY, frozenset()),
        relatives=_relatives(groups),
        foreign=(*foreign.words(), *_in_english((*needs, *groups))),
    )


def _shipped() -> Vocabulary:
    """The words that ship with the code, which no row holds."""
    return Vocabulary(
        apart=APART,
        usual=USUAL,
        ages=AGES,
        told=told.sentences(),
        slots=crisis.slots(),
        harmless=crisis.harmless(),
        foreign_stop=foreign.stop(),
        wishes=wishes(),
    )


def _crisis(draft: Model | None):
    for row in _rows(CrisisWords, draft):
        yield Crisis(row.topic, (*lines(row.phrases), *crisis.patterns(row.topic)))


def _rows(model: type[Model], draft: Model | None) -> list:
    rows = list(model._default_manager.all())
    if not isinstance(draft, model):
        return rows
    kept = [draft if row.pk == draft.pk else row for row in rows]
    return kept if draft in kept else [*kept, draft]


def _groups(draft: Model | None):
    rows = _rows(SynonymGroup, draft)
    slugs = dict(MunicipalityPage.objects.values_list("pk", "slug"))
    by_key = {row.pk: row for row in rows}
    for row in rows:
        broader = by_key.get(row.broader_id)
        yield Group(
            head=row.head,
            terms=tuple(row.equal_words),
            plain=tuple(row.phrase_lines),
            broader=tuple(broader.equal_words) if broader else (),
            where=(slugs[row.municipality_id],) if row.municipality_id else (),
        )


def _in_english(terms: Sequence[Need | TargetGroup]) -> Iterator[Foreign]:
    """The English names of terms, for those that no row of words knows better."""
    known = {one.phrase for one in foreign.words()}
    for term in terms:
        name = term.name_en.lower()
        if name and name not in known:
            yield Foreign(name, term.name)


def _kinds(draft: Model | None):
    for row in _rows(KindWords, draft):
        if row.kind in KINDS:
            yield Concept(str(KINDS[row.kind]._meta.verbose_name), tuple(lines(row.everyday)))


def _relatives(groups: list[TargetGroup]) -> tuple[str, ...]:
    tree = TermTree(groups)
    below = tree.downwards(tree.keys([RELATIVES]))
    return tuple(group.name for group in groups if group.pk in below)


def _places():
    """Municipalities by name, and every postal code by number and town. A town means its municipality."""
    slugs = {}
    for page in MunicipalityPage.objects.live().filter(made_up=False):
        slugs[page.title.removesuffix(" Kommune")] = page.slug
        if page.lat is not None and page.lon is not None:
            name = page.title.removesuffix(" Kommune")
            yield Place((name, f"{name} Kommune"), page.slug, page.lat, page.lon, name)
    for code, row in sorted(postal_codes().items()):
        if row["municipality"] in slugs:
            town = re.sub(r" [A-ZÆØÅ]{1,2}$", "", row["city"])
            yield Place(
                (code, town), slugs[row["municipality"]], row["latitude"], row["longitude"], f"{code} {row['city']}"
            )
