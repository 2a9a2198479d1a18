"""Bank accounts and cards of others sought for a share: see `lexicons/accounts_sought.toml`."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.folding.needed_letters import NeededLetters

ACCOUNTS = "accounts or cards of others sought for a share"
_LISTS = ("accounts", "share", "seek")
_LONGEST = 200  # characters: longer texts promise much else


def accounts_signs(plain: str) -> Iterator[str]:
    """The sign that a short folded text looks for somebody's account or card and promises a share: "wie heeft een rekening? 30% voor jou"."""
    if len(plain) > _LONGEST:
        return
    needed, forms, unless = _forms()
    if needed.of(plain) and all(form.search(plain) for form in forms) and not unless.search(plain):
        yield ACCOUNTS


@cache
def _forms() -> tuple[NeededLetters, tuple[re.Pattern[str], ...], re.Pattern[str]]:
    """The letters of some promise; accounts, promises and words that look for something; what is none of it."""
    data = loads((files("schakel.lexicons") / "accounts_sought.toml").read_text("utf-8"))
    *forms, unless = (re.compile(rf"(?<!\w)(?:{'|'.join(data[name])})(?!\w)") for name in (*_LISTS, "unless"))
    return NeededLetters([re.compile(promise) for promise in data["share"]]), tuple(forms), unless
