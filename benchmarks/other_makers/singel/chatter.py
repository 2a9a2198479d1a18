"""Talk that sells nothing: threads on a subject, and short answers.

Why: between the adverts people talk, sellers as well, and a reader must not take a football score or a bicycle for trade.
"""

from __future__ import annotations

from .customers import Crowd
from .market import Chat, Market
from .people import Account
from .phrases import book

GENERAL = (
    "talk_football",
    "talk_food",
    "talk_weather",
    "talk_moped",
    "talk_gossip",
    "talk_trade",
    "talk_news",
    "talk_jokes",
    "talk_care",
    "talk_life",
    "talk_work",
    "talk_group",
)


def thread(m: Market, crowd: Crowd, chat: Chat) -> None:
    """One subject with a few answers."""
    first = crowd.someone(chat.city)
    if first is None:
        return
    lang = chat.lang if m.rng.random() < 0.9 else first.lang
    subject = m.rng.choice([k for k in GENERAL if book(lang).get(k)])
    t = m.at((9, 26))
    last = m.line(chat, first, t, subject, {}, lang=lang)
    for _ in range(m.rng.choice((0, 0, 1, 1, 2, 3, 4))):
        other = crowd.someone(chat.city) if m.rng.random() < 0.85 else _seller(m, chat)
        if other is None or last is None:
            continue
        t += m.rng.expovariate(1 / 400)
        key = "talk_reply" if m.rng.random() < 0.62 else subject
        msg = m.line(chat, other, t, key, {}, lang=lang, reply=last if m.rng.random() < 0.45 else None)
        last = msg or last


def _seller(m: Market, chat: Chat) -> Account | None:
    """A seller who joins in the talk."""
    rows = [
        a
        for s in m.sellers
        if s.city == chat.city and s.trick != "bot"
        for a in s.accounts
        if a.kind == "user" and a.alive(m.at())
    ]
    return m.rng.choice(rows) if rows else None


def day(m: Market, crowd: Crowd) -> None:
    """A day's talk over all open chats."""
    rooms = [c for c in m.chats if c.kind in ("group", "talk") and not c.bulk]
    for _ in range(m.poisson(m.cfg["talk"] * 0.5)):
        thread(m, crowd, m.rng.choice(rooms))
