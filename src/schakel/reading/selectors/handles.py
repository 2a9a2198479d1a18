"""Usernames of Telegram and handles on other platforms.

| written | read as |
|---|---|
| @Plug_050, [at]plug050, (at) plug050, @ plug050, @p l u g 0 5 0 | username: plug_050 (5-32 letters, digits, _) |
| dm at plug_050, Telegram: plug050 | username, where a word before it invites to write |
| snap: plug.050, 👻 plug050, insta @plug050, wickr plug050 | that platform, lower case |
| Threema ID: ABCD1234 | threema, capitals |
| 05 and 64 more hexadecimal digits | session |
| signal plug.42, plug.42 on signal, insta/snap: plug.42 | signal; both |
| @plug.officiel75 | username, whole as written: Telegram has no such names, but the writer gave it as one |
| bestellen: tg zwartekraai | that platform, at the end of a line and no word of any list |
| user flippy_jacks, nick: samsun.gececi_ | username, where a word says so and the name has an underscore, dot or digit |
| dm plug_050, PN an donaukind, в личку plug_050 | username, behind a word for a private message |
| luna_nueva.88 güvenilir mi, is luna_nueva.88 legit | username, of words and figures joined by dots or underscores |
| wickr (plug.r.us44), snap, 'plug.050' | that platform, between brackets or quotes |
| WhatsApp 06..., Signal +31... | phone (see phones): the number is what identifies |
| TikTok @name and other platforms not kept | nothing |
| name@gmail.com, @gmail.com | not a username |
"""

import re
from collections.abc import Sequence
from functools import cache

import ahocorasick_rs

from schakel.reading.folding.disguise import AT_IN_BRACKETS, AT_WORDS
from schakel.reading.folding.letters import letter_tables
from schakel.reading.language import listed_words
from schakel.reading.selectors.page_hints import Match, matches_by_page
from schakel.reading.selectors.selector import Page, any_of, platform_lists
from schakel.reading.selectors.threema import read_threema
from schakel.reading.word_data import data_file

Cue = tuple[str, int, int]  # platform, start and end of the word that names it

_SHORTEST_WITH_CUE = 6  # letters of a text
_AT_NAME = re.compile(r"(?<![a-zA-Z0-9@%+])@(?P<gap> ?)(?P<name>[^\W\d](?:\w{3,40}|\w{1,2}(?=\.[a-z])))")
_SPACED_NAME = re.compile(r"(?<![\w@%+])@ ?(?P<name>[a-z](?: [a-z0-9_]){4,31})(?! ?\w)")
_BRACKET_NAME = re.compile(
    rf"(?<!\w)[\[({{<] ?(?:{AT_IN_BRACKETS}) ?[\])}}>] ?(?P<name>[a-z][a-z0-9_]{{4,31}})(?!\w)"
)
# Where a name after an @ runs on behind a dot; what begins with a capital is the next sentence.
_DOTTED = re.compile(r"(?:\.[a-z0-9_]{2,})+(?![\w@/]|\.\w)")
# Telegram has no names with dots, but sellers give them; what a word announces ("user", "dm") counts as one.
_CALLED, _PRIVATE = "called", "private"
_NAMED = frozenset({"username", _CALLED, _PRIVATE})
_DOTTED_NAME = r"[a-z][a-z0-9]*(?:(?:\.|_+)[a-z0-9]+)*_?"
_SITE = re.compile(r"\.(?:com|nl|net|org|de|be|ru|me|fr|eu|uk|io|ch|info)(?!\w)")
_ENDS_LIKE_SITE = re.compile(rf"{_SITE.pattern}$")
_NEXT_SENTENCE = re.compile(r"\.(?=[^\W\d_][^\W\d_])")
_TELEGRAM_NAME = re.compile(r"[a-z][a-z0-9_]{3,30}[a-z0-9]")
_SIGNS = r" {0,2}(?P<sep>[^\w\s@,.;!?()\[\]]{1,4}|\((?=[\w.\-]+\))|, ?[\"'“„«‘](?=[\w.\-]+[\"'”“»’]))? {0,2}"
SESSION_LENGTH = 66  # signs of an identity
_SESSION = re.compile(r"(?<!\w)05[0-9a-f]{64}(?!\w)")
_THREEMA_NAMED = "threema"
_SIGNAL_NAME = re.compile(r"(?<![\w.@/])(?=[a-z_])[a-z0-9_]{3,32}\.[0-9]{2,4}(?![\w.])")
_PLATFORMS = data_file("platforms.toml")
_AND = re.compile(rf" ?(?:[/&+,|]|{'|'.join(_PLATFORMS['shared']['words'])}) ?")
_BEFORE_CUE = re.compile(
    r"(?P<at>@ ?)?(?<![\w.])(?P<handle>[a-z0-9_][a-z0-9._-]{2,31})"
    rf"(?: ?[(\[] ?| (?:{'|'.join(_PLATFORMS['before_platform']['words'])}) )$"
)
_HAS_LETTERS = re.compile(r"[a-z]{2}|[a-z][_.]")
_CLOCK = re.compile(r"^\d+(?:[.,]\d+)?(?:[a-z]{1,5})?$|^\d{1,2}[.h]\d{2}")
_AMOUNT = re.compile(r"\d+(?:\.\d+)?[a-z]{0,6}")
_TELLING = re.compile(r"[0-9_.]")
_LINE_END = re.compile(r" *(?:$|[\n,;|/)\]!?•·]|\.(?!\w)|[^\w\s])")


def read_handles(page: Page, cues: Sequence[Cue], at_said: bool) -> None:
    """Note the handles on the page: those of named platforms first, then everything after an @.

    `cues` are the platforms that `cues_each` finds on it; `at_said` tells whether it names the sign in words.
    """
    low = page.low
    for place, (name, start, end) in enumerate(cues):
        shared = _shared(low, cues, place)
        if (
            name != _THREEMA_NAMED
            and not _read_after_cue(page, name, start, end, shared)
            and name not in (_CALLED, _PRIVATE)
        ):
            _read_before_cue(page, name, start)
    read_threema(page, "threema" in low or _THREEMA_NAMED in [name for name, _, _ in cues])
    if any(map(low.__contains__, _PLATFORMS["signal_names"]["words"])):
        _read_signal_names(page)
    if "05" in low and len(low) >= SESSION_LENGTH:
        for match in _SESSION.finditer(low):
            page.add("session", match.group(), *match.span())
    if "@" in low:
        _read_at_names(page)
    if "]" in low or ")" in low or "}" in low or ">" in low:
        _read_bracket_at(page)
    if at_said or " at " in low:
        _read_spoken_at(page)


@cache
def _cue_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words for platforms, sorted, and the platform of each ("" for those that are not kept)."""
    lists = platform_lists()
    named = {word: name for name, platform in lists["platform"].items() for word in platform["words"]}
    named = {word: kind for kind in (_CALLED, _PRIVATE) for word in lists[kind]["words"]} | named
    named |= dict.fromkeys(lists["other"]["words"], "") | dict.fromkeys(
        lists["threema"]["words"], _THREEMA_NAMED
    )
    words = tuple(sorted(named))
    return words, tuple(named[word] for word in words)


@cache
def _cue_search() -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(
        list(_cue_words()[0]), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )


def cues_each(lows: Sequence[str]) -> dict[int, list[Cue]]:
    """The platforms named in each text: which, and where the word stands; by number of the text, if there are any."""
    found = matches_by_page(_cue_search(), lows)
    return {
        page: _whole_cues(lows[page], matches)
        for page, matches in found.items()
        if len(lows[page]) >= _SHORTEST_WITH_CUE
    }


def _whole_cues(low: str, matches: Sequence[Match]) -> list[Cue]:
    names = _cue_words()[1]
    return [
        (names[which], start, end)
        for which, start, end in matches
        if not (start and (low[start - 1].isalnum() or low[start - 1] in "=."))
        and not (end < len(low) and low[end].isalnum() and low[start].isalnum())
    ]


@cache
def _after_cue() -> dict[str, re.Pattern[str]]:
    """How a handle follows the name of each platform."""
    lists = platform_lists()
    between = dict.fromkeys(lists["platform"], any_of(lists["between"]["words"]))
    between |= {
        "": between["username"],
        _CALLED: any_of(lists[_CALLED]["is"]),
        _PRIVATE: any_of(lists[_PRIVATE]["to"]),
    }
    forms = {name: platform["handle"] for name, platform in lists["platform"].items()}
    forms |= {"": "[a-z0-9._]{2,40}", "username": _DOTTED_NAME, _CALLED: _DOTTED_NAME, _PRIVATE: _DOTTED_NAME}
    return {
        name: re.compile(
            rf"(?:[ -]{{0,2}}(?:{between[name]})(?!\w)){{0,3}}{_SIGNS}(?P<at>@ ?)?(?P<handle>{form})(?![\w@])"
        )
        for name, form in forms.items()
    }


def _shared(low: str, cues: Sequence[Cue], place: int) -> list[str]:
    """The platforms named just before that have the same handle: "insta/snap: plug050"."""
    found = []
    while place and _AND.fullmatch(low, cues[place - 1][2], cues[place][1]):
        place -= 1
        if cues[place][0] in platform_lists()["platform"]:
            found.append(cues[place][0])
    return found


def _read_after_cue(page: Page, platform: str, start: int, end: int, shared: list[str]) -> bool:
    """Note the handle that follows the name of a platform; whether there is one."""
    match = _after_cue()[platform].match(page.low, end)
    if not match or not page.is_free(match.start("handle"), match.end("handle")):
        return False
    handle = _trimmed(match["handle"], page.low, match.start("handle"))
    named = platform in _NAMED
    handle = _one_sentence(handle, page.flat, match.start("handle")) if named else handle
    last = match.start("handle") + len(handle)
    if len(handle) < (5 if named else 3) or not _is_handle(page, platform, handle, match, last):
        return False
    first = match.start("at") if match["at"] else match.start("handle")
    if not platform:
        if match["at"]:
            page.take(first, last)
        return bool(match["at"])
    page.add("username" if named else platform, handle, first, last)
    for also in shared:
        page.add_beside(also, handle, first, last)
    return True


def _trimmed(written: str, low: str, start: int) -> str:
    """The handle without the signs of the sentence around it; one underscore at its end belongs to it."""
    handle = written.rstrip("._-")
    slanted = low[start - 1 : start] in ("_", "@") and low[max(0, start - 2) : start] in ("_@", "_", " _")
    return handle + "_" if written.startswith(handle + "_") and not slanted else handle


def _one_sentence(handle: str, flat: str, start: int) -> str:
    """The handle up to a dot that ends the sentence: what begins with a capital behind it is the next one."""
    for dot in _NEXT_SENTENCE.finditer(flat, start, start + len(handle)):
        if flat[dot.end()].isupper() and not flat[start].isupper():
            return handle[: dot.start() - start]
    return handle


def _read_before_cue(page: Page, platform: str, start: int) -> None:
    """Note a handle before the platform: "plug.42 op signal", "@plug on insta", "plug050 (snap)"."""
    match = _BEFORE_CUE.search(page.low, max(0, start - 48), start)
    if not match:
        return
    handle = _trimmed(match["handle"], page.low, match.start("handle"))
    first, last = match.start("handle"), match.start("handle") + len(handle)
    named = match["at"] or (_TELLING.search(handle) and _HAS_LETTERS.search(handle))
    if not named or handle in _no_handles() or _AMOUNT.fullmatch(handle) or _CLOCK.search(handle):
        return
    first = match.start("at") if match["at"] else first
    if not platform:
        if match["at"]:
            page.take(first, last)
    elif len(handle) >= 3 and page.is_free(first, last):
        page.add(platform, handle, first, last)


def _is_handle(page: Page, platform: str, handle: str, match: re.Match[str], last: int) -> bool:  # noqa: PLR0911 -- one ground a line
    """Whether the word after a platform's name is a handle there and not the next word of the sentence."""
    if handle in _no_handles() or _AMOUNT.fullmatch(handle):
        return False
    if match["at"]:
        return platform not in (_CALLED, _PRIVATE)  # see _read_at_names
    if platform == "" or _is_site(platform, handle, page.low, last):
        return False
    if _TELLING.search(handle) and _HAS_LETTERS.search(handle):
        return not _CLOCK.search(handle)
    if platform in (_CALLED, _PRIVATE):
        return platform == _PRIVATE and _is_told(page, handle, match, last)
    if match["sep"] and match["sep"].strip("-–—/|"):
        return handle not in _ordinary_words() and bool(_LINE_END.match(page.low, last))
    if handle in _ordinary_words():
        return False
    if platform == "wire":  # "Wire zuiderman" at the end of a line, not "wire money"
        return (
            page.flat[match.start() - 4] == "W" and len(handle) > 5 and bool(_LINE_END.match(page.low, last))
        )
    if page.low[match.start() - 1] == "👻" or _is_bidden(page, match, handle):
        return bool(_LINE_END.match(page.low, last))
    return bool(platform_lists()["platform"][platform].get("loose", False))


def _is_site(platform: str, handle: str, low: str, last: int) -> bool:
    """Whether the word is the address of a page: "plug.nl"."""
    return bool(_SITE.match(low, last)) or (platform in _NAMED and bool(_ENDS_LIKE_SITE.search(handle)))


def _is_told(page: Page, handle: str, match: re.Match[str], last: int) -> bool:
    """Whether plain letters after "PN an" or "DM:" are a name: no word of any list, small, the end of what is said."""
    start = match.start("handle")
    words = page.low[match.start() : start].split()
    told = (match["sep"] or "").strip("-–—/|=(") or (words and words[0] in platform_lists()[_PRIVATE]["to"])
    return (
        bool(told)
        and len(handle) > 5
        and handle not in _ordinary_words()
        and page.flat[start].islower()
        and bool(_LINE_END.match(page.low, last))
    )


def _is_bidden(page: Page, match: re.Match[str], handle: str) -> bool:
    """Whether a word that bids one write stands before the platform: "bestellen: tg zwartekraai"."""
    cue = page.low.rfind(" ", 0, match.start()) + 1
    return len(handle) > 5 and bool(_bidding().search(page.low, max(0, cue - 20), cue))


@cache
def _bidding() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(platform_lists()['bidding']['words'])})[ :.\-–>]{{0,3}}$")


@cache
def _no_handles() -> frozenset[str]:
    lists = platform_lists()
    words = lists["not_handles"]["words"] + lists["between"]["words"] + lists["other"]["words"]
    return frozenset(words).union(*(platform["words"] for platform in lists["platform"].values()))


@cache
def _ordinary_words() -> frozenset[str]:
    return listed_words()


def _read_signal_names(page: Page) -> None:
    """Note the one name in a text about Signal that has its form: a word, a dot, and two digits or more."""
    if any(found.type == "signal" for found in page.found):
        return
    names = {match.group(): match for match in _SIGNAL_NAME.finditer(page.low) if page.is_free(*match.span())}
    if len(names) == 1:
        [(name, match)] = names.items()
        page.add("signal", name, *match.span())


def _read_at_names(page: Page) -> None:
    for match in _AT_NAME.finditer(page.flat):
        dotted = _DOTTED.match(page.flat, match.end())
        if dotted and _is_dotted_name(page.low, match, dotted):
            page.add("username", page.low[match.start("name") : dotted.end()], match.start(), dotted.end())
            continue
        name = _telegram_name(match["name"])
        if name and page.flat[match.start() - 1 : match.start()] == "_":  # _@plug050_ in slanted letters
            name = name.rstrip("_")
        if not name or (_SITE.match(page.low, match.end()) and "_" not in name):
            continue
        if match["gap"] and not (_TELLING.search(name) or _invited(page.low, match.start())):
            continue
        page.add("username", name, match.start(), match.start("name") + len(name))
    for match in _SPACED_NAME.finditer(page.low):
        name = match["name"].replace(" ", "")
        if _TELEGRAM_NAME.fullmatch(name):
            page.add("username", name, *match.span())
    for match in _glued().finditer(page.low):
        if not _SITE.match(page.low, match.end()):
            page.add("username", match["name"], match.start("name") - 1, match.end())


def _is_dotted_name(low: str, match: re.Match[str], dotted: re.Match[str]) -> bool:
    """Whether what follows an @ with dots in it is a name and no address: "@plug_nl.nl", "@ plug.050", not "@plug.nl"."""
    last = dotted.end() - len(dotted.group()) + dotted.group().rindex(".")
    if match["gap"]:
        return bool(re.search("[0-9_]", dotted.group()))
    return "_" in match["name"] or not _SITE.match(low, last)


def _telegram_name(written: str) -> str | None:
    """The name in lower case without look-alike letters, if Telegram would have it."""
    name = written.lower()
    if not name.isascii():
        if not re.search("[a-z]", name):
            return None
        name = name.translate(letter_tables().to_latin)
    kept = name.rstrip("_")
    name = name if name == kept + "_" else kept  # one at the end is part of the name as written
    return name if len(name) >= 5 and _TELEGRAM_NAME.fullmatch(kept) and name not in _no_handles() else None


@cache
def _invitation() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(platform_lists()['invitation']['words'])})[ :.\-–>]{{0,3}}$")


@cache
def _glued() -> re.Pattern[str]:
    """A name right behind a word that invites to write: "dm@plug050"."""
    words = any_of(platform_lists()["invitation"]["words"])
    return re.compile(rf"(?<!\w)(?:{words})@(?P<name>[a-z][a-z0-9_]{{3,30}}[a-z0-9])(?!\w)")


def _invited(low: str, place: int) -> bool:
    return bool(_invitation().search(low[max(0, place - 16) : place]))


@cache
def _said_at() -> re.Pattern[str]:
    words = any_of(platform_lists()["invitation"]["words"])
    return re.compile(
        rf"(?<!\w)(?:(?:{words}) (?:{AT_WORDS})|(?!at|ät)(?:{AT_WORDS})) (?P<name>[a-z][a-z0-9_]{{3,30}}[a-z0-9])(?!\w)"
    )


def _read_bracket_at(page: Page) -> None:
    for match in _BRACKET_NAME.finditer(page.low):
        name = match["name"].rstrip("_")
        if not _SITE.match(page.low, match.end()) and len(name) >= 5:
            page.add("username", name, *match.span())


def _read_spoken_at(page: Page) -> None:
    for match in _said_at().finditer(page.low):
        if _TELLING.search(match["name"]) and not _SITE.match(page.low, match.end()):
            page.add("username", match["name"], match.start("name"), match.end())
