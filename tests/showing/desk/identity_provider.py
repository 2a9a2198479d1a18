"""A small OpenID Connect provider on 127.0.0.1: describes itself, shows a page to log in, gives codes and signed tokens.

It keeps to OpenID Connect Core 1.0 and RFC 7636 (a code counts once, for its redirect, its client and its verifier),
and lies on demand, so that tests can see what a desk believes.
"""

import base64
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "schakel-test", "a secret of the test"
_KEY, _OTHER_KEY = RSAKey.generate_key(2048), RSAKey.generate_key(2048)


@dataclass
class TestProvider:
    """Who logs in there, what its tokens say beside the truth, and every address that it was asked for."""

    __test__ = False
    address: str = ""
    who: str = "anna"
    more: dict[str, Any] = field(default_factory=dict)  # claims instead of the true ones
    describes: dict[str, Any] = field(default_factory=dict)  # of itself, instead of the truth
    wrong_key: bool = False
    unsigned: bool = False
    declines: bool = False
    asked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def description(self) -> dict[str, Any]:
        ends = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
        return {
            "issuer": self.address,
            **{name: self.address + path for name, path in ends.items()},
        } | self.describes

    def token(self, given: dict[str, str]) -> str:
        now = int(time.time())
        claims = {
            "iss": self.address, "sub": "u-1", "aud": CLIENT, "iat": now, "exp": now + 300,
            "nonce": given["nonce"], "preferred_username": self.who,
        } | self.more  # fmt: skip
        if self.unsigned:
            return f"{_part({'alg': 'none'})}.{_part(claims)}."
        header = {"alg": "RS256", "kid": _KEY.thumbprint()}
        return jwt.encode(header, claims, _OTHER_KEY if self.wrong_key else _KEY)


def _part(what: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(what).encode()).rstrip(b"=").decode()


class _Handler(BaseHTTPRequestHandler):
    provider: TestProvider

    def log_message(self, *_: object) -> None: ...

    def do_GET(self) -> None:
        there = urlsplit(self.path)
        self.provider.asked.append(there.path)
        if there.path == "/.well-known/openid-configuration":
            return self._json(self.provider.description())
        if there.path == "/keys":
            public = _KEY.as_dict(private=False) | {"kid": _KEY.thumbprint()}
            return self._json({"keys": [public]})
        if there.path == "/authorize":
            question = {name: values[0] for name, values in parse_qs(there.query).items()}
            return self._page(question)
        return self._json({"error": "not_found"}, 404)

    def do_POST(self) -> None:
        self.provider.asked.append(urlsplit(self.path).path)
        sent = self.rfile.read(int(self.headers["content-length"])).decode()
        form = {name: values[0] for name, values in parse_qs(sent).items()}
        if self.path == "/approve":
            return self._lead_back(form)
        given = self.provider.codes.pop(form.get("code", ""), None)
        verifier = base64.urlsafe_b64encode(sha256(form.get("code_verifier", "").encode()).digest())
        name_and_secret = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        right = (
            given is not None
            and form.get("grant_type") == "authorization_code"
            and form.get("redirect_uri") == given["redirect_uri"]
            and verifier.rstrip(b"=").decode() == given["code_challenge"]
            and self.headers["authorization"] == f"Basic {name_and_secret}"
        )
        if not right:
            return self._json({"error": "invalid_grant"}, 400)
        assert given is not None
        tokens = {"access_token": "x", "token_type": "Bearer", "id_token": self.provider.token(given)}
        return self._json(tokens)

    def _page(self, question: dict[str, str]) -> None:
        assert question["response_type"] == "code"
        assert question["client_id"] == CLIENT
        assert question["code_challenge_method"] == "S256"
        assert "openid" in question["scope"].split()
        kept = "".join(f'<input type="hidden" name="{k}" value="{v}">' for k, v in question.items())
        self._send(
            200,
            "text/html",
            f'<h1>Provider</h1><form method="post" action="/approve">{kept}<button>Yes, it is me</button></form>',
        )

    def _lead_back(self, form: dict[str, str]) -> None:
        code = secrets.token_urlsafe(16)
        self.provider.codes[code] = form
        said = {"error": "access_denied"} if self.provider.declines else {"code": code}
        self.send_response(303)
        self.send_header("location", f"{form['redirect_uri']}?{urlencode(said | {'state': form['state']})}")
        self.send_header("content-length", "0")
        self.end_headers()

    def _json(self, what: object, status: int = 200) -> None:
        self._send(status, "application/json", json.dumps(what))

    def _send(self, status: int, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def providing() -> Iterator[TestProvider]:
    """The provider, served until the block ends."""
    provider = TestProvider()
    handler = type("Handler", (_Handler,), {"provider": provider})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        provider.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield provider
        server.shutdown()
        thread.join(5)
