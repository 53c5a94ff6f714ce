"""The words that a new installation starts with. What is there already is kept: editors own it from then on."""

from directory.models import CrisisWords, Helpline, HelplineHours, KindWords, SynonymGroup, WordList
from directory.seed_data import seed_data


def load() -> int:
    """Add the words and helplines that are missing; how many rows were made."""
    return sum((_synonyms(), _kinds(), _crisis(), _lists(), _helplines()))


def _synonyms() -> int:
    if SynonymGroup.objects.exists():
        return 0  # an editor may have deleted some of them on purpose
    groups = seed_data("synonyms.json")
    rows = {
        group["head"]: SynonymGroup.objects.create(
            head=group["head"], equal="\n".join(group["equal"]), phrases="\n".join(group["phrases"])
        )
        for group in groups
    }
    for group in groups:
        if group.get("narrower_of") in rows:
            rows[group["head"]].broader = rows[group["narrower_of"]]
            rows[group["head"]].save()
    return len(rows)


def _kinds() -> int:
    return sum(
        KindWords.objects.get_or_create(kind=row["slug"], defaults={"everyday": "\n".join(row["everyday"])})[1]
        for row in seed_data("kinds.json")
    )


def _crisis() -> int:
    topics = seed_data("crisis_words.json")["topics"]
    return sum(
        CrisisWords.objects.get_or_create(
            topic=topic, defaults={"phrases": "\n".join([*words["lemmas"], *words["phrases"]])}
        )[1]
        for topic, words in topics.items()
    )


def _lists() -> int:
    words = seed_data("stop_words.json") | {"family": seed_data("crisis_words.json")["relative"]["people"]}
    return sum(
        WordList.objects.get_or_create(role=role, defaults={"words": "\n".join(words[role])})[1]
        for role in WordList.Role.values
    )


def _helplines() -> int:
    made = 0
    for row in seed_data("helplines.json"):
        line, new = Helpline.objects.get_or_create(
            name=row["name"],
            defaults={
                "number": row["number"],
                "topics": " ".join(row["topics"]),
                "always_open": bool(row["always_open"]),
                "anonymous": row["anonymous"],
                "asks_for_cpr": row["asks_for_cpr"],
                "cost": row["cost"] or "",
                "about": row["about"] or "",
                "priority": row["priority"],
                "source_url": row["source_url"] or "",
                "region": row["region"] or "",
            },
        )
        if new:
            line.hours = [HelplineHours(**times) for times in row["hours"]]
            line.save()
        made += new
    return made
