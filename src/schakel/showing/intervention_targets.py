"""Targets as people write them: ids of chats, accounts and sellers, or Telegram numbers."""

from collections.abc import Mapping, Sequence
from datetime import date

from schakel.records.errors import SettingsError
from schakel.records.interventions import Target
from schakel.store.engine import Engine


def targets_of(engine: Engine, written: Sequence[str]) -> tuple[Target, ...]:
    """The targets; an account is kept with the seller it belongs to now. SettingsError names what is not known."""
    words = [word.strip() for one in written for word in one.split(",") if word.strip()]
    if not words:
        raise SettingsError(
            "An intervention has at least one target.",
            todo="Name the id of a chat, an account or a seller.",
        )
    known = _known(engine)
    found, strange = [], []
    for word in words:
        if word in known:
            found.append(known[word])
        else:
            strange.append(word[:60])
    if strange:
        raise SettingsError(
            f"Not in this workspace: {', '.join(strange)}.",
            means="Nothing was written.",
            todo="Name ids as the tables chats, accounts and sellers have them, or Telegram numbers.",
        )
    return tuple(sorted(set(found)))


def must_have_been(began: date, ended: date, today: date) -> None:
    """Nothing, if an intervention can have been on these days (UTC); else SettingsError. What is to come has no effect yet."""
    if ended < began:
        raise SettingsError(
            "It ended before it began.", means="Nothing was written.", todo="Look at its last day."
        )
    if ended > today:
        raise SettingsError(
            f"{ended} is still to come; today is {today} (UTC).",
            means="Nothing was written: an intervention is written down once it was.",
            todo="Look at its days.",
        )


def must_be_here(engine: Engine, message: str) -> None:
    """Nothing, if a message of this id is in the workspace, or none was named; else SettingsError."""
    if message and not engine.some("messages", ["message_id"], "message_id", [message]).num_rows:
        raise SettingsError(
            f"There is no message {message[:60]} in this workspace.",
            means="Nothing was written.",
            todo="Name its id as schakel show and schakel search give it: m_...",
        )


def _known(engine: Engine) -> Mapping[str, Target]:
    members = engine.read("sellers", ["seller_id", "member_kind", "member_id"])
    seller_of = {
        member: seller
        for seller, kind, member in zip(
            *(members[name].to_pylist() for name in members.column_names), strict=True
        )
        if kind == "account"
    }
    known: dict[str, Target] = {}
    accounts = engine.read("accounts", ["account_id", "account_tg_id"])
    for account, number in zip(
        accounts["account_id"].to_pylist(), accounts["account_tg_id"].to_pylist(), strict=True
    ):
        target = Target("account", account, seller_of.get(account))
        known |= {account: target} | ({} if number is None else {str(number): target})
    chats = engine.read("chats", ["chat_id", "chat_tg_id"])
    for chat, number in zip(chats["chat_id"].to_pylist(), chats["chat_tg_id"].to_pylist(), strict=True):
        target = Target("chat", chat)
        known |= {chat: target} | ({} if number is None else {str(number): target})
    return known | {seller: Target("seller", seller) for seller in seller_of.values()}
