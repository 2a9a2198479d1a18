"""The patterns of what people say of their work, put together from the word lists by language."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from schakel.judging.role_weights import work_limits
from schakel.judging.weights import ghost_model
from schakel.judging.word_data import data_file
from schakel.records.alphabets import AFTER, BEFORE, in_known_alphabets
from schakel.store.engine import Parameter

ROLE_STEPS = ("spoken", "remarks", "answers_by_others", "hints", "people", "trade_words", "trading_chats")
_MONEY = ("money", "cleaning", "between", "cashout", "cut")
SPOKEN = (
    *(
        "courier",
        "arrival",
        "at_door",
        "on_round",
        "self_offer",
        "carries",
        "applies",
        "of_others",
        "seeks",
        "calls",
        "more_calls",
        "mules",
        "no_call",
    ),
    *(*_MONEY, "counting", "storage"),
)
QUALIFY = ("cut", "of_others", "no_call")  # senses that tell something only beside another


def role_words() -> Mapping[str, Any]:
    """The word lists, limits and rates of roles."""
    return data_file("role_words.toml", "role-words")


@cache
def role_pattern(sense: str) -> str:
    """One regular expression (RE2, for lower-cased text) for all that is listed under a sense, in all languages."""
    data = role_words()
    listed = "|".join(f"(?:{pattern})" for patterns in data["words"][sense].values() for pattern in patterns)
    for name, words in data["classes"].items():
        listed = listed.replace(f"{{{name}}}", words)
    return f"{BEFORE}(?:{in_known_alphabets(listed)}){AFTER}"


def role_parameters(step: str) -> dict[str, Parameter]:
    """What the SQL step of that name is given: patterns and limits from the word lists."""
    limits = role_words()["limits"]
    if step == "trade_words":
        patterns = {sense: role_pattern(sense) for sense in ("wholesale", "source", *_MONEY)}
        return {**patterns, "money_goods": limits["money_goods"]}
    if step == "trading_chats":
        return {"trade_share": work_limits()["trade_share"], "crew_share": limits["crew_share"]}
    if step == "spoken":
        patterns = {sense: role_pattern(sense) for sense in SPOKEN}
        return {**patterns, **{name: limits[name] for name in ("least_letters", "letters")}}
    if step == "remarks":
        return {"money_goods": limits["money_goods"]}
    if step == "answers_by_others":
        return {"answers_share": limits["answers_share"]}
    found: dict[str, Parameter] = {
        "plain": limits["plain_request"],
        "most": ghost_model().limits["listed_messages"],
    }
    if step == "people":
        found["said"] = limits["plain_said"]
    if step == "hints":
        found |= {name: limits[name] for name in ("saying_letters", "saying_writers", "call_read")}
        found |= {
            sense: role_pattern(sense) for sense in ("seeks", "calls", "more_calls", "frames", "no_call")
        }
    return found
