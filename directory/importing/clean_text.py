"""Text as it comes from elsewhere: made plain, made into addresses, made into paragraphs."""

import html
import re
import unicodedata

from directory.addresses import danish_slug

_SILENT = re.compile(r"<(script|style)\b.*?(</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(br|/p|/li|/div|/h\d)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!][^>]*>")
_ENTITY = re.compile(r"&(#\d{1,6}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")


def has_markup(text: str) -> bool:
    """Whether a text that should be plain holds tags or entities of HTML."""
    return bool(_TAG.search(text) or _ENTITY.search(text))


def plain(text: str) -> str:
    """Text without markup and control characters, in one Unicode form, with tidy spaces."""
    text = html.unescape(_TAG.sub(" ", _BREAK.sub("\n", _SILENT.sub(" ", text)))) if has_markup(text) else text
    text = unicodedata.normalize("NFC", text)
    text = "".join(
        letter
        for letter in text
        if letter in "\n\t" or unicodedata.category(letter) not in {"Cc", "Cf"} or letter == "\u00ad"
    )
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in text.replace("\u00ad", "").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def paragraphs(text: str) -> str:
    """Plain text as the paragraphs of a rich text field; nothing in it is markup."""
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.split("\n") if line)


def ascii_slug(text: str, longest: int = 60) -> str:
    """A name as part of an address: Danish letters spelled out, cut between words."""
    slug = danish_slug(text)
    if len(slug) > longest:
        slug = slug[: longest + 1].rpartition("-")[0] or slug[:longest]
    return slug.strip("-")


def free_slug(text: str, taken, fallback: str) -> str:
    """An address that nobody has yet: the name, then the name with a number."""
    wanted = ascii_slug(text) or fallback
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
