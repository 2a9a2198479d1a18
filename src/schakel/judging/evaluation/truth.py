"""Who is a ghost and who does what in a made-up market, or wherever the truth is known."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from schakel.records.errors import SettingsError
from schakel.store.engine import Engine


@dataclass(frozen=True, slots=True)
class Truth:
    """For each seller of a workspace whether most of its accounts are a ghost's; roles by account; the true share."""

    ghost: dict[str, bool]
    roles: dict[str, frozenset[str]]  # by account of the workspace
    share: float


def read_truth(folder: Path, engine: Engine) -> Truth:
    """The truth of `sellers.csv` (seller, truth) and `accounts.csv` (from_id, seller, role, alias) of a market.

    SettingsError if the files cannot be used.
    """
    sellers = {row["seller"]: row for row in _rows(folder / "sellers.csv", {"seller", "truth"})}
    accounts = {row["from_id"]: row for row in _rows(folder / "accounts.csv", {"from_id", "seller"})}
    written = engine.read("accounts", ["account_id", "kind", "account_tg_id"]).to_pylist()
    known = {row["account_id"]: accounts.get(f"{row['kind']}{row['account_tg_id']}") for row in written}
    votes: dict[str, list[bool]] = defaultdict(list)
    for row in engine.read("sellers", ["seller_id", "member_kind", "member_id"]).to_pylist():
        account = known.get(row["member_id"]) if row["member_kind"] == "account" else None
        if account and account["seller"] in sellers and account.get("alias", "main"):
            votes[row["seller_id"]].append(sellers[account["seller"]]["truth"] == "ghost")
    seen = {account["seller"] for account in known.values() if account and account["seller"] in sellers}
    ghosts = [sellers[name]["truth"] == "ghost" for name in seen]
    return Truth(
        ghost={seller: sum(said) * 2 > len(said) for seller, said in votes.items()},
        roles={name: roles for name, row in known.items() if row and (roles := _roles(row))},
        share=sum(ghosts) / len(ghosts) if ghosts else 0.0,
    )


def _roles(row: dict[str, str]) -> frozenset[str]:
    return frozenset(name for name in row.get("role", "").split("|") if name)


def _rows(path: Path, wanted: set[str]) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as opened:
            reader = csv.DictReader(opened)
            rows = list(reader) if wanted <= set(reader.fieldnames or ()) else None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(
            f"The truth in {path} cannot be read: {error}.",
            means="Nothing was measured.",
            todo="Name the truth folder of a market of `schakel simulate`, for example --truth market/truth.",
        ) from error
    if rows is None:
        raise SettingsError(
            f"{path} has no columns {', '.join(sorted(wanted))}.",
            means="Nothing was measured.",
            todo="Name the truth folder of a market of `schakel simulate`.",
        )
    return rows
