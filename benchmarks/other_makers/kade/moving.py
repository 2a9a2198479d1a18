"""Accounts come and go: bans, lost phones, burnt names, second lines, takedowns; and what a seller carries over.

A real seller wants to be found again by customers and not by police; a ghost wants to be lost by customers but is lazy with texts and pictures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import names
from .adtext import make_ad, make_look
from .people import Account, Ad, Chat, Seller
from .voice import make_voice

if TYPE_CHECKING:
    from .market import Market


def enter(m: Market, s: Seller) -> None:
    """A seller's first account, perhaps a channel, and the moves that lie ahead of him."""
    rng, births = m.rng, m.births
    acc = births.face(s, s.start)
    acc.roles = s.roles
    m.spread(acc)
    if rng.random() < m.world.channels * (1.5 if s.real else 0.6):
        channel = births.account(s, acc.name, s.start, channel=True)
        channel.roles, channel.ads, channel.photos, channel.contacts = (
            s.roles,
            list(acc.ads),
            list(acc.photos),
            acc.contacts,
        )
        chat = births.chat(channel.name, "public_channel", s.langs[0], "channel", s.place, s.start)
        chat.num, chat.keeper = channel.uid, channel
        channel.chats.append(chat)
        m.chats.append(chat)
    span = max(2, s.end - s.start)
    count = (
        rng.choice((1, 1, 1, 2, 2, 3))
        if rng.random() < m.world.several * (1.0 if s.victim is None else 0.5)
        else 0
    )
    m.moves[s.pid] = sorted(s.start + rng.randrange(1, span) for _ in range(count))


def day(m: Market) -> None:
    """Today's planned moves, bans for what was reported, ghosts that burn out, groups that go down."""
    for s in m.sellers:
        for when in m.moves[s.pid]:
            if when == m.day and s.current(m.day) and m.day < s.end:
                move(m, s, parallel=m.rng.random() < 0.3)
        for acc in s.current(m.day):
            if acc.reports >= 3 and m.rng.random() < 0.12 * m.world.bans:
                ban(m, s, acc)
        if s.ghost and m.day == s.start + s.life:
            burn(m, s)
    if m.day in m.world.takedowns:
        takedown(m)


def burn(m: Market, s: Seller) -> None:
    """A ghost's name is used up: some stop, some start afresh."""
    if (len(s.accounts) > 1 and m.rng.random() < 0.6) or m.rng.random() < 0.35:
        s.life += m.rng.randrange(8, 35)
        if len(s.accounts) > 1:
            move(m, s, parallel=False)
    else:
        s.end = min(s.end, m.day)


def ban(m: Market, s: Seller, acc: Account) -> None:
    """A keeper throws him out; he comes back or not."""
    rng = m.rng
    rooms = m.rooms(acc)
    for chat in rooms[:1]:
        if chat.keeper is not None:
            m.note(chat, chat.keeper, "remove_members", members=[acc.name])
            if rng.random() < 0.4:
                text = m.words(chat.keeper.owner, chat, "rules", "banned").replace("{s}", m.call(acc))
                m.post(chat, chat.keeper, m.say(chat.keeper.owner, chat, text), "warning")
    acc.reports = 0
    if len(s.accounts) > 1 or rng.random() < 0.3 * m.world.several:
        move(m, s, parallel=False)
    elif rng.random() < 0.4:
        s.end = m.day + 1
    elif rooms:
        acc.chats.remove(rooms[0])
        rooms[0].members.remove(acc)


def move(m: Market, s: Seller, parallel: bool) -> Account:
    """A new account: what he keeps of the old depends on what he wants and how lazy he is."""
    rng, births = m.rng, m.births
    old = s.current(m.day)[-1] if s.current(m.day) else s.accounts[-1]
    open_ = (1 - s.care) * (1.0 if s.real else 0.45)
    name = (
        names.next_name(rng, old.name)
        if rng.random() < 0.15 + 0.75 * open_
        else names.shop_name(rng, m.lex, s.langs[0], s.place)
    )
    user = names.next_user(rng, old.username) if rng.random() < 0.1 + 0.6 * open_ and old.username else None
    acc = births.account(s, name, m.day + (not parallel), user)
    acc.roles, acc.prev = old.roles, old
    hide(m, s)
    acc.contacts = tuple(
        c for c in old.contacts if rng.random() < 0.9 - (0.45 if s.real else 0.6) * s.care
    ) or (births.contacts(s, acc) if rng.random() < 0.5 else ())
    acc.photos = [p for p in old.photos if rng.random() < 0.9 - 0.55 * s.care] + births.pictures(
        rng.choice((0, 0, 1))
    )
    carry(m, s, old, acc)
    if not parallel:
        old.dead = m.day + 1
    m.spread(acc)
    for chat in m.rooms(old):
        if rng.random() < 0.6:
            m.join(acc, chat, m.time(s))
    if rng.random() < 0.6 * open_:
        m.later[m.day + 1].append(lambda: announce(m, s, acc, old))
    elif rng.random() < 0.35 * m.world.react:
        m.later[m.day + rng.randrange(2, 9)].append(lambda: recognised(m, s, acc, old))
    return acc


def hide(m: Market, s: Seller) -> None:
    """The careful change what they can think of: frames, list shape, even how they type."""
    rng = m.rng
    if rng.random() < s.care * 0.8:
        s.frames.clear()
    if s.care > 0.6 and rng.random() < 0.5:
        s.look = make_look(rng)
    if s.care > 0.75 and rng.random() < 0.5:
        s.voice, s.pet = make_voice(rng), {}
        s.numbers.clear()
    if not s.real and rng.random() < 0.3:
        s.theme = m.theme()
        s.wares = m.births._wares(s, s.theme)


def carry(m: Market, s: Seller, old: Account, acc: Account) -> None:
    """Ads of the old notes with the new handle in them, or fresh ones."""
    rng = m.rng
    for ad in old.ads:
        if rng.random() < 0.85 - 0.75 * s.care:
            text = ad.text.replace("@" + old.username, "@" + acc.username) if old.username else ad.text
            mine = dict(acc.contacts)
            for kind, value in old.contacts:
                text = text.replace(value, mine.get(kind, "@" + acc.username))
            acc.ads.append(Ad(text, ad.goods, ad.photo if ad.photo in acc.photos else None, ad.lang))
    while len(acc.ads) < 1 or (len(acc.ads) < 3 and rng.random() < 0.4):
        acc.ads.append(make_ad(rng, m.lex, s, acc, rng.choice(s.langs)))


def announce(m: Market, s: Seller, acc: Account, old: Account) -> None:
    """'New number, old one is gone.'"""
    for chat in m.rooms(acc)[:2]:
        text = m.words(s, chat, "news", "moved").replace(
            "{s}", "@" + old.username if old.username else old.name
        )
        m.post(chat, acc, m.say(s, chat, text.replace("{name}", acc.name))).sort = "moved"


def recognised(m: Market, s: Seller, acc: Account, old: Account) -> None:
    """Somebody who was ripped, or a keen customer, knows him again."""
    rng = m.rng
    for who in m.customers:
        if (
            s in who.burnt
            and who.start <= m.day < who.end
            and rng.random() < 0.2 * who.talk
            and acc.alive(m.day)
        ):
            rooms = [c for c in m.rooms(acc) if c in who.accounts[0].chats]
            if rooms:
                chat = rng.choice(rooms)
                text = (
                    m.words(who, chat, "warn", "again")
                    .replace("{s}", m.call(acc))
                    .replace("{old}", "@" + old.username if old.username else old.name)
                )
                msg = m.post(chat, who.accounts[0], m.say(who, chat, text), "warning")
                msg.about, msg.sort = acc, "again"
                s.rep -= 0.7
                acc.reports += 1
                return


def takedown(m: Market) -> None:
    """Police or Telegram take a third of the rooms; a day later new ones open and people drift over."""
    rng = m.rng
    rooms = [c for c in m.chats if c.use == "market" and c.closed is None]
    for chat in rng.sample(rooms, max(1, len(rooms) // 3)):
        chat.closed = m.day
        new = m.births.chat(
            rng.choice(m.lex.lines("rooms", chat.lang)).format(place=chat.place),
            chat.kind,
            chat.lang,
            "market",
            chat.place,
            m.day + 1,
        )
        new.keeper = chat.keeper
        m.later[m.day + 1].append(lambda c=chat, n=new: reopen(m, c, n))


def reopen(m: Market, old: Chat, new: Chat) -> None:
    """The follow-up room; most sellers come, half the buyers do."""
    m.chats.append(new)
    if new.keeper is not None:
        m.note(new, new.keeper, "create_group", title=new.name, members=[new.keeper.name])
        m.post(
            new, new.keeper, m.say(new.keeper.owner, new, m.words(new.keeper.owner, new, "rules", "reopen"))
        )
    for acc in list(old.members):
        if m.rng.random() < (0.75 if isinstance(acc.owner, Seller) else 0.5):
            m.join(acc, new, m.time(acc.owner))
