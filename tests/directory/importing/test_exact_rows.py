"""Rows in which all of an offer stands, as somebody may have written them who means no good."""

import pytest

from directory.models import OfferPage

pytestmark = pytest.mark.django_db


def exact(**changes):
    told = {"fields": {"title": "Huset", "teaser": "Et sted."}, "organisation": {"name": "Foreningen"}} | changes
    return {"id": "x", "kind": "drop_in_centre", "municipality": "vejle", "exact": told}


@pytest.mark.usefixtures("branches")
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"fields": {"title": "Huset", "teaser": "T", "is_admin": True}}, "is_admin"),
        ({"fields": []}, "fields"),
        ({"fields": {"title": "Huset", "teaser": ["a"]}}, "teaser"),
        ({"fields": {"title": "Huset", "teaser": "T", "access": "sesam"}}, "access"),
        ({"fields": {"title": "Huset", "teaser": "Ring 010190-1234"}}, "teaser"),
        ({"opening_hours": "altid"}, "opening_hours"),
        ({"opening_hours": [{"weekday": 99, "opens": "10:00", "closes": "11:00"}]}, "weekday"),
        ({"links": [{"direction": "down", "to": "y"}]}, "direction"),
        ({"picture": {"file": "../../etc/passwd", "sha1": "", "title": "x"}}, "file"),
        ({"place": "hjemme"}, "place"),
        ({"organisation": {}}, "name"),
    ],
)
def test_a_row_that_cannot_be_true_is_refused_with_a_word_on_what(run, changes, said):
    answer = run([exact(**changes)])
    assert "Refused: 1." in answer
    assert said in answer
    assert not OfferPage.objects.exists()


@pytest.mark.usefixtures("branches")
def test_nothing_in_a_text_from_elsewhere_can_act(run):
    body = '<p onclick="x()">Hej<script>alert(1)</script><a href="javascript:x()">her</a><img src=x onerror=y></p>'
    run([exact(fields={"title": "Huset", "teaser": "T", "body": body})])
    told = OfferPage.objects.get().body
    assert "Hej" in told
    for word in ("script>", "onclick", "javascript", "onerror", "<img"):
        assert word not in told


@pytest.mark.usefixtures("branches")
def test_terms_and_pictures_that_are_not_here_are_named(run):
    picture = {"file": "doer.png", "sha1": "0" * 40, "title": "Døren"}
    said = run([exact(needs=["ukendt"], picture=picture, audiences=[{"level": "only", "target_group": "ingen"}])])
    for word in ("ukendt", "ingen", "doer.png"):
        assert word in said
    assert OfferPage.objects.get().picture is None
