"""Whether the HTML is valid as far as its parser can tell, and whether what it names is there."""

from collections import Counter
from itertools import pairwise

import html5lib
from bs4 import BeautifulSoup


def faults(html: str) -> list[str]:
    """Errors of parsing, ids that stand twice, headings that skip a level, and names that point at nothing."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    found = [f"line {where[0]}: {error}" for where, error, _more in parser.errors]
    soup = BeautifulSoup(html, "html5lib")
    ids = Counter(tag["id"] for tag in soup.find_all(id=True))
    found += [f'the id "{name}" stands {count} times' for name, count in ids.items() if count > 1]
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        named = {name for tag in soup.find_all(attrs={attribute: True}) for name in tag[attribute].split()}
        found += [f'{attribute} names "{name}", which is not there' for name in sorted(named - ids.keys())]
    asked = {use["href"].removeprefix("#") for use in soup.find_all("use")}
    found += [f'the symbol "{name}" is not drawn' for name in sorted(asked - ids.keys())]
    return found + _headings(soup)


def _headings(soup: BeautifulSoup) -> list[str]:
    levels = [int(tag.name[1]) for tag in soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
    found = [] if levels.count(1) == 1 else [f"{levels.count(1)} main headings"]
    return found + [
        f"a heading of level {below} follows one of level {above}"
        for above, below in pairwise(levels)
        if below > above + 1
    ]
