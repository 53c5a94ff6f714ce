"""The path from nothing to two municipalities, through the loss of everything, to a third and to one that leaves."""

import json
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email import message_from_string, policy
from pathlib import Path
from typing import Any

from tests.cms.mail.server import mail_server
from tests.operator.folder import ROOT, Folder
from tests.operator.guide import steps
from tests.operator.session import Session
from tests.operator.units import Units
from tests.operator.visitor import PATIENCE, Visitor
from tests.services.postgresql import server
from tests.services.process import free_port, scratch

PORTAL = "https://vejviser.example.dk"
EDITOR, PASSWORD = "redaktion@vejle.example.dk", "en-lang-og-god-kode"
#: Offers that each of the two municipalities imports.
OFFERS = 50
AGREED = f"agree on {2 * OFFERS} offers"


class Operator:
    """Types what the guide says, step by step, and sees afterwards whether it is so."""

    def __init__(self, machine: Folder, shell: Session, mail: Any) -> None:
        self._machine, self._shell, self._mail = machine, shell, mail
        self._steps = steps()
        self.visitor = Visitor(machine.secure)
        self.seconds: dict[str, float] = {}

    def follow(self, *names: str) -> str:
        """Do what stands under these headings; what the last of them said."""
        said = ""
        for name in names:
            begun = time.monotonic()
            said = self.type(self._steps[name])
            self.seconds.setdefault(name, time.monotonic() - begun)
        return said

    def manage(self, words: str) -> str:
        """A command of the site, by the guide's own short form."""
        return self.type(f"manage {words}")

    def type(self, block: str) -> str:
        """What somebody types here; what it said."""
        return self._shell.type(self._machine.here(self._with_values(block)))

    def _with_values(self, block: str) -> str:
        """The guide's commands with the few things that an operator fills in."""
        values = {
            "ADDRESS-OF-THE-CODE": str(self._machine.home / "source"),
            "NEW-VERSION": "origin/main",
            "smtp://mail.example.dk": f"smtp://127.0.0.1:{self._mail.server_address[1]}",
            "manage createsuperuser": "manage createsuperuser --no-input",
            # What only people can do is missing to the end, and whoever does not say --yes is told what would be done.
            "manage ready ": "manage ready || true ",
            "remove Randers  ": "remove Randers || true  ",
        }
        for stands, value in values.items():
            block = block.replace(stands, value)
        return block

    def offers(self) -> None:
        """What the two municipalities have in their lists."""
        rows = json.loads((ROOT / "directory/demo/data/offers.json").read_text(encoding="utf-8"))
        for at, name in enumerate(("Vejle", "Randers")):
            own = rows[at * OFFERS : (at + 1) * OFFERS]
            told = [row | {"id": f"{name.lower()}--{number}", "municipality": name} for number, row in enumerate(own)]
            path = self._machine.home / "srv" / f"{name.lower()}.json"
            path.write_text(json.dumps(told), encoding="utf-8")

    def exported(self) -> list[bytes]:
        """All offers of the two, as they would move elsewhere."""
        told = []
        for name in ("Vejle", "Randers"):
            path = self._machine.home / "var/lib/vejviser" / f"{name}.json"
            self.manage(f"export_offers {path} --municipality {name}")
            told.append(path.read_bytes())
            path.unlink()
        return told

    def invitation(self, address: str) -> str:
        """The link in the mail that somebody got."""
        texts = [message_from_string(mail, policy=policy.default) for mail in self._mail.mails]
        mine = [mail.get_content() for mail in texts if address in str(mail["To"])]
        assert mine, f"{address} got no mail"
        return re.search(r"https://\S+", mine[-1])[0]

    def backups(self) -> Sequence[Path]:
        """The backups in their folder, the oldest first."""
        return sorted((self._machine.home / "var/backups/vejviser").glob("*.zip"))


def from_nothing(operator: Operator) -> None:
    """A site that answers, empty, over TLS."""
    operator.follow(
        "Packages, a user, the program",
        "A database",
        "Settings",
        "Content, an operator, mail",
        "Units, and the proxy with a certificate",
    )
    operator.visitor.wait_for(f"{PORTAL}/readyz")
    assert operator.visitor.ask(f"{PORTAL}/").status == 200


def two_municipalities(operator: Operator) -> None:
    """Their offers are found at their own hosts, and their people are in."""
    operator.offers()
    said = operator.follow("The municipalities and their offers")
    assert said.count(f" {OFFERS}. ") >= 3, said
    operator.visitor.accept(operator.invitation(EDITOR), PASSWORD)
    operator.visitor.log_in(f"{PORTAL}/admin/", EDITOR, PASSWORD)
    assert operator.invitation("godkender@randers.example.dk")
    assert AGREED in operator.follow("The first backup", "Klar til at gå i luften?")
    lacking = operator.manage("ready ")
    assert "Vejle" in lacking
    for solved in ("EMAIL_URL", "manage.py backup", "ALLOWED_HOSTS", "SECURITY_CONTACT"):
        assert solved not in lacking
    is_found(operator)


def is_found(operator: Operator) -> None:
    """A visitor finds offers of each municipality at its host."""
    for name in ("vejle", "randers"):
        page = operator.visitor.ask(f"https://{name}.example.dk/find-tilbud/")
        assert (page.status, f"{OFFERS} tilbud" in page.text) == (200, True)


def everything_is_lost(operator: Operator, machine: Folder) -> None:
    """From the newest backup alone all is as it was: offers, people, even who is logged in."""
    before = operator.exported()
    kept = shutil.copy(operator.backups()[-1], machine.home)
    operator.type("systemctl stop nginx vejviser-web vejviser-search vejviser-tasks && cd /")
    operator.type("sudo -u postgres dropdb vejviser && sudo -u postgres dropuser vejviser")
    machine.is_lost()
    operator.follow("Packages, a user, the program", "A database", "Settings")
    shutil.copy(kept, machine.home / "var/backups/vejviser")
    operator.follow("A new machine in place of one that is gone", "Units, and the proxy with a certificate")
    operator.visitor.wait_for(f"{PORTAL}/readyz")
    assert AGREED in operator.manage("search_index verify")
    assert operator.exported() == before
    assert operator.visitor.ask(f"{PORTAL}/admin/").status == 200
    is_found(operator)


def one_comes_and_one_leaves(operator: Operator, machine: Folder) -> None:
    """A third municipality answers at its host; the offers of one are in a file, and its people are out."""
    operator.follow("Another municipality")
    operator.visitor.wait_for("https://slagelse.example.dk/")
    assert operator.invitation("chef@slagelse.example.dk")
    operator.follow("A municipality leaves")
    assert len(json.loads((machine.home / "var/lib/vejviser/randers.json").read_text())) == OFFERS
    # Neither an administrator nor anybody else has a role there.
    assert "Randers: randers.example.dk; " in operator.manage("municipality list").splitlines()
    is_found(operator)


def a_release_comes(operator: Operator, machine: Folder) -> None:
    """The new code answers after the reload, and nobody was refused meanwhile."""
    view = machine.home / "source/cms/views/health.py"
    view.write_text(view.read_text().replace('"ok\\n"', '"new\\n"'))
    machine.commit("A release")
    operator.follow("Upgrade")
    end = time.monotonic() + PATIENCE
    while (answer := operator.visitor.ask(f"{PORTAL}/healthz")).text != "new\n":
        assert answer.status == 200
        assert time.monotonic() < end
    assert AGREED in operator.manage("search_index verify")


@contextmanager
def new_machine(*, installs: bool) -> Iterator[tuple[Operator, Folder]]:
    """An operator at a machine on which nothing is, with the system's PostgreSQL and a mail server beside it."""
    with scratch("operator") as home, server("postgres") as database, mail_server() as mail:
        machine = Folder(home, free_port(), free_port(), free_port())
        machine.begin(installs=installs)
        environment = machine.environment(database) | {
            "DJANGO_SUPERUSER_USERNAME": "drift",
            "DJANGO_SUPERUSER_EMAIL": "it@example.dk",
            "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
        }
        try:
            with Session(home / "said.txt", environment, home) as shell:
                yield Operator(machine, shell, mail), machine
        finally:
            Units(machine).stop_all()


def whole_path(*, installs: bool) -> dict[str, float]:
    """Walk it; the seconds that each step of the guide took."""
    with new_machine(installs=installs) as (operator, machine):
        from_nothing(operator)
        two_municipalities(operator)
        everything_is_lost(operator, machine)
        one_comes_and_one_leaves(operator, machine)
        a_release_comes(operator, machine)
        return operator.seconds
