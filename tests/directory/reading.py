"""What tests read of a page."""

from bs4 import BeautifulSoup


def text_of(response) -> str:
    """All words of a page, with single spaces."""
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())
