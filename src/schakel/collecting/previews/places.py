"""Where is asked: the site, and the addresses of its pages."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import quote, urljoin, urlsplit

from schakel.collecting.proxies import address_parts
from schakel.records.errors import UsageError


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


def site_called(written: str) -> Site:
    """The site of an address; UsageError if it is none, or could be read on the way."""
    there = address_parts(written)
    plain = there is not None and not (there.path.strip("/") or there.query or there.fragment)
    if there is None or not plain or there.username is not None or not there.hostname:
        raise _no_site(written, "it is no address such as https://t.me, without anything behind it")
    alone = _is_this_machine(there.hostname)
    if there.scheme != "https" and not (there.scheme == "http" and alone):
        raise _no_site(written, "over anything but https what is asked and answered can be read on the way")
    return Site(f"{there.scheme}://{there.netloc.lower()}", alone)


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _no_site(written: str, why: str) -> UsageError:
    return UsageError(
        f"{written[:80]!r} cannot be asked: {why}.",
        means="Nothing was asked for.",
        todo="Leave --site out, or write https://HOST; http:// is for a server on this machine alone.",
    )
