"""The page on which staff sign in."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from allauth.account.views import LoginView
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from requests import RequestException

from cms.signin.adapter import home_of


class SignInView(LoginView):
    """Name and password, a passkey, or the municipality's own sign-in."""

    def get_authenticated_redirect_url(self) -> str:
        """Where to, for somebody who is signed in: never back to an admin that they may not enter."""
        url, user = super().get_authenticated_redirect_url(), self.request.user
        is_refused = url.startswith(reverse("wagtailadmin_home")) and not user.has_perm("wagtailadmin.access_admin")
        return home_of(user) if is_refused else url

    def get_context_data(self, **kwargs) -> dict:
        """With what a trial tells newcomers."""
        told = {
            "oidc_name": settings.OIDC_NAME if settings.OIDC_ISSUER else "",
            "is_trial": settings.DEMONSTRATION and not settings.SECOND_STEP_REQUIRED,
        }
        return super().get_context_data(**kwargs) | told


@require_safe
def to_sign_in(request):
    """From Wagtail's own page, with where one was on the way to."""
    query = request.META["QUERY_STRING"]
    return redirect(f"{reverse('account_login')}{'?' if query else ''}{query}")


@require_safe
def to_steps(request, pk: int = 0):
    """From the library's pages of keys alone."""
    return redirect("mfa_index")


def answering(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Makes a view of the municipality's own sign-in say what is wrong when that is away, or tells something odd."""

    @wraps(view)
    def answered(request, provider_id):
        try:
            return view(request, provider_id)
        except (RequestException, KeyError):
            return render(request, "socialaccount/authentication_error.html", status=HTTPStatus.SERVICE_UNAVAILABLE)

    return answered


@require_safe
def to_new_password(request, old: str = ""):
    """From Wagtail's own pages for a forgotten password, and links of mails from before."""
    return redirect("account_reset_password")
