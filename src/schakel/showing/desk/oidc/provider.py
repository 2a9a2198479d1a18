"""A login through the identity provider from start to end: sent away, and come back as somebody."""

from collections.abc import Mapping
from datetime import datetime
from hmac import compare_digest

from schakel.showing.desk.oidc.begun import Waiting
from schakel.showing.desk.oidc.claims import checked, told
from schakel.showing.desk.oidc.issuer import Issuer
from schakel.showing.desk.oidc.refusals import RefusedError, Told
from schakel.store.settings import OidcSettings


class Provider:
    """The identity provider of one desk."""

    def __init__(self, settings: OidcSettings, secret: str) -> None:
        self._settings = settings
        self._issuer = Issuer(settings, secret)
        self._waiting = Waiting()

    def away(self, back: str, asked: str, now: datetime) -> tuple[str, str]:
        """The word that the browser keeps, and where to send it; `back` is the address that it comes back to.

        `asked` is the page that the person wanted to see; it stays here, and the provider is not told.
        """
        word, begun = self._waiting.begin(back, asked, now)
        return word, self._issuer.address(begun)

    def returned(self, word: str, said: Mapping[str, str], now: datetime) -> tuple[Told, str]:
        """The person that came back with the `said` question, and the page that they had asked for.

        RefusedError or ProviderError if nobody is to be let in.
        """
        begun = self._waiting.take(word, now)
        if begun is None or not compare_digest(begun.state.encode(), said.get("state", "").encode()):
            raise RefusedError("begun")
        # RFC 9207: an answer that names its author must name this one.
        if said.get("iss", self._settings.issuer) != self._settings.issuer:
            raise RefusedError("begun")
        if "error" in said or not said.get("code"):
            raise RefusedError("declined")
        token, keys = self._issuer.exchange(begun, said["code"][:4000])
        return told(checked(token, keys, self._settings, begun.nonce, now), self._settings), begun.asked
