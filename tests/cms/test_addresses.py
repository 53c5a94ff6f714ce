"""Addresses that no page of the tree answers."""

from pathlib import Path

import pytest
from django.conf import settings


@pytest.fixture
def picture():
    """A drawing as an editor uploads it, with a script that somebody hid in it."""
    path = Path(settings.MEDIA_ROOT) / "tegning.svg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    yield path
    path.unlink()


@pytest.mark.django_db
def test_an_uploaded_picture_is_shown_without_debug_and_its_script_may_not_run(client, picture):
    answer = client.get(f"{settings.MEDIA_URL}{picture.name}")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/svg+xml"
    policy = answer["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "'unsafe-inline'" not in policy
    answer.close()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["../vejviser.sqlite3", "..%2Fsecret-key", "", "findes-ikke.png"])
def test_nothing_beside_the_uploads_is_given_away(client, path):
    assert client.get(f"/media/{path}").status_code in {400, 404}
