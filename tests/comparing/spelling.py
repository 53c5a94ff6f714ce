"""What is written differently though nothing is different, and how it is written here so that it can be compared.

No more than this:
- keys of offers, where the two checkouts gave an offer different ones: the path of its page stands in their place, in
  addresses and fields of lists and of feedback and in marks of cards (`t12`); the code to scan that leads to a list is left out.
- names of static files, where the two differ in content: the name without its hash.
- the headers `Content-Length`, which follows from the body, and `Last-Modified`, which is when a checkout was prepared.
"""

import re
from dataclasses import dataclass

LEFT_OUT = {"Content-Length", "Last-Modified"}
#: Where keys of offers stand: "12" or "12-34" after one of these.
KEYED = re.compile(
    r"""(id="t|\#t|/liste/|%2Fliste%2F|[?&;]liste=|%3Fliste%3D|%26liste%3D|[?&;]tilbud=|name="(?:about|liste)"\ value=")(\d+(?:-\d+)*)\b""",
    re.VERBOSE,
)
#: In links that send a list's address to somebody: such a page has a code that leads there, too.
HANDED_OVER = "%2Fliste%2F"
SCANNED = re.compile(r'(<div class="vv-qr"[^>]*>)<svg.*?</svg>', re.DOTALL)


def unlike(mine: dict, other: dict) -> dict:
    """What the one has that the other has not, or has otherwise."""
    return {name: value for name, value in mine.items() if other.get(name) != value}


@dataclass(frozen=True)
class Spelling:
    """How one of the two checkouts writes what the other writes differently."""

    offers: dict[str, str]
    files: dict[str, str]

    @classmethod
    def of(cls, mine: dict, other: dict) -> "Spelling":
        """The one's, by what the two hold; see `asking.held`."""
        offers = {str(key): path for path, key in unlike(mine["keys"], other["keys"]).items()}
        return cls(offers, {hashed: name for name, hashed in unlike(mine["static"], other["static"]).items()})

    def text(self, answer: dict) -> str:
        """An answer as it is compared: a line for its status, one for each header, then the body."""
        headers = [f"{name}: {value}" for name, value in answer["headers"] if name not in LEFT_OUT]
        return self.same("\n".join([f"Status: {answer['status']}", *headers, "", answer["body"]]))

    def same(self, text: str) -> str:
        """The text without what only this checkout writes so."""
        for hashed, name in self.files.items():
            text = text.replace(hashed, name)
        if not self.offers:
            return text
        named = KEYED.sub(self.named, text)
        return SCANNED.sub(r"\1", named) if HANDED_OVER in named else named

    def named(self, found: re.Match[str]) -> str:
        """A row of keys with the paths of offers in place of those that are others in the other checkout."""
        keys = (self.offers.get(key, key) for key in found[2].split("-"))
        return found[1] + "-".join(keys)
