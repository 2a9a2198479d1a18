"""Customers' days: ask, choose, pay, get or not get; and what they say of it afterwards.

Deals themselves go on in private; only the talk before and after shows. Who has been ripped tells it more often than who is content, but most say nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from .adtext import UNITS, _num, street
from .people import Account, Chat, Customer, Message, Person, Seller
from .worlds import SETS, STYLE

if TYPE_CHECKING:
    from .market import Market

RIP = {"taker": 0.6, "thief": 0.55, "noshow": 0.1, "faker": 0.75, "robber": 0.7}


def day(m: Market) -> None:
    """All customers' turns."""
    for c in m.customers:
        if c.start <= m.day < c.end and m.rng.random() < c.need:
            shop(m, c)


def shop(m: Market, c: Customer) -> None:
    """One need: the regular if there is one, else ask in a room, else look at ads."""
    rng = m.rng
    known = [s for s in c.trusted if s.current(m.day) and s.end > m.day]
    rooms = m.rooms(c.accounts[0])
    if known and rng.random() < 0.6:
        deal(m, c, rng.choice(known), rng.choice(rooms) if rooms else None, None)
    elif rooms:
        chat = rng.choice(rooms)
        if rng.random() < 0.5:
            ask(m, c, chat)
        else:
            browse(m, c, chat)


def request_text(
    m: Market, c: Customer, chat: Chat, key: str, keys: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """A request as the customer types it, and what it seeks."""
    rng = m.rng
    frame = m.words(c, chat, "request", key)
    product = m.lex.products[rng.choice(keys)]
    lang = m.tongue(c, chat)
    qty = rng.choice(product.retail)[0]
    amount = _num(qty) + UNITS[product.unit].get(lang, UNITS[product.unit]["x"])[rng.randrange(5)]
    other = m.lex.products[rng.choice(keys)]
    goods = [p.commodity for slot, p in (("{prod}", product), ("{prod2}", other)) if slot in frame]
    text = (
        frame.replace("{prod2}", rng.choice(other.names(lang)))
        .replace("{prod}", rng.choice(product.names(lang)))
        .replace("{q}", amount)
    )
    text = text.replace("{place}", rng.choice(street(m.lex, chat.place or c.place)))
    return m.say(c, chat, text), tuple(sorted(set(goods)))


def ask(m: Market, c: Customer, chat: Chat) -> None:
    """Ask for goods in a room; sellers answer; he picks one of them."""
    rng = m.rng
    taste = rng.choice(c.tastes)
    keys = SETS[taste]
    kind = "goods" if taste in STYLE and m.tongue(c, chat) in ("nl", "en") and rng.random() < 0.5 else "lines"
    text, goods = request_text(m, c, chat, kind, keys)
    msg = m.post(chat, c.accounts[0], text, "request", goods)
    if rng.random() < 0.1:
        again, more = request_text(m, c, chat, "lines", keys)
        m.post(chat, c.accounts[0], again, "request", more, msg.when + rng.randrange(3600, 30_000))
    here = [
        s
        for s in m.sellers
        if s.start <= m.day < s.end and any(a.alive(m.day) and chat in a.chats for a in s.current(m.day))
    ]
    fit = [s for s in here if not goods or any(w.product.commodity in goods for w in s.wares)]
    takers = []
    for s in fit:
        eager = (
            0.22 * s.answers * m.world.react
            if s.real
            else 0.2 * s.answers * (1.2 - 0.5 * (s.ghost == "noshow")) * m.world.react
        )
        if rng.random() < eager and len(takers) < 5:
            answer(m, s, chat, msg)
            takers.append(s)
    if takers:
        deal(m, c, choose(m, c, takers), chat, msg)
    elif rng.random() < 0.1:
        m.post(
            chat,
            c.accounts[0],
            m.say(c, chat, m.words(c, chat, "complain", "nobody")),
            when=m.soon(msg.when, 180),
        )


def answer(m: Market, s: Seller, chat: Chat, msg: Message) -> None:
    """A seller answers a request: mostly a bare word, now and then a price."""
    acc = [a for a in s.current(m.day) if chat in a.chats][-1]
    lang = m.tongue(s, chat)
    if m.rng.random() < 0.2:
        ware = m.rng.choice([w for w in s.wares if w.product.commodity in msg.goods] or s.wares)
        text = (
            m.words(s, chat, "answer", "offer")
            .replace("{prod}", ware.words[lang])
            .replace("{price}", str(int(ware.ladder[0][1])))
        )
        m.post(chat, acc, m.say(s, chat, text), "offer", (ware.product.commodity,), m.soon(msg.when), msg)
    else:
        m.post(chat, acc, m.say(s, chat, m.words(s, chat, "answer")), when=m.soon(msg.when), reply=msg)


def browse(m: Market, c: Customer, chat: Chat) -> None:
    """Look at what is pasted; perhaps ask under an ad, perhaps ask who knows the man."""
    rng = m.rng
    ads = [x for x in chat.recent if isinstance(x.by.owner, Seller) and x.by.owner not in c.burnt]
    if not ads:
        return
    wanted = {m.lex.products[k].commodity for k in SETS[rng.choice(c.tastes)]}
    ads = [x for x in ads if wanted & set(x.goods)] or ads
    ad = max((rng.choice(ads) for _ in range(3)), key=lambda x: x.by.owner.rep * c.wits + rng.gauss(0, 1.2))
    seller = ad.by.owner
    if rng.random() < 0.22 * m.world.react + 0.03:
        under(m, c, chat, ad)
    if rng.random() < 0.1 * c.wits * m.world.react + 0.02 and not inquire(m, c, chat, ad.by):
        return
    deal(m, c, seller, chat, ad)


def under(m: Market, c: Customer, chat: Chat, ad: Message) -> None:
    """A word under an ad; who sells may answer there."""
    rng, s = m.rng, ad.by.owner
    when = m.soon(max(ad.when, m.time(c)), 60)
    if rng.random() < 0.45:
        keys = tuple(w.product.key for w in s.wares)
        text, goods = request_text(m, c, chat, "under", keys)
        msg = m.post(chat, c.accounts[0], text, "request", goods, when, ad)
    else:
        msg = m.post(
            chat, c.accounts[0], m.say(c, chat, m.words(c, chat, "answer", "ask")), when=when, reply=ad
        )
    if rng.random() < s.answers * (0.7 if s.real else 0.55) and ad.by.alive(m.day):
        m.post(
            chat, ad.by, m.say(s, chat, m.words(s, chat, "answer", "back")), when=m.soon(when, 15), reply=msg
        )


def inquire(m: Market, c: Customer, chat: Chat, acc: Account) -> bool:
    """'Anyone know him?' Those who bought may tell; says whether to go on."""
    rng, s = m.rng, acc.owner
    msg = m.post(
        chat, c.accounts[0], m.say(c, chat, m.words(c, chat, "complain", "who").replace("{s}", m.call(acc)))
    )
    verdict = 0
    for other in m.customers:
        if other is c or chat not in other.accounts[0].chats or not other.start <= m.day < other.end:
            continue
        if s in other.trusted and rng.random() < 0.3 * other.talk + 0.03:
            tell(m, other, chat, acc, "vouch", "reply", m.soon(msg.when, 50), msg)
            verdict += 1
        elif s in other.burnt and rng.random() < 0.5 * other.talk + 0.1:
            tell(m, other, chat, acc, "warn", "reply", m.soon(msg.when, 50), msg)
            verdict -= 2
    if verdict == 0 and rng.random() < 0.3:
        rest = [a for a in chat.members if isinstance(a.owner, Customer)]
        other = rng.choice(rest)
        m.post(
            chat,
            other,
            m.say(other.owner, chat, m.words(other.owner, chat, "complain", "dunno")),
            when=m.soon(msg.when, 40),
            reply=msg,
        )
    return verdict > 0 or (verdict == 0 and rng.random() < 0.6)


def tell(
    m: Market,
    who: Person,
    chat: Chat,
    acc: Account,
    kind: str,
    key: str,
    when: int,
    reply: Message | None = None,
) -> Message:
    """A praise or a warning about an account; kinds are the word lists' names."""
    s = acc.owner
    if (
        kind == "vouch"
        and key == "lines"
        and s.theme in STYLE
        and m.tongue(who, chat) in ("nl", "en")
        and m.rng.random() < 0.6
    ):
        key = "goods"
    text = m.words(who, chat, kind, key).replace("{s}", m.call(acc))
    if "{prod}" in text:
        ware = m.rng.choice(s.wares)
        text = text.replace("{prod}", m.rng.choice(ware.product.names(m.tongue(who, chat))))
    text = text.replace("{place}", m.rng.choice(street(m.lex, s.place)))
    act = "vouch" if kind == "vouch" else "warning"
    s.rep += 0.3 if act == "vouch" else -0.7
    acc.reports += act == "warning"
    msg = m.post(chat, who.accounts[-1], m.say(who, chat, text, act == "warning"), act, (), when, reply)
    msg.about, msg.sort = acc, key
    return msg


def choose(m: Market, c: Customer, takers: list[Seller]) -> Seller:
    """The wise look at what was said; others take who comes."""
    fit = [s for s in takers if s not in c.burnt] or takers
    return max(fit, key=lambda s: s.rep * c.wits + m.rng.gauss(0, 1.0))


def deal(m: Market, c: Customer, s: Seller, chat: Chat | None, seen: Message | None) -> None:
    """The deal goes on in private; what comes of it is told later, or never."""
    rng, accounts = m.rng, s.current(m.day)
    if not accounts:
        return
    acc = seen.by if seen and seen.by.owner is s and seen.by in accounts else accounts[-1]
    lag = m.day + rng.choice((0, 1, 1, 2, 4))
    aftermath = partial(good if s.real else bad, m, c, s, acc, chat, seen)
    if lag == m.day:
        aftermath()
    else:
        m.later[lag].append(aftermath)


def good(m: Market, c: Customer, s: Seller, acc: Account, chat: Chat | None, seen: Message | None) -> None:
    """A real seller: mostly fine, sometimes late, weak or absent."""
    rng, react = m.rng, m.world.react
    roll = rng.random()
    if chat is None or chat.closed is not None:
        chat = None
    ad = seen if seen and seen.by is acc and seen.chat is chat and rng.random() < 0.6 else None
    if s.prepay and s not in c.trusted and rng.random() < 0.25:
        if chat and rng.random() < 0.12 * c.talk * react:
            tell(m, c, chat, acc, "warn", "prepay", m.time(c), ad)
    elif roll < s.quality:
        if s not in c.trusted and rng.random() < 0.7:
            c.trusted = [*c.trusted[-3:], s]
        if chat and rng.random() < 0.42 * c.talk * react:
            tell(m, c, chat, acc, "vouch", "reply" if ad else "lines", m.time(c), ad)
    elif chat and roll < s.quality + 0.5 * (1 - s.quality):
        if rng.random() < 0.5 * c.talk * react:
            moan(m, c, chat, acc, "late", ad)
    elif chat and rng.random() < 0.45 * c.talk * react:
        if rng.random() < 0.6:
            tell(m, c, chat, acc, "warn", "lines" if rng.random() < 0.35 else "weak", m.time(c), ad)
        else:
            moan(m, c, chat, acc, "silent", ad)


def bad(m: Market, c: Customer, s: Seller, acc: Account, chat: Chat | None, seen: Message | None) -> None:
    """A ghost: money gone, nobody comes, fakes, or the buyer smells it in time. Some never notice the fake."""
    rng, react = m.rng, m.world.react
    ripped = rng.random() < RIP[s.ghost] * (1.1 - 0.6 * c.wits)
    if chat is None or chat.closed is not None:
        chat = None
    if ripped:
        c.burnt.append(s)
    if not chat:
        return
    ad = seen if seen and seen.by is acc and seen.chat is chat and rng.random() < 0.6 else None
    if ripped and s.ghost == "faker" and rng.random() < 0.3:
        if rng.random() < 0.4 * c.talk * react:
            tell(m, c, chat, acc, "vouch", "reply" if ad else "lines", m.time(c), ad)
    elif ripped and rng.random() < 1.1 * c.talk * react:
        key = {"faker": "fake", "robber": "rob"}.get(s.ghost, "lines")
        rooms = [chat, *[x for x in m.rooms(c.accounts[0]) if x is not chat and rng.random() < 0.35]]
        first = tell(m, c, chat, acc, "warn", "reply" if ad and rng.random() < 0.5 else key, m.time(c), ad)
        for room in rooms[1:]:
            tell(m, c, room, acc, "warn", key, m.soon(first.when, 20))
        chorus(m, c, chat, acc, first)
    elif not ripped and rng.random() < 0.22 * c.talk * react:
        if rng.random() < 0.45:
            tell(m, c, chat, acc, "warn", "prepay", m.time(c), ad)
        else:
            moan(m, c, chat, acc, "silent", ad)


def moan(m: Market, c: Customer, chat: Chat, acc: Account, key: str, ad: Message | None) -> None:
    """A complaint that warns nobody: waiting, no answer."""
    msg = m.post(
        chat,
        c.accounts[0],
        m.say(c, chat, m.words(c, chat, "complain", key).replace("{s}", m.call(acc))),
        reply=ad,
    )
    msg.about, msg.sort = acc, key


def chorus(m: Market, c: Customer, chat: Chat, acc: Account, first: Message) -> None:
    """Others say the same; the accused may deny it, if he is still there."""
    rng, s = m.rng, acc.owner
    for other in m.customers:
        if (
            other is not c
            and s in other.burnt
            and chat in other.accounts[0].chats
            and rng.random() < 0.25 * other.talk * m.world.react
        ):
            tell(m, other, chat, acc, "warn", "same", m.soon(first.when, 70), first)
    if acc.alive(m.day) and rng.random() < 0.15:
        m.post(
            chat,
            acc,
            m.say(s, chat, m.words(s, chat, "complain", "deny")),
            when=m.soon(first.when, 60),
            reply=first,
        )
    if rng.random() < 0.3:
        other = rng.choice(chat.members)
        if not isinstance(other.owner, Seller) and other is not c.accounts[0]:
            m.post(
                chat,
                other,
                m.say(other.owner, chat, m.words(other.owner, chat, "complain", "pity")),
                when=m.soon(first.when, 40),
                reply=first,
            )
