"""The proxy through which is asked, if one is to be used: of preview pages and with an account alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from schakel.records.errors import UsageError

_SOCKS = ("socks5", "socks5h")
_PROXIES = ("http", "https", *_SOCKS)
_OF_THE_SURROUNDINGS = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
DIRECT = "none"


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy as it is used, and as it may be told: without the name and password in it."""

    url: str = field(repr=False)
    told: str


def proxy_called(written: str, surroundings: Mapping[str, str], *, alone: bool) -> Proxy | None:
    """The proxy to use, or None for none; UsageError where it is none, or where only the surroundings name one.

    A proxy of the surroundings is neither used nor passed by in silence: the one would show a case to whoever keeps the
    proxy, the other the address of this machine to the site. Where is asked a server on this machine (`alone`), nothing leaves it.
    """
    if not written:
        named = next((name for name in _OF_THE_SURROUNDINGS if surroundings.get(name)), "")
        if named and not alone:
            raise UsageError(
                f"{named} names a proxy, and it was not said whether to use it.",
                means="Nothing was asked for: passing it by would show the address of this machine to the site.",
                todo=f'Write --proxy "${named}", another one, or --proxy {DIRECT}.',
            )
        return None
    if written == DIRECT:
        return None
    there = address_parts(written)
    if there is None or there.scheme not in _PROXIES or not there.hostname:
        raise UsageError(
            f"The proxy is no address of one of these kinds: {', '.join(_PROXIES)}.",
            means="Nothing was asked for.",
            todo=f"Write --proxy socks5h://127.0.0.1:9050, for example, or --proxy {DIRECT}.",
        )
    port = f":{there.port}" if there.port else ""
    return Proxy(written, f"{there.scheme}://{_bracketed(there.hostname)}{port}")


def is_socks(proxy: Proxy | None) -> bool:
    """Whether a proxy speaks SOCKS, for which one more library is needed."""
    return proxy is not None and proxy.url.startswith(_SOCKS)


def address_parts(written: str) -> SplitResult | None:
    """The parts of an address; None if it is none."""
    try:
        there = urlsplit(written)
        there.port  # noqa: B018 - a port that is none is told here
    except ValueError:
        return None
    return there if written.isascii() and written.isprintable() and " " not in written else None


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
