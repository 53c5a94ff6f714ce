"""The menus of the admin stand in one order, whoever looks; each room registers its own."""

import importlib
import pkgutil

import pytest
from wagtail.admin.menu import admin_menu, reports_menu

from cms import editing, wagtail_hooks
from cms.editing.common.menu import MAIN_MENU, REPORTS_MENU
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


def names(menu, user):
    """The names of a menu's items as the person sees them, from the top."""
    request = people.signed_in(user).get("/admin/").wsgi_request
    return [item.name for item in sorted(menu.menu_items_for_request(request), key=lambda item: item.order)]


def test_an_operator_has_the_sites_own_items_in_the_order_of_the_list_between_pages_and_pictures():
    seen = names(admin_menu, people.operator())
    assert seen == ["explorer", *MAIN_MENU, "images", "documents", "reports", "settings", "help"]


def test_an_operator_has_the_sites_own_reports_above_those_of_wagtail():
    seen = names(reports_menu, people.operator())
    assert seen[: len(REPORTS_MENU)] == list(REPORTS_MENU)
    assert len(seen) > len(REPORTS_MENU)


def test_no_two_items_share_a_place(operator):
    operator.get("/admin/")
    for menu, own in ((admin_menu, MAIN_MENU), (reports_menu, REPORTS_MENU)):
        orders = [item.order for item in menu.registered_menu_items if item.name in own]
        assert len(set(orders)) == len(orders) == len(own)


def test_an_editor_of_one_organisation_has_only_what_is_about_its_pages():
    user = people.editor("sted", factories.OrganisationFactory(), "change_page")
    assert names(admin_menu, user) == ["explorer", "offers", "organisations", "feedback", "reports", "help"]
    assert [name for name in names(reports_menu, user) if name in REPORTS_MENU] == [
        "figures",
        "score",
        "gaps",
        "links",
        "why-hit",
    ]


def test_somebody_who_may_only_enter_has_none_of_them():
    user = people.editor("gaest", factories.OrganisationFactory())
    assert not {*MAIN_MENU} & {*names(admin_menu, user)}


def test_every_room_that_has_something_to_register_is_asked_to():
    rooms = [
        importlib.import_module(f"{editing.__name__}.{found.name}") for found in pkgutil.iter_modules(editing.__path__)
    ]
    assert {room for room in rooms if hasattr(room, "register")} == set(wagtail_hooks.ROOMS)
