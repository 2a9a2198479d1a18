"""Writes what is learned of functions in the chain as the lists that are shipped; `tools/fit_roles.py` fits it."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from reading_tables import LEXICONS
from traders_tables import write_wording_of_traders

REVIEWED = "2026-12-01"  # when the last fit was looked at: set it by hand with each fit
# From which share of messages that do something in a market, or are written by sellers, a chat is one in which people trade. Ordinary chats
# have 0 to 2 in a hundred, the chats of three makers' markets 15 and more.
TRADE_SHARE = 0.1
LEAST_SAID = 0.2  # less likely functions that the rules do not see are not told


def write_wording_of_work(weights: Any, prior: Any) -> None:
    """The table of the wording: one row a place, one column a function of `WORK_ROLES`."""
    write_wording_of_traders("wording_work", weights, prior)


def write_roles(
    weights: Any, names: Sequence[str], told: Mapping[str, tuple[float, float, bool]], makers: Sequence[str]
) -> None:
    """What each sign adds to the natural log odds of each learned function; `told` are its constant, its spread, and whether rules stand beside."""
    lines = ["[limits]", f"trade_share = {TRADE_SHARE}", f"least_said = {LEAST_SAID}"]
    for role, (constant, spread, beside) in told.items():
        lines += ["", f"[role.{role}]", f"constant = {constant:.3f}", f"spread = {max(spread, 0.5):.2f}"]
        lines.append(f"beside = {str(beside).lower()}")
    lines += ["", "[weights]"]
    for name, column in zip(names, weights.T, strict=True):
        if column.any():
            kept = ", ".join(f"{role} = {one:.4f}" for role, one in zip(told, column, strict=True) if one)
            lines.append(f"{json.dumps(name)} = {{ {kept} }}")
    body = "\n".join(lines) + "\n"
    head = [
        "# How likely somebody holds a function in the chain, by all that it writes. Made by tools/fit_roles.py: do not edit by hand. Each row is",
        "# what one sign adds to the natural log odds; `spread` is by how much they were off on makers left out (half a unit at least); where the word",
        "# lists stand `beside`, what is likelier counts.",
        f'version = "{REVIEWED[:7].replace("-", ".")}-{sha256(body.encode()).hexdigest()[:8]}"',
        f'source = "Fitted on transcripts (training/roles) and on markets by other makers ({", ".join(makers)}; benchmarks/other_makers)"',
        f'reviewed = "{REVIEWED}"',
        'format = "role-weights"',
        "",
    ]
    (LEXICONS / "role_weights.toml").write_text("\n".join(head) + body, encoding="utf-8")
