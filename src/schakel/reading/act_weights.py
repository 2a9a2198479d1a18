"""The weights of evidence for acts, as shipped in `lexicons/act_weights.toml`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads


@dataclass(frozen=True, slots=True)
class ActWeights:
    """Log10 weights by group and name; see the comments in the file for what each stands for."""

    prior: dict[str, float]
    words: dict[str, float]
    goods: dict[str, float]
    trade: dict[str, float]
    other: dict[str, float]
    against: dict[str, float]
    veto: dict[str, float]
    form: dict[str, float]
    street_weight: float
    needs_plain_word: frozenset[str]
    needs_mark: frozenset[str]
    families: dict[str, frozenset[str]]


@cache
def act_weights() -> ActWeights:
    """The weights as shipped; read once."""
    data = loads((files("schakel.lexicons") / "act_weights.toml").read_text("utf-8"))
    company = data["company"]
    return ActWeights(
        **{
            name: data[name]
            for name in ("prior", "words", "goods", "trade", "other", "against", "veto", "form")
        },
        street_weight=company["street_weight"],
        needs_plain_word=frozenset(company["needs_plain_word"]),
        needs_mark=frozenset(company["needs_mark"]),
        families={name: frozenset(members) for name, members in company["families"].items()},
    )
