"""Signing in with a real browser: the pages hold on a phone and for axe, and a passkey that is made opens the door."""

import pytest

from tests import factories
from tests.cms.signin.conftest import ADMIN, CODE, DOOR, PASSWORD, code_in_mail
from tests.pages.probes import axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
#: A phone that knows its owner's finger.
PHONE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


def wrong_on(page, address: str) -> list[str]:
    """What axe finds, and whether a phone has to be pushed sideways."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address)
    width = page.evaluate("document.documentElement.scrollWidth")
    return axe.faults(page) + ([f"{width} px wide"] if width > 320 else [])


def have_a_phone(page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE})


def take_both_steps(page, site: str) -> None:
    page.goto(f"{site}{DOOR}")
    page.fill("[name=login]", "drift")
    page.fill("[name=password]", PASSWORD)
    page.click("button[type=submit] >> nth=0")
    page.wait_for_url(f"{site}{CODE}")
    assert wrong_on(page, f"{site}{CODE}") == []
    page.fill("[name=code]", code_in_mail())
    page.click("button[type=submit] >> nth=0")
    page.wait_for_url(f"{site}{ADMIN}")


def test_a_code_by_mail_then_a_passkey(page, live_server, operator):
    factories.portal().sites_rooted_here.update(hostname="localhost")
    site = live_server.url
    assert wrong_on(page, f"{site}{DOOR}") == []
    assert wrong_on(page, f"{site}/konto/adgangskode/glemt/") == []
    take_both_steps(page, site)
    # Before one changes how one logs in, the password is asked for again.
    assert wrong_on(page, f"{site}/konto/to-trin/totp/activate/") == []
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(f"{site}/konto/to-trin/totp/activate/")
    for path in ("/konto/to-trin/totp/activate/", "/konto/to-trin/", "/konto/to-trin/webauthn/add/"):
        assert wrong_on(page, f"{site}{path}") == []
    have_a_phone(page)
    page.fill("[name=name]", "Min telefon")
    page.click("#key_add")
    page.wait_for_url(f"{site}/konto/to-trin/recovery-codes/")
    assert axe.faults(page) == []
    page.goto(f"{site}/konto/to-trin/")
    assert page.inner_text("main ul li").startswith("Min telefon")
    leave(page, site)
    page.click("#passkey_login")
    page.wait_for_url(f"{site}{ADMIN}")


def leave(page, site: str) -> None:
    page.goto(f"{site}/konto/log-ud/")
    page.click("main button[type=submit]")
    page.wait_for_url(f"{site}{DOOR}")
