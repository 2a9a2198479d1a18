"""A text without its particulars: goods, numbers and names are replaced by signs, only the wording is left."""

import re
from collections.abc import Iterable, Sequence

GOODS = "¤"
_GOODS_RUN = re.compile("¤[ ¤]*¤")
_NAMES = re.compile(r"@[a-z_]\w+|t\.me/\S+|https?://\S+")
_DIGIT = re.compile(r"\d")
_OTHER = re.compile(r"[^\w¤§€$£?!\n]+")
_MOST = 1200  # characters: an advertisement shows what it is long before
# What stands between two texts of a row; and in text of ASCII signs alone for a name or link, and for goods.
_BETWEEN, _NAMED, _WARE = "\0", "\1", "\2"
_OWN_SIGNS = re.compile(f"[{_BETWEEN}{_NAMED}{_WARE}]")
_LETTER_BETWEEN = "\ua66e"  # a letter of one Psalter of 1429
# The same as `_DIGIT` and `_OTHER` for text of ASCII signs alone, in a quarter of the time.
_PLAIN = {
    code: "0" if chr(code).isdigit() else " "
    for code in range(128)
    if not (chr(code).isalpha() or chr(code) in f"_$?!\n{_BETWEEN}{_NAMED}{_WARE}")
}


def masked(plain: str, goods: Iterable[tuple[int, int]]) -> str:
    """The wording of a folded text: "¤" for each commodity word, "§" for a name or link, "0" for each digit.

    `goods` are the places of commodity words, by place. What is left says what a text does whatever it deals in.
    """
    if plain.isascii() and not _OWN_SIGNS.search(plain):
        return _masked_ascii(_without(plain, goods, _WARE)[:_MOST])
    text = _without(plain, goods, GOODS)[:_MOST]
    if "@" in text or "/" in text:
        text = _NAMES.sub("§", text)
    text = _OTHER.sub(" ", _DIGIT.sub("0", text))
    return f" {_GOODS_RUN.sub(GOODS, text) if GOODS in text else text} "


def _masked_ascii(text: str) -> str:
    """The same of ASCII signs, in half the time; goods are marked already."""
    if "@" in text or "/" in text:
        text = _NAMES.sub(_NAMED, text)
    text = text.translate(_PLAIN)
    while "  " in text:
        text = text.replace("  ", " ")
    text = text.replace(_NAMED, "§")
    return f" {_GOODS_RUN.sub(GOODS, text.replace(_WARE, GOODS)) if _WARE in text else text} "


def masked_each(plain: Sequence[str]) -> list[str]:
    """The wording of each of many folded texts in which no goods are marked: as `masked`, in half the time if ASCII."""
    cut = [text[:_MOST] for text in plain]
    whole = "".join(cut)
    if not cut or _OWN_SIGNS.search(whole) or _LETTER_BETWEEN in whole:
        return [masked(text, ()) for text in plain]
    if whole.isascii():
        return _ascii_row(cut)
    # Apart: among 16,384 texts a few signs of other alphabets made each cost 6.6 microseconds and not 1.6.
    ascii_ = iter(_ascii_row([text for text in cut if text.isascii()]))
    others = iter(_masked_row([text for text in cut if not text.isascii()]))
    return [next(ascii_ if text.isascii() else others) for text in cut]


def _ascii_row(cut: Sequence[str]) -> list[str]:
    """The wording of texts of ASCII signs alone, all in a row."""
    named = [_NAMES.sub(_NAMED, text) if "@" in text or "/" in text else text for text in cut]
    row = _BETWEEN.join(named).translate(_PLAIN)
    while "  " in row:
        row = row.replace("  ", " ")
    return f" {row.replace(_NAMED, '§').replace(_BETWEEN, f' {_BETWEEN} ')} ".split(_BETWEEN)


def _masked_row(cut: Sequence[str]) -> list[str]:
    """The same for texts of any letters: what stands between them is a letter too, so that no pattern reaches over it."""
    named = [_NAMES.sub("§", text) if "@" in text or "/" in text else text for text in cut]
    row = _OTHER.sub(" ", _DIGIT.sub("0", _LETTER_BETWEEN.join(named)))
    row = _GOODS_RUN.sub(GOODS, row) if GOODS in row else row
    return f" {row.replace(_LETTER_BETWEEN, f' {_LETTER_BETWEEN} ')} ".split(_LETTER_BETWEEN)


def _without(plain: str, goods: Iterable[tuple[int, int]], sign: str) -> str:
    pieces = []
    at = 0
    for start, end in goods:
        if start >= at:
            pieces.append(plain[at:start])
            at = end
    pieces.append(plain[at:])
    return sign.join(pieces)
