"""The region that a municipality lies in, by the municipality's official number, until regions are merged in 2027."""

from functools import lru_cache

from directory.seed_data import seed_data

#: Numbers of municipalities that lie in another region than others that begin like them.
_SJAELLAND = {"0253", "0259", "0265", "0269"}
_MIDTJYLLAND = {"0615", "0657", "0661", "0665", "0671"}
_NORDJYLLAND = {"0773", "0787"}
_HOVEDSTADEN = {"0400", "0411"}
#: Otherwise the first two digits tell.
_BY_BEGINNING = {
    "01": "Region Hovedstaden",
    "02": "Region Hovedstaden",
    "03": "Region Sjælland",
    "04": "Region Syddanmark",
    "05": "Region Syddanmark",
    "06": "Region Syddanmark",
    "07": "Region Midtjylland",
    "08": "Region Nordjylland",
}
_EXCEPTIONS = (
    dict.fromkeys(_SJAELLAND, "Region Sjælland")
    | dict.fromkeys(_MIDTJYLLAND, "Region Midtjylland")
    | dict.fromkeys(_NORDJYLLAND, "Region Nordjylland")
    | dict.fromkeys(_HOVEDSTADEN, "Region Hovedstaden")
)


@lru_cache(maxsize=1)
def _by_slug() -> dict[str, str]:
    codes = {row["slug"]: row["code"] for row in seed_data("municipalities.json").values()}
    return {slug: _EXCEPTIONS.get(code) or _BY_BEGINNING.get(code[:2], "") for slug, code in codes.items()}


def region_of(slug: str) -> str:
    """The region of a municipality by its short name; empty for the portal, and for one that is made up."""
    return _by_slug().get(slug, "")
