"""Where is asked, and along which way: the site, the addresses of its pages, and the proxy, if one is to be used."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from schakel.records.errors import UsageError

_SOCKS = ("socks5", "socks5h")
_PROXIES = ("http", "https", *_SOCKS)
_OF_THE_SURROUNDINGS = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
DIRECT = "none"


@dataclass(frozen=True, slots=True)
class Site:
    """The site that shows preview pages: `https://t.me`, a mirror of it, or a server on this very machine."""

    address: str
    alone: bool  # it is on this machine, so that nothing leaves it

    def history(self, name: str, *, before: int | None = None, search: str = "") -> str:
        """The page of a chat's posts: the newest, or those before a number; with `search`, those that hold a word."""
        asked = {"q": quote(search, safe="")} if search else {}
        asked |= {"before": str(before)} if before is not None else {}
        question = "&".join(f"{key}={value}" for key, value in asked.items())
        return f"{self.address}/s/{name}" + (f"?{question}" if question else "")

    def about(self, name: str) -> str:
        """The page that says what a chat is, with the exact number of its subscribers."""
        return f"{self.address}/{name}"

    def leads_to_about(self, asked: str, location: str, name: str) -> bool:
        """Whether an answer that sends elsewhere sends from a chat's posts to the page of that chat, and no further."""
        try:
            there = urlsplit(urljoin(asked, location))
        except ValueError:  # no address at all
            return False
        here = urlsplit(self.address)
        return (there.scheme, there.netloc.lower()) == (here.scheme, here.netloc.lower()) and (
            there.path.strip("/").lower() == name.lower()
        )


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy as it is used, and as it may be told: without the name and password in it."""

    url: str = field(repr=False)
    told: str


def site_called(written: str) -> Site:
    """The site of an address; UsageError if it is none, or could be read on the way."""
    there = _split(written)
    plain = there is not None and not (there.path.strip("/") or there.query or there.fragment)
    if there is None or not plain or there.username is not None or not there.hostname:
        raise _no_site(written, "it is no address such as https://t.me, without anything behind it")
    alone = _is_this_machine(there.hostname)
    if there.scheme != "https" and not (there.scheme == "http" and alone):
        raise _no_site(written, "over anything but https what is asked and answered can be read on the way")
    return Site(f"{there.scheme}://{there.netloc.lower()}", alone)


def proxy_called(written: str, site: Site, surroundings: Mapping[str, str]) -> Proxy | None:
    """The proxy to use, or None for none; UsageError where it is none, or where only the surroundings name one.

    A proxy of the surroundings is neither used nor passed by in silence: the one would show a case to whoever keeps the
    proxy, the other the address of this machine to the site.
    """
    if not written:
        named = next((name for name in _OF_THE_SURROUNDINGS if surroundings.get(name)), "")
        if named and not site.alone:
            raise UsageError(
                f"{named} names a proxy, and it was not said whether to use it.",
                means="Nothing was asked for: passing it by would show the address of this machine to the site.",
                todo=f'Write --proxy "${named}", another one, or --proxy {DIRECT}.',
            )
        return None
    if written == DIRECT:
        return None
    there = _split(written)
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


def _split(written: str) -> SplitResult | None:
    try:
        there = urlsplit(written)
        there.port  # noqa: B018 - a port that is none is told here
    except ValueError:
        return None
    return there if written.isascii() and written.isprintable() and " " not in written else None


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _no_site(written: str, why: str) -> UsageError:
    return UsageError(
        f"{written[:80]!r} cannot be asked: {why}.",
        means="Nothing was asked for.",
        todo="Leave --site out, or write https://HOST; http:// is for a server on this machine alone.",
    )
