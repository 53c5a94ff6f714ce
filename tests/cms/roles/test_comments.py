"""What editors and approvers say to each other about a draft holds no civil registration number either."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Comment, ModelLogEntry, PageLogEntry, TaskState

from cms.municipalities.area import Area
from directory.models import Role, RoleGroup
from tests.cms.roles.test_forms import sent

pytestmark = pytest.mark.django_db
CPR = "010190-1234"


@pytest.fixture
def where(vejle):
    """The addresses at which a draft is sent back, by the form's button and by the page's."""
    rows = vejle.rows
    keys = [rows["submitted"].pk, "reject", rows["task_state"].pk]
    return [
        reverse(f"wagtailadmin_pages:{name}", args=keys) for name in ("workflow_action", "collect_workflow_action_data")
    ]


def test_a_draft_is_not_sent_back_with_one(vejle, where):
    browser = vejle.browser(Role.APPROVER)
    for address in where:
        answer = browser.post(address, {"comment": f"Ring til {CPR}"}, headers={"x-requested-with": "XMLHttpRequest"})
        assert "cpr-nummer" in json.loads(answer.content)["html"]
    state = TaskState.objects.get(pk=vejle.rows["task_state"].pk)
    assert state.status == TaskState.STATUS_IN_PROGRESS
    browser.post(where[0], {"comment": "Ret telefonnummeret"})
    state.refresh_from_db()
    assert (state.status, state.comment) == (TaskState.STATUS_REJECTED, "Ret telefonnummeret")


def test_what_comes_past_the_form_is_dropped(vejle):
    offer = vejle.rows["submitted"]
    more = {"action-workflow-action": "1", "workflow-action-name": "reject"}
    more["workflow-action-extra-data"] = json.dumps({"comment": f"Ring til {CPR} i dag"})
    form = sent(offer, **more, **{"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"})
    vejle.browser(Role.APPROVER).post(reverse("wagtailadmin_pages:edit", args=[offer.pk]), form)
    state = TaskState.objects.get(pk=vejle.rows["task_state"].pk)
    assert state.status == TaskState.STATUS_REJECTED
    assert state.comment.split() == ["Ring", "til", "i", "dag"]
    logged = [*PageLogEntry.objects.all(), *ModelLogEntry.objects.all()]
    assert not [entry for entry in logged if CPR in json.dumps(entry.data)]


@pytest.mark.parametrize(("text", "reply", "kept"), [("Ret navnet", "", 1), (f"Han er {CPR}", "", 0), ("Ret", CPR, 0)])
def test_a_comment_in_the_page_is_refused(vejle, text, reply, kept):
    offer = vejle.rows["draft"]
    note = {"comments-TOTAL_FORMS": "1", "comments-INITIAL_FORMS": "0", "comments-0-text": text, "comments-0-id": ""}
    note |= {"comments-0-contentpath": "title", "comments-0-position": "", "comments-0-resolved": ""}
    note |= {"comments-0-replies-TOTAL_FORMS": "1" if reply else "0", "comments-0-replies-INITIAL_FORMS": "0"}
    note |= {"comments-0-replies-0-text": reply, "comments-0-replies-0-id": ""} if reply else {}
    vejle.browser(Role.EDITOR).post(reverse("wagtailadmin_pages:edit", args=[offer.pk]), sent(offer, **note))
    assert Comment.objects.filter(page=offer).count() == kept


def test_nobody_is_invited_by_such_an_address(vejle):
    group = RoleGroup.objects.get(municipality=vejle.page, role=Role.EDITOR)
    browser = vejle.browser(Role.ADMINISTRATOR)
    answer = browser.post(reverse("people"), {"mail": f"{CPR}@example.dk", "group": group.pk})
    assert answer.status_code == 200
    assert not Area(vejle.page).groups().filter(group__user__username__contains=CPR).exists()
