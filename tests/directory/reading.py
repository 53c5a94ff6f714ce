"""What tests ask of a site, and read of its answer."""

from bs4 import BeautifulSoup

VEJLE = "vejle.localhost"
#: What the cards of hits are headed, without what a looser search shows beside them.
HEADINGS = ".vv-cards:not([aria-labelledby=more]) .card-heading"


def get(client, path, host=VEJLE):
    return client.get(path, HTTP_HOST=host)


def text_of(response) -> str:
    """All words of a page, with single spaces."""
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())


def words_of(response) -> str:
    """The words of what a page is about, with single spaces."""
    return " ".join(BeautifulSoup(response.content, "html.parser").select_one("main").get_text(" ").split())


def titles_of(response) -> list[str]:
    """What the cards of the hits of a page are headed."""
    return titles_in(BeautifulSoup(response.content, "html.parser"))


def titles_in(soup) -> list[str]:
    return [heading.get_text(strip=True) for heading in soup.select(HEADINGS)]
