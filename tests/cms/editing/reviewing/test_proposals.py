"""What the places answer, in the admin: field by field, with a reason that reaches them."""

from datetime import date

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.urls import reverse
from django.utils import timezone

from directory.models import OfferPage, Role
from directory.reviewing.models import Proposal, Question, ReviewPlan
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
CHANGES = {"phone": ["12345678", "87654321"], "teaser": ["Et sted at være.", "Vi strikker."]}


def proposal(offer=None, **facts):
    offer = offer or factories.OfferFactory(title="Strikkecafé", phone="12345678")
    question = Question.objects.create(
        offer_id=offer.pk, recipient="huset@example.dk", asked_on=date(2026, 11, 1), closed_on=date(2026, 11, 2)
    )
    told = {"changes": CHANGES, "note": ""} | facts
    return Proposal.objects.create(offer_id=offer.pk, question=question, **told)


def address(row):
    return reverse("proposal", args=[row.pk])


def shown(row):
    return OfferPage.objects.get(pk=row.offer_id)


def test_what_stands_and_what_is_proposed_are_seen_side_by_side(operator):
    row = proposal(note="Vi er <b>flyttet</b>.")
    html = operator.get(address(row)).content.decode()
    for said in ("12345678", "87654321", "Et sted at være.", "Vi strikker.", "Telefon", "&lt;b&gt;flyttet"):
        assert said in html
    assert shown(row).phone == "12345678"


def test_all_that_is_taken_is_published_in_the_name_of_the_place(operator):
    row = proposal()
    operator.post(address(row), {"accepted": ["phone", "teaser"], "reason": ""})
    offer = shown(row)
    assert (offer.phone, offer.teaser, offer.verified_on) == ("87654321", "Vi strikker.", timezone.localdate())
    row.refresh_from_db()
    assert (row.accepted, row.decided_by.username) == (["phone", "teaser"], "operator")
    assert mail.outbox == []


def test_what_is_not_taken_needs_a_reason_and_the_reason_reaches_the_place(operator):
    row = proposal()
    assert "reason" in operator.post(address(row), {"accepted": ["phone"], "reason": " "}).context["form"].errors
    assert shown(row).phone == "12345678"
    operator.post(address(row), {"accepted": ["phone"], "reason": "Den er for lang."})
    assert (shown(row).phone, shown(row).teaser) == ("87654321", "Et sted at være.")
    letter = mail.outbox[0]
    assert letter.to == ["huset@example.dk"]
    assert "Den er for lang." in letter.body
    assert "én linje" in letter.body


def test_a_server_without_mail_leaves_everything_as_it_was(operator, monkeypatch):
    def away(self, messages):
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "send_messages", away)
    row = proposal()
    page = operator.post(address(row), {"accepted": ["phone"], "reason": "Nej"})
    assert "Mailen kunne ikke sendes" in page.content.decode()
    row.refresh_from_db()
    assert (row.decided_on, shown(row).phone) == (None, "12345678")


def test_what_somebody_changed_in_between_is_marked_and_not_ticked(operator):
    row = proposal()
    OfferPage.objects.update(phone="11111111")
    html = operator.get(address(row)).content.decode()
    assert "ændret imens" in html
    assert html.count("checked") == 1


def test_a_field_that_was_not_proposed_cannot_be_taken(operator):
    row = proposal()
    assert operator.post(address(row), {"accepted": ["title"], "reason": "x"}).status_code == 200
    row.refresh_from_db()
    assert row.decided_on is None


def test_after_one_comes_the_next_and_then_the_list(operator):
    first, second = proposal(), proposal()
    answer = operator.post(address(first), {"accepted": list(CHANGES), "reason": ""})
    assert answer.headers["Location"] == address(second)
    answer = operator.post(address(second), {"accepted": list(CHANGES), "reason": ""})
    assert answer.headers["Location"] == reverse("proposals")
    assert operator.get(address(first)).status_code == 404


def test_what_a_place_says_is_gone_stands_above_the_list_until_it_is_taken_down(operator):
    offer = factories.OfferFactory(title="Nedlagt klub")
    Question.objects.create(offer_id=offer.pk, recipient="x@example.dk", asked_on=date(2026, 11, 1), answer="gone",
                            answered_on=date(2026, 11, 2), closed_on=date(2026, 11, 2))  # fmt: skip
    assert "Nedlagt klub" in operator.get(reverse("proposals")).content.decode()
    offer.unpublish()
    assert "Nedlagt klub" not in operator.get(reverse("proposals")).content.decode()


def test_an_editor_without_the_right_to_publish_decides_nothing():
    row = proposal()
    writer = people.signed_in(people.editor("anna", shown(row).get_parent(), "add_page", "change_page"))
    for asked in (
        writer.get(address(row)),
        writer.post(address(row), {"accepted": ["phone"]}),
        writer.get(reverse("proposals")),
    ):
        assert asked.status_code in {302, 403}
    assert shown(row).phone == "12345678"


def test_the_letters_of_another_municipality_are_not_there(vejle, kolding):
    row = proposal(OfferPage.objects.get(pk=kolding.rows["offer"].pk))
    approver = vejle.browser(Role.APPROVER)
    assert approver.get(address(row)).status_code == 404
    assert approver.get(reverse("letters_plan", args=[kolding.page.pk])).status_code == 404
    assert approver.post(reverse("letters_plan", args=[0]), {"is_on": "on"}).status_code == 404
    sent = {"sender": "Vejle Kommune", "reply_to": "a@vejle.example.dk", "is_on": "on"}
    assert approver.post(reverse("letters_plan", args=[vejle.page.pk]), sent).status_code == 302
    assert ReviewPlan.objects.get().municipality_id == vejle.page.pk


def test_the_letter_can_be_read_before_it_is_switched_on(operator):
    municipality = factories.MunicipalityFactory(title="Vejle")
    house = factories.OrganisationFactory(parent=municipality, email="huset@example.dk")
    factories.OfferFactory(title="Strikkecafé", parent=house)
    plan = reverse("letters_plan", args=[municipality.pk])
    operator.post(plan, {"sender": "Vejle Kommune", "reply_to": "a@vejle.example.dk"})
    html = operator.get(plan).content.decode()
    assert "huset@example.dk" in html
    assert "Alt passer:" in html
    assert (ReviewPlan.objects.get().is_on, mail.outbox, Question.objects.count()) == (False, [], 0)
