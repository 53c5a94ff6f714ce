"""Rich text on its way between installations: nothing in it can act, and links to offers name them by their lasting id."""

from collections.abc import Callable

from bs4 import BeautifulSoup
from wagtail.whitelist import Whitelister, attribute_rule, check_url

#: The kind of link that stands for one to an offer, in a file.
OFFER_LINK = "offer"


def _address(url: str) -> str | None:
    told = check_url(url)
    return told and told.replace('"', "%22")


_BLOCK = attribute_rule({"data-block-key": lambda key: key if key.isalnum() else None})
_WORDS = attribute_rule({})


class _Allowed(Whitelister):
    element_rules = {
        "[document]": _WORDS,
        **dict.fromkeys(("p", "li", "h2", "h3", "h4"), _BLOCK),
        **dict.fromkeys(("b", "strong", "i", "em", "ul", "ol", "br", "hr"), _WORDS),
        "a": attribute_rule(
            {"href": _address, "linktype": lambda kind: kind if kind == OFFER_LINK else None, "id": True}
        ),
    }


def clean(html: str) -> str:
    """Rich text of a file with what an editor could have written, and nothing else."""
    page = BeautifulSoup(html, "html.parser")
    _Allowed().clean_node(page, page)
    return page.decode(formatter="minimal")


def with_lasting_links(html: str, name_of: Callable[[int], str | None], address_of: Callable[[str, int], str]) -> str:
    """Links to pages and documents of this installation by lasting id where there is one, else by their address."""
    if "linktype=" not in html:
        return html
    page = BeautifulSoup(html, "html.parser")
    for link in page.find_all("a", linktype=True):
        kind, key = link["linktype"], int(link.get("id", 0))
        name = name_of(key) if kind == "page" else None
        link.attrs = {"linktype": OFFER_LINK, "id": name} if name else {"href": address_of(kind, key)}
    return page.decode(formatter="minimal")


def linked(html: str) -> list[str]:
    """The lasting ids that a text links to."""
    return [link.get("id", "") for link in BeautifulSoup(html, "html.parser").find_all("a", linktype=OFFER_LINK)]


def with_local_links(html: str, keys: dict[str, int]) -> str:
    """The same links by the keys that pages have here; of a link to an offer that is not here the words stay."""
    if f'linktype="{OFFER_LINK}"' not in html:
        return html
    page = BeautifulSoup(html, "html.parser")
    for link in page.find_all("a", linktype=OFFER_LINK):
        if link.get("id") in keys:
            link.attrs = {"linktype": "page", "id": str(keys[link["id"]])}
        else:
            link.unwrap()
    return page.decode(formatter="minimal")
