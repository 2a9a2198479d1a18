"""Sellers' days: pasting ads, stock in and out, small news. Ghosts do the same by craft, not by stock."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from .adtext import Filler, item_line, make_ad
from .people import Account, Ad, Chat, Seller

if TYPE_CHECKING:
    from .market import Market


def poisson(mean: float, draw: float) -> int:
    """Poisson count from one uniform draw."""
    k, term = 0, exp(-mean)
    total = term
    while draw > total and k < 40:
        k += 1
        term *= mean / k
        total += term
    return k


def day(m: Market) -> None:
    """All sellers' turns."""
    for s in m.sellers:
        accounts = s.current(m.day)
        if not s.start <= m.day < s.end or not accounts or m.rng.random() > s.daily:
            continue
        stock(m, s, accounts[-1])
        for acc in accounts:
            paste(m, s, acc)
            news(m, s, acc)
        for channel in [a for a in s.accounts if a.channel and a.alive(m.day)]:
            broadcast(m, s, channel, accounts[-1])


def paste(m: Market, s: Seller, acc: Account) -> None:
    """Paste ads in rooms: some in one, pushers in all at once, so copies arise."""
    rng = m.rng
    rooms = m.rooms(acc)
    if not rooms or not acc.ads:
        return
    mean = s.push / len(s.current(m.day)) * (1.3 if m.day % 7 in (3, 4, 5) else 0.85)
    for _ in range(poisson(mean, rng.random())):
        fit = [a for a in acc.ads if any(c.lang == a.lang for c in rooms)] or acc.ads
        ad = rng.choice(fit)
        rooms_now = [c for c in rooms if c.lang == ad.lang] or rooms
        many = len(rooms_now) if rng.random() < 0.3 else rng.choice((1, 1, 2))
        when = m.time(s)
        for chat in rng.sample(rooms_now, min(many, len(rooms_now))):
            when += rng.randrange(8, 400)
            place_ad(m, s, acc, chat, ad, when)


def place_ad(m: Market, s: Seller, acc: Account, chat: Chat, ad: Ad, when: int) -> None:
    """One ad in one room, now and then with a word before or after."""
    rng, text = m.rng, ad.text
    roll = rng.random()
    if roll < 0.12:
        text = m.lex.pick(rng, "bits", ad.lang, "now") + "\n" + text
    elif roll < 0.24:
        text = text + "\n" + m.lex.pick(rng, "bits", ad.lang, "tail")
    photo = ad.photo if rng.random() < 0.3 else None
    msg = m.post(chat, acc, text, "offer", ad.goods, when, photo=photo, bold=s.look.bold)
    if rng.random() < 0.03:
        msg.edited = when + rng.randrange(60, 40_000)
    chat.recent.append(msg)


def stock(m: Market, s: Seller, acc: Account) -> None:
    """Things sell out and come back; prices drift; a ghost with craft plays that he was sold out."""
    rng = m.rng
    for ware in s.wares:
        if ware.out_until >= 0 and m.day >= ware.out_until:
            ware.out_until = -1
            arrive(m, s, acc)
        elif ware.out_until < 0 and rng.random() < 0.015 and s.real and len(s.wares) > 1:
            ware.out_until = m.day + rng.randrange(2, 7)
            if rng.random() < 0.3:
                speak(m, s, acc, "news", "out")
            refresh(m, s, acc)
    if not s.real and rng.random() < 0.012 * s.craft * 2:
        arrive(m, s, acc)
    if rng.random() < 0.02:
        refresh(m, s, acc)


def refresh(m: Market, s: Seller, acc: Account) -> None:
    """Rewrite one ad of the notes: goods or prices changed."""
    if acc.ads:
        acc.ads[m.rng.randrange(len(acc.ads))] = make_ad(m.rng, m.lex, s, acc, m.rng.choice(s.langs))


def arrive(m: Market, s: Seller, acc: Account) -> None:
    """'Back in stock' in a room."""
    rooms = m.rooms(acc)
    if not rooms or m.rng.random() < 0.4:
        return
    chat = m.rng.choice(rooms)
    lang = m.tongue(s, chat)
    ad = make_ad(m.rng, m.lex, s, acc, lang, frame=m.words(s, chat, "restock"))
    place_ad(m, s, acc, chat, ad, m.time(s))


def news(m: Market, s: Seller, acc: Account) -> None:
    """Small news that offers nothing: driving till two, day off, busy."""
    if acc.photos and m.rng.random() < 0.02 and m.rooms(acc):
        m.post(m.rng.choice(m.rooms(acc)), acc, "", photo=m.rng.choice(acc.photos))
    if m.rng.random() < s.status:
        speak(m, s, acc, "news", m.rng.choice(("open", "closed", "busy", "open")))


def speak(m: Market, s: Seller, acc: Account, kind: str, key: str) -> None:
    """A plain line of a seller in one of his rooms."""
    rooms = m.rooms(acc)
    if rooms:
        chat = m.rng.choice(rooms)
        lang = m.tongue(s, chat)
        text = Filler(m.rng, m.lex, s, acc, lang, s.wares).fill(m.words(s, chat, kind, key))
        m.post(chat, acc, m.say(s, chat, text))


def broadcast(m: Market, s: Seller, channel: Account, acc: Account) -> None:
    """His own channel: ads, and forwards of them into rooms."""
    rng = m.rng
    if not channel.chats or rng.random() > 0.5:
        return
    ad = rng.choice(channel.ads) if rng.random() < 0.7 else make_ad(rng, m.lex, s, acc, s.langs[0])
    home = channel.chats[0]
    when = m.time(s)
    m.post(home, channel, ad.text, "offer", ad.goods, when, photo=ad.photo, bold=s.look.bold)
    if rng.random() < 0.15:
        m.post(home, channel, m.say(s, home, m.words(s, home, "news", "open")), when=when + 900)
    rooms = m.rooms(acc)
    if rooms and rng.random() < 0.25:
        chat = rng.choice(rooms)
        chat.recent.append(
            m.post(
                chat,
                acc,
                ad.text,
                "offer",
                ad.goods,
                when + rng.randrange(60, 9000),
                photo=ad.photo,
                forwarded=channel.name,
            )
        )


def price_now(m: Market, s: Seller, lang: str) -> str:
    """One line with a price, for answers."""
    ware = m.rng.choice(s.wares)
    return item_line(s.look, ware, lang, 3)
