"""What a text is made of: a few plain blocks, so that every page stays easy to write and easy to read."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class TextBlocks(blocks.StreamBlock):
    """Headings, text, lists and numbered steps."""

    heading = blocks.CharBlock(
        label=_("Heading"), icon="title", max_length=80, template="directory/texts/_heading.html"
    )
    text = blocks.RichTextBlock(label=_("Text"), icon="pilcrow", features=["bold", "link"])
    list = blocks.ListBlock(
        blocks.CharBlock(label=_("Point"), max_length=200),
        label=_("List"),
        icon="list-ul",
        template="directory/texts/_list.html",
    )
    steps = blocks.ListBlock(
        blocks.CharBlock(label=_("Step"), max_length=200),
        label=_("Steps, in order"),
        icon="list-ol",
        template="directory/texts/_steps.html",
    )


def words_of(body) -> str:
    """All that is written in a text, without markup."""
    return "\n".join(body.stream_block.get_searchable_content(body))
