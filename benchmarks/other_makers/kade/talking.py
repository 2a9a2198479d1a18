"""All other talk: small talk of many subjects, keepers' rules and lists, recruiting, bought praise, slander."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .adtext import street
from .buying import tell
from .people import Account, Chat, Customer, Person, Seller
from .selling import poisson

if TYPE_CHECKING:
    from .market import Market

LONERS = 0.35


def hire(m: Market) -> None:
    """Who looks for hands: free recruiters, money people, and sellers who do it themselves."""
    rng, births = m.rng, m.births
    for kind, role, count in (
        ("recruiter", "recruiter", 3 + m.world.crews // 2),
        ("money", "money-handler", 2 + m.world.crews // 4),
    ):
        for _ in range(count):
            p = births.person(kind, role)
            p.start, p.end = 0, m.world.days
            m.others.append(p)
            m.spread(p.accounts[0])
    for s in m.sellers:
        if rng.random() < (0.06 if s.real else 0.03):
            for acc in s.accounts:
                acc.roles = (*acc.roles, "recruiter")


def day(m: Market) -> None:
    """A day's talk."""
    rooms = [c for c in m.chats if c.use == "market" and c.closed is None]
    for _ in range(poisson(m.world.chatter, m.rng.random())):
        thread(m, m.rng.choice(rooms))
    for chat in rooms:
        keep(m, chat)
    for p in m.others:
        if p.kind in ("recruiter", "money") and m.rng.random() < 0.22:
            recruit(m, p, p.accounts[-1])
    for s in m.sellers:
        accounts = s.current(m.day)
        if s.start <= m.day < s.end and accounts:
            if "recruiter" in accounts[-1].roles and m.rng.random() < 0.08:
                recruit(m, s, accounts[-1])
            buy_praise(m, s, accounts[-1])
            slander(m, s, accounts[-1])


def present(m: Market, chat: Chat) -> list[Account]:
    """Who may talk in a room today: no ads-only pushers."""
    out = []
    for acc in chat.members:
        who = acc.owner
        if (
            acc.alive(m.day)
            and who.start <= m.day < who.end
            and (not isinstance(who, Seller) or who.talk > 0.35)
        ):
            out.append(acc)
    return out


def thread(m: Market, chat: Chat) -> None:
    """A subject comes up; a few people say something of it."""
    rng = m.rng
    people = present(m, chat)
    if len(people) < 2:
        return
    table = m.lex.table("chatter", chat.lang)
    subject = rng.choice([k for k in table if k != "generic"])
    weights = [
        0.15
        + a.owner.talk * (2.0 if a.owner.kind == "talker" else 1.0 if a.owner.kind == "customer" else 0.3)
        for a in people
    ]
    turns = 1 if rng.random() < LONERS else rng.choice((2, 2, 3, 4, 5))
    last, when = None, m.time(people[0].owner)
    for i in range(turns):
        acc = rng.choices(people, weights)[0]
        key = "generic" if i and rng.random() < 0.45 else subject
        key = key if key in m.lex.table("chatter", m.tongue(acc.owner, chat)) else "generic"
        text = m.words(acc.owner, chat, "chatter", key).replace(
            "{place}", rng.choice(street(m.lex, chat.place))
        )
        last = m.post(
            chat,
            acc,
            m.say(acc.owner, chat, text),
            when=when,
            reply=last if last and rng.random() < 0.4 else None,
        )
        when = m.soon(when, 9)


def keep(m: Market, chat: Chat) -> None:
    """The keeper's work: rules, lists of who is trusted (some pay for it) and who is a thief."""
    rng, keeper = m.rng, chat.keeper
    if keeper is None or rng.random() > 0.14:
        return
    here = [a for a in chat.members if isinstance(a.owner, Seller) and a.alive(m.day) and a.username]
    roll = rng.random()
    if roll < 0.62 or len(here) < 4:
        msg = m.post(chat, keeper, m.say(keeper.owner, chat, m.words(keeper.owner, chat, "rules")))
        if rng.random() < 0.3:
            m.later[m.day + 1].append(lambda: m.note(chat, keeper, "pin_message", msg.when + 60, message=msg))
    elif roll < 0.82:
        good = sorted(here, key=lambda a: -a.owner.rep - rng.gauss(0, 0.8))[: rng.choice((2, 3, 4))]
        if rng.random() < 0.2:
            good[-1] = rng.choice(here)
        lists(m, chat, keeper, good, "verified", "vouch")
    else:
        bad = [a for a in here if a.owner.rep < -1.0][:4]
        if bad:
            lists(m, chat, keeper, bad, "black", "warning")


def lists(m: Market, chat: Chat, keeper: Account, names: list[Account], key: str, act: str) -> None:
    """A keeper's list."""
    text = m.words(keeper.owner, chat, "rules", key).replace(
        "{s}", m.rng.choice((", ", "\n", " ", " - ")).join("@" + a.username for a in names)
    )
    m.post(chat, keeper, text, act)


def recruit(m: Market, who: Person, acc: Account) -> None:
    """Looking for drivers, couriers, flat owners, bank cards."""
    rooms = m.rooms(acc)
    if rooms:
        chat = m.rng.choice(rooms)
        text = m.words(who, chat, "recruit", "mule" if who.kind == "money" else "lines")
        text = text.replace("{place}", m.rng.choice(street(m.lex, chat.place))).replace(
            "{contact}", "@" + acc.username if acc.username else "dm"
        )
        when = m.time(who)
        for one in rooms if m.rng.random() < 0.25 else [chat]:
            m.post(one, acc, m.say(who, one, text), "recruit", (), when)
            when += m.rng.randrange(20, 500)


def buy_praise(m: Market, s: Seller, acc: Account) -> None:
    """Bought praise: by praisers for hire, or by a seller's own sock accounts; ghosts buy more, but real sellers do too where all do."""
    rng = m.rng
    rate = m.world.bought * (0.05 * s.craft if not s.real else 0.012)
    if rng.random() > rate:
        return
    socks = m.socks.get(s.pid)
    if socks is None and rng.random() < 0.35:
        socks = [m.births.person("praiser", "voucher").accounts[0] for _ in range(rng.choice((1, 2, 3)))]
        for sock in socks:
            sock.owner.start, sock.owner.end = m.day, m.world.days
        m.socks[s.pid] = socks
    pool = socks or [p.accounts[0] for p in m.praisers]
    rooms = m.rooms(acc)
    if not rooms:
        return
    chat = rng.choice(rooms)
    own = [x for x in chat.recent if x.by is acc]
    when = m.time(s)
    for voice in rng.sample(pool, min(len(pool), rng.choice((1, 1, 2, 3)))):
        ad = rng.choice(own) if own and rng.random() < 0.5 else None
        when = max(m.soon(when, 60), ad.when + 120 if ad else 0)
        tell(m, voice.owner, chat, acc, "vouch", "reply" if ad else "lines", when, ad)


def slander(m: Market, s: Seller, acc: Account) -> None:
    """A rival warns against one who takes his customers, himself or through a sock."""
    rng = m.rng
    if rng.random() > 0.02 * m.world.slander:
        return
    chat = rng.choice(m.rooms(acc)) if m.rooms(acc) else None
    if chat is None:
        return
    rivals = [
        a
        for a in chat.members
        if isinstance(a.owner, Seller) and a.owner is not s and a.alive(m.day) and a.owner.rep > -0.5
    ]
    if rivals:
        target = max(rng.sample(rivals, min(4, len(rivals))), key=lambda a: a.owner.rep)
        pool = m.socks.get(s.pid) or [p.accounts[0] for p in m.praisers]
        who: Person = s if rng.random() < 0.35 else rng.choice(pool).owner
        tell(m, who, chat, target, "warn", rng.choice(("lines", "fake", "prepay")), m.time(s))


def buyers(m: Market) -> list[Customer]:
    """Customers of today."""
    return [c for c in m.customers if c.start <= m.day < c.end]
