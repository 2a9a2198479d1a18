"""Selectors: everything in a text that identifies someone or leads to them, validated and normalised.

| type | value |
|---|---|
| username | Telegram name in lower case without @ |
| telegram-link | link to a name, invitation, private chat or folder as t.me/... |
| phone | E.164: +31612345678 |
| e-mail | lower case |
| btc, eth, tron, xmr, ltc, ton | the address, its checksum verified (see wallets) |
| iban | capitals without spaces, verified |
| url | with https and dots restored |
| signal, session, wickr, snapchat, instagram, wire | handle in lower case |
| threema | identity in capitals |
| whatsapp | the number behind a wa.me link as E.164, or the link of a group |

A number is always a phone, also after "WhatsApp" or "Signal": it is the number that identifies. See links,
handles, phones and wallets for the forms that are read. Spans are in the original text.
"""

import re
from collections.abc import Sequence
from functools import cache

from schakel.reading.selectors.handles import SESSION_LENGTH, cues_each, read_handles
from schakel.reading.selectors.links import read_telegram_links
from schakel.reading.selectors.mail_addresses import read_mail
from schakel.reading.selectors.page_hints import MAIL, SAID_AT, SLASH, hints_of, pages_with
from schakel.reading.selectors.phones import HAS_DIGITS, find_phones, find_spoken_phones
from schakel.reading.selectors.selector import Page, Selector
from schakel.reading.selectors.spoken_digits import could_begin
from schakel.reading.selectors.threema import ends_like_threema
from schakel.reading.selectors.token_hints import (
    BARE_NAME,
    DOT,
    IBAN,
    NAME,
    SPLIT,
    SPOKEN,
    WALLET,
    could_hold,
)
from schakel.reading.selectors.wallets import CANDIDATE, wallet
from schakel.reading.selectors.web_addresses import read_said_addresses, read_web_addresses

__all__ = ["Selector", "defang", "places_of_contacts", "read_selectors"]

_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ .\-]?[A-Za-z0-9]{2,4}){3,8}", re.ASCII)
_IBAN_APART = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]{2}[ .\-]?\d{2}(?:[ .\-\n]?[A-Za-z0-9]{2,4}){3,8}", re.ASCII
)
# A wallet over two or three lines or words; its checksum tells whether they belong together.
_SPLIT = re.compile(
    r"(?<![A-Za-z0-9])(?:bc1|ltc1|0x|[13LMT48])[A-Za-z0-9]{7,60}(?:[ \n\-]{1,2}[A-Za-z0-9]{2,60}){1,8}",
    re.ASCII,
)
_SCHEME = re.compile(r"(?i)\bhttp(?=s?://)")
_HOST = re.compile(r"(?<=[\w])\.(?=[\w])")
_LIKE_ADDRESS = re.compile(r"://|^[\w.\-]+\.[a-z]{2,}(?:/|$)|@")
_PIECE, _APART = re.compile("[A-Za-z0-9]+"), re.compile(r"[ \n\-]+")
_IBAN_SHORTEST, _IBAN_LONGEST = 15, 34


def read_selectors(text: str) -> list[Selector]:
    """The selectors of a text in order of appearance, each (type, value) once, where it first stands."""
    return read_selectors_each([text])[0]


def read_selectors_each(texts: Sequence[str]) -> list[list[Selector]]:
    """The same for each of many texts: one reader after the other over all of them, which is faster than text by text."""
    return [_once(page) if page.found else [] for page in _read_pages(texts)]


def places_of_contacts(texts: Sequence[str]) -> list[list[tuple[int, int]]]:
    """Where in each text a selector stands, in order, one that is said again each time: so that it can be hidden."""
    return [sorted({(one.start, one.end) for one in page.found}) for page in _read_pages(texts)]


def _read_pages(texts: Sequence[str]) -> list[Page]:
    """Each text with everything that was found in it."""
    pages = [Page(text) for text in texts]
    lows = [page.low for page in pages]
    words = [could_hold(page.flat) for page in pages]
    hints, cues = hints_of(lows), cues_each(lows)
    told = [
        number
        for number, (page, hint, word) in enumerate(zip(pages, hints, words, strict=True))
        if hint or word or number in cues or _may_tell(page)
    ]
    _read_addresses([pages[number] for number in told], [hints[number] for number in told])
    for number in told:
        page, word = pages[number], words[number]
        _read_accounts(page, word)
        if word & DOT:
            read_said_addresses(page)
    for number in told:
        read_handles(pages[number], cues.get(number, ()), bool(hints[number] & SAID_AT))
    with_digits = pages_with(HAS_DIGITS, [page.flat for page in pages])
    for number, (page, word) in enumerate(zip(pages, words, strict=True)):
        if number in with_digits or word & SPOKEN:
            _read_phones(page, word)
        if word & NAME:
            _read_bare_names(page)
    return pages


def _may_tell(page: Page) -> bool:
    """Whether something stands on a page without which no address, account or handle is read: most have none of it."""
    low = page.low
    return (
        "@" in low or "." in low or "/" in low or "\\" in low or ")" in low or "]" in low or "}" in low or ">" in low
        or " at " in low or "iban" in low or "threema" in low or (len(low) >= SESSION_LENGTH and "05" in low)
        or ends_like_threema(page.flat)
    )  # fmt: skip


def _read_addresses(pages: Sequence[Page], hints: Sequence[int]) -> None:
    """Note mail addresses, links of Telegram and web addresses."""
    for page, hint in zip(pages, hints, strict=True):
        if hint & MAIL or "@" in page.low:
            read_mail(page, bool(hint & MAIL))
    for page, hint in zip(pages, hints, strict=True):
        read_telegram_links(page, bool(hint & SLASH))
    for page in pages:
        read_web_addresses(page)


def _once(page: Page) -> list[Selector]:
    """The selectors on a page in order of appearance, each once."""
    once: dict[tuple[str, str], Selector] = {}
    for selector in sorted(page.found, key=lambda found: (found.start, found.end)):
        once.setdefault((selector.type, selector.value), selector)
    return list(once.values())


def defang(value: str) -> str:
    """The value as it can be shown or mailed without becoming a link: hxxps://x[.]nl, name[@]x[.]nl."""
    if not _LIKE_ADDRESS.search(value):
        return value
    head, slash, tail = value.partition("://")
    host, path_mark, path = (tail if slash else head).partition("/")
    host = _HOST.sub("[.]", host).replace("@", "[@]")
    scheme = _SCHEME.sub("hxxp", head + slash) if slash else ""
    return f"{scheme}{host}{path_mark}{path}"


def _read_accounts(page: Page, hints: int) -> None:
    """Note wallets and bank accounts."""
    if hints & WALLET:
        for match in CANDIDATE.finditer(page.flat):
            read = wallet(match.group())
            if read:
                page.add(*read, *match.span())
    if hints & SPLIT:
        for match in _SPLIT.finditer(page.flat):
            _add_split_wallet(page, match)
    if len(page.flat) < _IBAN_SHORTEST:
        return
    form = _IBAN_APART if "iban" in page.low else _IBAN if hints & IBAN else None
    for match in form.finditer(page.flat) if form else ():
        _add_iban(page, match)


def _add_split_wallet(page: Page, match: re.Match[str]) -> None:
    """The wallet that begins here and goes on behind a space or on the next line."""
    pieces = [piece.end() for piece in _PIECE.finditer(match.group())]
    for end in pieces[1:]:
        read = wallet(_APART.sub("", match.group()[:end]))
        if read:
            page.add(*read, match.start(), match.start() + end)
            return


def _read_bare_names(page: Page) -> None:
    """Note names of words and figures joined by dots or underscores, which nobody writes for anything else."""
    for match in BARE_NAME.finditer(page.low):
        if page.is_free(*match.span("name")):
            page.add("username", match["name"], *match.span("name"))


def _add_iban(page: Page, match: re.Match[str]) -> None:
    """The bank account that begins here, with as much of what follows as belongs to it."""
    written = match.group()
    ends = [place for place, sign in enumerate(written, start=1) if sign.isalnum()]
    for end in reversed(ends):
        value = re.sub(r"[ .\-\n]", "", written[:end]).upper()
        if len(value) < _IBAN_SHORTEST:
            return
        if len(value) <= _IBAN_LONGEST and _is_iban(value):
            page.add("iban", value, match.start(), match.start() + end)
            return


def _is_iban(value: str) -> bool:
    """ISO 13616: the number read as letters to digits leaves 1 on division by 97, and the country has the form."""
    digits = "".join(str(int(sign, 36)) for sign in value[4:] + value[:4])
    return int(digits) % 97 == 1 and _country_allows(value)


@cache
def _country_allows(value: str) -> bool:
    import schwifty  # noqa: PLC0415 -- its bank lists take .1 s to load and few texts hold an account number

    try:
        schwifty.IBAN(value)
    except schwifty.exceptions.SchwiftyException:
        return False
    return True


def _read_phones(page: Page, hints: int) -> None:
    for phone in find_phones(page.flat):
        page.add("phone", phone.value, phone.start, phone.end)
    if hints & SPOKEN and could_begin().search(page.low):
        for phone in find_spoken_phones(page.low):
            page.add("phone", phone.value, phone.start, phone.end)
