"""The identity provider that `schakel.toml` names: the only address to which the desk itself ever opens a connection.

OpenID Connect Core 1.0 (2014), the authorisation code flow with PKCE (RFC 7636). Nothing of a case goes there: a code
that the provider gave out, and the desk's own name and secret.
"""

from typing import Any
from urllib.parse import urlsplit

from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import OAuth2Client
from httpx2 import HTTPError

from schakel.records.errors import SettingsError
from schakel.showing.desk.oidc.begun import Begun
from schakel.showing.desk.oidc.refusals import ProviderError
from schakel.store.settings import OidcSettings

_SECONDS = 10.0
_LARGEST = 256 * 1024  # bytes of an answer; descriptions and keys have some kilobytes
_ALONE = ("127.0.0.1", "localhost")
_SCOPE = "openid profile email"


class Issuer:
    """The provider, asked anew at every login: its addresses and keys may change."""

    def __init__(self, settings: OidcSettings, secret: str) -> None:
        _must_be_safe(settings.issuer)
        self.settings = settings
        self._secret = secret

    def address(self, begun: Begun) -> str:
        """Where to send the browser, with the begun login in the question."""
        with self._client(begun.back) as client:
            there = self._endpoint(self._description(client), "authorization_endpoint")
            made, _ = client.create_authorization_url(
                there, state=begun.state, nonce=begun.nonce, code_verifier=begun.verifier
            )
        return str(made)

    def exchange(self, begun: Begun, code: str) -> tuple[str, dict[str, Any]]:
        """The ID token for a code, and the keys that the provider signs with; ProviderError if it gives none."""
        try:
            with self._client(begun.back) as client:
                about = self._description(client)
                given = client.fetch_token(
                    self._endpoint(about, "token_endpoint"),
                    code=code,
                    grant_type="authorization_code",
                    code_verifier=begun.verifier,
                )
                keys = self._read(client, self._endpoint(about, "jwks_uri"))
        except (OAuthError, HTTPError, ValueError) as error:
            raise _not_believed(f"the code was not taken ({type(error).__name__})") from error
        token = given.get("id_token")
        if not isinstance(token, str):
            raise _not_believed("it sent no ID token")
        return token, keys

    def _client(self, back: str) -> Any:
        # No redirect is followed and no proxy of the surroundings is used: this one address, or none.
        return OAuth2Client(
            self.settings.client,
            self._secret,
            scope=_SCOPE,
            redirect_uri=back,
            code_challenge_method="S256",
            timeout=_SECONDS,
            trust_env=False,
            follow_redirects=False,
        )

    def _description(self, client: Any) -> dict[str, Any]:
        about = self._read(
            client, f"{self.settings.issuer.removesuffix('/')}/.well-known/openid-configuration"
        )
        if about.get("issuer") != self.settings.issuer:
            raise _not_believed("it calls itself by another name than schakel.toml does")
        return about

    def _read(self, client: Any, address: str) -> dict[str, Any]:
        try:
            answer = client.request("GET", address, withhold_token=True)
            found = answer.json() if answer.status_code == 200 and len(answer.content) <= _LARGEST else None
        except (HTTPError, ValueError) as error:
            raise _not_believed(f"it cannot be reached ({type(error).__name__})") from error
        if not isinstance(found, dict):
            raise _not_believed("it did not describe itself")
        return found

    def _endpoint(self, about: dict[str, Any], name: str) -> str:
        """One of its addresses; ProviderError if it lies at another host, where the desk never goes."""
        address = str(about.get(name, ""))
        if urlsplit(address)[:2] != urlsplit(self.settings.issuer)[:2]:
            raise _not_believed(f"its {name} lies elsewhere")
        return address


def _must_be_safe(issuer: str) -> None:
    there = urlsplit(issuer)
    if there.scheme == "https" and there.hostname:
        return
    if there.scheme == "http" and there.hostname in _ALONE:
        return
    raise SettingsError(
        "The issuer of [desk.oidc] is no https address.",
        means="Logins could be read on the way, so the desk does not open.",
        todo='Write it as the provider does, for example: issuer = "https://login.example/realms/desk"',
    )


def _not_believed(why: str) -> ProviderError:
    return ProviderError(
        f"The identity provider could not be asked: {why}.",
        means="Nobody was let in by it.",
        todo="Try again; if it stays so, ask who keeps the desk. Logging in with a password still works.",
    )
