"""The guide as pages of the admin, made of the files in `docs/` that editors have in their hands as well."""

from functools import cache
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cms.editing.common.guide_link import anchor

#: The papers of the guide by their names in the address, each with its language.
PAPERS = {"editors-guide": "da", "editing-times": "en", "editing-words": "en"}


@cache
def paper_as_html(name: str) -> str:
    """A paper as HTML, in which HTML of the paper itself is text: its sections can be linked to, and what it says of the others leads to them here."""
    text = (Path(settings.BASE_DIR) / "docs" / f"{name}.md").read_text(encoding="utf-8")
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    for opening, inside in pairwise(tokens):
        if opening.type == "heading_open":
            opening.attrSet("id", anchor(inside.content))
        for token in inside.children or ():
            _lead(token)
    return str(reader.renderer.render(tokens, reader.options, {}))


def _lead(token: Token) -> None:
    """Let a link to a paper of the guide lead to its page; one to any other file leads nowhere here."""
    where = str(token.attrGet("href") or "")
    if token.type != "link_open" or "://" in where:
        return
    name = where.removesuffix(".md")
    token.attrSet("href", reverse("editors_guide_paper", args=[name]) if name in PAPERS else "#")
