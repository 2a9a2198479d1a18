"""Mends what Telegram Desktop's JSON writer is known to break; everything else stays as it is."""

import re

# The writer has two defects, still there in version 7.2: control characters are written as \x1F, which is not
# JSON, and after the escapes of U+2028 and U+2029 the last two bytes of the sign itself follow.
_ESCAPE = re.compile(
    rb"\\(?:u2028\x80\xa8|u2029\x80\xa9|x[0-9A-Fa-f]{2}"
    rb"|u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}"
    rb"|u[dD][89a-fA-F][0-9A-Fa-f]{2}|.)",
    re.DOTALL,
)
_PAIR_BYTES = 12  # \uD83D\uDE42


def repair(raw: bytes) -> bytes:
    r"""The same record as valid JSON: `\x1F` becomes `\u001F`, stray bytes after U+2028/2029 go,
    half a surrogate pair becomes U+FFFD. An escaped backslash is never taken for the start of an escape.
    """
    return _ESCAPE.sub(_mend, raw)


def _mend(match: re.Match[bytes]) -> bytes:
    escape = match[0]
    mark = escape[1:2]
    if mark == b"x" and len(escape) == 4:
        return b"\\u00" + escape[2:]
    if mark == b"u" and escape.endswith((b"\x80\xa8", b"\x80\xa9")):
        return escape[:6]
    if mark == b"u" and len(escape) == 6 and escape[2:3] in b"dD":
        return b"\\ufffd"
    return escape
