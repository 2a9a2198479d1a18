"""The language of the pages: Dutch, unless the browser asks for English first."""

from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

LANGUAGES = ("nl", "en")
_MOST = 20  # languages listed in one request; browsers send a handful


def preferred(accept_language: str) -> str:
    """`nl` or `en`, by what an Accept-Language header wants most; `nl` if it wants neither."""
    wanted = [_weighed(part) for part in accept_language.split(",")[:_MOST]]
    best = max((one for one in wanted if one[1] in LANGUAGES), default=(0.0, ""), key=lambda one: one[0])
    return best[1] if best[0] > 0 else LANGUAGES[0]


@cache
def words(language: str) -> dict[str, Any]:
    """The texts of the pages in one language."""
    name = f"words_{language}.toml"
    return loads((files("schakel.showing.desk") / name).read_text(encoding="utf-8"))


def _weighed(part: str) -> tuple[float, str]:
    tag, _, quality = part.strip().partition(";")
    try:
        weight = float(quality.strip().removeprefix("q=") or "1")
    except ValueError:
        weight = 0.0
    return weight, tag.strip().lower().partition("-")[0]
