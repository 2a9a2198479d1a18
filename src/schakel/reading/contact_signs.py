"""Whether a text could hold a name to write to, or a list of several lines: a quick look at a whole column."""

from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.scan_buffer import Flags
from schakel.reading.selector import any_of, plain_sign, platform_lists

_CODES = range(0x80, 0x20000)


def could_hold_contact(texts: pa.LargeStringArray) -> Flags:
    """For each text whether it shows any sign that a contact (see `selectors`) or a list needs; seldom in vain."""
    found: Flags = pc.match_substring_regex(texts, _signs()).to_numpy(zero_copy_only=False)
    return found


@cache
def _signs() -> str:
    """One pattern for everything of which a contact must have at least one; RE2 looks neither ahead nor behind."""
    lists = platform_lists()
    words = [word for platform in lists["platform"].values() for word in platform["words"]]
    named = any_of([word for word in [*words, *lists["other"]["words"]] if word.isalnum()])
    signs = any_of([word for word in words if not word.isalnum()])
    invited = any_of(lists["invitation"]["words"])
    at = "at|ät|apenstaart|arroba|собака|arobase"
    return (
        r"(?i)[@/\\\n\x{85}\x{2028}\x{2029}\x{1f1e6}-\x{1f1ff}]|slash|threema|apenstaart|\.t\.me"
        rf"|{signs}|(?:^|[^\p{{L}}\p{{N}}])(?:{named})(?:$|[^\p{{L}}\p{{N}}])"
        rf"|(?:{invited}) (?:{at}) |[\[({{<] ?(?:{at})"
        # wallets and the like; bank accounts
        r"|[A-Za-z0-9_\-+/]{26}|(?:^|[^A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?:[ .\-]?[A-Za-z0-9]{2,4}){3}"
        r"|(?-i:[A-Z][A-Z0-9]{7}\s*$)"  # an identity of Threema as the last word
        # signs that are other signs in disguise (as they are: the Kelvin sign in small is a k), hidden ones in a word
        rf"|(?-i:[{_styled()}])|[\p{{Cf}}\p{{Mn}}\p{{Me}}][\p{{L}}\p{{N}}.]"
    )


def _styled() -> str:
    """The signs that pass for a plain one, as ranges of a character class."""
    runs: list[list[int]] = []
    for code in _CODES:
        plain = plain_sign(code)
        if plain and plain.isascii() and not plain.isspace():
            if runs and runs[-1][1] == code - 1:
                runs[-1][1] = code
            else:
                runs.append([code, code])
    return "".join(rf"\x{{{low:x}}}-\x{{{high:x}}}" for low, high in runs)
