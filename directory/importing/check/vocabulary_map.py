"""Free words to the taxonomies' terms, by the reviewed table `directory/data/words.json`."""

from dataclasses import dataclass
from functools import lru_cache

from directory.seed_data import seed_data


@dataclass(frozen=True, slots=True)
class Labels:
    """What a record's free words stand for."""

    needs: tuple[str, ...]
    audiences: tuple[tuple[str, str], ...]  # level, slug of the target group; "" for everybody
    unmapped: tuple[tuple[str, str], ...]  # taxonomy, word
    words: int


@lru_cache(maxsize=1)
def table() -> dict:
    """The reviewed table as it stands."""
    return seed_data("words.json")


@lru_cache(maxsize=2)
def _folded(section: str) -> dict:
    return {word.casefold(): terms for word, terms in table()[section].items()}


@lru_cache(maxsize=1)
def language_codes() -> dict[str, str]:
    """The codes of languages (BCP 47) by their Danish names."""
    return {name: code for code, name in seed_data("languages.json").items()}


def kind_of(external_id: str, kind: str) -> str | None:
    """The lasting name of the kind, or None for one that nobody knows. Some offers are judged one by one."""
    known = table()["kinds"].get(kind, kind if kind in table()["kinds"].values() else None)
    return table()["kinds_by_offer"].get(external_id, known) if known else None


def access_of(referral: str | None) -> str | None:
    """How one gets in, or None for a word that nobody knows."""
    if referral is None:
        return table()["referral_missing"]
    return table()["referral"].get(referral)


def labels(needs: tuple[str, ...], groups: tuple[str, ...]) -> Labels:
    """Terms for free words. The order of first mention is kept; words without terms are listed."""
    found: dict[str, None] = {}
    audiences: dict[str, str] = {}
    unmapped = []
    for word in groups:
        entry = _folded("target_groups").get(word.casefold())
        if entry is None:
            unmapped.append(("target_groups", word))
            continue
        for group in entry["groups"] or [""]:
            audiences.setdefault(group, entry["level"])
        found |= dict.fromkeys(entry.get("needs", ()))
    named: dict[str, None] = {}
    for word in needs:
        terms = _folded("needs").get(word.casefold())
        if terms is None:
            unmapped.append(("needs", word))
        named |= dict.fromkeys(terms or ())
    return Labels(
        needs=tuple(named | found),
        audiences=tuple((level, group) for group, level in audiences.items()),
        unmapped=tuple(unmapped),
        words=len(needs) + len(groups),
    )
