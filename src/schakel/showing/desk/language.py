"""The language of the pages: Dutch, unless the browser asks for English first."""

import re
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

LANGUAGES = ("nl", "en")
_MOST = 20  # languages listed in one request; browsers send a handful
_BY_COUNT = re.compile(r"\[(\w+):([^|\]]*)\|([^|\]]*)\]")
_ABOUT = frozenset({"version", "source", "reviewed", "format"})  # what a file says of itself


def preferred(accept_language: str) -> str:
    """`nl` or `en`, by what an Accept-Language header wants most; `nl` if it wants neither."""
    wanted = [_weighed(part) for part in accept_language.split(",")[:_MOST]]
    best = max((one for one in wanted if one[1] in LANGUAGES), default=(0.0, ""), key=lambda one: one[0])
    return best[1] if best[0] > 0 else LANGUAGES[0]


@cache
def words(language: str) -> dict[str, Any]:
    """The texts of the pages in one language: a table a subject, from all files `words/*_LANGUAGE.toml`.

    Tables of one name in several files are put together; a word that stands in two files is a ValueError.
    """
    out: dict[str, Any] = {}
    for file in sorted((files("schakel.showing.desk") / "words").iterdir(), key=lambda one: one.name):
        if file.name.endswith(f"_{language}.toml"):
            said = loads(file.read_text(encoding="utf-8"))
            _put(out, {key: value for key, value in said.items() if key not in _ABOUT}, file.name)
    return out


def _put(out: dict[str, Any], more: dict[str, Any], name: str) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(out.setdefault(key, {}), dict):
            _put(out[key], value, name)
        elif key in out:
            raise ValueError(f"{name}: the word {key} stands in another file too")
        else:
            out[key] = Counted(value) if isinstance(value, str) and _BY_COUNT.search(value) else value


class Counted(str):
    """Words that go with one thing or with several: `{days} [days:day|days]`."""

    __slots__ = ()

    def format(self, *_: object, **facts: object) -> str:
        """The words with their facts; a fact that is 1 takes the first of two words."""
        chosen = _BY_COUNT.sub(lambda found: found[2 if str(facts.get(found[1])) == "1" else 3], str(self))
        return chosen.format(**facts)


def _weighed(part: str) -> tuple[float, str]:
    tag, _, quality = part.strip().partition(";")
    try:
        weight = float(quality.strip().removeprefix("q=") or "1")
    except ValueError:
        weight = 0.0
    return weight, tag.strip().lower().partition("-")[0]
