"""Customers: ask in the group, answer ads, buy unseen; after a deal a few of them speak."""

from __future__ import annotations

from .goods import amount
from .lexicon import goods
from .people import DAY, Account, Chat, Msg, Person, Seller, World
from .speech import tell, who


def offers_of(world: World, com: str, person: Person, t: int) -> list[Account]:
    """Seller accounts that a customer may know of for a commodity: same chats or same town."""
    out = []
    for s in world.sellers:
        if com not in s.menu or not any(c in person.chats for c in s.chats):
            continue
        out += [a for a in s.current(t) if a.last_ads]
    return out


def choose(world: World, person: Person, accs: list[Account]) -> Account:
    """Old trust first, then what the group says, then who shouts most and asks least."""
    weights = []
    for a in accs:
        s = a.shop
        trust = person.trusted.get(s.sid, 0)
        w = 0.25 + 5.0 * max(0, trust) + min(1.5, s.rate) * 0.5
        w *= 1.25 ** min(6, a.praised) * 0.55 ** min(5, a.warned) * (0.6 if s.prepay else 1.0)
        weights.append(w * (0.02 if trust < 0 else 1.0))
    return world.rng.choices(accs, weights)[0]


def talk_chat(world: World, person: Person, s: Seller) -> Chat | None:
    """A group that both are in."""
    both = [c for c in s.chats if c in person.chats and c.kind == "group"]
    return world.rng.choice(both) if both else None


def voice(world: World, person: Person) -> float:
    """The chance that somebody writes of a deal: a few write of all, most of none."""
    return min(0.9, (0.05 + person.voice) * world.spec.react)


def ask_about(world: World, person: Person, acc: Account, t: int) -> None:
    """Asks whether a seller is good; those who know, or are paid to know, answer."""
    rng, s = world.rng, acc.shop
    chat = talk_chat(world, person, s)
    if chat is None:
        return
    msg = tell(world, chat, person.accounts[-1], t, "legit", about=s, kind="legit", who=who(acc, rng))
    if not msg:
        return
    knows = [p for p in world.customers if p.trusted.get(s.sid) and chat in p.chats and p is not person]
    for p in rng.sample(knows, min(len(knows), 4)):
        if rng.random() < min(0.6, 3 * voice(world, p)):
            good = p.trusted[s.sid] > 0
            answer_legit(world, msg, p.accounts[-1], acc, good, "reply")
    if s.buys and world.vouchers and rng.random() < 0.4:
        answer_legit(world, msg, rng.choice(world.vouchers), acc, True, "bought")


def answer_legit(world: World, msg: Msg, by: Account, acc: Account, good: bool, kind: str) -> None:
    """A yes or a no under the question."""
    key, act = ("vouchyes", "vouch") if good else ("warnno", "warning")
    t = msg.t + int(world.rng.expovariate(1 / 4000)) + 30
    if tell(
        world,
        msg.chat,
        by,
        t,
        key,
        act=act,
        reply=msg,
        about=acc.shop,
        kind=kind if kind == "bought" else key,
    ):
        acc.praised += good
        acc.warned += not good


def first_word(world: World, person: Person, acc: Account, com: str, t: int) -> int:
    """The customer writes under an ad, sometimes; the seller may answer there. Gives the moment of the deal."""
    rng, s = world.rng, acc.shop
    ads = [m for m in acc.last_ads if m.chat in person.chats and m.chat.kind == "group"]
    if not ads or rng.random() > 0.42 * min(1.0, 0.35 + world.spec.react):
        return t
    ad = rng.choice(ads[-2:])
    t = max(t, ad.t + int(rng.expovariate(1 / 5000)) + 40)
    if rng.random() < 0.4:
        q = tell(
            world,
            ad.chat,
            person.accounts[-1],
            t,
            "want",
            act="request",
            reply=ad,
            about=s,
            kind="want",
            com=com,
            com2=com,
            comm=(com,),
            bulk=s.bulk,
        )
    else:
        q = tell(world, ad.chat, person.accounts[-1], t, "qask", reply=ad, about=s, kind="qask")
    if q and rng.random() < s.answers:
        tell(
            world,
            ad.chat,
            acc,
            t + int(rng.expovariate(1 / 1500)) + 20,
            "answer",
            reply=q,
            about=s,
            kind="answer",
        )
    return t + 600


def request(world: World, person: Person, com: str, t: int) -> Account | None:
    """Asks openly; sellers of the chat answer, real ones more often in their hours. Gives the one chosen."""
    rng = world.rng
    chat = rng.choice([c for c in person.chats if c.kind == "group"])
    if rng.random() < 0.1:
        msg = tell(world, chat, person.accounts[-1], t, "asknone", act="request", kind="request")
    else:
        com2 = rng.choice(person.wants)
        msg = tell(
            world,
            chat,
            person.accounts[-1],
            t,
            "ask",
            act="request",
            kind="request",
            com=com,
            com2=com2,
            comm=(com,),
            bulk=rng.random() < 0.04,
        )
    if not msg:
        return None
    near = [a for a in offers_of(world, com, person, t) if chat in a.shop.chats]
    near = rng.sample(near, min(len(near), 9))
    took: list[Account] = []
    for acc in near:
        if rng.random() < acc.shop.answers * 0.5 and len(took) < 4:
            took.append(acc)
            reply_request(world, acc, msg, com)
    return choose(world, person, took) if took and rng.random() < 0.7 else None


def reply_request(world: World, acc: Account, msg: Msg, com: str) -> None:
    """A seller's answer under a request: a bare word, or an offer of its own."""
    rng, s = world.rng, acc.shop
    t = msg.t + int(rng.expovariate(1 / 2400)) + 25
    if rng.random() < 0.35:
        tier = rng.choice(goods()[com].retail)
        price = f"{{w}} {tier[0]}{tier[1]} {amount(tier[2] * s.factor)}"
        tell(
            world,
            msg.chat,
            acc,
            t,
            "answeroffer",
            act="offer",
            reply=msg,
            about=s,
            kind="answer",
            com=com,
            comm=(com,),
            item=price,
        )
    else:
        tell(world, msg.chat, acc, t, "answer", reply=msg, about=s, kind="answer")


def deal(world: World, person: Person, acc: Account, com: str, t: int) -> None:
    """Somebody buys. What comes of it follows from the seller alone; what is said of it, from the buyer."""
    rng, s = world.rng, acc.shop
    if s.prepay and person.trusted.get(s.sid, 0) < 1 and rng.random() < 0.5:
        chat = talk_chat(world, person, s)
        if (
            chat
            and rng.random() < voice(world, person) * 0.4
            and tell(
                world,
                chat,
                person.accounts[-1],
                t + 900,
                "prepayhint",
                act="warning",
                about=s,
                kind="hint",
                who=who(acc, rng),
            )
        ):
            acc.warned += 1
        return
    if s.ghost and s.mode == "dead":
        nobody(world, person, acc, t)
    elif rng.random() < (s.quality if not (s.ghost and s.mode == "fake") else 0.35):
        person.trusted[s.sid] = person.trusted.get(s.sid, 0) + 1
        good_end(world, person, acc, t)
    else:
        person.trusted[s.sid] = -1
        bad_end(world, person, acc, t)


def nobody(world: World, person: Person, acc: Account, t: int) -> None:
    """No answer at all: a shrug, an impatient line, seldom a warning."""
    rng, chat = world.rng, talk_chat(world, person, acc.shop)
    person.trusted[acc.shop.sid] = -1
    ads = [m for m in acc.last_ads if m.chat is chat]
    if chat and ads and rng.random() < voice(world, person) * 1.3:
        tell(
            world,
            chat,
            person.accounts[-1],
            max(t, ads[-1].t) + 4000,
            "late",
            reply=ads[-1],
            about=acc.shop,
            kind="late",
        )
    if (
        chat
        and rng.random() < voice(world, person) * 0.5
        and tell(
            world,
            chat,
            person.accounts[-1],
            t + 90000,
            "warn",
            act="warning",
            about=acc.shop,
            kind="warn",
            who=who(acc, rng),
        )
    ):
        acc.warned += 1


def good_end(world: World, person: Person, acc: Account, t: int) -> None:
    """It went well, perhaps late; a few say so."""
    rng, s = world.rng, acc.shop
    chat = talk_chat(world, person, s)
    if chat is None:
        return
    ads = [m for m in acc.last_ads if m.chat is chat]
    if ads and rng.random() < 0.06 * min(1, world.spec.react * 1.5):
        late = tell(
            world,
            chat,
            person.accounts[-1],
            max(t, ads[-1].t) + 2400,
            "late",
            reply=ads[-1],
            about=s,
            kind="late",
        )
        if late and rng.random() < s.answers:
            tell(
                world,
                chat,
                acc,
                late.t + rng.randrange(40, 1500),
                "sorry",
                reply=late,
                about=s,
                kind="answer",
            )
    if rng.random() > voice(world, person) * 1.15:
        return
    reply = ads[-1] if ads and rng.random() < 0.5 else None
    when = max(t, reply.t if reply else 0) + rng.randrange(3000, DAY)
    said = tell(
        world,
        chat,
        person.accounts[-1],
        when,
        "praisereply" if reply else "praise",
        act="vouch",
        about=s,
        kind="praise",
        who=who(acc, rng),
        reply=reply,
    )
    if said:
        acc.praised += 1
        if rng.random() < 0.1:
            world.photos += 1
            said.photo = (1000 + world.photos, 0)
        if rng.random() < 0.05 and s.chats:
            forward_review(world, acc, person, when)


def forward_review(world: World, acc: Account, person: Person, t: int) -> None:
    """A seller passes a buyer's words on to the group, as proof."""
    s = acc.shop
    msg = tell(
        world, world.rng.choice(s.chats), acc, t + 5000, "praisereply", act="vouch", about=s, kind="self"
    )
    if msg:
        msg.forward = person.accounts[-1].name


def bad_end(world: World, person: Person, acc: Account, t: int) -> None:
    """Money gone or rubbish in hand: shame keeps most quiet, anger makes some shout for days and in all groups."""
    rng, s = world.rng, acc.shop
    chat = talk_chat(world, person, s)
    p = min(0.9, voice(world, person) * (2.6 if s.ghost else 1.4))
    ads = [m for m in acc.last_ads if m.chat is chat]
    if chat and ads and rng.random() < p * 0.5:
        tell(
            world,
            chat,
            person.accounts[-1],
            max(t, ads[-1].t) + 5000,
            "late",
            reply=ads[-1],
            about=s,
            kind="late",
        )
    if chat is None or rng.random() > p:
        return
    for i in range(rng.choice([1, 1, 1, 2, 3])):
        reply = ads[-1] if ads and rng.random() < 0.35 else None
        when = max(t, reply.t if reply else 0) + rng.randrange(4000, 2 * DAY) + i * 30000
        msg = tell(
            world,
            chat,
            person.accounts[-1],
            when,
            "warnreply" if reply else "warn",
            act="warning",
            about=s,
            kind="warn",
            who=who(acc, rng),
            reply=reply,
        )
        if msg:
            acc.warned += 1
            pile_on(world, msg, acc)
            if rng.random() < s.answers * 0.35:
                tell(
                    world, chat, acc, when + rng.randrange(300, 9000), "deny", reply=msg, about=s, kind="deny"
                )


def pile_on(world: World, msg: Msg, acc: Account) -> None:
    """Under a warning others join who were robbed too; content buyers defend him."""
    rng, sid = world.rng, acc.shop.sid
    for p in world.customers:
        view = p.trusted.get(sid, 0)
        if view and msg.chat in p.chats and p is not msg.acc.person and rng.random() < voice(world, p) * 0.5:
            answer_legit(world, msg, p.accounts[-1], acc, view > 0, "reply")


def buy_day(world: World, day: int) -> None:
    """All customers, one day."""
    rng = world.rng
    for person in world.customers:
        if rng.random() > person.appetite or not person.accounts[-1].alive(day * DAY):
            continue
        com, t = rng.choice(person.wants), world.hour(person, day)
        acc = request(world, person, com, t) if rng.random() < 0.36 else None
        if acc is None:
            accs = offers_of(world, com, person, t)
            if not accs:
                continue
            acc = choose(world, person, accs)
            if person.trusted.get(acc.shop.sid, 0) < 1 and rng.random() < 0.07 * world.spec.react:
                ask_about(world, person, acc, t)
            t = first_word(world, person, acc, com, t)
        if person.trusted.get(acc.shop.sid, 0) >= 0 and acc.alive(t):
            deal(world, person, acc, com, t)
