"""E-mail addresses, also where the at and the dots are disguised.

name@mail.example; name [at] mail [dot] example; jan punt jansen apenstaartje mail punt nl; and at well-known providers
name @ gmail.com, name at gmail dot com.
"""

import re
from functools import cache

from schakel.reading.folding.disguise import (
    AT_WORDS,
    BRACKETED_AT_BEGINS,
    DOT,
    DOT_WORDS,
    SAID_AT_WORDS,
    UNDERSCORE_WORDS,
)
from schakel.reading.selectors.selector import Page, any_of, platform_lists

_AT = rf"(?: ?[\[({{<] ?(?:@|a|{AT_WORDS}) ?[\])}}>] ?)"
_MAIL = re.compile(
    r"(?<![\w.%+\-])[a-z0-9][a-z0-9._%+\-]{0,63}@(?:[a-z0-9\-]{1,63}\.){1,5}[a-z]{2,24}(?![\w@])"
)
_MAIL_BRACKETS = re.compile(
    rf"(?<![\w.%+\-])(?P<box>[a-z0-9][a-z0-9._%+\-]{{0,63}})(?:{_AT}|@)(?P<host>[a-z0-9\-]{{1,63}}(?:{DOT}[a-z0-9\-]{{1,63}}){{1,4}})(?![\w@])"
)
_DOT_SAID = rf"(?: (?:{DOT_WORDS}) |\.)"
_MAIL_SAID = re.compile(
    rf"(?<![\w.%+\-])(?P<box>[a-z0-9][a-z0-9._%+\-]{{1,63}}(?: (?:{DOT_WORDS}|{UNDERSCORE_WORDS}) [a-z0-9._%+\-]{{1,40}}){{0,2}})"
    rf"(?: ?@ ?| (?:{SAID_AT_WORDS}) )(?P<host>[a-z0-9\-]{{1,63}}(?:{_DOT_SAID}[a-z0-9\-]{{1,63}}){{0,2}} (?:{DOT_WORDS}) "
    r"(?:com|nl|net|org|de|be|fr|es|ru|me|io|ch|eu|at|uk|tr|info|su|onion|pm|li))(?!\w)"
)
# With spaces around the sign only where the name looks like one: "plug.050 @ mail.example", not "te koop @ shop.nl".
_MAIL_SPACED = re.compile(
    r"(?<![\w.%+\-])(?P<box>(?=[a-z0-9]*[._0-9])[a-z][a-z0-9._%+\-]{2,63}) @ (?P<host>(?:[a-z0-9\-]{1,63}\.){1,3}[a-z]{2,12})(?![\w@])"
)
_HOST = re.compile(r"(?:[a-z0-9\-]+\.)+[a-z]{2,24}")


def read_mail(page: Page, disguised: bool) -> None:
    """Note every e-mail address on the page; `disguised` tells whether a word of `disguise_words` stands on it."""
    low = page.low
    if "@" in low:
        for match in _MAIL.finditer(low):
            page.add("e-mail", match.group(), *match.span())
        if " @ " in low:
            for match in _MAIL_SPACED.finditer(low):
                page.add("e-mail", f"{match['box']}@{match['host']}", *match.span())
    if disguised:
        _read_disguised_mail(page)


@cache
def disguise_words() -> tuple[str, ...]:
    """What every disguised address has: the provider's name, or an "at" between brackets."""
    at = [f"{mark}{gap}{word}" for mark in "[({<" for gap in ("", " ") for word in BRACKETED_AT_BEGINS]
    dots = [f" {word} " for word in DOT_WORDS.split("|")]
    dots += [f"{mark}{word}" for mark in "[(" for word in (*DOT_WORDS.split("|"), ".]", ".)")]
    providers = _providers() - {"me", "web", "live", "list", "free", "orange", "safe-mail"}
    return tuple(sorted({*at, *dots, *providers}))


@cache
def _providers() -> frozenset[str]:
    return frozenset(host.partition(".")[0] for host in platform_lists()["mail"]["providers"])


@cache
def _provider_mail() -> re.Pattern[str]:
    """Addresses at the well-known providers: there also spaces and a bare "at" are believed."""
    hosts = any_of(platform_lists()["mail"]["providers"]).replace(r"\.", DOT)
    return re.compile(
        rf"(?<![\w.%+\-])(?P<box>[a-z0-9][a-z0-9._%+\-]{{1,63}})(?:{_AT}| {{0,2}}@ {{0,2}}| (?:{AT_WORDS}) )"
        rf"(?P<host>{hosts})(?![\w@])"
    )


def _read_disguised_mail(page: Page) -> None:
    _add_disguised(page, _MAIL_SAID)
    if any(name in page.low for name in _providers()):
        for match in _provider_mail().finditer(page.low):
            page.add("e-mail", f"{match['box']}@{re.sub(DOT, '.', match['host'])}", *match.span())
    _add_disguised(page, _MAIL_BRACKETS)


def _add_disguised(page: Page, pattern: re.Pattern[str]) -> None:
    for match in pattern.finditer(page.low):
        host = re.sub(DOT, ".", match["host"])
        sure = " " not in match["host"] or re.search(DOT_WORDS, match["host"])
        if sure and _HOST.fullmatch(host):
            page.add("e-mail", f"{_box(match['box'])}@{host}", *match.span())


def _box(said: str) -> str:
    """The part before the at, with its dots and underscores as signs."""
    if " " not in said:
        return said
    return re.sub(rf" (?:{UNDERSCORE_WORDS}) ", "_", re.sub(rf" (?:{DOT_WORDS}) ", ".", said))
