"""Links of Telegram, also where dots and slashes are disguised.

| written | read as |
|---|---|
| t.me/name, telegram.me/s/name/12, tg://resolve?domain=name, name.t.me | telegram-link: t.me/name, small |
| t.me/+HASH, t.me/joinchat/HASH, t.me/c/123, t.me/addlist/HASH | telegram-link: as written, without https |
| t.me/+31612345678 | phone |
| t . me / name, t(dot)me/name, t[.]me, hxxps://t.me/name | as above |
"""

import re

from schakel.reading.folding.disguise import DOT, SCHEME, SLASH_WORDS
from schakel.reading.selectors.phones import e164
from schakel.reading.selectors.selector import Page

SLASH = (
    r"(?: {0,2}[/\\⁄∕／]{1,2} {0,2}| {0,2}[\[({](?:/|slash)[\])}] {0,2}"
    rf"| {{1,2}}(?:{SLASH_WORDS}) {{1,2}})"
)
_TELEGRAM = re.compile(
    rf"(?<![a-z0-9@_\-./]){SCHEME}?(?:www\.)?(?:(?P<sub>[a-z][a-z0-9_]{{3,31}})\.)?"
    rf"(?:[tт](?:{DOT}| )?[mм][eе]|tele(?:gram)?(?:{DOT}| )(?:me|dog)){SLASH}(?P<path>[@+]?[\w\-+/?=&.%$#]*)",
    re.IGNORECASE,
)
_SUBDOMAIN = re.compile(
    rf"(?<![a-z0-9@_\-./]){SCHEME}?(?P<name>[a-z][a-z0-9_]{{3,31}})\.t\.me(?![\w/])", re.IGNORECASE
)
_TG = re.compile(r"tg://(?P<act>[a-z]+)/?\?(?P<query>[\w\-+=&.%]+)", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
_HASH = re.compile(r"[A-Za-z0-9_\-]{8,64}")
_OWN_PAGES = frozenset(
    {
        "addstickers",
        "addemoji",
        "addtheme",
        "setlanguage",
        "proxy",
        "socks",
        "share",
        "msg",
        "iv",
        "bg",
        "login",
    }
    | {
        "confirmphone",
        "giftcode",
        "invoice",
        "contact",
        "nft",
        "call",
        "auction",
        "blog",
        "faq",
        "apps",
        "privacy",
    }
)


def read_telegram_links(page: Page, slash_said: bool) -> None:
    """Note every link on the page that Telegram itself opens; `slash_said`: one of SLASH_BEGINS stands on it."""
    low = page.low
    if ("/" in low or "\\" in low or slash_said) and (
        "me" in low or "ме" in low or "dog" in low or "tg:" in low
    ):
        _read_telegram(page)
    if ".t.me" in low:
        for match in _SUBDOMAIN.finditer(page.flat):
            if match["name"].lower() != "www":
                page.add("telegram-link", f"t.me/{match['name'].lower()}", *match.span())


def _read_telegram(page: Page) -> None:
    for match in _TELEGRAM.finditer(page.flat):
        path = match["path"].rstrip(".,?=&/%#")
        end = match.start("path") + len(path)
        read = telegram_path(path)
        if read:
            page.add(*read, match.start(), end)
    for match in _TG.finditer(page.flat):
        read = _tg_link(match["act"].lower(), match["query"].rstrip("."))
        if read:
            page.add(*read, match.start(), match.start("query") + len(match["query"].rstrip(".")))


def telegram_path(path: str) -> tuple[str, str] | None:
    """What stands behind "t.me/": type and value, or None for Telegram's own pages."""
    parts = path.partition("?")[0].lstrip("@").split("/")
    head, rest = parts[0], parts[1] if len(parts) > 1 else ""
    if head.startswith("+"):
        return _after_plus(head)
    lower = head.lower()
    if lower in ("s", "boost"):
        return _to_name(rest)
    if lower in ("joinchat", "addlist", "c"):
        fits = rest.isdigit() if lower == "c" else _HASH.fullmatch(rest)
        return ("telegram-link", f"t.me/{lower}/{rest}") if fits else None
    return _to_name(head) if lower not in _OWN_PAGES else None


def _to_name(name: str) -> tuple[str, str] | None:
    """The link to a person, group or channel, in small letters as Telegram tells names apart."""
    return ("telegram-link", f"t.me/{name.lower()}") if _NAME.fullmatch(name) else None


def _after_plus(head: str) -> tuple[str, str] | None:
    """A telephone number if it is one, else an invitation."""
    phone = e164(head) if head[1:].isdigit() else None
    if phone:
        return "phone", phone
    return ("telegram-link", f"t.me/{head}") if _HASH.fullmatch(head[1:]) else None


def _tg_link(act: str, query: str) -> tuple[str, str] | None:
    values = dict(part.partition("=")[::2] for part in query.split("&"))
    name, phone = values.get("domain", ""), values.get("phone", "")
    if act == "resolve" and _NAME.fullmatch(name):
        return _to_name(name)
    if phone and (number := e164("+" + phone.lstrip("+"))):
        return "phone", number
    if act == "join" and _HASH.fullmatch(values.get("invite", "")):
        return "telegram-link", f"t.me/+{values['invite']}"
    person = values.get("id") or values.get("user_id", "")
    return ("telegram-link", f"tg://user?id={person}") if person.isdigit() else None
