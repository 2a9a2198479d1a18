"""A seller's day: posting, answering, running out, coming back, buying praise, slandering a rival."""

from __future__ import annotations

from . import ads
from .goods import words
from .market import DAY, START, Chat, Market, Msg
from .people import Account, Ad, Seller
from .phrases import own_key, say


def _photo(m: Market, ad: Ad) -> tuple[int, int] | None:
    """A photo with some of the posts; compressed again or changed now and then."""
    if ad.photo is None or m.rng.random() > 0.35:
        return None
    return ad.photo, m.rng.choices((0, 1, 2, 3, 4), (70, 12, 8, 5, 5))[0]


def post(m: Market, acc: Account, chat: Chat, t: float) -> Msg | None:
    """One advertisement."""
    if not acc.texts:
        return None
    ad = m.rng.choice(acc.texts)
    fwd = ""
    writer = acc
    if acc.owner and acc.kind == "user" and m.rng.random() < 0.06:
        fwd = next((a.name for a in acc.owner.accounts if a.kind == "channel" and a.alive(t)), "")
    msg = m.put(
        chat, writer, t, ads.variant(m, acc, ad.text), "offer", ad.goods, photo=_photo(m, ad), fwd=fwd
    )
    if msg and m.rng.random() < 0.02:
        msg.edited = t + m.rng.uniform(60, 4000)
    return msg


def renew(m: Market, acc: Account) -> None:
    """Now and then a text is written afresh, sometimes in place of an old one."""
    if m.rng.random() < 0.025 and acc.texts:
        if len(acc.texts) > 2 and m.rng.random() < 0.6:
            acc.texts.pop(0)
        acc.texts.append(ads.compose(m, acc))


def _stock(m: Market, s: Seller, acc: Account) -> None:
    """Running out and coming back: real sellers do, ghosts seldom bother."""
    if not acc.things or m.rng.random() > (0.013 if s.ghost else 0.028) * s.slack:
        return
    chat = m.rng.choice(acc.chats)
    thing = m.rng.choice(acc.things)
    word = m.rng.choice(words(thing.commodity, acc.lang)) if m.rng.random() < 0.3 else thing.word
    slots = {"w": word, "e": thing.emoji, "user": "@" + acc.username}
    if s.out_of == thing.commodity or m.rng.random() < 0.5:
        s.out_of = ""
        m.line(chat, acc, m.at(s.hours), "restock", slots, "offer", (thing.commodity,))
    else:
        s.out_of = thing.commodity
        m.line(chat, acc, m.at(s.hours), "status_out", slots)


def _status(m: Market, s: Seller, acc: Account) -> None:
    """Open, closed, late: signs of a working day, copied by some ghosts."""
    if m.rng.random() < (0.022 if s.ghost else 0.04) * s.slack:
        m.line(m.rng.choice(acc.chats), acc, m.at(s.hours), "status", {"user": "@" + acc.username})


def _pool(m: Market, s: Seller) -> list[Account]:
    """Who praises for money: the pool that praises many, or fresh accounts of his own."""
    if m.rng.random() < 0.5:
        return [a for a in m.shills if a.city == s.city] or m.shills
    if len(s.socks) < 3 or m.rng.random() < 0.15:
        sock = m.account(s.lang, s.city, born=START + (m.day - m.rng.uniform(0, 8)) * DAY)
        sock.roles.add("voucher")
        s.socks.append(sock)
    return s.socks


def _buy_praise(m: Market, s: Seller, acc: Account) -> None:
    """Bought praise comes in spurts from a pool that praises many."""
    if not s.buys or not m.shills or m.rng.random() > 0.09 or acc.kind == "channel":
        return
    pool = _pool(m, s)
    for _ in range(m.rng.choice((1, 1, 2, 3))):
        who = m.rng.choice(pool)
        t = m.at()
        praise(m, who, acc, t, m.rng.choice(acc.chats))


def praise(m: Market, who: Account, acc: Account, t: float, chat: Chat, reply: Msg | None = None) -> None:
    """Somebody praises an account, by handle, by name, or in answer to it."""
    item = m.rng.choice(acc.things) if acc.things else None
    thing = item.word if item else ""
    key = "vouch_service"
    if item is not None:
        key = "vouch" if item.fam in ("drugs", "pharma") else "vouch_wares"
        key = own_key(m.rng, who.lang, key, f"vouch_{item.commodity}", 0.2)
    chat = reply.chat if reply is not None else chat
    if reply is not None and m.rng.random() < 0.5:
        key = "vouch_reply"
    user = "@" + acc.username if acc.kind == "user" or not acc.owner else "@" + acc.owner.accounts[0].username
    if m.rng.random() < 0.2:
        user = acc.name
    photo = (m.rng.choice(acc.photos), 1) if acc.photos and m.rng.random() < 0.015 else None
    if m.line(chat, who, t, key, {"user": user, "w": thing}, "vouch", reply=reply, photo=photo):
        acc.praise += 1


def slander(m: Market, s: Seller) -> None:
    """A rival is called a cheat, by a throw-away account or by the seller himself."""
    if not s.slanders or m.rng.random() > 0.05:
        return
    rivals = [
        r for r in m.sellers if r is not s and r.city == s.city and not r.bulk and r.now(m.at(day=m.day))
    ]
    if not rivals:
        return
    known = sorted(rivals, key=lambda r: -sum(a.praise for a in r.accounts))[:6]
    target = m.rng.choice(known)
    acc = m.rng.choice(target.now(m.at(day=m.day)) or target.accounts)
    groups = m.groups(s.city)
    who = m.rng.choice(m.shills) if m.rng.random() < 0.7 and m.shills else s.accounts[-1]
    blame(m, who, acc, m.at(), m.rng.choice(groups), "warn")


def blame(
    m: Market, who: Account, acc: Account, t: float, chat: Chat, key: str, reply: Msg | None = None
) -> Msg | None:
    """Somebody warns of an account."""
    user = "@" + (acc.username if acc.kind == "user" or not acc.owner else acc.owner.accounts[0].username)
    if m.rng.random() < 0.12:
        user = acc.name
    item = m.rng.choice(acc.things) if acc.things else None
    word = item.word if item else say(m.rng, who.lang, "s_stuff")
    if key == "warn_quality" and item and item.fam not in ("drugs", "pharma"):
        key = "warn_wares"
    msg = m.line(chat, who, t, key, {"user": user, "w": word}, "warning", reply=reply)
    if msg:
        acc.blame += 1
        deny(m, acc, msg)
    return msg


def deny(m: Market, acc: Account, msg: Msg) -> None:
    """The one who is blamed speaks up, real sellers a bit more often."""
    s = acc.owner
    if s and acc.kind == "user" and m.rng.random() < (0.18 if s.ghost else 0.32):
        m.line(
            msg.chat,
            acc,
            msg.t + m.rng.expovariate(1 / 4000),
            "deny" if s.ghost or m.rng.random() < 0.6 else "sorry",
            {},
            reply=msg,
        )


def day(m: Market, s: Seller) -> None:
    """One day of one seller."""
    noon = START + m.day * DAY + 13 * 3600
    if not s.start <= noon <= s.stop:
        return
    weekday = m.day % 7
    for acc in s.now(noon):
        rate = (
            s.rate
            * (1.35 if weekday in (3, 4, 5) else 0.85)
            * (0.5 if acc.kind == "channel" else 1)
            / len(s.now(noon)) ** 0.4
        )
        for _ in range(m.poisson(rate)):
            post(m, acc, m.rng.choice(acc.chats), m.at(s.hours))
        renew(m, acc)
        _stock(m, s, acc)
        _status(m, s, acc)
        _buy_praise(m, s, acc)
    slander(m, s)
