"""One question to the site and its answer, as it was received; the only place of this folder that knows the network.

What is sent is a method, an address, a host and two headers (decision 69): no cookie, no referrer, no name of a program,
nothing remembered from an earlier answer. No answer that sends elsewhere is followed here.
"""

import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import ModuleType
from typing import Any

from schakel.collecting.previews.manners import Manners
from schakel.collecting.proxies import Proxy, is_socks
from schakel.records.errors import SettingsError

PAGES, PHOTOS = "text/html", "image/jpeg, image/png, image/webp"
CUT, SLOW, TOO_LARGE, UNREACHABLE, NOT_TRUSTED = "cut", "slow", "too-large", "unreachable", "not-trusted"
INTERRUPTED, BY_HAND = "interrupted", "it was stopped by hand"
_HEADERS_KEPT = (
    "content-encoding", "content-length", "content-type", "date", "last-modified", "location", "retry-after", "server",
)  # fmt: skip
_LONGEST_HEADER = 300  # signs of one that are kept


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: status and headers if there were any, the body byte for byte, and what went wrong, in a word and in words.

    `certificate` is the sha256 of the certificate with which the site proved who it is, `server` the address that answered.
    """

    status: int | None = None
    headers: Mapping[str, str] | None = None
    body: bytes = b""
    fault: str = ""
    why: str = ""
    certificate: str = ""
    server: str = ""

    def header(self, name: str) -> str:
        """A header of the answer, empty if there is none of that name."""
        return (self.headers or {}).get(name, "")

    def told(self) -> dict[str, Any]:
        """What the log keeps of it beside its body."""
        said: dict[str, Any] = {"status": self.status}
        if self.headers:
            said["headers"] = {name: self.headers[name] for name in _HEADERS_KEPT if name in self.headers}
        said |= {"fault": self.fault, "why": self.why} if self.fault else {}
        proof = {"certificate": self.certificate, "server": self.server}
        return said | {name: value for name, value in proof.items() if value}


class StoppedByHandError(KeyboardInterrupt):
    """It was stopped by hand while an answer came in; `answer` is what of it had come."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


class Asker:
    """Asks over one way; `clock` counts seconds, `trusting` names other certificates than those the system trusts."""

    def __init__(
        self,
        manners: Manners,
        proxy: Proxy | None,
        clock: Callable[[], float],
        trusting: ssl.SSLContext | None = None,
    ) -> None:
        self._http = _library(proxy)
        self._manners = manners
        self._clock = clock
        self._proxied = proxy is not None
        # The bare way below a client: a client brings cookies, headers of its own and redirects with it.
        self._way = self._http.HTTPTransport(
            verify=True if trusting is None else trusting,
            trust_env=False,
            proxy=None if proxy is None else proxy.url,
        )
        wait = {"connect": manners.connect, "read": manners.silent, "write": manners.silent}
        self._waits = wait | {"pool": manners.connect}

    def close(self) -> None:
        """Ends all connections."""
        self._way.close()

    def ask(self, address: str, wants: str = PAGES, most: int = 0) -> Answer:
        """The answer to GET of this address, of at most so many bytes (those of a page if 0); faults are told in it.

        StoppedByHandError, with what had come, if it is stopped by hand while the answer comes in.
        """
        request = self._request(address, wants)
        until = self._clock() + self._manners.answer
        try:
            response = self._way.handle_request(request)
        except self._http.TransportError as error:
            return Answer(fault=_fault(self._http, error), why=_in_words(error))
        try:
            return self._received(response, until, most or self._manners.answer_bytes)
        finally:
            response.close()

    def can_ask(self, address: str) -> bool:
        """Whether an address that a page names can be asked for at all: it may be too long, or hold signs that none has."""
        try:
            self._request(address, PHOTOS)
        except self._http.InvalidURL:
            return False
        return True

    def _request(self, address: str, wants: str) -> Any:
        return self._http.Request(
            "GET",
            address,
            headers={"Accept": wants, "Accept-Encoding": "identity"},
            extensions={"timeout": self._waits},
        )

    def _received(self, response: Any, until: float, most: int) -> Answer:
        body, fault, why = bytearray(), "", ""
        certificate, server = self._other_end(response)
        stopped = False
        try:
            for block in response.iter_raw():
                body += block[: most - len(body) + 1]
                if len(body) > most:
                    fault, why = TOO_LARGE, f"more than {most:,} bytes came"
                    break
                if self._clock() > until:
                    fault, why = SLOW, f"it was not whole after {self._manners.answer:.0f} seconds"
                    break
        except self._http.TransportError as error:
            slow = isinstance(error, self._http.TimeoutException)
            fault, why = (SLOW if slow else CUT), _in_words(error)
        except KeyboardInterrupt:
            fault, why, stopped = INTERRUPTED, BY_HAND, True
        headers = {name.lower(): value[:_LONGEST_HEADER] for name, value in response.headers.items()}
        answer = Answer(response.status_code, headers, bytes(body[:most]), fault, why, certificate, server)
        if stopped:
            raise StoppedByHandError(answer)
        return answer

    def _other_end(self, response: Any) -> tuple[str, str]:
        """The sha256 of the certificate, and the address, of whoever answered; of the site, not of a proxy on the way."""
        stream = response.extensions.get("network_stream")
        if stream is None:
            return "", ""
        try:
            tls = stream.get_extra_info("ssl_object")
            proved = tls.getpeercert(True) if tls is not None else None
            address = None if self._proxied else stream.get_extra_info("server_addr")
        except OSError:  # whoever answered has gone already
            return "", ""
        return (
            sha256(proved).hexdigest() if proved else "",
            f"{address[0]} {address[1]}" if address else "",
        )


def _library(proxy: Proxy | None) -> ModuleType:
    """The library that speaks HTTP, loaded by whoever asks; SettingsError if it is not installed."""
    try:
        import httpx2  # noqa: PLC0415 - an extra: most never collect

        if is_socks(proxy):
            import socksio  # type: ignore[import-not-found]  # noqa: F401, PLC0415 - and so is this
    except ImportError as missing:
        socks = missing.name == "socksio"
        raise SettingsError(
            f"{'A SOCKS proxy' if socks else 'Collecting'} needs a library that is not installed: {missing.name}.",
            means="Nothing was asked for.",
            todo="Type: pip install " + ("socksio" if socks else "'schakel[collect]'"),
        ) from missing
    return httpx2


def _fault(http: ModuleType, error: Exception) -> str:
    if any(isinstance(one, ssl.SSLError) for one in _and_its_causes(error)):
        return NOT_TRUSTED
    if isinstance(error, http.ConnectError | http.ConnectTimeout | http.ProxyError):
        return UNREACHABLE
    return SLOW if isinstance(error, http.TimeoutException) else CUT


def _in_words(error: Exception) -> str:
    return " ".join(f"{type(error).__name__} {error}".split())[:200]


def _and_its_causes(error: BaseException) -> Iterator[BaseException]:
    one: BaseException | None = error
    while one is not None:
        yield one
        one = one.__cause__ or one.__context__
