"""People looked for whom only the trade needs: "Suche Finanzagenten", "Geldabheber gesucht", "ищу дропов".

The words for them name frauds too, as goods are named, so that who calls for such people reads as one who asks for goods
(list: `hands` of `lexicons/set_signs.toml`).
"""

import re
from collections.abc import Iterator
from functools import cache

from schakel.reading.folding.needed_letters import NeededLetters
from schakel.reading.word_data import data_file

HANDS = "people looked for whom only the trade needs"
_LIMITS = data_file("set_signs.toml")["hands_limits"]
_LONGEST: int = _LIMITS["longest"]
_BETWEEN = r"(?:[ ,/&+-]+[^\W_]+){0,3}?[ ,/&+-]+"  # few words of one sentence


def hands_signs(plain: str) -> Iterator[str]:
    """The sign that a short text looks for such people."""
    if len(plain) > _LONGEST:
        return
    form, told, needed = _forms()
    if needed.of(plain) and form.search(plain) and not told.search(plain):
        yield HANDS


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], NeededLetters]:
    """Who is looked for, behind a word that looks for somebody or before one; what only tells of such people."""
    data = data_file("set_signs.toml")["hands"]
    who, seek, sought, told = (f"(?:{'|'.join(data[name])})" for name in ("who", "seek", "sought", "told"))
    form = re.compile(
        rf"(?<!\w)(?:{seek}{_BETWEEN}{who}(?!\w)|{who}{_BETWEEN}{sought}(?!\w)|{sought}:? ?{who}(?!\w))"
    )
    return form, re.compile(rf"(?<!\w){told}(?!\w)"), NeededLetters([re.compile(who)])
