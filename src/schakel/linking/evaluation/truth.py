"""Who is who in a made-up market, or wherever the truth is known."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from schakel.records.errors import SettingsError
from schakel.store.engine import Engine

_FILE = "accounts.csv"


@dataclass(frozen=True, slots=True)
class Truth:
    """For each account of a workspace the key of its holder, and what kind of account it is to that holder.

    An account that the truth does not give to a seller is its own holder: a link with it is false.
    """

    holder: dict[str, str]
    kind: dict[str, str]


def read_truth(folder: Path, engine: Engine) -> Truth:
    """The truth of `accounts.csv` (from_id, seller, alias), for the accounts of a workspace.

    `from_id` is the account as Telegram Desktop writes it (user123, channel123). An account with a seller but
    without an alias is a helper, not one of the seller's own. SettingsError if the file cannot be used.
    """
    rows = _rows(folder / _FILE if folder.is_dir() else folder)
    names = _written_names(engine.read("accounts", ["account_id", "kind", "account_tg_id"]))
    holder = {account: f"nobody {account}" for account in names}
    kind = dict.fromkeys(names, "none")
    for account, name in names.items():
        row = rows.get(name)
        if row and row["seller"] and row.get("alias", "main"):
            holder[account], kind[account] = row["seller"], row.get("alias", "main")
    if not rows.keys() & set(names.values()):
        raise SettingsError(
            f"The truth in {folder} speaks of none of the accounts of this workspace.",
            means="Nothing was measured.",
            todo="Name the truth of the market that was read here.",
        )
    return Truth(holder, kind)


def _rows(path: Path) -> dict[str, dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as opened:
            reader = csv.DictReader(opened)
            if not {"from_id", "seller"} <= set(reader.fieldnames or ()):
                raise SettingsError(
                    f"{path} has no columns from_id and seller.",
                    means="Nothing was measured.",
                    todo="Name the truth folder of a market of `schakel simulate`.",
                )
            return {row["from_id"]: row for row in reader}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(
            f"The truth in {path} cannot be read: {error}.",
            means="Nothing was measured.",
            todo="Name the truth folder of a market of `schakel simulate`, for example --truth market/truth.",
        ) from error


def _written_names(accounts: pa.Table) -> dict[str, str]:
    rows = zip(*(accounts[name].to_pylist() for name in ("account_id", "kind", "account_tg_id")), strict=True)
    return {account: f"{kind}{number}" for account, kind, number in rows}
