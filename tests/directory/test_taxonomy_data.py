"""The words and places that a new site starts with: whole, unambiguous, and true to the files they speak of."""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from directory.landing.front_page import MAX_SHOWN

DIRECTORY = Path(__file__).parents[2] / "directory"
DATA = DIRECTORY / "data"

#: The one place that may hold them: numbers which nobody has dialled and checked yet must not reach a citizen.
UNCHECKED_NUMBERS = {
    "70113131", "70150300", "39252525", "33124774", "80200500", "47471020",
    "35555557", "35362600", "33458610", "33330047", "70116263", "70101818",
}  # fmt: skip


def load(name: str):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def terms(name: str) -> list[tuple[str, dict]]:
    """Every term of a tree beside the slug of its root."""
    return [(root["slug"], term) for root in load(name) for term in (root, *root["children"])]


def slugs(name: str) -> set[str]:
    return {term["slug"] for _root, term in terms(name)}


def normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def offers() -> list[dict]:
    return json.loads((DIRECTORY / "demo/data/offers.json").read_text(encoding="utf-8"))


def repair():
    spec = spec_from_file_location("repair_points", DATA / "repair_points.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TREES = ("needs.json", "target_groups.json")
LABELLED = (*TREES, "kinds.json")


def labelled(name: str) -> list[dict]:
    return load(name) if name == "kinds.json" else [term for _root, term in terms(name)]


def test_every_slug_is_used_once_across_needs_groups_and_kinds():
    every = [term["slug"] for name in LABELLED for term in labelled(name)]
    assert [slug for slug, times in Counter(every).items() if times > 1] == []


@pytest.mark.parametrize("name", TREES)
def test_slugs_last_and_names_are_short(name):
    for _root, term in terms(name):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", term["slug"]), term["slug"]
        assert len(term["slug"]) <= 60
        assert 0 < len(term["name"]) <= 40, term["name"]
        assert 0 < len(term["name_en"]) <= 60, term["name_en"]


@pytest.mark.parametrize("name", LABELLED)
def test_every_everyday_phrase_is_written_in_its_normal_form_and_once(name):
    for term in labelled(name):
        phrases = term["everyday"]
        assert [phrase for phrase in phrases if phrase != normal(phrase)] == []
        assert [phrase for phrase, times in Counter(phrases).items() if times > 1] == [], term["slug"]
        assert [phrase for phrase in phrases if len(phrase.split()) > 7] == []


@pytest.mark.parametrize("name", TREES)
def test_terms_that_offers_are_labelled_with_have_words_enough(name):
    poor = {
        term["slug"]: len(term["everyday"])
        for root, term in terms(name)
        if len(term["everyday"]) < (5 if term["slug"] == root else 15)
    }
    assert poor == {}


@pytest.mark.parametrize("name", TREES)
def test_a_word_under_two_roots_is_there_on_purpose(name):
    roots = defaultdict(set)
    for root, term in terms(name):
        for phrase in term["everyday"]:
            roots[phrase].add(root)
    shared_on_purpose = json.loads((Path(__file__).parent / "data/shared_words.json").read_text(encoding="utf-8"))
    shared = {phrase for phrase, under in roots.items() if len(under) > 1}
    assert shared == set(shared_on_purpose[name.removesuffix(".json")])


@pytest.mark.parametrize("name", LABELLED)
def test_a_phrase_of_words_without_meaning_is_at_least_two_words_long(name):
    lists = load("stop_words.json")
    empty = {*lists["stop"], *lists["noise"]}
    assert [phrase for term in labelled(name) for phrase in term["everyday"] if phrase in empty] == []


@pytest.mark.parametrize(("field", "tree"), [("needs", "needs.json"), ("target_groups", "target_groups.json")])
def test_nearly_every_free_word_of_the_offers_has_a_term(field, tree):
    words = [word for offer in offers() for word in offer[field]]
    table = load("words.json")
    mapped = sum(word in table[field] for word in words)
    assert mapped / len(words) >= 0.95
    left = {word for word in words if word not in table[field]}
    assert left == set(table["unmapped"][field])
    assert all(len(reason) > 20 for reason in table["unmapped"][field].values())


def test_the_mapping_speaks_of_terms_that_exist():
    table = load("words.json")
    needs, groups = slugs("needs.json"), slugs("target_groups.json")
    for word, found in table["needs"].items():
        assert found, word
        assert set(found) <= needs, word
    for word, entry in table["target_groups"].items():
        assert set(entry["groups"]) <= groups, word
        assert set(entry.get("needs", ())) <= needs, word
        assert entry["level"] in {"open", "mainly", "only"}
        assert bool(entry["groups"]) == (entry["level"] != "open"), word


def test_every_kind_and_referral_of_the_offers_is_mapped():
    table = load("words.json")
    kinds = {kind["slug"] for kind in load("kinds.json")}
    assert {offer["kind"] for offer in offers()} == set(table["kinds"])
    assert set(table["kinds"].values()) | set(table["kinds_by_offer"].values()) <= kinds
    assert set(table["kinds_by_offer"]) <= {offer["id"] for offer in offers()}
    assert {offer["referral"] for offer in offers()} - {None} == set(table["referral"])
    assert {*table["referral"].values(), table["referral_missing"]} <= {
        "unknown", "drop_in", "call_first", "book", "referral", "assessed",
    }  # fmt: skip


def test_every_leaf_is_met_in_the_offers():
    table = load("words.json")
    met = {slug for found in table["needs"].values() for slug in found}
    for entry in table["target_groups"].values():
        met |= {*entry["groups"], *entry.get("needs", ())}
    leaves = {term["slug"] for name in TREES for root, term in terms(name) if term["slug"] != root}
    assert leaves - met == set()


def test_the_front_page_has_at_most_twelve_cards_in_sight_and_all_mean_a_search():
    home = load("home.json")
    groups = Counter(card["group"] for card in home["cards"])
    assert groups == {"need": 9, "wish": 7, "help": 1}
    assert sum(min(number, MAX_SHOWN.get(group, number)) for group, number in groups.items()) <= 12
    for card in (*home["cards"], *home["persons"]):
        # Who one is, and not knowing, lead to the questions.
        asked = card["group"] in {"person", "help"}
        assert asked or card["needs"] or card["target_groups"] or card["kinds"], card["label"]
        assert set(card["needs"]) <= slugs("needs.json")
        assert set(card["target_groups"]) <= slugs("target_groups.json")
        assert set(card["kinds"]) <= {kind["slug"] for kind in load("kinds.json")}
        assert len(card["label"]) <= 60
    assert all(card["icon"] for card in home["cards"])


def test_synonym_groups_have_one_head_each_and_wider_groups_that_exist():
    groups = load("synonyms.json")
    heads = [group["head"] for group in groups]
    assert len(heads) == len(set(heads))
    for group in groups:
        assert group["equal"] or group["phrases"], group["head"]
        assert group["head"] not in group["equal"]
        above, seen = group["narrower_of"], {group["head"]}
        while above is not None:
            assert above in heads, above
            assert above not in seen, f"{group['head']} is a part of itself"
            seen.add(above)
            above = next(other["narrower_of"] for other in groups if other["head"] == above)


def test_the_word_lists_do_not_swallow_what_people_search_for():
    lists = load("stop_words.json")
    words = [*lists["stop"], *lists["noise"]]
    assert len(words) == len(set(words))
    assert words == [normal(word) for word in words]
    assert {"alene", "mad", "ven", "sove", "natur", "penge"}.isdisjoint(words)


@pytest.mark.parametrize("topic", ["life", "violence", "acute"])
def test_words_of_crisis_are_given_with_phrases_and_misspellings(topic):
    words = load("crisis_words.json")["topics"][topic]
    every = [*words["lemmas"], *words["phrases"], *words["misspellings"]]
    assert all(words[part] for part in ("lemmas", "phrases", "misspellings"))
    assert [word for word, times in Counter(every).items() if times > 1] == []
    assert every == [normal(word) for word in every]


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("orker ikke mere", "life"),
        ("selvmor", "life"),
        ("tage livet af mi", "life"),
        ("siger han vil dø", "life"),
        ("slår mig", "violence"),
        ("bange for min kæreste", "violence"),
        ("voldtægt", "violence"),
        ("overdosis", "acute"),
        ("nitazen", "acute"),
    ],
)
def test_what_people_in_danger_write_is_on_the_lists(said, topic):
    words = load("crisis_words.json")["topics"][topic]
    assert said in {*words["lemmas"], *words["phrases"], *words["misspellings"]}


def test_no_word_of_danger_leads_to_two_topics():
    topics = load("crisis_words.json")["topics"]
    every = [word for topic in topics.values() for part in topic.values() for word in part]
    assert [word for word, times in Counter(every).items() if times > 1] == []


def digits(path: Path) -> set[str]:
    found = re.findall(r"(?:\+45[  ]?)?\d(?:[  .]?\d){7,}", path.read_text(encoding="utf-8"))
    return {re.sub(r"\D", "", number)[-8:] for number in found}


@pytest.mark.parametrize(
    "path",
    [*sorted(DATA.glob("*.json")), *sorted((DIRECTORY / "demo").rglob("*.json"))],
    ids=lambda path: path.relative_to(DIRECTORY).as_posix(),
)
def test_numbers_that_nobody_has_checked_are_nowhere_in_the_data(path):
    assert digits(path) & UNCHECKED_NUMBERS == set()


def test_help_lines_say_open_only_when_their_hours_are_known():
    lines = load("helplines.json")
    assert len({line["name"] for line in lines}) == len(lines)
    for line in lines:
        assert set(line["topics"]) <= {"life", "violence", "acute", "children"}
        assert line["verified_on"] is None, "nobody has dialled it"
        if line["certainty"] == "number_only":
            assert not line["always_open"]
            assert not line["hours"]
        assert line["fallback"] in {"", *(other["name"] for other in lines)}


def test_every_topic_has_a_line_that_always_answers():
    for topic in ("life", "violence", "acute"):
        assert any(line["always_open"] for line in load("helplines.json") if topic in line["topics"])


def test_all_98_municipalities_are_there_with_slug_and_code():
    rows = load("municipalities.json")
    assert len(rows) == 98
    assert len({row["slug"] for row in rows.values()}) == 98
    assert len({row["code"] for row in rows.values()}) == 98
    assert all(re.fullmatch(r"0\d{3}", row["code"]) for row in rows.values())
    assert rows["Vejle"]["code"] == "0630"
    assert rows["København"]["slug"] == "koebenhavn"
    for offer in offers():
        assert offer["municipality"] in rows or offer["municipality"] == "Hele landet"


def test_every_postal_code_lies_in_its_municipalitys_neighbourhood():
    codes, middles = load("postal_codes.json"), load("municipalities.json")
    assert repair().misplaced(codes, middles) == {}
    far = {code for code, row in codes.items() if repair().km(row, middles[row["municipality"]]) > 60}
    assert far == set()
    assert codes["0900"]["latitude"] == middles["København"]["latitude"]


def test_a_point_far_outside_its_municipality_is_found():
    codes, middles = load("postal_codes.json"), load("municipalities.json")
    codes["7100"]["latitude"] += 1
    assert set(repair().misplaced(codes, middles)) == {"7100"}


def test_the_coastline_is_one_shape_of_denmark():
    shape = load("../static/directory/coastline.json")
    text = json.dumps(shape)
    lon, lat = (float(number) for number in re.search(r"\[(\d+\.\d+), (\d+\.\d+)\]", text).groups())
    assert 7.9 <= lon <= 15.3
    assert 54.4 <= lat <= 57.9
