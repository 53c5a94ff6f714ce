"""A person wants to be forgotten: the name is found wherever it stands, and taken out where nobody reads it any more."""

import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import PageLogEntry, Revision

from directory.models import Feedback, SearchTerm
from tests import factories

pytestmark = pytest.mark.django_db
NAME = "Sørine Ærø"


@pytest.fixture
def offer():
    """An offer out of which the name was taken: it stands in an older revision alone."""
    made = factories.OfferFactory(title="Huset", registration=f"Ring til {NAME}")
    made.save_revision().publish()
    made.registration = "Ring til værten"
    made.save_revision().publish()
    return made


def forget(name=NAME, *options):
    """What the command said, and whether the name is gone."""
    out = io.StringIO()
    try:
        call_command("forget_person", name, *options, stdout=out)
    except SystemExit:
        return out.getvalue(), False
    return out.getvalue(), True


def test_a_name_that_was_taken_out_is_found_in_an_older_revision_and_first_only_named(offer):
    before = Revision.objects.count()
    said, _gone = forget()
    assert "Would be deleted: an older revision" in said
    assert NAME not in said
    assert Revision.objects.count() == before


def test_the_older_revision_goes_and_the_page_stays_as_it_is(offer):
    said, gone = forget(NAME, "--yes")
    assert "Deleted: an older revision" in said
    assert gone
    assert forget()[0].count("\n") == 1
    offer.refresh_from_db()
    assert (offer.registration, offer.live) == ("Ring til værten", True)
    assert offer.latest_revision is not None


@pytest.mark.parametrize("written", ["SØRINE ÆRØ", "sørine   ærø", "Sørine\nÆrø"])
def test_a_name_is_found_however_it_is_written(offer, written):
    assert "older revision" in forget(written)[0]


def test_what_people_read_is_theirs_to_change_and_is_named_until_they_did():
    offer = factories.OfferFactory(body="<p>Spørg <b>Sørine</b> Ærø.</p>")
    offer.save_revision().publish()
    User.objects.create_user("s", first_name="Sørine Ærø")
    said, gone = forget(NAME, "--yes")
    assert not gone
    for words in ("body", "first_name", "it is the latest"):
        assert words in said
    offer.refresh_from_db()
    assert "Ærø" in offer.body


def test_feedback_searches_and_titles_in_logs_are_taken_out(offer):
    Feedback.objects.create(page=offer, what="wrong", text=f"{NAME} var sød")
    SearchTerm.objects.create(fingerprint="0" * 64, text=NAME.casefold())
    log(instance=offer, action="wagtail.edit", title=f"Kaffe med {NAME}")
    forget(NAME, "--yes")
    assert not Feedback.objects.exists()
    assert not SearchTerm.objects.exists()
    assert not [entry for entry in PageLogEntry.objects.all() if "Sørine" in entry.label]
    assert PageLogEntry.objects.filter(action="wagtail.edit").exists()


def test_a_name_that_nobody_has_is_nowhere(offer):
    said, gone = forget("Nobody Whosoever")
    assert gone
    assert said.count("\n") == 1


def test_a_name_that_is_too_short_to_be_one_is_refused():
    with pytest.raises(CommandError, match="all of it"):
        forget("Bo")


def test_revisions_are_not_kept_for_ever(offer, settings):
    settings.REVISION_DAYS = 100
    Revision.objects.update(created_at=timezone.now() - timedelta(days=101))
    call_command("forget", stdout=io.StringIO())
    assert list(Revision.objects.for_instance(offer)) == [offer.latest_revision]
