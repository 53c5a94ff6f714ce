"""Helps somebody who cannot take the second step: `second_step forget NAME`, `mail NAME ADDRESS` or `app NAME`."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from wagtail.log_actions import log


class Command(BaseCommand):
    """Forget the app, keys and codes on paper of somebody who lost them, or say where codes are sent. Be sure who asks."""

    help = __doc__

    def add_arguments(self, parser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        forgetting = actions.add_parser(
            "forget", help="forget the app, keys and codes on paper: codes come by mail again"
        )
        writing = actions.add_parser("mail", help="give an account the mail address to which codes are sent")
        setting_up = actions.add_parser(
            "app", help="tell what to write into an app for codes, for when no mail goes out"
        )
        for action in (forgetting, writing, setting_up):
            action.add_argument("name", help="the name by which its owner logs in")
        writing.add_argument("address", help="the mail address")

    def handle(self, *, action: str, name: str, **options) -> None:
        user = get_user_model().objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"There is no account {name}.")
        if action == "forget":
            count, _rows = Authenticator.objects.filter(user=user).delete()
            self.stdout.write(f"Forgotten: {count}.")
        elif action == "app":
            secret = generate_totp_secret()
            TOTP.activate(user, secret)
            self.stdout.write(f"Write this into the app of {name}, and show it to nobody: {secret}")
        else:
            self._write_to(user, options["address"])
        log(instance=user, action="wagtail.edit", data={"second_step": action})

    def _write_to(self, user, address: str) -> None:
        try:
            validate_email(address)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        user.email = address
        user.save(update_fields=["email"])
        self.stdout.write(f"Codes for {user.get_username()} are sent to {address}.")
