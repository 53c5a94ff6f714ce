"""Reports for editors: what makes an offer easy to come to, what is missing where, how fast answers come, and the mail of the month."""

import csv
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.urls import reverse
from django.utils import timezone

from directory.models import Feedback, OfferAudience, OfferPage, OpeningHours, Role
from directory.panels.easier import EASIER
from directory.reporting.figures import figures_of, oldest
from directory.reporting.gaps import gaps_in
from directory.reporting.models import MonthlyReport, NotRelevant
from directory.reporting.monthly import ask_for, send_monthly
from directory.reporting.score import things_of, with_score
from directory.reviewing.models import Proposal, ReviewQuestion
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
FIGURES, GAPS, SCORE = (reverse(name) for name in ("figures_report", "gaps_report", "score_report"))


def read_csv(answer):
    return list(csv.reader(b"".join(answer.streaming_content).decode().splitlines()))


def told(offer):
    """How many of the things an offer tells, as the list counts it and as its own page does."""
    counted = with_score(OfferPage.objects.filter(pk=offer.pk)).get().told
    assert counted == sum(thing.told and thing.relevant for thing in things_of(offer.specific))
    return counted


def test_each_thing_counts_once_however_it_is_told():
    offer = factories.OfferFactory()
    assert told(offer) == 0
    offer.phone, offer.email, offer.free, offer.no_demands = "12345678", "a@example.dk", "yes", "unknown"
    offer.needs = [factories.NeedFactory(), factories.NeedFactory()]
    offer.opening_hours = [OpeningHours(weekday=day, opens="10:00", closes="12:00") for day in range(3)]
    offer.save()
    assert told(offer) == 4


def test_what_is_not_relevant_counts_neither_way(operator):
    offer = factories.OfferFactory(free="yes")
    page = reverse("offer_score", args=[offer.pk])
    assert "1 ud af 12" in operator.get(page).content.decode()
    for thing in ("price", "picture"):
        operator.post(page, {"thing": thing, "relevant": "no"})
    assert "0 ud af 10" in operator.get(page).content.decode()
    assert told(offer) == 0
    operator.post(page, {"thing": "price", "relevant": "yes"})
    assert "1 ud af 11" in operator.get(page).content.decode()
    assert operator.post(page, {"thing": "andet", "relevant": "no"}).status_code == 404
    assert NotRelevant.objects.count() == 1


def test_each_thing_leads_to_its_field_in_the_form(operator):
    offer = factories.OfferFactory()
    form = BeautifulSoup(operator.get(reverse("wagtailadmin_pages:edit", args=[offer.pk])).content, "html.parser")
    page = BeautifulSoup(operator.get(reverse("offer_score", args=[offer.pk])).content, "html.parser")
    named = [link["href"].partition("#")[2] for link in page.select("main th a[href*='#id_']")]
    assert len(named) == len(EASIER)
    # The button that adds a row is laid down by the browser.
    assert all(form.select_one(f"#{name}") or f"{name}" in str(form) for name in named)


def test_the_list_has_those_that_tell_least_first_and_is_a_table(operator, django_assert_max_num_queries):
    factories.OfferFactory(title="Meget", free="yes", phone="12345678")
    factories.OfferFactory(title="Intet")
    factories.OfferFactory(title="Kladde", live=False)
    operator.get(SCORE)
    with django_assert_max_num_queries(25):
        html = operator.get(SCORE).content.decode()
    assert html.index("Intet") < html.index("Meget")
    assert "Kladde" not in html
    rows = read_csv(operator.get(SCORE, {"export": "csv"}))
    assert [row[0] for row in rows[1:]] == ["Intet", "Meget"]
    assert [row[2] for row in rows[1:]] == ["0", "2"]


def test_gaps_count_what_is_for_everybody_and_what_stands_below():
    vejle = factories.MunicipalityFactory(title="Vejle")
    house = factories.OrganisationFactory(parent=vejle)
    calm = factories.NeedFactory(name="Ro")
    sleep = factories.NeedFactory(name="Søvn", parent=calm)
    factories.NeedFactory(name="Mad")
    young, old = factories.TargetGroupFactory(name="Unge"), factories.TargetGroupFactory(name="Ældre")
    for_young = [OfferAudience(level="only", target_group=young)]
    factories.OfferFactory(parent=house, needs=[sleep], audiences=for_young)
    fresh = type(house).objects.get(pk=house.pk)
    factories.OfferFactory(parent=fresh, needs=[calm], audiences=[OfferAudience(level="open")])
    fresh = type(house).objects.get(pk=house.pk)
    factories.OfferFactory(parent=fresh, needs=[calm], audiences=[OfferAudience(level="open")], live=False)
    found = {(gap.need, gap.group): gap.offers for gap in gaps_in(vejle)}
    assert found == {("Ro", "Unge"): 2, ("Ro", "Ældre"): 1, ("Mad", "Unge"): 0, ("Mad", "Ældre"): 0}
    assert [gap.offers for gap in gaps_in(vejle)] == [0, 0, 1, 2]
    assert old.pk


def test_gaps_are_shown_of_the_own_municipality_alone(vejle, kolding):
    factories.TargetGroupFactory(name="Unge")
    client = vejle.browser(Role.EDITOR)
    html = client.get(GAPS, {"area": kolding.page.path}).content.decode()
    assert "Unge" in html
    assert kolding.page.title not in html
    assert read_csv(client.get(GAPS, {"export": "csv", "area": "' OR 1"}))[0] == ["Behov", "Målgruppe", "Tilbud"]


def test_figures_tell_what_waits_and_how_many_days_half_of_the_answers_took():
    today = date(2026, 11, 30)
    offer = factories.OfferFactory(verified_on=date(2026, 1, 1))
    factories.OfferFactory(parent=offer.get_parent().specific)
    for days in (1, 3, 8):
        asked = today - timedelta(days=20)
        Feedback.objects.create(page=offer, what="wrong", day=asked, handled_on=asked + timedelta(days=days))
    Feedback.objects.create(page=offer, what="wrong", day=today)
    # Too long ago to say anything of today.
    Feedback.objects.create(page=offer, what="wrong", day=date(2026, 1, 1), handled_on=date(2026, 2, 1))
    question = ReviewQuestion.objects.create(offer_id=offer.pk, recipient="a@example.dk", asked_on=today)
    Proposal.objects.create(offer_id=offer.pk, question=question, proposed_on=today, decided_on=today)
    found = figures_of(OfferPage.objects.all(), today)[0]
    assert (found.offers, found.never, found.overdue) == (2, 1, 1)
    assert (found.messages.waiting, found.messages.handled, found.messages.median) == (1, 3, 3)
    assert (found.proposals.waiting, found.proposals.handled, found.proposals.median) == (0, 1, 0)
    assert [row.verified_on for row in oldest(OfferPage.objects.all(), 5)][-1] == date(2026, 1, 1)


def test_figures_are_those_of_the_own_municipality_on_the_page_and_as_a_table(vejle, kolding):
    client = vejle.browser(Role.EDITOR)
    html = client.get(FIGURES).content.decode()
    assert (vejle.page.title in html, kolding.page.title in html) == (True, False)
    assert [row[0] for row in read_csv(client.get(FIGURES, {"export": "csv"}))] == ["Kommune", vejle.page.title]


def test_the_page_of_an_offer_is_for_those_who_may_edit_it(vejle, kolding):
    page = reverse("offer_score", args=[kolding.rows["offer"].pk])
    client = vejle.browser(Role.ADMINISTRATOR)
    assert client.get(page).status_code in {302, 403, 404}
    client.post(page, {"thing": "price", "relevant": "no"})
    assert NotRelevant.objects.count() == 0
    assert vejle.browser(Role.READER).get(FIGURES).status_code in {302, 403}


def test_the_mail_comes_once_a_month_to_whoever_asked_and_tells_of_the_own_offers(vejle, kolding):
    person = vejle.person(Role.EDITOR)
    client = people.signed_in(person)
    client.post(FIGURES, {"wanted": "yes"})
    this_month = timezone.localdate().replace(day=1)
    next_month = (this_month + timedelta(days=32)).replace(day=1)
    assert [send_monthly(this_month), send_monthly(next_month), send_monthly(next_month)] == [0, 1, 0]
    letter = mail.outbox[0]
    assert letter.to == [person.email]
    assert vejle.rows["offer"].title in letter.body
    assert kolding.marker not in letter.body
    assert kolding.page.title not in letter.body
    client.post(FIGURES, {"wanted": "no"})
    assert (send_monthly(next_month + timedelta(days=40)), len(mail.outbox)) == (0, 1)


def test_a_server_without_mail_lets_the_mail_wait(vejle, monkeypatch):
    def away(self, messages):
        raise ConnectionRefusedError

    person = vejle.person(Role.EDITOR)
    ask_for(person, wanted=True, today=date(2026, 10, 3))
    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", away)
        with pytest.raises(ConnectionRefusedError):
            send_monthly(date(2026, 11, 1))
    assert MonthlyReport.objects.get().month == date(2026, 10, 1)
    assert send_monthly(date(2026, 11, 1)) == 1


def test_an_account_that_was_closed_gets_no_mail(vejle):
    person = vejle.person(Role.EDITOR)
    ask_for(person, wanted=True, today=date(2026, 10, 3))
    person.is_active = False
    person.save()
    assert send_monthly(date(2026, 11, 1)) == 0
