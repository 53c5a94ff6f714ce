"""A process of a site, told line by line what to do: `python -m tests.cms.machines.process`."""

import json
import os
import signal
import sys
from contextlib import redirect_stdout
from datetime import timedelta

import django
from django.core.management import call_command
from django.db import close_old_connections
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402 - the models need the settings
from wagtail.models import Site  # noqa: E402

import search  # noqa: E402
from directory.changesets import approving, going_live  # noqa: E402
from directory.changesets.gathering import put_in  # noqa: E402
from directory.changesets.models import ChangeSet  # noqa: E402
from directory.changesets.work import do_sets  # noqa: E402
from directory.models import Heartbeat, IndexStamp, MunicipalityPage, OfferPage, PortalPage, SynonymGroup  # noqa: E402
from tests import factories  # noqa: E402


def visit(path: str, host: str = "localhost") -> dict:
    """What a visitor gets: the status, and whether there is a search field."""
    with override_settings(DEBUG=False):
        answer = Client(raise_request_exception=False).get(path, headers={"host": host})
    text = answer.content.decode()
    return {"status": answer.status_code, "searchable": 'name="q"' in text, "text": text[-3000:]}


def found(text: str) -> list[str]:
    """The titles that are found."""
    ids = search.engine().search(search.Query(text=text)).ids
    titles = dict(OfferPage.objects.values_list("pk", "title"))
    return [titles.get(int(one.partition(":")[2]), "gone") for one in ids]


def begin() -> None:
    """Two municipalities with search pages and a café each."""
    for name in ("Vejle", "Kolding"):
        municipality = factories.MunicipalityFactory(title=name)
        factories.FindOffersFactory(parent=municipality)
        factories.DropInCentreFactory(
            title=f"Kaffe i {name}",
            parent=factories.OrganisationFactory(parent=MunicipalityPage.objects.get(title=name)),
        )
    factories.FindOffersFactory()


def give_site(title: str, host: str) -> None:
    """What an editor of sites does: a municipality gets a host, or another one."""
    page = MunicipalityPage.objects.get(title=title)
    site = Site.objects.filter(root_page=page).first() or Site(root_page=page)
    site.hostname, site.site_name = host, title
    site.save()


def publish(title: str, new: str) -> None:
    """What an editor of offers does: one gets another name."""
    offer = OfferPage.objects.get(title=title).specific
    offer.title = new
    offer.save_revision().publish()


def expire(title: str, seconds: int) -> str:
    """What an editor of offers does: one is to end so soon. Its path."""
    offer = OfferPage.objects.get(title=title).specific
    offer.expire_at = timezone.now() + timedelta(seconds=seconds)
    offer.save_revision().publish()
    return offer.get_url_parts()[2]


def forget_worker() -> None:
    """No worker was ever seen."""
    Heartbeat.objects.filter(name="search").delete()


def add_synonym(head: str, equal: str) -> None:
    """What an editor of words does."""
    SynonymGroup.objects.create(head=head, equal=equal)


def pass_a_day() -> None:
    """All that was written down stands there since the day before yesterday."""
    before = timezone.now() - timedelta(days=2)
    Heartbeat.objects.update(seen=before)
    IndexStamp.objects.update(written=before)


def put_together() -> None:
    """What editors do: every café gets another name, in a set that is to be live now."""
    user = get_user_model().objects.create_superuser("godkender")
    change_set = ChangeSet.objects.create(title="Nye navne", branch_id=PortalPage.objects.get().pk)
    for offer in OfferPage.objects.all():
        put_in(change_set, offer)
        draft = offer.specific
        draft.title = offer.title.replace("Kaffe", "Te")
        draft.save_revision()
    approving.approve(change_set, user, timezone.now(), approving.digest_of_set(approving.look_through(change_set)))


def go_live(dies_after: int = 0) -> dict[str, int]:
    """What a worker does with sets; one that is killed so far into one, or not. The titles, each with its revisions."""
    written, write = [], going_live.write_content

    def killed(*told):
        done = write(*told)
        written.append(done)
        if len(written) == dies_after:
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    going_live.write_content = killed
    do_sets()
    return titles()


def titles() -> dict[str, int]:
    """What the cafés are called, each with how often it was written."""
    return {offer.title: offer.revisions.count() for offer in OfferPage.objects.all()}


def work() -> None:
    """What a worker does in one round."""
    call_command("search_index", "work", once=True)


def main() -> None:
    known = (visit, found, begin, give_site, publish, expire, forget_worker, add_synonym, pass_a_day, work)
    known += (put_together, go_live, titles)
    actions = {act.__name__: act for act in known}
    for line in sys.stdin:
        asked = json.loads(line)
        close_old_connections()
        # One line for each question: what commands say goes elsewhere.
        with redirect_stdout(sys.stderr):
            answer = actions[asked.pop("do")](**asked)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
