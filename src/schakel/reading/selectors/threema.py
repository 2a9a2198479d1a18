"""Threema identities: eight capitals and digits, beside the word Threema or where nothing else can be meant.

| written | read |
|---|---|
| Threema ID: ABCD1234, threema: mijn id ABCD1234, трима ABCD1234, ABCD1234 (threema) | threema, capitals |
| Threema in the text and one word of its form | that word |
| a last word of letters and digits mixed as Threema draws them | that word |
"""

import re

from schakel.reading.selectors.selector import Page
from schakel.reading.word_data import data_file

_WORDS = {name: "|".join(words) for name, words in data_file("platforms.toml")["threema_identity"].items()}
_THREEMA_WORD = f"(?:{_WORDS['named']})"
_THREEMA = re.compile(
    _THREEMA_WORD + rf"['’]?(?:{_WORDS['endings']})?\W{{0,4}}(?:(?:{_WORDS['between']})\W{{0,4}}){{0,2}}"
    r"(?P<id>[A-Za-z0-9*][A-Za-z0-9]{7}|(?-i:(?=[0-9 ]*[A-Z])[A-Z0-9*][A-Z0-9]{3} [A-Z0-9]{4}))(?![\w])",
    re.IGNORECASE,
)
_THREEMA_AFTER = re.compile(
    rf"(?<!\w)(?P<id>[A-Z0-9*][A-Z0-9]{{7}})(?: ?[(\[/-] ?| (?:{_WORDS['before_name']}) ){_THREEMA_WORD}",
    re.IGNORECASE,
)
_THREEMA_FORM = re.compile(
    r"(?<![\w./*])(?=[A-Z*]*[0-9])(?=[0-9*]*[A-Z])[A-Z0-9*][A-Z0-9]{7}(?![\w./])", re.ASCII
)
_LENGTH = 8  # signs of an identity
# An identity as the last word of a text, with letters and digits mixed as Threema draws them.
_LAST_WORD = re.compile(
    r"(?:^|[.!\n:] ?)(?P<id>(?=[A-Z]*[0-9]+[A-Z]+[A-Z0-9]*[0-9])[A-Z][A-Z0-9]{7})\s*$", re.ASCII
)


def read_threema(page: Page, named: bool) -> None:
    """Note identities beside the word Threema, and one that is the last word of the text."""
    if named:
        for pattern in (_THREEMA, _THREEMA_AFTER):
            for match in pattern.finditer(page.flat):
                _add_threema(page, match)
        if not any(found.type == "threema" for found in page.found):
            lone = [match for match in _THREEMA_FORM.finditer(page.flat) if page.is_free(*match.span())]
            if len(lone) == 1:
                page.add("threema", lone[0].group(), *lone[0].span())
    if not ends_like_threema(page.flat):
        return
    if last := _LAST_WORD.search(page.flat, max(0, len(page.flat) - 40)):
        page.add("threema", last["id"], *last.span("id"))


def ends_like_threema(flat: str) -> bool:
    """Whether the last signs of a text are in capitals and digits, as all of an identity is.

    Going through the end of every text for one took ten times as long.
    """
    return flat.rstrip()[-_LENGTH:].isupper()


def _add_threema(page: Page, match: re.Match[str]) -> None:
    """An identity of eight signs; in small letters only with a digit in it, or it is a word."""
    written = match["id"]
    if written.isupper() or any(map(str.isdigit, written)):
        page.add("threema", written.replace(" ", "").upper(), *match.span("id"))
