"""Common descriptions in the admin: written, checked, hidden, taken by one answer, and each municipality its own."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from directory.entitlements.editions import mark_checked
from directory.models import CommonDescription, OfferPage, Role
from tests import factories
from tests.cms.editing import people
from tests.directory.entitlements.describing import FREE, days_ahead, described, line, saved, take

pytestmark = pytest.mark.django_db


def written(*lines, **facts):
    """What the form of a description sends."""
    told = {"name": "Prøvehjælp", "municipality": "", "words": "", "lines": inline_formset(lines)}
    return nested_form_data({**told, **facts})


def told(text=FREE, part="right", **facts):
    days = {"read_on": timezone.localdate().isoformat(), "valid_to": days_ahead(30).isoformat()}
    return {"part": part, "text": text, "url": "https://example.org/1"} | days | facts


def add():
    return reverse(CommonDescription.snippet_viewset.get_url_name("add"))


def edit(row):
    return reverse(CommonDescription.snippet_viewset.get_url_name("edit"), args=[row.pk])


def page_of(row):
    return reverse("check_description", args=[row.pk])


def fresh(row):
    return CommonDescription.objects.get(pk=row.pk)


def checked(row):
    return [bool(edition.checked_on) for edition in fresh(row).editions.all()]


def shown(offer):
    return OfferPage.objects.get(pk=offer.pk).description_edition


def test_what_is_saved_is_an_edition_that_nobody_has_checked(operator):
    assert operator.post(add(), written(told())).status_code == 302
    row = CommonDescription.objects.get()
    assert [one.text for one in row.newest.law_lines] == [FREE]
    assert checked(row) == [False]
    listing = operator.get(reverse(CommonDescription.snippet_viewset.get_url_name("list"))).content.decode()
    assert "Ingen har kontrolleret den endnu" in listing
    assert "Ingen har kontrolleret den endnu" in operator.get(page_of(row)).content.decode()


@pytest.mark.parametrize(
    "lines",
    [
        [told(f"Ret {number}.") for number in range(6)],
        [told("Et.", "what"), told("To.", "what")],
        [told("Et.", "decides"), told("To.", "decides")],
        [told(url="javascript:alert(1)")],
        [told(valid_to="")],
        [told(url="")],
        [],
    ],
)
def test_too_many_lines_and_lines_without_address_or_day_are_refused(operator, lines):
    assert operator.post(add(), written(*lines)).status_code == 200
    assert not CommonDescription.objects.exists()


def test_who_checks_it_stands_there_with_the_day(operator):
    row = described(checked=False)
    operator.post(page_of(row), {"edition": fresh(row).newest.pk})
    newest = fresh(row).newest
    assert (newest.checked_on, newest.checked_by.username) == (timezone.localdate(), "operator")
    assert "operator" in operator.get(page_of(row)).content.decode()


def test_what_somebody_changed_meanwhile_is_not_checked_unseen(operator):
    row = described(checked=False)
    seen = fresh(row).newest.pk
    saved(row, line("Noget andet."))
    answer = operator.post(page_of(row), {"edition": seen}, follow=True)
    assert "Nogen har ændret den imens" in answer.content.decode()
    assert checked(row) == [False, False]


@pytest.mark.parametrize("key", ["", "x", "9" * 400, "0"])
def test_a_key_of_no_edition_is_not_found(operator, key):
    row = described(checked=False)
    assert operator.post(page_of(row), {"edition": key}).status_code == 404


def test_a_line_past_its_day_has_to_get_a_new_one_first(operator):
    row = described(line(days=-1), checked=False)
    answer = operator.post(page_of(row), {"edition": fresh(row).newest.pk}, follow=True)
    assert FREE in answer.content.decode()
    assert checked(row) == [False]


def test_it_is_hidden_from_citizens_by_one_button(operator):
    row = described()
    operator.post(page_of(row), {"edition": fresh(row).newest.pk, "withdraw": "1"})
    assert checked(row) == [False]


def test_a_new_edition_is_shown_beside_the_old_one_and_taken_by_one_answer(operator):
    row, offer = described(), factories.OfferFactory(title="Samtaler")
    take(offer, row)
    saved(row, line("Det koster <b>penge</b>."))
    assert operator.get(reverse("take_descriptions")).headers["Location"] == reverse("offers:index")
    mark_checked(fresh(row).newest, None)
    html = operator.get(reverse("take_descriptions")).content.decode()
    assert all(said in html for said in ("Samtaler", FREE, "Det koster &lt;b&gt;penge", "Tag den nye"))
    assert shown(offer) == 1
    newer = fresh(row).newest
    stale = operator.post(reverse("take_description", args=[offer.pk]), {"edition": newer.pk - 1}, follow=True)
    assert "Nogen har ændret den imens" in stale.content.decode()
    assert shown(offer) == 1
    operator.post(reverse("take_description", args=[offer.pk]), {"edition": newer.pk})
    assert shown(offer) == 2
    assert operator.post(reverse("take_description", args=[offer.pk]), {"edition": newer.pk}).status_code == 404


def test_taking_it_publishes_nothing_else_of_a_draft(operator):
    row, offer = described(), factories.OfferFactory(title="Samtaler")
    draft = take(offer, row)
    draft.title = "Nyt navn"
    draft.save_revision()
    saved(row, line("Noget andet."))
    mark_checked(fresh(row).newest, None)
    operator.post(reverse("take_description", args=[offer.pk]), {"edition": fresh(row).newest.pk})
    page = OfferPage.objects.get(pk=offer.pk)
    assert (page.title, page.description_edition) == ("Samtaler", 2)
    later = page.get_latest_revision_as_object()
    assert (later.title, later.description_edition) == ("Nyt navn", 2)


def test_who_may_only_write_sees_the_difference_and_takes_nothing():
    row, offer = described(), factories.OfferFactory(title="Samtaler")
    take(offer, row)
    saved(row, line("Noget andet."))
    mark_checked(fresh(row).newest, None)
    writer = people.signed_in(people.editor("anna", OfferPage.objects.get(pk=offer.pk).get_parent(), "change_page"))
    html = writer.get(reverse("take_descriptions")).content.decode()
    assert "Noget andet." in html
    assert "Tag den nye" not in html
    answer = writer.post(reverse("take_description", args=[offer.pk]), {"edition": fresh(row).newest.pk})
    assert answer.status_code in {302, 403}
    assert shown(offer) == 1


def test_the_first_page_tells_of_what_is_not_checked_outdated_or_could_be_taken(operator):
    assert "descriptions-content" not in operator.get("/admin/").content.decode()
    row, offer = described(), factories.OfferFactory()
    described(name="Helt ny", checked=False)
    take(offer, row)
    saved(row, line(days=-1))
    html = operator.get("/admin/").content.decode()
    assert all(said in html for said in ("Helt ny", "Ingen har kontrolleret dem her endnu", FREE, "sidste dag er gået"))
    saved(row, line("Noget andet."))
    mark_checked(fresh(row).newest, None)
    assert "1 tilbud kan tage en nyere udgave" in operator.get("/admin/").content.decode()


def test_the_form_of_an_offer_says_that_nobody_has_checked_it_or_what_is_hidden(operator):
    row, offer = described(line(), line("Du må være anonym."), checked=False), factories.OfferFactory()
    take(offer, row)
    form = reverse("wagtailadmin_pages:edit", args=[offer.pk])
    assert "Ingen har kontrolleret den endnu." in operator.get(form).content.decode()
    mark_checked(fresh(row).newest, None)
    saved(row, line(days=-1), line("Du må være anonym."))
    html = operator.get(form).content.decode()
    assert "Sidste dag er gået: skjult." in html
    saved(row, line("Noget andet."))
    mark_checked(fresh(row).newest, None)
    assert "Der er en nyere udgave: se forskellen" in operator.get(form).content.decode()


def test_each_municipality_keeps_its_own_and_only_its_own(vejle, kolding):
    approver, common = vejle.browser(Role.APPROVER), described(name="Fælles", checked=False)
    theirs, mine = kolding.rows["description"], vejle.rows["description"]
    for row in (theirs, common):
        assert approver.get(page_of(row)).status_code in {302, 403}
        assert approver.post(page_of(row), {"edition": "1"}).status_code in {302, 403}
        assert approver.post(edit(row), written(told(), name="Kapret")).status_code in {302, 403}
    assert set(CommonDescription.objects.values_list("name", flat=True)) >= {"Fælles", theirs.name}
    assert approver.post(add(), written(told(), municipality=kolding.page.pk)).status_code == 200
    assert approver.post(add(), written(told(), municipality=vejle.page.pk)).status_code == 302
    assert approver.get(page_of(mine)).status_code == 200
    first_page = approver.get("/admin/").content.decode()
    assert mine.name in first_page
    assert theirs.name not in first_page
    assert "Fælles</a>" not in first_page


def test_an_offer_takes_no_description_of_another_municipality(vejle, kolding):
    chooser = CommonDescription.snippet_viewset.chooser_viewset
    html = vejle.browser(Role.EDITOR).get(reverse(chooser.get_url_name("choose"))).content.decode()
    assert vejle.marker in html
    assert kolding.marker not in html


def test_a_description_that_an_offer_has_is_not_deleted(operator):
    row = described()
    take(factories.OfferFactory(), row)
    delete = reverse(CommonDescription.snippet_viewset.get_url_name("delete"), args=[row.pk])
    operator.post(delete)
    assert CommonDescription.objects.filter(pk=row.pk).exists()
    unused = described(name="Ubrugt")
    operator.post(reverse(CommonDescription.snippet_viewset.get_url_name("delete"), args=[unused.pk]))
    assert not CommonDescription.objects.filter(pk=unused.pk).exists()
