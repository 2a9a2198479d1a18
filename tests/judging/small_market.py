"""A hand-made market of a few messages, written as the tables of a workspace."""

import json
import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from schakel.records.ids import text_id
from schakel.records.tables import from_rows
from schakel.store.engine import Engine

START = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Said:
    """One message as it was said."""

    message_id: str
    tg_id: int
    account: str
    text: str
    at: datetime
    chat: str = "c_1"
    act: str | None = None
    reply_to: int | None = None
    forwards: str | None = None  # the account from which the message is forwarded
    media: str | None = None
    advance: bool = False
    payment: tuple[str, ...] = ()
    delivery: tuple[str, ...] = ()
    places: tuple[tuple[str, str, str], ...] = ()
    items: tuple[dict[str, Any], ...] = ()
    selectors: tuple[tuple[str, str], ...] = ()
    mentions: tuple[str, ...] = ()
    called: tuple[str, ...] = ()  # the accounts that one display name in the text may mean
    reacted: tuple[int, ...] = ()  # the numbers of the accounts that left a reaction
    service: bool = False  # a line of Telegram's own: somebody pinned, retitled or removed
    edited: bool = False  # an hour after it was said


@dataclass
class SmallMarket:
    """Sellers, accounts and what was said; `write` makes the tables."""

    said: list[Said] = field(default_factory=list)
    sellers: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    flags: dict[str, list[str]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    networks: dict[str, list[str]] = field(default_factory=dict)
    channels: set[str] = field(default_factory=set)
    languages: str = "nl"

    def seller(self, seller_id: str, *accounts: str, selectors: tuple[str, ...] = ()) -> None:
        self.sellers[seller_id] = [("account", a) for a in accounts] + [("selector", s) for s in selectors]

    def say(self, account: str, text: str, act: str | None = None, *, day: float = 0, **more: Any) -> Said:
        number = len(self.said) + 1
        at = START + timedelta(days=day)
        one = Said(f"m_{number:05d}", number, account, text, at, act=act, **more)
        self.said.append(one)
        return one

    def offers(self, account: str, *, days: range = range(5), text: str = "menu", **more: Any) -> list[Said]:
        return [self.say(account, f"{text} {account} {d}", "offer", day=d, **more) for d in days]

    def without(self, messages: set[str]) -> "SmallMarket":
        return replace(self, said=[s for s in self.said if s.message_id not in messages])

    def write(self, engine: Engine, shuffle: int | None = None) -> None:
        for name, rows in self.tables().items():
            if shuffle is not None:
                random.Random(shuffle).shuffle(rows)
            engine.write(from_rows(rows, name), name)

    def tables(self) -> dict[str, list[dict[str, Any]]]:
        acts = [s for s in self.said if s.act]
        return {
            "messages": [_message(s) for s in self.said],
            "offers": [self._offer(s) for s in acts],
            "items": [
                {"message_id": s.message_id, "text_id": text_id(s.text), "line": n, **item}
                for s in acts
                for n, item in enumerate(s.items)
            ],
            "selectors": _selectors(self.said),
            "mentions": [*_mentioned(self.said), *_called(self.said), *_forwarded(self.said)],
            "accounts": self._accounts(),
            "sellers": [
                {"seller_id": seller, "member_kind": kind, "member_id": member}
                for seller, members in self.sellers.items()
                for kind, member in members
            ],
            "communities": [
                {"community_id": network, "account_id": account}
                for network, accounts in self.networks.items()
                for account in accounts
            ],
            **_campaigns(acts),
        }

    def _offer(self, s: Said) -> dict[str, Any]:
        return {
            "offer_id": s.message_id,
            "message_id": s.message_id,
            "text_id": text_id(s.text),
            "chat_id": s.chat,
            "account_id": s.account,
            "sent_at": s.at,
            "act": s.act,
            "score": 0.9,
            "language": self.languages,
            "places": [{"name": n, "province": p, "municipality": m} for n, p, m in s.places],
            "delivery": list(s.delivery),
            "payment": list(s.payment),
            "advance": s.advance,
        }

    def _accounts(self) -> list[dict[str, Any]]:
        rows = []
        for at, account in enumerate(sorted({s.account for s in self.said})):
            own = [s for s in self.said if s.account == account]
            keeps = ["keeper"] if any(s.service for s in own) else []
            for name in self.names.get(account, [account]):
                rows.append(
                    {
                        "account_id": account,
                        "account_tg_id": self.numbers.get(account, 1000 + at),
                        "kind": "channel" if account in self.channels else "user",
                        "name": name,
                        "first_seen": min(s.at for s in own),
                        "last_seen": max(s.at for s in own),
                        "messages": len(own),
                        "chats": 1,
                        "flags": self.flags.get(account, []) + keeps,
                    }
                )
        return rows


def _message(s: Said) -> dict[str, Any]:
    return {
        "message_id": s.message_id,
        "chat_id": s.chat,
        "tg_id": s.tg_id,
        "kind": "service" if s.service else "message",
        "account_id": s.account,
        "account_name": s.account,
        "sent_at": s.at,
        "edited_at": s.at + timedelta(hours=1) if s.edited else None,
        "text": s.text,
        "reply_to": s.reply_to,
        "forwarded_from_id": s.forwards,
        "media_sha256": s.media,
        "extra": _reactions(s),
    }


def _reactions(s: Said) -> str | None:
    if not s.reacted:
        return None
    recent = [{"date": "2025-03-01T12:00:00", "from_id": f"user{number}"} for number in s.reacted]
    return json.dumps(
        {"reactions": [{"count": len(recent), "emoji": "👍", "recent": recent}]}, separators=(",", ":")
    )


def _campaigns(acts: list[Said]) -> dict[str, list[dict[str, Any]]]:
    offers = [s for s in acts if s.act == "offer"]
    first: dict[str, Said] = {}
    for s in sorted(offers, key=lambda one: (one.at, one.message_id)):
        first.setdefault(s.text, s)
    return {
        "campaigns": [
            {
                "campaign_id": text_id(s.text),
                "message_id": s.message_id,
                "text_id": text_id(s.text),
                "account_id": s.account,
                "sent_at": s.at,
            }
            for s in offers
        ],
        "templates": [
            {"campaign_id": text_id(text), "template": text, "first_account_id": s.account}
            for text, s in first.items()
        ],
    }


def item(commodity: str, quantity: float | None, price: float | None = None, **more: Any) -> dict[str, Any]:
    row = {"commodity": commodity, "product": commodity, "quantity": quantity, "unit": "g", "price": price}
    return {**row, "currency": "EUR", **more}


def side_by_side(markets: dict[str, SmallMarket]) -> SmallMarket:
    """One market that holds all given ones, each with its own accounts, chats, texts and photos."""
    whole = SmallMarket()
    for name, market in markets.items():
        for seller, members in market.sellers.items():
            whole.sellers[f"{name}/{seller}"] = [(k, _own(name, k, member)) for k, member in members]
        whole.said += [_moved(name, said) for said in market.said]
        whole.names |= {f"{name}/{account}": names for account, names in market.names.items()}
        whole.numbers |= {f"{name}/{account}": number for account, number in market.numbers.items()}
        whole.flags |= {f"{name}/{account}": flags for account, flags in market.flags.items()}
        whole.channels |= {f"{name}/{account}" for account in market.channels}
        whole.networks |= {
            f"{name}/{network}": [f"{name}/{account}" for account in accounts]
            for network, accounts in market.networks.items()
        }
    return whole


def _own(name: str, kind: str, member: str) -> str:
    head, _, value = member.partition(":")
    return f"{name}/{member}" if kind == "account" else f"{head}:{_word(name)}{value}"


def _word(name: str) -> str:
    return name.replace(":", "").replace("-", "")


def _moved(name: str, said: Said) -> Said:
    return replace(
        said,
        message_id=f"{name}/{said.message_id}",
        account=f"{name}/{said.account}",
        forwards=f"{name}/{said.forwards}" if said.forwards else None,
        chat=f"{name}/{said.chat}",
        text=f"{name} {said.text}",
        media=f"{name}{said.media}" if said.media else None,
        selectors=tuple((kind, f"{_word(name)}{value}") for kind, value in said.selectors),
        mentions=tuple(f"@{_word(name)}{target.lstrip('@')}" for target in said.mentions),
        called=tuple(f"{name}/{account}" for account in said.called),
    )


def _selectors(said: list[Said]) -> list[dict[str, Any]]:
    return [
        {
            "message_id": s.message_id,
            "text_id": text_id(s.text),
            "account_id": s.account,
            "type": kind,
            "value": value,
            "act": s.act,
        }
        for s in said
        for kind, value in s.selectors
    ]


def _mentioned(said: list[Said]) -> list[dict[str, Any]]:
    return [
        {"message_id": s.message_id, "account_id": s.account, "kind": "mention", "target": target}
        for s in said
        for target in s.mentions
    ]


def _called(said: list[Said]) -> list[dict[str, Any]]:
    return [
        {
            "message_id": s.message_id,
            "account_id": s.account,
            "kind": "name",
            "target_account_id": account,
            "target": "the name",
        }
        for s in said
        for account in s.called
    ]


def _forwarded(said: list[Said]) -> list[dict[str, Any]]:
    return [
        {
            "message_id": s.message_id,
            "account_id": s.account,
            "kind": "forward",
            "target_account_id": s.forwards,
        }
        for s in said
        if s.forwards
    ]
