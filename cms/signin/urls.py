"""The addresses of signing in. Those of the library that are not here, such as signing up, do not exist."""

from allauth.account import views as account
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as issuer
from django.urls import include, path, re_path

from cms.signin.views import SignInView, answering, to_sign_in, to_steps

urlpatterns = [
    path("", to_sign_in, name="account_home"),
    path("log-ind/", SignInView.as_view(), name="account_login"),
    path("log-ind/kode/", account.confirm_login_code, name="account_confirm_login_code"),
    path("log-ud/", account.logout, name="account_logout"),
    path("igen/", account.reauthenticate, name="account_reauthenticate"),
    path("adgangskode/", account.password_change, name="account_change_password"),
    path("adgangskode/glemt/", account.password_reset, name="account_reset_password"),
    path("adgangskode/sendt/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^adgangskode/ny/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("adgangskode/gemt/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    # Keys are listed with all else that is a second step.
    path("to-trin/webauthn/", to_steps, name="mfa_list_webauthn"),
    path("to-trin/webauthn/keys/<int:pk>/edit/", to_steps, name="mfa_edit_webauthn"),
    path("to-trin/", include("allauth.mfa.urls")),
    path("oidc/<str:provider_id>/login/", answering(issuer.login), name="openid_connect_login"),
    path("oidc/<str:provider_id>/login/callback/", answering(issuer.callback), name="openid_connect_callback"),
    path("afbrudt/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("fejl/", social.login_error, name="socialaccount_login_error"),
    # Names that the library leads to where an account is closed, or somebody has none.
    path("lukket/", to_sign_in, name="account_inactive"),
    path("ingen-konto/", to_sign_in, name="account_signup"),
    path("ingen-konto/", to_sign_in, name="socialaccount_signup"),
    path("forbundet/", to_sign_in, name="socialaccount_connections"),
    path("adgangskode/foerste/", to_sign_in, name="account_set_password"),
]
