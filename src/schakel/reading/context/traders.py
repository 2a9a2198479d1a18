"""What messages do among people who trade, learned from markets of which the truth is known.

A text alone is read as anybody might have written it. In a chat where one message in ten or more trades and people answer each other, "nog 3 liggen" is an offer and
"weer top" is praise, and what a reply, a seller's answer or a name tells is far more than elsewhere. So there a second opinion counts, as
far as the chat trades: a multinomial logistic model (Cox 1966) of what the text alone says, what its wording says among traders, and what
stands around it. Its weights are `lexicons/traders_talk.toml` and `lexicons/wording_traders.npz`, fitted by `tools/fit_traders_talk.py`.
Where nobody trades, or nobody answers, it says nothing at all (`company`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads

import numpy as np

from schakel.reading.context.company import CountsFrom, Ramp
from schakel.reading.context.evidence import Evidence
from schakel.reading.context.ground import Flags, Numbers
from schakel.reading.context.weights import ByAct
from schakel.reading.weighing.weights import ACTS

RULE = "as traders word it"
# Rules whose weight has a size of its own stay as they are, and stand beside the text; of the others the model says how much each tells.
SIZED = ("account habit", "posted again and again")
# Who orders of a seller asks for goods, however often others only chat under ads; and that the chat trades is known here.
ASKED = "asks a seller"
_NO_SIGN = (ASKED, "chat character")
# Two signs that say another thing where both hold. A seller who answers somebody that asks for goods says that it has them, or what they cost: of 4,352
# such answers in doubt in the markets of seven makers one blamed, one asked and none praised, though "binnen 20 min hier, respect" has the wording of
# praise. And who offers again and again calls for riders too: F1 of such calls, makers left out, .830 without the last two signs and .835 with them.
ANSWERED = "answers a request"
RECRUITING = "worded as recruiting"
RECRUITING_SELLER = "worded as recruiting by who offers"
_MOST = 4.0  # log10: what text and wording may say each
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class TradersTalk:
    """The weights of the second opinion: in what company it counts, from which odds what was passed over is looked at, and how much each sign tells of each act."""

    counts: CountsFrom
    worth_a_look: float
    worth_reading: float
    constant: ByAct
    text: Numbers  # one row for each act of which the text speaks, one column for each act that it tells of
    wording: Numbers
    sized: Numbers
    goods: ByAct
    named: ByAct
    rules: Mapping[str, ByAct]


@cache
def load_traders_talk() -> TradersTalk:
    """The weights as shipped."""
    data = loads((files("schakel.lexicons") / "traders_talk.toml").read_text("utf-8"))
    by_act = {part: np.array([data[part][act] for act in ACTS]) for part in ("text", "wording", "sized")}
    return TradersTalk(
        counts=CountsFrom(*(Ramp(**data[name]) for name in ("share", "own_channel", "replies"))),
        worth_a_look=data["passed_over"]["worth_a_look"],
        worth_reading=data["passed_over"]["worth_reading"],
        constant=np.array(data["constant"]),
        goods=np.array(data["goods"]),
        named=np.array(data["named"]),
        rules={rule: np.array(row) for rule, row in data["rules"].items()},
        **by_act,
    )


@dataclass(frozen=True, slots=True)
class Said:
    """What is known of each message in doubt: log10 odds of each act by its text and by its wording among traders, and what it names."""

    text: Numbers
    wording: Numbers
    goods: Flags
    named: Flags


def among_traders(
    said: Said, odds: Numbers, around: Sequence[Evidence], counting: Numbers, talk: TradersTalk
) -> tuple[Numbers, list[Evidence]]:
    """The odds with the second opinion as far as it counts, and the evidence that adds up to them.

    `odds` are those of text and context together, `around` the evidence of the context.
    """
    learned, rules = _learned(said, around, talk)
    part = counting[:, None]
    told = [_mixed(one, rules, counting) for one in around]
    both = np.round((1 - part) * odds + part * learned, _DIGITS)
    rest = both - said.text
    for one in told:
        rest[one.rows] -= one.weights
    rows = np.flatnonzero(counting > 0)
    own = Evidence(RULE, rows, np.round(rest[rows], _DIGITS), [""] * len(rows), ())
    return np.where(part > 0, both, odds), [*told, own]


def features(said: Said, around: Sequence[Evidence]) -> tuple[Numbers, list[str]]:
    """The signs of each message in doubt, one column each, and their names: what the weights are fitted on, with those of `together`."""
    sized = np.zeros_like(said.text)
    flags = []
    for one in around:
        if one.rule in SIZED:
            sized[one.rows] += one.weights
        elif one.rule not in _NO_SIGN:
            flag = np.zeros(len(said.text))
            flag[one.rows] = 1.0
            flags.append((one.rule, flag))
    parts = {"text": said.text, "wording": said.wording, "sized": sized}
    columns = [np.clip(part, -_MOST, _MOST) for part in parts.values()]
    names = [f"{name} {act}" for name in parts for act in ACTS]
    columns += [flag[:, None] for _, flag in flags]
    columns += [said.goods[:, None].astype(np.float64), said.named[:, None].astype(np.float64)]
    return np.hstack(columns), [*names, *(rule for rule, _ in flags), "goods", "named"]


def together(columns: Numbers, names: Sequence[str]) -> tuple[Numbers, list[str]]:
    """The signs of `features`, and those that two of them make where both hold."""
    of = dict(zip(names, columns.T, strict=True))
    nothing = np.zeros(len(columns))
    answered = of.get("answer of a seller", nothing) * of.get("reply to request", nothing)
    trade = np.maximum(of["wording offer"], of["wording request"])
    recruiting = (of["wording recruit"] > trade).astype(np.float64)
    made = {ANSWERED: answered, RECRUITING: recruiting, RECRUITING_SELLER: recruiting * of["sized offer"]}
    return np.column_stack([columns, *made.values()]), [*names, *made]


def _learned(
    said: Said, around: Sequence[Evidence], talk: TradersTalk
) -> tuple[Numbers, Mapping[str, ByAct]]:
    columns, names = together(*features(said, around))
    weights = {"goods": talk.goods, "named": talk.named, **talk.rules}
    for part in ("text", "wording", "sized"):
        weights |= {f"{part} {act}": row for act, row in zip(ACTS, getattr(talk, part), strict=True)}
    nothing = np.zeros(len(ACTS))
    learned: Numbers = columns @ np.array([weights.get(name, nothing) for name in names]) + talk.constant
    for one in around:
        if one.rule == ASKED:
            learned[one.rows] += one.weights
    return learned, talk.rules


def _mixed(one: Evidence, rules: Mapping[str, ByAct], counting: Numbers) -> Evidence:
    """The evidence of one rule with the weights that it has as far as the second opinion counts."""
    if one.rule in SIZED or one.rule in _NO_SIGN:
        return one
    part = counting[one.rows][:, None]
    learned = rules.get(one.rule, np.zeros(len(ACTS)))
    weights = np.round((1 - part) * one.weights + part * learned, _DIGITS)
    return Evidence(one.rule, one.rows, weights, one.details, one.messages)
