"""An issuer of OpenID Connect, as a municipality has one: it lets everybody in at once, and says what it is told to."""

import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "vejviser", "en hemmelighed"


class Issuer(ThreadingHTTPServer):
    """Serves discovery, keys, authorization, tokens and what is known of the one person, `claims`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.claims: dict = {"sub": "1"}
        self.codes: dict[str, dict[str, list[str]]] = {}

    @property
    def url(self) -> str:
        """Its name, and its address."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def token(self) -> str:
        """What it says of the person, signed."""
        now = int(time.time())
        told = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 300, **self.claims}
        return jwt.encode(told, self.key, algorithm="RS256", headers={"kid": "1"})


class _Handler(BaseHTTPRequestHandler):
    server: Issuer

    def do_GET(self) -> None:
        path, asked = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        if path == "/authorize":
            code = secrets.token_urlsafe()
            self.server.codes[code] = asked
            back = urlencode({"code": code, "state": asked["state"][0]})
            self.send_response(302)
            self.send_header("Location", f"{asked['redirect_uri'][0]}?{back}")
            self.end_headers()
        elif path == "/userinfo":
            self._say(self.server.claims)
        elif path == "/keys":
            key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.server.key.public_key()))
            self._say({"keys": [key | {"kid": "1", "alg": "RS256"}]})
        else:
            self._say(_discovery(self.server.url))

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        asked = self.server.codes.pop(form.get("code", [""])[0], None)
        told = (form.get("client_id"), form.get("client_secret"), bool(form.get("code_verifier")))
        if asked is None or told != ([CLIENT], [SECRET], bool(asked.get("code_challenge"))):
            self._say({"error": "invalid_grant"}, 400)
        else:
            self._say({"access_token": "t", "token_type": "Bearer", "id_token": self.server.token()})

    def _say(self, told: dict, status: int = 200) -> None:
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args) -> None:
        """Say nothing."""


def _discovery(url: str) -> dict:
    return {
        "issuer": url,
        "authorization_endpoint": f"{url}/authorize",
        "token_endpoint": f"{url}/token",
        "userinfo_endpoint": f"{url}/userinfo",
        "jwks_uri": f"{url}/keys",
        "token_endpoint_auth_methods_supported": ["client_secret_post"],
    }


@contextmanager
def issuer() -> Iterator[Issuer]:
    """One that serves while it is needed."""
    server = Issuer()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
