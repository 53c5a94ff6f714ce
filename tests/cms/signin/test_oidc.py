"""The municipality's own sign-in says who somebody is and which roles they have; it makes nobody an operator."""

import http.client
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail

from directory.models import Role, RoleGroup
from tests import factories
from tests.cms.signin.conftest import CODE, DOOR
from tests.cms.signin.issuer import CLIENT, SECRET, issuer

pytestmark = pytest.mark.django_db
BUTTON = "/konto/oidc/kommune/login/"
ANNA = {"sub": "anna", "email": "Anna@Vejle.dk", "email_verified": True, "given_name": "A", "family_name": "B"}


@pytest.fixture(scope="module")
def server():
    with issuer() as serving:
        yield serving


@pytest.fixture
def town(server, settings):
    """Vejle and Kolding with all roles, and an issuer."""
    settings.OIDC_ISSUER, settings.OIDC_TWO_STEPS = server.url, True
    settings.OIDC_MUNICIPALITIES = ["vejle", "kolding"]
    app = {
        "provider_id": "kommune", "name": "Vejle", "client_id": CLIENT, "secret": SECRET,
        "settings": {"server_url": server.url, "oauth_pkce_enabled": True},
    }  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    for slug in ("vejle", "kolding"):
        municipality = factories.MunicipalityFactory(title=slug, slug=slug)
        for role in Role.values:
            group = Group.objects.create(name=f"{slug}: {role}")
            RoleGroup.objects.create(group=group, municipality=municipality, role=role)


def sign_in(client, server, **claims):
    """Press the button, be let in by the issuer, come back."""
    server.claims = claims
    there = urlsplit(client.post(BUTTON, {"next": ""}).headers["Location"])
    line = http.client.HTTPConnection(there.netloc)
    line.request("GET", f"{there.path}?{there.query}")
    back = urlsplit(line.getresponse().headers["Location"])
    line.close()
    return client.get(f"{back.path}?{back.query}")


def groups_of(name: str) -> set[str]:
    return set(User.objects.get(username=name).groups.values_list("name", flat=True))


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_the_button_is_there_where_an_issuer_is(client, town, settings):
    assert BUTTON in client.get(DOOR).content.decode()
    policy = client.get(DOOR).headers["Content-Security-Policy"]
    assert settings.OIDC_ISSUER in policy.partition("form-action")[2].partition(";")[0]
    settings.OIDC_ISSUER = ""
    assert BUTTON not in client.get(DOOR).content.decode()


def test_without_an_issuer_there_is_no_such_way(client):
    assert client.post(BUTTON).status_code == 404


def test_the_claim_makes_an_account_with_its_roles(client, town, server):
    sign_in(client, server, **ANNA, roles=["vejle:editor", "vejle:reader", "nowhere:editor", "vejle:king", 7])
    assert is_in(client)
    assert groups_of("anna@vejle.dk") == {"vejle: editor", "vejle: reader"}
    assert not User.objects.get(username="anna@vejle.dk").has_usable_password()


def test_roles_follow_the_claim_and_other_groups_stay(client, town, server):
    sign_in(client, server, **ANNA, roles=["vejle:editor"])
    user = User.objects.get(username="anna@vejle.dk")
    user.groups.add(Group.objects.create(name="Af hånd"), Group.objects.get(name="kolding: administrator"))
    client.logout()
    sign_in(client, server, **ANNA, roles="vejle:approver")
    assert groups_of("anna@vejle.dk") == {"vejle: approver", "Af hånd"}


@pytest.mark.parametrize("roles", [[], None, ["vejle"], ["aarhus:editor"], ["vejle:superuser"]])
def test_nobody_without_a_role_here_is_let_in(client, town, server, roles):
    answer = sign_in(client, server, **ANNA, roles=roles)
    assert (answer.status_code, is_in(client)) == (403, False)
    assert not User.objects.filter(username="anna@vejle.dk").exists()


def test_who_lost_the_last_role_is_not_let_in_again(client, town, server):
    sign_in(client, server, **ANNA, roles=["vejle:editor"])
    client.logout()
    assert sign_in(client, server, **ANNA, roles=[]).status_code == 403
    assert not is_in(client)
    assert groups_of("anna@vejle.dk") == set()


def test_an_issuer_speaks_of_its_own_municipalities_alone(client, town, server, settings):
    settings.OIDC_MUNICIPALITIES = ["vejle"]
    sign_in(client, server, **ANNA, roles=["vejle:editor", "kolding:administrator"])
    assert groups_of("anna@vejle.dk") == {"vejle: editor"}
    User.objects.get(username="anna@vejle.dk").groups.add(Group.objects.get(name="kolding: reader"))
    client.logout()
    sign_in(client, server, **ANNA, roles=["vejle:approver"])
    assert groups_of("anna@vejle.dk") == {"vejle: approver", "kolding: reader"}


def test_an_invited_account_with_rights_elsewhere_is_not_for_the_issuer_to_open(client, town, server, settings):
    settings.OIDC_MUNICIPALITIES = ["vejle"]
    invited = User.objects.create_user("anna@vejle.dk", "anna@vejle.dk", "x")
    invited.groups.add(Group.objects.get(name="kolding: administrator"))
    assert sign_in(client, server, **ANNA, roles=["vejle:editor"]).status_code == 403
    assert not is_in(client)


def test_who_comes_by_the_issuer_has_no_other_way_in(client, town, server):
    sign_in(client, server, **ANNA, roles=["vejle:editor"])
    client.logout()
    user = User.objects.get(username="anna@vejle.dk")
    user.set_password("valgt før")
    user.save()
    client.post(DOOR, {"login": "anna@vejle.dk", "password": "valgt før"})
    assert not is_in(client)
    client.post("/konto/adgangskode/glemt/", {"email": "anna@vejle.dk"})
    assert mail.outbox == []


@pytest.mark.parametrize("roles", [5, {"vejle": "editor"}, True])
def test_a_claim_of_another_form_gives_nothing(client, town, server, roles):
    assert sign_in(client, server, **ANNA, roles=roles).status_code == 403


def test_an_issuer_that_is_away_is_said_to_be(client, town, settings):
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    away = {**app, "settings": {"server_url": "http://127.0.0.1:9/"}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [away]}}
    assert client.post(BUTTON, {"next": ""}).status_code == 503


def test_an_invited_account_is_found_by_its_verified_address(client, town, server):
    invited = User.objects.create_user("anna@vejle.dk", "anna@vejle.dk", "x")
    sign_in(client, server, **ANNA, roles=["vejle:editor"])
    assert client.session["_auth_user_id"] == str(invited.pk)


@pytest.mark.parametrize("claims", [{"email_verified": False}, {"email": ""}, {"email_verified": "nej"}])
def test_an_address_that_nobody_has_verified_is_nobodys(client, town, server, claims):
    User.objects.create_user("anna@vejle.dk", "anna@vejle.dk", "x")
    assert sign_in(client, server, **ANNA | claims, roles=["vejle:editor"]).status_code == 403
    assert not is_in(client)


def test_an_address_that_somebody_gave_the_own_account_catches_nobody(client, town, server):
    User.objects.create_user("tyv@vejle.dk", "anna@vejle.dk", "x")
    assert sign_in(client, server, **ANNA, roles=["vejle:editor"]).status_code == 403
    assert not is_in(client)


@pytest.mark.parametrize("changes", [{"is_superuser": True}, {"is_active": False}])
def test_neither_an_operator_nor_a_closed_account_is_opened(client, town, server, changes):
    User.objects.create_user("anna@vejle.dk", "anna@vejle.dk", "x", **changes)
    assert sign_in(client, server, **ANNA, roles=["vejle:administrator"]).status_code == 403
    assert not is_in(client)


@pytest.mark.parametrize(("is_whole", "goes_in"), [(True, True), (False, False)])
def test_an_issuer_that_asks_for_one_step_leaves_the_second_to_us(client, town, server, settings, is_whole, goes_in):
    settings.OIDC_TWO_STEPS = is_whole
    answer = sign_in(client, server, **ANNA, roles=["vejle:administrator"])
    assert is_in(client) == goes_in
    assert (answer.headers["Location"] == CODE) == (not goes_in)
    assert [message.to for message in mail.outbox] == ([] if goes_in else [["anna@vejle.dk"]])


def test_a_made_up_answer_lets_nobody_in(client, town, server):
    for query in ("code=x&state=y", "error=access_denied", ""):
        answer = client.get(f"{BUTTON}callback/?{query}")
        assert answer.status_code in {200, 302, 401, 403}
        assert not is_in(client)
