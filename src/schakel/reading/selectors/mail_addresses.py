"""E-mail addresses, also where the at and the dots are disguised.

name@mail.example; name [at] mail [dot] example; and at well-known providers name @ gmail.com, name at gmail dot com.
"""

import re
from functools import cache

import ahocorasick_rs

from schakel.reading.disguise import DOT, DOT_WORDS
from schakel.reading.selectors.selector import Page, any_of, platform_lists

_AT = r"(?: ?[\[({<] ?(?:at|@|ät|apenstaart(?:je)?|arroba|собака|arobase) ?[\])}>] ?)"
_MAIL = re.compile(
    r"(?<![\w.%+\-])[a-z0-9][a-z0-9._%+\-]{0,63}@(?:[a-z0-9\-]{1,63}\.){1,5}[a-z]{2,24}(?![\w@])"
)
_MAIL_BRACKETS = re.compile(
    rf"(?<![\w.%+\-])(?P<box>[a-z0-9][a-z0-9._%+\-]{{0,63}})(?:{_AT}|@)(?P<host>[a-z0-9\-]{{1,63}}(?:{DOT}[a-z0-9\-]{{1,63}}){{1,4}})(?![\w@])"
)
_MAIL_SAID = re.compile(
    rf"(?<![\w.%+\-])(?P<box>[a-z0-9][a-z0-9._%+\-]{{1,63}})(?: ?@ ?| (?:at|ät|apenstaart(?:je)?|arroba|собака|arobase) )"
    rf"(?P<host>[a-z0-9\-]{{1,63}}(?: (?:{DOT_WORDS}) [a-z0-9\-]{{1,63}}){{0,2}} (?:{DOT_WORDS}) (?:com|nl|net|org|de|be|fr|es|ru|me|io|ch|eu|at|uk|tr))(?!\w)"
)
# With spaces around the sign only where the name looks like one: "plug.050 @ mail.example", not "te koop @ shop.nl".
_MAIL_SPACED = re.compile(
    r"(?<![\w.%+\-])(?P<box>(?=[a-z0-9]*[._0-9])[a-z][a-z0-9._%+\-]{2,63}) @ (?P<host>(?:[a-z0-9\-]{1,63}\.){1,3}[a-z]{2,12})(?![\w@])"
)
_HOST = re.compile(r"(?:[a-z0-9\-]+\.)+[a-z]{2,24}")


def read_mail(page: Page) -> None:
    """Note every e-mail address on the page."""
    low = page.low
    if "@" in low:
        for match in _MAIL.finditer(low):
            page.add("e-mail", match.group(), *match.span())
        if " @ " in low:
            for match in _MAIL_SPACED.finditer(low):
                page.add("e-mail", f"{match['box']}@{match['host']}", *match.span())
    if _disguise_hints().find_matches_as_indexes(low):
        _read_disguised_mail(page)


@cache
def _disguise_hints() -> ahocorasick_rs.AhoCorasick:
    """What every disguised address has: the provider's name, or an "at" between brackets."""
    at = [
        f"{mark}{gap}{word}"
        for mark in "[({<"
        for gap in ("", " ")
        for word in ("at", "@", "ät", "ap", "ar", "со")
    ]
    dots = [
        " dot ",
        " punt ",
        " punkt ",
        " point ",
        " punto ",
        " точка ",
        " nokta ",
        "[dot",
        "(dot",
        "[punt",
        "(punt",
        "[.]",
        "(.)",
    ]
    providers = _providers() - {"me", "web", "live", "list", "free", "orange", "safe-mail"}
    return ahocorasick_rs.AhoCorasick(sorted({*at, *dots, *providers}))


@cache
def _providers() -> frozenset[str]:
    return frozenset(host.partition(".")[0] for host in platform_lists()["mail"]["providers"])


@cache
def _provider_mail() -> re.Pattern[str]:
    """Addresses at the well-known providers: there also spaces and a bare "at" are believed."""
    hosts = any_of(platform_lists()["mail"]["providers"]).replace(r"\.", DOT)
    return re.compile(
        rf"(?<![\w.%+\-])(?P<box>[a-z0-9][a-z0-9._%+\-]{{1,63}})(?:{_AT}| {{0,2}}@ {{0,2}}| (?:at|apenstaart(?:je)?|arroba|собака|arobase) )"
        rf"(?P<host>{hosts})(?![\w@])"
    )


def _read_disguised_mail(page: Page) -> None:
    if any(name in page.low for name in _providers()):
        for match in _provider_mail().finditer(page.low):
            page.add("e-mail", f"{match['box']}@{re.sub(DOT, '.', match['host'])}", *match.span())
    for pattern in (_MAIL_BRACKETS, _MAIL_SAID):
        for match in pattern.finditer(page.low):
            host = re.sub(DOT, ".", match["host"])
            sure = " " not in match["host"] or re.search(DOT_WORDS, match["host"])
            if sure and _HOST.fullmatch(host):
                page.add("e-mail", f"{match['box']}@{host}", *match.span())
