"""Who works here learns which version runs and what is new; administrators get messages in their time."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.municipalities.adding import add
from cms.municipalities.area import Area
from cms.papers.facts import program_version
from cms.releases import reading
from cms.releases.reading import Message, Weight, all_messages, messages, releases
from directory.models import Role
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


def test_the_version_that_runs_has_its_news_and_every_message_ends():
    assert releases()[0].version == program_version()
    assert all(sentence.endswith((".", "?")) for release in releases() for sentence in release.news)
    assert all(message.begins <= message.ends for message in all_messages())


def test_what_is_new_is_told_to_everybody_who_works_here():
    anna = people.signed_in(people.editor("anna", factories.OrganisationFactory(), "change_page"))
    page = anna.get(reverse("whats_new")).content.decode()
    assert f"version {program_version()}" in page
    assert releases()[0].news[0] in page
    assert reverse("whats_new") in anna.get("/admin/").content.decode()


def test_a_message_is_told_in_its_time_and_the_heaviest_comes_first(monkeypatch):
    note = Message("En note.", date(2027, 1, 1), date(2027, 1, 31), Weight.NOTE)
    heavy = Message("Noget vigtigt.", date(2027, 1, 15), date(2027, 2, 15), Weight.IMPORTANT)
    monkeypatch.setattr(reading, "all_messages", lambda: (note, heavy))
    assert messages(date(2026, 12, 31)) == []
    assert messages(date(2027, 1, 1)) == [note]
    assert messages(date(2027, 1, 31)) == [heavy, note]
    assert messages(date(2027, 2, 15)) == [heavy]
    assert messages(date(2027, 2, 16)) == []


def test_administrators_and_operators_get_messages_and_editors_do_not(monkeypatch):
    today = timezone.localdate()
    monkeypatch.setattr(reading, "all_messages", lambda: (Message("Opgrader nu.", today, today, Weight.IMPORTANT),))
    vejle = factories.MunicipalityFactory(title="Vejle")
    add(Area(vejle), "vejle.localhost")
    sees = {}
    for role in (Role.EDITOR, Role.ADMINISTRATOR):
        user = people.editor(role, vejle, "add_page")
        user.groups.add(Area(vejle).groups().get(role=role).group)
        sees[role] = "Opgrader nu." in people.signed_in(user).get("/admin/").content.decode()
    assert sees == {Role.EDITOR: False, Role.ADMINISTRATOR: True}
    assert "<strong>Opgrader nu.</strong>" in people.signed_in(people.operator()).get("/admin/").content.decode()
