"""Writes what is learned of traders' talk as the lists that are shipped; `tools/fit_traders_talk.py` fits it."""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import numpy as np
from reading_tables import LEXICONS

from schakel.reading.weighing.weights import ACTS

REVIEWED = "2026-12-01"  # when the last fit was looked at: set it by hand with each fit
# From none of the other messages of a chat, as far as it is known, to a market: ordinary chats trade in 0 to 2 messages of a hundred, the
# markets of three makers in 15 to 40, their chats that do not trade in 0 to 3.
NONE_AT, WHOLE_AT = 0.04, 0.1
# The same where one account wrote nearly all. Sellers' own channels trade in 10 to 50 messages of a hundred; a channel of a lawful shop was misread in 10,
# one in Chinese in 5.
OWN_NONE_AT, OWN_WHOLE_AT = 0.1, 0.2
# From hardly any reply in a group to enough: in markets of eight makers people answer each other in 5 to 30 messages of a hundred, but for boards of ads
# that some of them have. Of 9,978 labelled messages out of many places, in chats without a reply, .929 are told right by their text and .880 were by what traders
# mean by it.
REPLIES_NONE_AT, REPLIES_WHOLE_AT = 0.01, 0.04
# From which odds by letters, and by the masked text, a message that was passed over is read after all. Of other seeds of three makers' markets
# 1,278 different texts that were passed over were told right with -2 and -.5, two were talk and 14 another act; some ten fewer with -.5 for the first,
# which looks at a third of the texts.
WORTH_A_LOOK, WORTH_READING = -0.5, -0.5
_LN10 = float(np.log(10.0))


def write_wording_of_traders(name: str, weights: Any, prior: Any) -> None:
    """The table of a wording: one row a place, one column an act."""
    step = np.abs(weights).max(axis=1) / 127
    table = np.rint(weights / step[:, None]).astype(np.int8).T
    np.savez_compressed(
        LEXICONS / f"{name}.npz",
        weights=np.ascontiguousarray(table),
        step=step.astype(np.float32),
        prior=prior.astype(np.float32),
        whole=np.int64(0),
    )


def write_talk(coefficients: Any, intercepts: Any, names: Sequence[str], makers: Sequence[str]) -> None:
    """What text, wording and context say together: a row a sign, a column an act, log10 against none."""
    rows = ((coefficients[1:] - coefficients[0]) / _LN10).T
    constant = (intercepts[1:] - intercepts[0]) / _LN10
    told = dict(zip(names, rows, strict=True))
    lines = [
        f"constant = {_row(constant)}",
        f"goods = {_row(told['goods'])}",
        f"named = {_row(told['named'])}",
    ]
    lines += ["", "[share]", f"none_at = {NONE_AT}", f"whole_at = {WHOLE_AT}"]
    lines += ["", "[replies]", f"none_at = {REPLIES_NONE_AT}", f"whole_at = {REPLIES_WHOLE_AT}"]
    lines += ["", "[own_channel]", f"none_at = {OWN_NONE_AT}", f"whole_at = {OWN_WHOLE_AT}"]
    lines += ["", "[passed_over]", f"worth_a_look = {WORTH_A_LOOK}", f"worth_reading = {WORTH_READING}"]
    for part in ("text", "wording", "sized"):
        lines += ["", f"[{part}]", *(f"{act} = {_row(told[f'{part} {act}'])}" for act in ACTS)]
    apart = {"goods", "named", *(f"{part} {act}" for part in ("text", "wording", "sized") for act in ACTS)}
    lines += [
        "",
        "[rules]",
        *(f"{json.dumps(name)} = {_row(row)}" for name, row in told.items() if name not in apart),
    ]
    body = "\n".join(lines) + "\n"
    head = [
        "# What a message does in a chat that trades, by what its text, its wording and its context say. Made by tools/fit_traders_talk.py: do",
        "# not edit by hand. Each row is what one sign adds to the log10 odds of offer, request, vouch, warning, recruit against none.",
        f'version = "{REVIEWED[:7].replace("-", ".")}-{sha256(body.encode()).hexdigest()[:8]}"',
        f'source = "Fitted on markets by other makers ({", ".join(makers)}; benchmarks/other_makers), whose authors did not know this program"',
        f'reviewed = "{REVIEWED}"',
        'format = "traders-talk"',
    ]
    (LEXICONS / "traders_talk.toml").write_text("\n".join([*head, body]), "utf-8")


def _row(values: Any) -> str:
    return f"[{', '.join(f'{one:.3f}' for one in values.tolist())}]"
