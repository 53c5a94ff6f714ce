"""Needs, target groups and languages from `directory/data`: what is missing is added, what editors changed stays."""

from directory.models import Language, Need, TargetGroup
from directory.seed_data import seed_data

#: Languages that are met in Danish municipalities' offers, by BCP 47.
LANGUAGES = {
    "da": "dansk",
    "en": "engelsk",
    "de": "tysk",
    "ar": "arabisk",
    "fa": "farsi",
    "prs": "dari",
    "tr": "tyrkisk",
    "pl": "polsk",
    "so": "somali",
    "uk": "ukrainsk",
    "ku": "kurdisk",
    "kl": "grønlandsk",
    "dsl": "dansk tegnsprog",
}


def load_taxonomies() -> int:
    """Add the terms that are missing; how many that were."""
    added = _load(Need, "needs.json") + _load(TargetGroup, "target_groups.json")
    known = set(Language.objects.values_list("code", flat=True))
    for code, name in LANGUAGES.items():
        if code not in known:
            Language.objects.create(code=code, name=name)
            added += 1
    return added


def _load(model, name: str) -> int:
    tree = seed_data(name)
    known = {term.slug: term for term in model.objects.all()}
    before = len(known)
    _add(model, tree, None, known)
    return len(known) - before


def _add(model, rows: list[dict], parent, known: dict) -> None:
    for order, row in enumerate(rows):
        if row["slug"] not in known:
            known[row["slug"]] = model.objects.create(
                slug=row["slug"],
                name=row["name"],
                name_en=row.get("name_en", ""),
                everyday="\n".join(row.get("everyday", ())),
                order=order,
                parent=parent,
            )
        _add(model, row.get("children", ()), known[row["slug"]], known)
