"""Settings of the sign-in of staff, which is done by django-allauth."""

from cms.settings.environment import flag, number, text, words

#: Whether those who may change rights or see referrals need a second step: off only for a trial on one's own machine.
SECOND_STEP_REQUIRED = flag("SECOND_STEP_REQUIRED", default=True)
#: An account that nobody signed in to for so many days is closed; its owner is warned 30 days before.
ACCOUNT_DAYS = number("ACCOUNT_DAYS", 365)

# Both are changed where the password is asked for again, or by an operator: codes go to the address.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
# The link stays, and leads to the site's own page.
WAGTAIL_PASSWORD_RESET_ENABLED = True

LOGIN_URL = "account_login"
WAGTAILADMIN_LOGIN_URL = "account_login"
# Closing the browser ends the session too.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

ACCOUNT_ADAPTER = "cms.signin.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_SIGNUP_ENABLED = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
# Ten minutes: mail is slow in some houses.
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_REAUTHENTICATION_METHODS = {"password", "mfa"}
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Its own limits count in the cache, which begins again with every change of a page: cms/signin/limits.py counts instead.
ACCOUNT_RATE_LIMITS = False
ACCOUNT_FORMS = {
    "login": "cms.signin.forms.SignInForm",
    "confirm_login_code": "cms.signin.forms.MailCodeForm",
    "reset_password": "cms.signin.reset.HonestResetForm",
}

MFA_ADAPTER = "cms.signin.adapter.StaffMFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "cms.signin.forms.AppCodeForm",
    "reauthenticate": "cms.signin.forms.AppCodeAgainForm",
}
MFA_RATE_LIMITS = False
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_PASSKEY_LOGIN_ENABLED = True
# A finger, a face or a PIN: without it a passkey would be one step only.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = "Vejviser"
# A phone whose clock is half a minute off is let in.
MFA_TOTP_TOLERANCE = 1

#: The municipality's own sign-in by OpenID Connect, where there is one. Empty: there is none.
OIDC_ISSUER = text("OIDC_ISSUER")
OIDC_CLIENT_ID = text("OIDC_CLIENT_ID")
OIDC_CLIENT_SECRET = text("OIDC_CLIENT_SECRET")
#: What its button says.
OIDC_NAME = text("OIDC_NAME", "OpenID Connect")
#: The addresses of the municipalities whose roles it may give, with commas between. It speaks of no others.
OIDC_MUNICIPALITIES = words("OIDC_MUNICIPALITIES")
#: The claim that says who may do what where: a list of "MUNICIPALITY:ROLE", such as "vejle:support_worker".
OIDC_ROLES_CLAIM = text("OIDC_ROLES_CLAIM", "roles")
#: Whether the issuer itself asks for two steps, so that none is asked for here.
OIDC_TWO_STEPS = flag("OIDC_TWO_STEPS", default=False)

SOCIALACCOUNT_ADAPTER = "cms.signin.oidc.OidcAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "kommune",
                "name": OIDC_NAME,
                "client_id": OIDC_CLIENT_ID,
                "secret": OIDC_CLIENT_SECRET,
                "settings": {"server_url": OIDC_ISSUER, "oauth_pkce_enabled": True},
            }
        ]
        if OIDC_ISSUER
        else [],
    }
}
