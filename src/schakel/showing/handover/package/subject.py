"""Whom a package is about: the lead, its seller, and everything that is the seller's own."""

from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schakel.showing.seller_file import SellerFile, lead_row, seller_file
from schakel.store.engine import Engine

Row = dict[str, Any]
_USERNAME = "username:"
_SLIP = "outside-selector"  # a contact that the seller wrote outside the trade, its own as far as can be seen


@dataclass(frozen=True, slots=True)
class Subject:
    """A lead with the file of its seller; `accounts`, `selectors` (as `type:value`) and `names` are the seller's own.

    Everybody and everything else is a third party.
    """

    lead: Row
    file: SellerFile
    accounts: tuple[str, ...]
    selectors: frozenset[str]
    names: tuple[str, ...]

    @property
    def lead_id(self) -> str:
        """The id of the lead."""
        return str(self.lead["lead_id"])

    @property
    def seller_id(self) -> str:
        """The id of the seller."""
        return self.file.seller_id

    @property
    def identifiers(self) -> tuple[str, ...]:
        """Names and values of selectors, the longest first."""
        values = (one.partition(":")[2] for one in self.selectors)
        return tuple(sorted({*self.names, *values} - {""}, key=lambda one: (-len(one), one)))


def subject_of(engine: Engine, lead_id: str) -> Subject:
    """The subject of a lead; SettingsError if there is no such lead."""
    lead = lead_row(engine, lead_id)
    file = seller_file(engine, lead["seller_id"])
    accounts = tuple(row["member_id"] for row in file.members if row["member_kind"] == "account")
    own = {row["member_id"] for row in file.members if row["member_kind"] == "selector"}
    slips = [row for row in file.identity if row["kind"] == _SLIP and not row["third_party"]]
    own |= {row["value"] for row in slips if row["value"]}
    profiles = rows_of_accounts(engine, "profiles", ["account_id", "name", "username"], accounts)
    own |= {_USERNAME + row["username"].lower() for row in profiles if row["username"]}
    called = [
        *rows_of_accounts(engine, "accounts", ["account_id", "name"], accounts),
        *profiles,
        *file.members,
    ]
    names = tuple(sorted({row["name"] for row in called if row["name"]}))
    return Subject(lead, file, accounts, frozenset(own), names)


def rows_of_accounts(engine: Engine, table: str, columns: list[str], accounts: tuple[str, ...]) -> list[Row]:
    """The rows of a table that are about some accounts, in the order of the table."""
    found = engine.read(table, columns)
    wanted = pa.array(accounts, pa.string())
    rows: list[Row] = found.filter(pc.is_in(found["account_id"], value_set=wanted)).to_pylist()
    return rows
