"""What an export is about: all of a workspace, or named leads, sellers and campaigns with what they posted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import pyarrow as pa

from schakel.records.errors import SettingsError
from schakel.showing.seller_file import lead_row
from schakel.store.engine import Engine

SQL = files("schakel.showing.handover.export.sql")


@dataclass(frozen=True, slots=True)
class Scope:
    """The sellers and campaigns that were named, with their accounts and messages; `whole` for all of the workspace."""

    whole: bool
    subjects: tuple[str, ...] = ()
    sellers: tuple[str, ...] = ()
    campaigns: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()  # messages of the named campaigns

    def tables(self) -> Mapping[str, pa.Table]:
        """The scope as tables for questions in SQL."""
        return {
            "scope_sellers": _ids("seller_id", self.sellers),
            "scope_accounts": _ids("account_id", self.accounts),
            "scope_posts": _ids("message_id", self.posts),
        }


def whole_workspace() -> Scope:
    """Everything."""
    return Scope(whole=True)


def scope_of_subjects(engine: Engine, subjects: Sequence[str], *, plan: bool) -> Scope:
    """What these leads (`l_`), sellers (`s_`) and campaigns (`k_`) are about; with `plan` the chosen leads too.

    SettingsError if one of them is not in the workspace, or no lead is chosen.
    """
    named = sorted({*subjects, *(_chosen(engine) if plan else ())})
    sellers = sorted({_seller(engine, one) for one in named if not one.startswith("k_")})
    campaigns = tuple(one for one in named if one.startswith("k_"))
    members = engine.read("sellers", ["seller_id", "member_kind", "member_id"]).to_pylist()
    known = {row["seller_id"] for row in members}
    for seller in sellers:
        if seller not in known:
            raise _nothing("seller", seller)
    wanted = set(sellers)
    accounts = sorted(
        row["member_id"] for row in members if row["member_kind"] == "account" and row["seller_id"] in wanted
    )
    return Scope(False, tuple(named), tuple(sellers), campaigns, tuple(accounts), _posts(engine, campaigns))


def _chosen(engine: Engine) -> list[str]:
    rows = engine.read("plan", ["lead_id", "chosen"]).to_pylist()
    chosen = sorted({row["lead_id"] for row in rows if row["chosen"]})
    if not chosen:
        raise SettingsError(
            "No lead is chosen in the plan of this workspace.",
            means="Nothing was written.",
            todo="Give hours with schakel plan --hours UNIT=H --keep, or name leads.",
        )
    return chosen


def _seller(engine: Engine, subject: str) -> str:
    if subject.startswith("l_"):
        return str(lead_row(engine, subject)["seller_id"])
    if subject.startswith("s_"):
        return subject
    raise _nothing("lead, seller or campaign", subject)


def _posts(engine: Engine, campaigns: Sequence[str]) -> tuple[str, ...]:
    known = set(
        engine.some("templates", ["campaign_id"], "campaign_id", campaigns)["campaign_id"].to_pylist()
    )
    for campaign in campaigns:
        if campaign not in known:
            raise _nothing("campaign", campaign)
    found = engine.some("campaigns", ["message_id"], "campaign_id", campaigns) if campaigns else None
    return tuple(sorted(set(found["message_id"].to_pylist()))) if found is not None else ()


def _nothing(kind: str, subject: str) -> SettingsError:
    return SettingsError(
        f"There is no {kind} {subject[:60]} in this workspace.",
        means="Nothing was written.",
        todo="schakel plan lists the leads; ids of leads start with l_, of sellers with s_, of campaigns with k_.",
    )


def _ids(name: str, values: Sequence[str]) -> pa.Table:
    return pa.table({name: pa.array(list(values), pa.string())})
