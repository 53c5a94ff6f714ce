"""A site that could help nobody in danger says so when it is set up, and says what to run."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from directory.models import CrisisWords, Helpline
from directory.seeds.checks import what_every_site_needs_is_there
from directory.seeds.loading import load_words

pytestmark = pytest.mark.django_db

ALL = {"databases": ["default"]}


def test_an_installation_without_seeds_is_an_error_for_each_thing_that_is_missing():
    found = what_every_site_needs_is_there(**ALL)
    assert {one.id for one in found} == {"vejviser.E004"}
    assert len(found) == 6
    assert all("manage.py prepare" in one.hint for one in found)


def test_an_installation_with_seeds_is_well():
    load_words()
    assert what_every_site_needs_is_there(**ALL) == []


def test_a_topic_of_crisis_without_a_word_is_an_error():
    load_words()
    CrisisWords.objects.filter(topic="violence").update(phrases="")
    (found,) = what_every_site_needs_is_there(**ALL)
    assert "violence" in found.msg


def test_no_help_line_at_all_is_an_error():
    load_words()
    Helpline.objects.all().delete()
    (found,) = what_every_site_needs_is_there(**ALL)
    assert "help lines" in found.msg


def test_nothing_is_missing_while_migrations_wait():
    ((_app, newest),) = MigrationLoader(connection).graph.leaf_nodes("directory")
    MigrationRecorder(connection).record_unapplied("directory", newest)
    assert what_every_site_needs_is_there(**ALL) == []


def test_nothing_is_asked_where_the_database_is_not_to_be_touched(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert what_every_site_needs_is_there() == []
