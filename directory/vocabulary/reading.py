"""Editors' rules for reading Danish words, as the analysis wants them. They change what the index stores."""

from directory.models import ReadingRule
from search import renew
from search.danish import DEFAULT, Overlay

#: What each rule is called in an overlay.
_CALLED = {
    ReadingRule.Rule.NEVER_SPLIT: "never-split",
    ReadingRule.Rule.EXTRA_PART: "part",
    ReadingRule.Rule.LEMMA: "lemmas",
    ReadingRule.Rule.DROP: "drop",
}
#: The rules that this process reads by, once it has read.
_in_force: list[Overlay] = []


def overlay() -> Overlay:
    """The rules that ship with the search, and those of the editors."""
    rows = [[_CALLED[ReadingRule.Rule(row.rule)], row.word, row.value] for row in ReadingRule.objects.all()]
    made = DEFAULT.with_more(Overlay.from_rows(rows))
    _in_force[:] = [made]
    return made


def renew_if_changed() -> None:
    """Read by the rules of now, when this process has read by others so far."""
    if _in_force and _in_force[0] != overlay():
        renew()
