"""Writing an offer: the form, its tabs, its address, its way through draft, approval and publication."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from directory.models import KINDS, OfferPage, OrganisationPage
from directory.models.kinds.drop_in_centre import DropInCentrePage
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


def written(html, **changes):
    """What a browser would send: all values that the form shows, with some of them changed."""
    form = BeautifulSoup(html, "html.parser").select_one("form#page-edit-form, form[data-edit-form]")
    sent = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        if field.get("type") in {"checkbox", "radio"} and not field.has_attr("checked"):
            continue
        if field.name == "select":
            sent[field["name"]] = [option["value"] for option in field.select("option[selected]")]
        else:
            sent[field["name"]] = field.get_text() if field.name == "textarea" else field.get("value", "")
    return sent | changes


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_form_in_the_order_of_its_page(operator, kind):
    offer = factories.OFFER_FACTORIES[kind](needs=[factories.NeedFactory()])
    page = BeautifulSoup(operator.get(edit(offer)).content, "html.parser")
    fields = [field["name"] for field in page.select("[name]")]
    order = ["title", "teaser", "needs", "first_visit_note", "place", "schedule_text", "access", "phone", "verified_on"]
    assert [name for name in dict.fromkeys(fields) if name in order] == order
    own = {field.name for field in KINDS[kind]._meta.local_fields if field.editable} - {"offerpage_ptr"}
    assert own <= set(fields)


#: So many at the most; those of an editor are ten more, by which rights are read.
FORM_QUERIES = 40


@pytest.mark.parametrize(("who", "more"), [("operator", 0), ("editor", 10)])
def test_the_form_opens_in_a_fixed_number_of_queries(who, more, django_assert_max_num_queries):
    offer = factories.OfferFactory(place=factories.PlaceFactory(), needs=[factories.NeedFactory()])
    user = people.operator() if who == "operator" else people.editor("redaktør", offer.get_parent(), "change_page")
    client = people.signed_in(user)
    client.get(edit(offer))
    for _time in range(20):
        factories.NeedFactory(), factories.TargetGroupFactory(), factories.PlaceFactory()
    with django_assert_max_num_queries(FORM_QUERIES + more):
        client.get(edit(offer))
    offer.save_revision()
    with django_assert_max_num_queries(FORM_QUERIES + more):
        client.get(edit(offer))


def test_an_edited_offer_is_published(operator):
    offer = factories.OfferFactory()
    html = operator.get(edit(offer)).content
    response = operator.post(edit(offer), written(html, title="Ny titel", **{"action-publish": "1"}))
    assert response.status_code == 302, response.context["form"].errors
    assert OfferPage.objects.get(pk=offer.pk).title == "Ny titel"


def test_a_draft_changes_nothing_for_citizens(operator):
    offer = factories.OfferFactory(title="Som før")
    operator.post(edit(offer), written(operator.get(edit(offer)).content, title="Kladde"))
    row = OfferPage.objects.get(pk=offer.pk)
    assert (row.title, row.draft_title, row.has_unpublished_changes) == ("Som før", "Kladde", True)


def test_hours_audiences_and_steps_are_written_with_the_offer(operator):
    offer = factories.OfferFactory()
    group = factories.TargetGroupFactory()
    rows = nested_form_data(
        {
            "opening_hours": inline_formset(
                [{"weekday": "0", "opens": "10:00", "closes": "14:00", "rhythm": "weekly"}]
            ),
            "audiences": inline_formset([{"level": "only", "target_group": group.pk}]),
            "first_visit_steps": inline_formset([{"text": "Ring på."}, {"text": "Værten kommer."}]),
        }
    )
    html = operator.get(edit(offer)).content
    response = operator.post(edit(offer), written(html, **rows, **{"action-publish": "1"}))
    assert response.status_code == 302, response.context["form"].errors
    row = OfferPage.objects.get(pk=offer.pk)
    assert str(row.opening_hours.get().opens) == "10:00:00"
    assert row.audiences.get().target_group == group
    assert [step.text for step in row.first_visit_steps.all()] == ["Ring på.", "Værten kommer."]
    assert "vises først, når der er tre" in operator.get(response.headers["Location"]).content.decode()


def test_an_offer_for_everybody_and_for_a_group_alone_is_sent_back(operator):
    offer = factories.OfferFactory()
    rows = nested_form_data(
        {"audiences": inline_formset([{"level": "open", "target_group": factories.TargetGroupFactory().pk}])}
    )
    html = operator.get(edit(offer)).content
    response = operator.post(edit(offer), written(html, **rows, **{"action-publish": "1"}))
    assert response.status_code == 200
    assert OfferPage.objects.get(pk=offer.pk).audiences.count() == 0


def test_without_its_one_line_an_offer_is_kept_as_a_draft_but_not_published(operator):
    offer = factories.OfferFactory(teaser="Før")
    html = operator.get(edit(offer)).content
    assert operator.post(edit(offer), written(html, teaser="")).status_code == 302
    response = operator.post(edit(offer), written(html, teaser="", **{"action-publish": "1"}))
    assert response.status_code == 200
    assert response.context["form"].errors["teaser"]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Værested på Ærø", "vaerested-paa-aeroe"),
        ("Stærke Åer & Øer", "staerke-aaer-oeer"),
        ("CAFÉ Håb", "cafe-haab"),
    ],
)
def test_danish_letters_are_spelled_out_in_the_address(title, slug):
    organisation = factories.OrganisationFactory()
    for wanted in (slug, f"{slug}-2"):
        offer = DropInCentrePage(title=title, teaser="x")
        organisation.add_child(instance=offer)
        assert offer.slug == wanted


def test_an_address_typed_with_danish_letters_is_spelled_out(operator):
    offer = factories.OfferFactory()
    html = operator.get(edit(offer)).content
    operator.post(edit(offer), written(html, slug="værested", **{"action-publish": "1"}))
    assert OfferPage.objects.get(pk=offer.pk).slug == "vaerested"


def test_an_organisation_can_not_take_an_address_of_the_site_itself(operator):
    site = factories.portal()
    municipality = factories.MunicipalityFactory(parent=site)
    site.sites_rooted_here.update(root_page=municipality)
    organisation = factories.OrganisationFactory(parent=municipality)
    html = operator.get(edit(organisation)).content
    response = operator.post(edit(organisation), written(html, slug="kalender", **{"action-publish": "1"}))
    assert response.context["form"].errors["slug"]
    assert OrganisationPage.objects.get(pk=organisation.pk).slug != "kalender"


def test_a_copy_starts_as_a_draft_beside_the_original(operator):
    offer = factories.OfferFactory(title="Strikkecafé", needs=[factories.NeedFactory()])
    where = offer.get_parent()
    operator.post(
        reverse("wagtailadmin_pages:copy", args=[offer.pk]),
        {"new_title": "Kopi", "new_slug": "kopi", "new_parent_page": where.pk},
    )
    copy = OfferPage.objects.get(slug="kopi")
    assert (copy.live, copy.needs.count(), copy.external_id) == (False, 1, None)


def test_an_imported_offer_can_be_copied_and_the_copy_is_not_taken_for_the_original(operator):
    offer = factories.OfferFactory(
        external_id="vejle-1", verified_on="2026-01-01", verified_by="place", **factories.enough()
    )
    offer.save_revision().publish()
    operator.post(
        reverse("wagtailadmin_pages:copy", args=[offer.pk]),
        {"new_title": "Kopi", "new_slug": "kopi", "new_parent_page": offer.get_parent().pk},
    )
    copy = OfferPage.objects.get(slug="kopi")
    operator.post(edit(copy), written(operator.get(edit(copy)).content, **{"action-publish": "1"}))
    copy.refresh_from_db()
    assert (copy.live, copy.external_id, copy.verified_on, copy.verified_by) == (True, None, None, "")
    assert OfferPage.objects.get(external_id="vejle-1").pk == offer.pk


def test_an_offer_is_published_on_its_day_and_not_before(operator):
    offer = factories.OfferFactory(live=False, **factories.enough())
    day = (timezone.localtime() + timedelta(days=7)).strftime("%Y-%m-%d %H:%M")
    html = operator.get(edit(offer)).content
    response = operator.post(edit(offer), written(html, go_live_at=day, **{"action-publish": "1"}))
    assert response.status_code == 302, response.context["form"].errors
    row = OfferPage.objects.get(pk=offer.pk)
    assert (row.live, row.approved_schedule) == (False, True)


def test_a_place_asks_for_approval_and_a_moderator_gives_it():
    offer = factories.OfferFactory(title="Før")
    writer = people.signed_in(people.editor("skriver", offer.get_parent(), "change_page"))
    html = writer.get(edit(offer)).content
    writer.post(edit(offer), written(html, title="Efter", **{"action-submit": "1"}))
    waiting = OfferPage.objects.get(pk=offer.pk).specific
    assert (waiting.title, waiting.workflow_in_progress) == ("Før", True)
    moderators = Workflow.objects.get().tasks.get().specific.groups.get()
    judge = people.editor("dommer", factories.root(), "change_page", "publish_page")
    judge.groups.add(moderators)
    task = waiting.current_workflow_task_state
    client = people.signed_in(judge)
    assert "Efter" in client.get("/admin/").content.decode()
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[offer.pk, "approve", task.pk]), {"comment": "Fint"})
    assert OfferPage.objects.get(pk=offer.pk).title == "Efter"


def test_the_preview_shows_the_page_as_it_would_be(operator):
    offer = factories.OfferFactory()
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[offer.pk])
    html = operator.get(edit(offer)).content
    assert operator.post(preview, written(html, title="Helt ny")).json()["is_valid"]
    shown = operator.get(preview, {"mode": ""})
    assert shown.status_code == 200
    assert "Helt ny" in shown.content.decode()
    assert "frame-ancestors 'self'" in shown.headers["Content-Security-Policy"]
