"""Web addresses: profiles and numbers on platforms we know, and all other pages.

| written | read as |
|---|---|
| wa.me/31612345678, api.whatsapp.com/send?phone=... | whatsapp: +31612345678 |
| chat.whatsapp.com/..., signal.group/... | whatsapp, signal: the link, without https |
| instagram.com/name, snapchat.com/add/name, threema.id/ABCD1234 | handle there |
| signal.me/#p/+31612345678 | phone |
| wa . me / 31 6 12345678, wa punt me slash 316... | whatsapp |
| shop dot example dot org, name . onion | url, with the dots as signs |
| @name:matrix.org | nothing: a platform that is not kept |
| https://..., hxxps://..., www..., shop[.]example[.]com/x, ....onion | url: with https and dots restored |
"""

import re
from functools import cache

from schakel.reading.folding.disguise import DOT, DOT_WORDS, SCHEME
from schakel.reading.language import listed_words
from schakel.reading.selectors.links import SLASH, telegram_path
from schakel.reading.selectors.phones import e164
from schakel.reading.selectors.selector import Page, any_of, platform_lists

_URL = re.compile(rf"(?<![a-z0-9@]){SCHEME}[^\s<>\"'«»|]+|(?<![\w@.])www\.[^\s<>\"'«»|]+", re.IGNORECASE)
_DEFANGED = re.compile(rf"[\[({{](?:\.|{DOT_WORDS})[\])}}]", re.IGNORECASE)
_TAIL = ".,;:!?*_~'\"…`"
_WHATSAPP = re.compile(
    r"(?:wa\.me/(?:c/)?|whatsapp\.com/send/?\?(?:[^#]*&)?phone=)(?P<phone>[+\d][\d ()\-]{6,18})",
    re.IGNORECASE,
)
_WHATSAPP_APART = re.compile(
    rf"(?<![\w.@])wa(?:{DOT}| )me{SLASH}(?P<phone>\+?\d{{6,15}}(?!\d)|\+?\d[\d ()\-]{{6,18}}\d)"
)
_SAID = re.compile(
    rf"(?<![\w@.\-])(?P<host>(?:www(?:{DOT}))?[a-z0-9][a-z0-9\-]{{1,62}}(?: ?(?:\.| (?:{DOT_WORDS})) ?[a-z0-9\-]{{2,62}}){{0,2}})"
    rf"(?: (?:{DOT_WORDS}) (?P<end>com|net|org|onion|io|ru)| ?\. ?(?P<onion>onion))(?![\w@])"
)
_MATRIX = re.compile(r"(?<![\w.])@[a-z0-9._\-]+:[a-z0-9.\-]+")
_THREEMA_ID = re.compile(r"[*A-Za-z0-9][A-Za-z0-9]{7}")


def read_web_addresses(page: Page) -> None:
    """Note every web address on the page; those without http or www only with a usual ending."""
    low = page.low
    _take_matrix(page)
    if "me" in low and ("wa." in low or "wa " in low or "wa[" in low or "wa(" in low):
        _read_whatsapp_apart(page)
    if "://" in low or "www" in low or "[:]" in low:
        for match in _URL.finditer(page.flat):
            _add_url(page, match.group(), match.start())
    if ("." in low or "]" in low or ")" in low) and _endings().search(low):
        for match in _bare().finditer(page.flat):
            _add_url(page, match.group(), match.start())

    if "onion" in low:
        read_said_addresses(page)


def _take_matrix(page: Page) -> None:
    """Leave out names on Matrix servers, which look like a user name and a web address."""
    if "@" in page.low and ":" in page.low:
        for match in _MATRIX.finditer(page.low):
            page.take(*match.span())


def _read_whatsapp_apart(page: Page) -> None:
    """Note the numbers behind "wa.me" whose signs or digits stand apart."""
    for match in _WHATSAPP_APART.finditer(page.low):
        number = e164("+" + re.sub(r"\D", "", match["phone"]).removeprefix("00"))
        if number:
            page.add("whatsapp", number, *match.span())


def read_said_addresses(page: Page) -> None:
    """Note addresses whose dots are spelled out, if what stands before the ending is a name and no word."""
    for match in _SAID.finditer(page.low):
        host = re.sub(rf" ?(?:\.| (?:{DOT_WORDS})) ?", ".", match["host"])
        if match["onion"] or not set(host.split(".")[-1:]) & listed_words():
            page.add("url", f"{host}.{match['end'] or match['onion']}", *match.span())


@cache
def _endings() -> re.Pattern[str]:
    web = platform_lists()["web"]
    return re.compile(rf"[.\])](?:{any_of(web['endings'] + web['endings_with_path'])})(?!\w)")


@cache
def _bare() -> re.Pattern[str]:
    """Addresses without "http": a host with a usual ending, or with an ending that is also a word and a path."""
    web = platform_lists()["web"]
    dot = rf"(?:\.|[\[({{](?:\.|{DOT_WORDS})[\])}}])"
    label = rf"(?:[a-z0-9\-]{{1,63}}{dot}){{1,5}}"
    path = r"/[^\s<>\"'«»|]*"
    return re.compile(
        rf"(?<![\w@.\-/])[a-z0-9]{label.replace('{1,63}', '{0,62}', 1)}"
        rf"(?:(?:{any_of(web['endings'])})(?![\w\-@])(?!\.\w)(?:{path})?|(?:{any_of(web['endings_with_path'])}){path})",
        re.IGNORECASE,
    )


@cache
def _mentioned() -> frozenset[str]:
    """Shops and services that people name in passing."""
    return frozenset(platform_lists()["web"]["not_addresses"])


def _add_url(page: Page, written: str, start: int) -> None:
    text = written.rstrip(_TAIL)
    while (
        text
        and text[-1] in ")]}"
        and text.count(text[-1]) > text.count({")": "(", "]": "[", "}": "{"}[text[-1]])
    ):
        text = text[:-1].rstrip(_TAIL)
    read = web_address(text) if text.lower() not in _mentioned() else None
    if read:
        page.add(*read, start, start + len(text))


def web_address(written: str) -> tuple[str, str] | None:
    """Type and value of a web address: the handle on a platform we know, else the address in plain form."""
    plain = _DEFANGED.sub(".", written).replace("[:]", ":")
    scheme, mark, rest = plain.rpartition("://") if "://" in plain[:9] else ("", "", plain)
    scheme = scheme.lower().replace("xx", "tt")
    host, slash, path = rest.partition("/")
    host = host.lower().rstrip(".")
    if "." not in host:
        return None
    if host.removeprefix("www.") in ("t.me", "telegram.me", "telegram.dog") and (read := telegram_path(path)):
        return read
    whatsapp = _WHATSAPP.search(f"{host}/{path}")
    if whatsapp:
        digits = re.sub(r"\D", "", whatsapp["phone"])
        number = e164("+" + digits.removeprefix("00")) or e164(digits, "NL")
        return ("whatsapp", number) if number else None
    return _profile(host.removeprefix("www."), path) or (
        "url",
        f"{scheme}{mark}{host}{slash if path else ''}{path}",
    )


def _profile(host: str, path: str) -> tuple[str, str] | None:
    """The handle behind a link to a profile."""
    parts = path.partition("?")[0].strip("/").split("/")
    if host in ("instagram.com", "instagr.am", "snapchat.com", "threema.id"):
        return _handle(host, parts)
    if host == "signal.me" and (phone := re.search(r"#p/(\+\d{8,15})", path)):
        return "phone", phone[1]
    if host in ("signal.me", "signal.group", "chat.whatsapp.com") and path:
        return ("whatsapp" if "whatsapp" in host else "signal"), f"{host}/{path.partition('?')[0]}"
    return None


def _handle(host: str, parts: list[str]) -> tuple[str, str] | None:
    """The handle in the path of a profile page."""
    if host == "snapchat.com":
        return ("snapchat", parts[1].lower()) if parts[0] == "add" and len(parts) > 1 else None
    if host == "threema.id":
        return ("threema", parts[0].upper()) if _THREEMA_ID.fullmatch(parts[0]) else None
    return ("instagram", parts[0].lower().lstrip("@")) if len(parts) == 1 and parts[0] else None
