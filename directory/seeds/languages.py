"""Languages that are met in Danish municipalities' offers."""

from directory.models import Language
from directory.seed_data import seed_data
from directory.seeds.table import SeedTable, Values


class LanguageSeeds(SeedTable):
    """The languages with their Danish names, by BCP 47."""

    model = Language
    name = "language"
    key_field = "code"
    fields = ("name",)

    def shipped(self) -> dict[str, Values]:
        return {code: {"name": name} for code, name in seed_data("languages.json").items()}
