"""Those who run chats: rules, bans, lists of cheats; and the platform that closes accounts.

Why: a ban hits who is complained of, rightly or not, and in sweeps anybody. Most of those hit come back within days; some had enough.
"""

from __future__ import annotations

from . import aliases
from .market import DAY, START, Chat, Market
from .people import Account, Seller


def _close(m: Market, s: Seller, acc: Account, t: float) -> None:
    """An account stops; its owner mostly comes back."""
    acc.dead = t
    if m.rng.random() < 0.72:
        wait = m.rng.expovariate(1 / 1.5)
        aliases.replace(m, s, acc, wait)


def _ban(m: Market, chat: Chat, s: Seller, acc: Account, t: float) -> None:
    """A keeper puts somebody out and says so, or does it quietly."""
    m.serve(chat, chat.keeper, t, "remove_members", members=[acc.name])
    if m.rng.random() < 0.6:
        m.line(
            chat,
            chat.keeper,
            t + 40,
            "ban_note",
            {"user": "@" + acc.username, "name": acc.name},
            "warning",
            lang=chat.lang,
        )
    if m.rng.random() < 0.7:
        for lst in [c for c in m.chats if c.kind == "list"]:
            m.line(
                lst,
                lst.keeper,
                t + m.rng.uniform(60, 50000),
                "list_entry",
                {"user": "@" + acc.username, "name": acc.name},
                "warning",
                lang=lst.lang,
            )
    _close(m, s, acc, t + 1)


def bans(m: Market) -> None:
    """The day's bans: for complaints, by the platform at random, in a sweep; a cheat who is known drops his name himself."""
    wave = m.day in m.cfg["waves"]
    for s in list(m.sellers):
        for acc in s.now(m.at((12, 13))):
            t = m.at((11, 24))
            groups = [c for c in acc.chats if c.kind == "group"]
            if acc.kind == "channel":
                if m.rng.random() < (0.1 if wave else m.cfg["ban"] * 0.2):
                    acc.dead = t
            elif (
                groups
                and acc.blame >= 2
                and m.rng.random() < 0.035 * min(acc.blame, 6) * groups[0].strict / (1 + 0.5 * acc.praise)
            ):
                _ban(m, groups[0], s, acc, t)
            elif m.rng.random() < (
                0.22 if wave else m.cfg["ban"] + (0.06 if s.ghost and acc.blame >= 3 else 0)
            ):
                _close(m, s, acc, t)


def rules(m: Market) -> None:
    """Rules, thanks, pinned lines, people who join."""
    for chat in m.chats:
        if chat.kind in ("group", "talk") and m.rng.random() < 0.22:
            msg = m.line(chat, chat.keeper, m.at(), "rules", {}, lang=chat.lang)
            if msg and m.rng.random() < 0.2:
                m.serve(chat, chat.keeper, msg.t + 20, "pin_message", message_id=msg)
        if chat.kind == "group" and m.rng.random() < 0.06:
            m.line(chat, chat.keeper, m.at(), "warn_general", {}, "warning", lang=chat.lang)
        if chat.kind in ("group", "talk") and m.rng.random() < 0.5:
            rows = m.members.get(chat.city) or [chat.keeper]
            who = m.rng.choice(rows)
            t = m.at()
            if who.alive(t):
                m.serve(
                    chat,
                    who,
                    t,
                    m.rng.choice(("join_group_by_link", "invite_members")),
                    **({"inviter": chat.keeper.name} if m.rng.random() < 0.3 else {"members": [who.name]}),
                )


def takedown(m: Market) -> None:
    """On a sweep's day people in the group speak of it."""
    if m.day - 1 not in m.cfg["waves"]:
        return
    for chat in [c for c in m.chats if c.kind == "group"]:
        rows = [a for a in m.members.get(chat.city, []) if a.alive(START + m.day * DAY)] or [chat.keeper]
        for _ in range(m.rng.randrange(2, 6)):
            m.line(chat, m.rng.choice(rows), m.at(), "talk_news", {})
