"""Somebody with a browser, as the proxy sees them: hosts by name, cookies kept, forms sent."""

import http.client
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode, urljoin, urlsplit

from tests.services.nginx import unverified

#: Seconds. A machine that does much else has taken a minute for the first answer.
PATIENCE = 240.0


@dataclass(frozen=True)
class Answer:
    """What came back, with where it leads."""

    status: int
    text: str
    leads_to: str


@dataclass
class Visitor:
    """Asks at the proxy's port for whatever host an address names."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, address: str, **form: str) -> Answer:
        """Ask for an address, or send a form there."""
        parts = urlsplit(address)
        headers = {"Host": parts.netloc, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if form:
            body = urlencode(form | {"csrfmiddlewaretoken": self.cookies["csrftoken"]})
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Referer": address}
        line = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=PATIENCE, context=unverified())
        try:
            line.request("POST" if form else "GET", f"{parts.path}?{parts.query}", body=body, headers=headers)
            answer = line.getresponse()
            for told in answer.headers.get_all("Set-Cookie", []):
                name, _, value = told.partition(";")[0].partition("=")
                self.cookies[name] = value
            leads_to = urljoin(address, answer.headers.get("Location", ""))
            return Answer(answer.status, answer.read().decode(), leads_to)
        finally:
            line.close()

    def wait_for(self, address: str) -> None:
        """Wait until it is answered well: servers and proxies begin in their own time."""
        end = time.monotonic() + PATIENCE
        while not self._is_answered(address):
            assert time.monotonic() < end, f"{address} is not answered"
            time.sleep(0.3)

    def _is_answered(self, address: str) -> bool:
        try:
            return self.ask(address).status == 200
        except OSError:
            return False

    def accept(self, invitation: str, password: str) -> None:
        """Choose a password by the link of an invitation."""
        form = self.ask(invitation).leads_to
        assert self.ask(form).status == 200
        assert self.ask(form, password1=password, password2=password).status == 302

    def log_in(self, admin: str, name: str, password: str) -> None:
        """Log in to the admin."""
        door = urljoin(admin, "/konto/log-ind/")
        assert self.ask(door).status == 200
        assert self.ask(door, login=name, password=password, next="/admin/").status == 302
        assert self.ask(admin).status == 200
