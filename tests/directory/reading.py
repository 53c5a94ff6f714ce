"""What tests ask of a site, and read of its answer."""

from bs4 import BeautifulSoup

VEJLE = "vejle.localhost"


def get(client, path, host=VEJLE):
    return client.get(path, HTTP_HOST=host)


def text_of(response) -> str:
    """All words of a page, with single spaces."""
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())


def words_of(response) -> str:
    """The words of what a page is about, with single spaces."""
    return " ".join(BeautifulSoup(response.content, "html.parser").select_one("main").get_text(" ").split())


def titles_of(response) -> list[str]:
    """What the cards of a page are headed."""
    headings = BeautifulSoup(response.content, "html.parser").select(".card-heading")
    return [heading.get_text(strip=True) for heading in headings]
