"""The chain of evidence between two accounts of a seller, as `schakel show SELLER --between A B` tells it."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from rich.console import Console
from rich.text import Text

from schakel.linking.clustering.paths import evidence_path
from schakel.records.errors import SettingsError
from schakel.showing.cli.pages import Names, reason_table
from schakel.showing.seller_file import SellerFile
from schakel.store.engine import Engine

_COLUMNS = ["left_id", "right_id", "kind", "log10_lr", "reasons"]


def between(engine: Engine, file: SellerFile, one: str, other: str) -> dict[str, Any]:
    """The steps from one account of the seller to another whose weakest step is strongest, by accounts of that seller only.

    `from`, `to`, `weakest` (log10 likelihood ratio of the weakest step) and `steps` (each `from`, `to`, `log10_lr`, `reasons`);
    no steps and no `weakest` where a person's word alone holds them. SettingsError if either is no account of the seller.
    """
    members = [row["member_id"] for row in file.members if row["member_kind"] == "account"]
    if one not in members or other not in members or one == other:
        raise SettingsError(
            f"{one} and {other} are not two accounts of seller {file.seller_id}.",
            means="Nothing was shown.",
            todo=f"Choose two of its accounts, as `schakel show {file.seller_id}` names them.",
        )
    links = engine.read("links", _COLUMNS)
    inside = pc.and_(
        *(pc.is_in(links[side], value_set=pa.array(members, pa.string())) for side in ("left_id", "right_id"))
    )
    here = one
    steps: list[dict[str, Any]] = []
    for step in evidence_path(links.filter(inside), one, other):
        then = step.left if step.right == here else step.right  # a link is written in the order of its ids
        steps.append({"from": here, "to": then, "log10_lr": step.log10_lr, "reasons": list(step.reasons)})
        here = then
    weakest = min((step["log10_lr"] for step in steps), default=None)
    return {"from": one, "to": other, "weakest": weakest, "steps": steps}


def print_between(console: Console, found: dict[str, Any], names: Names) -> None:
    """The same on the screen, each step with its reasons."""
    told = (
        "only a person's word holds them"
        if found["weakest"] is None
        else f"weakest step {found['weakest']:.1f}"
    )
    console.print(Text(f"From {found['from']} to {found['to']}: {told}", "bold"))
    for step in found["steps"]:
        console.print(f"  {step['from']} and {step['to']}: log10 LR {step['log10_lr']:.1f}")
        console.print(reason_table(step["reasons"], names))
