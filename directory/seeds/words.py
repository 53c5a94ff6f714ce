"""The words of the search: synonyms, names of kinds, words of crisis, and the lists of words with a role in sentences.

Wishes, and the rules for reading Danish words, ship as code.
"""

from django.db.models import Model

from directory.models import CrisisWords, KindWords, SynonymGroup, WordList
from directory.seed_data import seed_data
from directory.seeds.table import SeedTable, Values


class SynonymSeeds(SeedTable):
    """Groups that hold in every municipality."""

    model = SynonymGroup
    name = "synonym_group"
    key_field = "head"
    fields = ("equal", "phrases")
    once = True

    def shipped(self) -> dict[str, Values]:
        groups = {group["head"]: group for group in seed_data("synonyms.json")}
        # The wider groups first: the others refer to them.
        return {
            group["head"]: _synonyms(group) for group in sorted(groups.values(), key=lambda one: _height(one, groups))
        }

    def rows(self):
        return super().rows().select_related("broader")

    def key_of(self, row: Model) -> str:
        # A municipality's own group may have the name of one that ships.
        return row.head if row.municipality_id is None else f"{row.head} {row.municipality_id}"

    def values_of(self, row: Model) -> Values:
        local = {"municipality": row.municipality_id} if row.municipality_id else {}
        return super().values_of(row) | {"broader": row.broader.head if row.broader else ""} | local

    def write(self, row: Model, values: Values) -> None:
        row.broader = SynonymGroup.objects.filter(head=values["broader"], municipality=None).order_by("pk").first()
        super().write(row, values)


def _synonyms(group: dict) -> Values:
    return {
        "equal": "\n".join(group["equal"]),
        "phrases": "\n".join(group["phrases"]),
        "broader": group.get("narrower_of") or "",
    }


def _height(group: dict, groups: dict[str, dict]) -> int:
    """How many wider groups stand above a group."""
    above = groups.get(group.get("narrower_of") or "")
    return 0 if above is None else 1 + _height(above, groups)


class KindSeeds(SeedTable):
    """Everyday names of the kinds of offer."""

    model = KindWords
    name = "kind_words"
    key_field = "kind"
    fields = ("everyday",)

    def shipped(self) -> dict[str, Values]:
        return {row["slug"]: {"everyday": "\n".join(row["everyday"])} for row in seed_data("kinds.json")}


class CrisisSeeds(SeedTable):
    """Words after which help comes first: without those of a topic, nobody who writes of it is shown a number."""

    model = CrisisWords
    name = "crisis_words"
    key_field = "topic"
    fields = ("phrases",)
    needed = True

    def shipped(self) -> dict[str, Values]:
        topics = seed_data("crisis_words.json")["topics"]
        return {topic: {"phrases": "\n".join([*words["lemmas"], *words["phrases"]])} for topic, words in topics.items()}


class WordListSeeds(SeedTable):
    """One list for each role; sentences are not understood without."""

    model = WordList
    name = "word_list"
    key_field = "role"
    fields = ("words",)
    needed = True

    def shipped(self) -> dict[str, Values]:
        words = seed_data("stop_words.json") | {"family": seed_data("crisis_words.json")["relative"]["people"]}
        return {str(role): {"words": "\n".join(words[role])} for role in WordList.Role.values}
