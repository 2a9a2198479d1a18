"""What a request rests on, from the tables: the accounts of a lead with their numbers and names, the chats, and the acts."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.resources import files
from typing import Any

from schakel.showing.handover.request.links import message_link
from schakel.showing.known_names import known_names
from schakel.showing.pseudonyms import Pseudonyms
from schakel.showing.seller_file import Row, SellerFile, lead_row, seller_file
from schakel.showing.veil import veiled
from schakel.store.engine import Engine

_SQL = files("schakel.showing.handover.request.sql")


@dataclass(frozen=True, slots=True)
class Seen:
    """A name, username or contact, and when or where it was seen."""

    value: str
    first: datetime | None = None
    last: datetime | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """One account: its number on Telegram, what it was called, and when it offered first and last."""

    account_id: str
    number: int | None
    kind: str
    names: tuple[Seen, ...]
    usernames: tuple[Seen, ...]
    flags: tuple[str, ...]
    acts: int
    first_act: datetime | None
    last_act: datetime | None


@dataclass(frozen=True, slots=True)
class Chat:
    """One chat in which the accounts offered."""

    chat_id: str
    number: int | None
    kind: str
    title: str
    usernames: tuple[Seen, ...]
    acts: int
    missing: int  # message numbers between the first and the last act that nobody has
    timer_set: datetime | None


@dataclass(frozen=True, slots=True)
class Act:
    """One offer as it was posted; its text with contacts and names hidden, and its id as a pseudonym: that tells the text."""

    message_id: str
    chat_id: str
    account_id: str
    number: int | None
    sent_at: datetime | None
    edited_at: datetime | None
    link: str | None
    text_id: str
    text: str
    media: str
    media_sha256: str
    source_id: str
    place: int
    timed: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a draft says of one lead."""

    lead: Row
    seller: SellerFile
    accounts: tuple[Account, ...]
    contacts: tuple[Seen, ...]
    chats: tuple[Chat, ...]
    acts: tuple[Act, ...]

    @property
    def messages(self) -> int:
        """How many messages the acts are: of one that was edited, each version may be an act."""
        return len({(act.chat_id, act.number or act.message_id) for act in self.acts})

    @property
    def goods(self) -> tuple[str, ...]:
        """What is offered, most often first."""
        counts: dict[str, int] = {}
        for item in self.seller.items:
            counts[item["commodity"]] = counts.get(item["commodity"], 0) + item["ads"]
        return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def facts_of(engine: Engine, lead_id: str, timers: Collection[str], pseudonyms: Pseudonyms) -> Facts:
    """The facts of one lead; SettingsError if there is no such lead."""
    lead = lead_row(engine, lead_id)
    seller = lead["seller_id"]
    rows = {
        name: _ask(engine, name, seller)
        for name in ("acts", "names", "usernames", "contacts", "missing", "timers")
    }
    called = _usernames(rows["usernames"])
    file = seller_file(engine, seller)
    return Facts(
        lead=lead,
        seller=file,
        accounts=tuple(_accounts(file, rows, called)),
        contacts=tuple(_contacts(file, rows["contacts"])),
        chats=tuple(_chats(rows, called)),
        acts=tuple(
            replace(act, message_id=pseudonyms.of(act.message_id))
            for act in _acts(engine, rows["acts"], called, timers)
        ),
    )


def _accounts(
    file: SellerFile, rows: Mapping[str, list[Row]], called: Mapping[str, tuple[Seen, ...]]
) -> list[Account]:
    found = []
    members = sorted(
        (row for row in file.members if row["member_kind"] == "account"), key=lambda row: row["member_id"]
    )
    for row in members:
        own = row["member_id"]
        names = [name for name in rows["names"] if name["account_id"] == own]
        times = [act["sent_at"] for act in rows["acts"] if act["account_id"] == own]
        moments = [moment for moment in times if moment is not None]
        found.append(
            Account(
                account_id=own,
                number=row["account_tg_id"],
                kind=names[0]["kind"] if names else "",
                names=tuple(
                    Seen(name["name"], name["first_seen"], name["last_seen"])
                    for name in names
                    if name["name"]
                ),
                usernames=called.get(own, ()),
                flags=tuple(sorted({flag for name in names for flag in name["flags"] or ()})),
                acts=len(times),
                first_act=min(moments, default=None),
                last_act=max(moments, default=None),
            )
        )
    return found


def _contacts(file: SellerFile, rows: list[Row]) -> list[Seen]:
    when = {row["contact"]: row for row in rows}
    own = sorted(row["member_id"] for row in file.members if row["member_kind"] == "selector")
    none: Row = {"first_seen": None, "last_seen": None}
    return [Seen(one, when.get(one, none)["first_seen"], when.get(one, none)["last_seen"]) for one in own]


def _chats(rows: Mapping[str, list[Row]], called: Mapping[str, tuple[Seen, ...]]) -> list[Chat]:
    missing = {row["chat_id"]: row["missing"] or 0 for row in rows["missing"]}
    timers = {row["chat_id"]: row["set_at"] for row in rows["timers"]}
    newest: dict[str, Row] = {row["chat_id"]: row for row in rows["acts"]}
    return [
        Chat(
            chat_id=chat,
            number=row["chat_tg_id"],
            kind=row["chat_kind"] or "",
            title=row["chat_title"] or "",
            usernames=called.get(chat, ()),
            acts=sum(act["chat_id"] == chat for act in rows["acts"]),
            missing=missing.get(chat, 0),
            timer_set=timers.get(chat),
        )
        for chat, row in sorted(newest.items())
    ]


def _acts(
    engine: Engine, rows: list[Row], called: Mapping[str, tuple[Seen, ...]], timers: Collection[str]
) -> list[Act]:
    known = known_names(engine)
    texts = {row["text_id"]: row["text"] or "" for row in rows}  # an ad is copied hundreds of times
    hidden = {own: veiled(text, known) for own, text in texts.items()}
    return [
        Act(
            message_id=row["message_id"],
            chat_id=row["chat_id"],
            account_id=row["account_id"],
            number=row["tg_id"],
            sent_at=row["sent_at"],
            edited_at=row["edited_at"],
            link=message_link(
                row["chat_kind"], row["chat_tg_id"], _public_name(called, row["chat_id"]), row["tg_id"]
            ),
            text_id=row["text_id"],
            text=hidden[row["text_id"]],
            media=row["media_kind"] or "",
            media_sha256=row["media_sha256"] or "",
            source_id=row["source_id"],
            place=row["place_in_source"],
            timed=_timed(row["extra"], timers),
        )
        for row in rows
    ]


def _public_name(called: Mapping[str, tuple[Seen, ...]], chat: str) -> str | None:
    """The one public name that sources give a chat; None where they give none, or several."""
    names = {seen.value for seen in called.get(chat, ())}
    return names.pop() if len(names) == 1 else None


def _usernames(rows: list[Row]) -> dict[str, tuple[Seen, ...]]:
    found: dict[str, tuple[Seen, ...]] = {}
    for row in rows:
        where = f"{row['source_name'] or ''} ({row['source_id'][:12]})"
        found[row["of_whom"]] = (*found.get(row["of_whom"], ()), Seen(row["username"], where=where))
    return found


def _timed(extra: str | None, timers: Collection[str]) -> bool:
    """Whether a message carries a timer after which it goes."""
    if not extra or not any(name in extra for name in timers):
        return False
    told: Any = json.loads(extra)
    return isinstance(told, dict) and any(told.get(name) for name in timers)


def _ask(engine: Engine, question: str, seller: str) -> list[Row]:
    rows: list[Row] = engine.step(_SQL / f"request_{question}.sql", parameters={"seller": seller}).to_pylist()
    return rows
