"""Serves the site on this machine and says where: `make run` and `make dev` end here."""

import os
import socket
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from wagtail.models import Site

from directory.demo import login
from directory.demo.tree import EXAMPLE


class Command(BaseCommand):
    """Serve the site on a port of this machine: with the production server, or reloading code where DEBUG is on."""

    help = __doc__
    requires_system_checks = ()

    def add_arguments(self, parser) -> None:
        parser.add_argument("--port", default="8000", help="the port to listen on (default: 8000)")
        parser.add_argument("--address", default="127.0.0.1", help="who is answered (default: this machine only)")

    def handle(self, *, port: str, address: str, **options) -> None:
        number = free_port(address, port)
        answer_on(number)
        for line in welcome(number):
            self.stdout.write(line)
        self.stdout.flush()
        os.environ.setdefault("ADMIN_BASE_URL", f"http://localhost:{number}")
        server = reloading if settings.DEBUG else production
        os.execv(sys.executable, [sys.executable, *server(f"{address}:{number}")])  # noqa: S606 - its own Python, no shell


def free_port(address: str, port: str) -> int:
    """The port as a number, if this user may listen on it and nobody does."""
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise CommandError(f"PORT={port} is no port; choose a number from 1024 to 65535, such as: make run PORT=8123")
    number = int(port)
    with socket.socket() as probe:
        # As the server does: connections of a server that just ended are no obstacle.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, number))
        except PermissionError:
            raise CommandError(f"Port {number} is for the system's own; choose another: make run PORT=8123") from None
        except OSError:
            other = number + 1 if number < 65535 else 8123
            raise CommandError(f"Port {number} is taken; choose another: make run PORT={other}") from None
    return number


def local_sites():
    """The sites that this machine answers for by itself; browsers take every name under localhost to this machine."""
    return [site for site in Site.objects.order_by("-is_default_site", "hostname") if on_this_machine(site.hostname)]


def on_this_machine(hostname: str) -> bool:
    return hostname == "localhost" or hostname.endswith(".localhost")


def answer_on(port: int) -> None:
    """Let the sites link to each other on the port that was asked for."""
    for site in local_sites():
        if site.port != port:
            site.port = port
            site.save()


def welcome(port: int) -> list[str]:
    """What somebody needs to know to look around."""
    lines = [f"  http://{site.hostname}:{port}/  {site.site_name}".rstrip() for site in local_sites()]
    lines.append(f"  http://localhost:{port}/admin/")
    # A password that somebody changed is theirs to know.
    known = login.standing() if settings.DEMONSTRATION else []
    if login.USERNAME in known:
        lines[-1] += f"  log in as {login.USERNAME} with {login.PASSWORD}"
    if login.SUPPORT_WORKER in known:
        address = f"http://{EXAMPLE}.localhost:{port}{reverse('account_login')}"
        lines.append(f"  {address}  log in as {login.SUPPORT_WORKER} with {login.PASSWORD}: a support worker")
    return ["", "Vejviser is served at", *lines, "Ctrl-C stops it.", ""]


def production(bind: str) -> list[str]:
    """Gunicorn as cms/serving configures it."""
    return ["-m", "gunicorn", "--config", "python:cms.serving.config", "--bind", bind]


def reloading(bind: str) -> list[str]:
    """Django's own server, which starts again when code changes."""
    return ["manage.py", "runserver", bind]
