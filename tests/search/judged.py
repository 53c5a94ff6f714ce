"""The demonstration offers as entries, the shipped words as a vocabulary, and the judged queries: all read from files.

The same words and offers that a new installation has, without its database, so that the search is measured by itself.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from search import Concept, Crisis, Entry, Foreign, Group, Place, Query, Slot, Vocabulary, name_key

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "directory" / "data"
NATIONAL = "Hele landet"
FACETS = ("municipality", "kind", "need")


def read(path: Path):
    return json.loads(path.read_text("utf-8"))


def _branches(rows, above=()) -> Iterator[tuple[str, tuple[dict, ...]]]:
    """Each term with what stands above it."""
    for row in rows:
        yield row["slug"], (*above, row)
        yield from _branches(row.get("children", []), (*above, row))


@cache
def terms(name: str) -> dict[str, tuple[dict, ...]]:
    return dict(_branches(read(DATA / f"{name}.json")))


@cache
def offers() -> list[dict]:
    return read(ROOT / "directory" / "demo" / "data" / "offers.json")


def queries(name: str = "dev") -> list[dict]:
    return read(Path(__file__).parent / "data" / f"relevance_{name}.json")


def entries() -> Iterator[Entry]:
    words = read(DATA / "words.json")
    kinds = {row["slug"]: row["name"] for row in read(DATA / "kinds.json")}
    return (_entry(offer, words, kinds) for offer in offers())


def _entry(offer: dict, words: dict, kinds: dict[str, str]) -> Entry:
    told = [words["target_groups"][name] for name in offer["target_groups"] if name in words["target_groups"]]
    needs = [slug for name in offer["needs"] for slug in words["needs"].get(name, ())]
    needs += [slug for group in told for slug in group.get("needs", ())]
    groups = {slug: group["level"] for group in told for slug in group["groups"]}
    need_terms = {row["slug"]: row for slug in needs for row in terms("needs")[slug]}
    group_terms = {row["slug"]: row for slug in groups for row in terms("target_groups")[slug]}
    kind = words["kinds_by_offer"].get(offer["id"]) or words["kinds"][offer["kind"]]
    every = (*need_terms.values(), *group_terms.values())
    labels = [row["name"] for row in every] + [kinds[kind], offer["organisation"] or "", offer["city"] or ""]
    texts = ("description", "first_visit", "registration", "schedule_text", "opening_hours", "legal_basis")
    return Entry(
        id=offer["id"],
        title=offer["name"],
        labels=tuple(filter(None, labels)),
        concepts=tuple(name for row in every for name in row.get("everyday", ())),
        summary=offer["summary"] or "",
        text="\n".join(str(offer[name]) for name in texts if offer[name]),
        facets={"municipality": (offer["municipality"],), "kind": (kind,), "need": tuple(need_terms) or ("unknown",)},
        name_key=name_key(offer["name"]),
        complete=bool(offer["phone"] or offer["email"]),
        audience={row["slug"]: groups.get(row["slug"], "mainly") for row in group_terms.values()},
    )


@cache
def vocabulary() -> Vocabulary:
    crisis, lists = read(DATA / "crisis_words.json"), read(DATA / "stop_words.json")
    foreign = read(DATA / "foreign_words.json")
    return Vocabulary(
        groups=tuple(
            Group(
                row["head"],
                tuple(row["equal"]),
                tuple(row["phrases"]),
                broader=(row["narrower_of"],) if row["narrower_of"] else (),
            )
            for row in read(DATA / "synonyms.json")
        ),
        concepts=tuple(_concepts()),
        crisis=crises(),
        slots=slots(),
        harmless=tuple(_patterns()["harmless"]),
        foreign=tuple(Foreign(*row) for row in (foreign["english"] | foreign["slang"]).items()),
        foreign_stop=frozenset(foreign["english_stop"]),
        places=tuple(_places()),
        everywhere=(NATIONAL,),
        stop=frozenset(lists["stop"]),
        noise=frozenset(lists["noise"]),
        family=frozenset(crisis["relative"]["people"]),
        relatives=("Pårørende",),
    )


def _patterns() -> dict:
    return read(DATA / "crisis_patterns.json")


def crises() -> tuple[Crisis, ...]:
    topics, patterns = read(DATA / "crisis_words.json")["topics"], _patterns()["topics"]
    return tuple(Crisis(name, (*row["lemmas"], *row["phrases"], *patterns[name])) for name, row in topics.items())


def slots() -> tuple[Slot, ...]:
    return tuple(Slot(name, tuple(words)) for name, words in _patterns()["slots"].items())


def _concepts() -> Iterator[Concept]:
    for name in ("needs", "target_groups"):
        for branch in terms(name).values():
            yield Concept(branch[-1]["name"], tuple(branch[-1].get("everyday", ())))
    for row in read(DATA / "kinds.json"):
        yield Concept(row["name"], tuple(row["everyday"]))


def _places() -> Iterator[Place]:
    for name, row in read(DATA / "municipalities.json").items():
        yield Place((name,), name, row["latitude"], row["longitude"])
    for code, row in sorted(read(DATA / "postal_codes.json").items()):
        town = re.sub(r" [A-ZÆØÅ]{1,2}$", "", row["city"])
        yield Place((code, town), row["municipality"], row["latitude"], row["longitude"], town)


def query(judged: dict, **more) -> Query:
    """The judged query as the site asks it: a municipality shows its own offers and the national ones."""
    scope = {"municipality": (judged["municipality"], NATIONAL)} if judged["municipality"] else {}
    return Query(text=judged["text"], scope=scope, **more)
