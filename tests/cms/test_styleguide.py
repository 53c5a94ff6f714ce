"""The page of all components: for those who build, where it is switched on."""

import pytest
from django.urls import reverse

from cms.settings import base, development
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


def test_it_is_served_in_development_only():
    assert development.STYLEGUIDE
    assert not base.STYLEGUIDE


def test_where_it_is_on_it_is_shown_and_the_admin_leads_to_it(client, settings):
    settings.STYLEGUIDE = True
    response = client.get("/stil/")
    assert response.status_code == 200
    assert "need_card" in response.content.decode()
    assert "unsafe" not in response["Content-Security-Policy"]
    assert reverse("styleguide") in people.signed_in(people.operator()).get("/admin/").content.decode()


def test_where_it_is_off_nothing_is_there(client):
    assert client.get("/stil/").status_code == 404
    assert "/stil/" not in people.signed_in(people.operator()).get("/admin/").content.decode()
