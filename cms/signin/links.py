"""Links by which an account gets a password."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse


def link_to_choose_password(user) -> str:
    """The path that sets a password once, for as long as `PASSWORD_RESET_TIMEOUT` says."""
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
