"""A text without its particulars: goods, numbers and names are replaced by signs, only the wording is left."""

import re
from collections.abc import Iterable

GOODS = "¤"
_GOODS_RUN = re.compile("¤[ ¤]*¤")
_NAMES = re.compile(r"@[a-z_]\w+|t\.me/\S+|https?://\S+")
_DIGIT = re.compile(r"\d")
_OTHER = re.compile(r"[^\w¤§€$£?!\n]+")
_MOST = 1200  # characters: an advertisement shows what it is long before


def masked(plain: str, goods: Iterable[tuple[int, int]]) -> str:
    """The wording of a folded text: "¤" for each commodity word, "§" for a name or link, "0" for each digit.

    `goods` are the places of commodity words, by place. What is left says what a text does whatever it deals in.
    """
    pieces = []
    at = 0
    for start, end in goods:
        if start >= at:
            pieces.append(plain[at:start])
            at = end
    pieces.append(plain[at:])
    text = GOODS.join(pieces)[:_MOST]
    text = _DIGIT.sub("0", _NAMES.sub("§", text))
    return f" {_GOODS_RUN.sub(GOODS, _OTHER.sub(' ', text))} "
