"""Drafts of the papers: filled in with what is true here, and honest about what only people know."""

import io

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Site

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def papers(tmp_path, settings):
    """Writes the papers; each by its name."""
    settings.FEEDBACK_DAYS, settings.REVISION_DAYS = 77, 555
    settings.SECURITY_CONTACT = "sikkerhed@example.dk"
    settings.SEARCH_URL = "https://navn:hemmeligt@soeg.example.dk:9200?api_key=hemmeligt"
    vejle = factories.MunicipalityFactory(title="Vejle & Omegn")
    Site.objects.create(hostname="vejle.example.dk", root_page=vejle)
    call_command("papers", tmp_path / "papirer", stdout=io.StringIO())
    return {path.stem: path.read_text() for path in (tmp_path / "papirer").iterdir()}


def test_there_are_three_and_each_says_that_it_is_a_draft(papers):
    assert set(papers) == {"konsekvensanalyse", "fortegnelse", "databehandlerbilag"}
    for text in papers.values():
        assert text.startswith("# ")
        assert "Udkast" in text
        assert "[UDFYLD" in text
        assert "{" not in text


def test_what_the_settings_say_stands_in_them(papers):
    for text in papers.values():
        assert "77 dage" in text
        assert "555 dage" in text
    assert "Vejle & Omegn" in papers["fortegnelse"]
    assert "vejle.example.dk" in papers["databehandlerbilag"]
    assert "sikkerhed@example.dk" in papers["fortegnelse"]
    assert "soeg.example.dk" in papers["databehandlerbilag"]


def test_no_secret_stands_in_them(papers):
    assert not [name for name, text in papers.items() if "hemmeligt" in text]


def test_papers_that_somebody_filled_in_are_not_written_over(papers, tmp_path):
    with pytest.raises(CommandError, match="there already"):
        call_command("papers", tmp_path / "papirer", stdout=io.StringIO())
