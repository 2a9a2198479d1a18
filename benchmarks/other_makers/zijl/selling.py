"""A seller's day: post, change prices, sell out, lose accounts and open new ones, buy praise, slander a rival."""

from __future__ import annotations

from random import Random

from .births import announce, contact_line, open_account, town_name
from .goods import Fill, make_base, render
from .lexicon import common, tongues
from .people import DAY, Account, Chat, Msg, Seller, World
from .speech import tell, who


def fill_for(s: Seller, acc: Account, chat: Chat, rng: Random) -> Fill:
    """The changing parts of an ad."""
    ads = tongues()[s.person.lang].ads
    pay = rng.choice(ads["prepay"] if s.prepay and rng.random() < 0.6 else ads["pay"])
    if s.wallet and s.prepay and rng.random() < 0.5:
        pay += " " + s.wallet
    return Fill(acc.contact, town_name(s, chat, rng), s.trade, s.factor, pay)


def note_signs(acc: Account, s: Seller, msg: Msg, base_key: str) -> None:
    """Remembers what of the seller a message has shown to readers."""
    found = {"text:" + base_key}
    if s.phone and s.phone[4:].replace(" ", "")[-6:] in msg.text.replace(" ", ""):
        found.add("phone:" + s.phone)
    if s.wallet and s.wallet in msg.text:
        found.add("wallet:" + s.wallet)
    if msg.photo:
        found.add(f"photo:{msg.photo[0]}")
    if s.trade in msg.text or s.trade in acc.name:
        found.add("trade:" + s.trade)
    for sign in sorted(found):
        if sign not in acc.signs:
            acc.signs.append(sign)


def post_ad(world: World, s: Seller, acc: Account, chat: Chat, t: int) -> None:
    """One ad in one chat; the fixed parts stay the same for weeks, as pasted texts do."""
    rng = world.rng
    base = rng.choice(acc.bases)
    fixed = Random(base.seed + acc.uid)
    fill = fill_for(s, acc, chat, fixed)
    fill.factor = s.factor
    text, comm = render(base, acc.habits or s.person.habits, fill)
    if not comm:
        return
    photo = (
        (base.photo, rng.randrange(3) if not s.ghost else rng.randrange(3, 6))
        if base.photo is not None and rng.random() < 0.6
        else None
    )
    if rng.random() < 0.12:
        text = text + " " + rng.choice(common()["tops"])
    writer = chat.owner or acc
    msg = world.say(
        chat,
        writer,
        t,
        text,
        act="offer",
        comm=comm,
        photo=photo,
        about=s,
        kind="ad",
        bold=s.person.habits.bold,
    )
    if msg:
        acc.last_ads = acc.last_ads[-5:] + ([msg] if writer is acc else [])
        if rng.random() < 0.04:
            msg.edited = t + rng.randrange(60, 9000)
        if s.channel_chat and writer is acc and rng.random() < 0.3:
            msg.forward = s.channel_chat.name
        note_signs(writer, s, msg, f"{base.seed}")


def advertise(world: World, s: Seller, day: int) -> None:
    """The ads of a day, over the chats and accounts a seller uses."""
    rng = world.rng
    for acc in s.current(day * DAY + DAY // 2)[-2:]:
        n = sum(rng.random() < s.rate / 4 for _ in range(4))
        for _ in range(n):
            t = (
                day * DAY + s.clock * 60 + rng.randrange(90)
                if s.clock >= 0 and rng.random() < 0.8
                else world.hour(s.person, day)
            )
            if s.channel_chat and rng.random() < 0.6:
                post_ad(world, s, acc, s.channel_chat, t)
                continue
            many = rng.sample(s.chats, min(len(s.chats), rng.choice([2, 3, 4]) if s.roams else 1))
            for i, chat in enumerate(many):
                post_ad(world, s, acc, chat, t + i * rng.randrange(20, 200))


def shop_talk(world: World, s: Seller, day: int) -> None:
    """Sold out, open again, new prices, a new text, a dated picture."""
    rng, accs = world.rng, s.current(day * DAY)
    if not accs:
        return
    acc, chat = accs[-1], rng.choice(s.chats)
    if rng.random() < s.soldout:
        tell(
            world,
            chat,
            acc,
            world.hour(s.person, day),
            "soldout",
            group="ads",
            about=s,
            kind="soldout",
            word=s.menu[0],
        )
    if rng.random() < 0.05:
        tell(
            world,
            chat,
            acc,
            world.hour(s.person, day),
            "open",
            group="ads",
            act="offer",
            about=s,
            kind="open",
        )
    if rng.random() < s.reprice:
        s.factor = max(0.5, s.factor * rng.choice([0.9, 0.95, 1.05, 1.1]))
        s.repriced += 1
    if rng.random() < 0.02 and acc.bases:
        photo = rng.choice(s.photos) if s.photos and rng.random() < 0.6 else None
        acc.bases = [*acc.bases[-2:], make_base(s.person.lang, s.menu, s.bulk, rng, photo)]
    if not s.ghost and s.photos and rng.random() < 0.02:
        world.photos += 1
        s.photos.append(1000 + world.photos)


def turnover(world: World, s: Seller, day: int) -> None:
    """Bans, burnt names and voluntary changes; a seller without account comes back after some days."""
    rng, spec, t = world.rng, world.spec, day * DAY
    for acc in s.current(t):
        burnt = (0.05 if s.ghost else 0.012) * max(0, acc.warned - acc.praised)
        if rng.random() < spec.ban * min(2.0, s.rate) + s.renew + min(0.3, burnt):
            acc.dead = t + rng.randrange(DAY)
    alive = s.current(t + DAY)
    mine = [a for a in s.person.accounts if a.seller is s]
    stays = s.sticks
    if not alive and s.start <= day < s.end and (not mine or (stays and rng.random() < 0.4)):
        acc = open_account(world, s, t + rng.randrange(DAY))
        if not mine and rng.random() < 0.03:
            s.chats[0].keepers.append(acc)
            acc.role("group-keeper")
        if mine:
            announce(world, s, mine[-1], acc, acc.born)
    elif alive and s.parallel and len(alive) < 2 and rng.random() < 0.03:
        acc = open_account(world, s, t)
        acc.contact = contact_line(world, s, acc)


def buy_praise(world: World, s: Seller, day: int) -> None:
    """Pays accounts that praise for money; they come in bursts."""
    rng, accs = world.rng, s.current(day * DAY)
    if not accs or not world.vouchers or rng.random() > s.buys:
        return
    for _ in range(rng.choice([1, 2, 3])):
        v = rng.choice(world.vouchers)
        t = world.hour(v.person, day)
        ads = [m for m in accs[-1].last_ads if m.chat.kind == "group"]
        reply = rng.choice(ads) if ads and rng.random() < 0.4 else None
        key = "praisereply" if reply else "praise"
        chat = reply.chat if reply else rng.choice(s.chats)
        if tell(
            world,
            chat,
            v,
            max(t, reply.t + 900 if reply else 0),
            key,
            act="vouch",
            about=s,
            kind="bought",
            who=who(accs[-1], rng),
            reply=reply,
        ):
            accs[-1].praised += 1


def warn_of_copy(world: World, s: Seller, day: int) -> None:
    """A copied seller finds his double and warns of it, now and then."""
    rng, accs = world.rng, s.current(day * DAY)
    if s.ghost or not accs:
        return
    for thief in world.sellers:
        if thief.ghost and thief.rival is s and rng.random() < 0.02:
            doubles, chats = thief.current(day * DAY), [c for c in thief.chats if c in s.chats]
            if (
                doubles
                and chats
                and tell(
                    world,
                    rng.choice(chats),
                    accs[-1],
                    world.hour(s.person, day),
                    "clone",
                    act="warning",
                    about=thief,
                    kind="clone",
                    who=who(doubles[-1], rng),
                )
            ):
                doubles[-1].warned += 1


def slander(world: World, s: Seller, day: int) -> None:
    """Blackens a rival through an account that is not known as his."""
    rng = world.rng
    if s.ghost or s.rival is None or rng.random() > 0.05:
        return
    accs = s.rival.current(day * DAY)
    if not accs:
        return
    mask = (
        rng.choice(world.vouchers)
        if world.vouchers and rng.random() < 0.5
        else rng.choice(world.talkers).accounts[0]
    )
    ads = [m for m in accs[-1].last_ads if m.chat.kind == "group"]
    reply = rng.choice(ads) if ads and rng.random() < 0.5 else None
    chat = reply.chat if reply else rng.choice(s.rival.chats)
    t = max(world.hour(s.person, day), reply.t + 600 if reply else 0)
    msg = tell(
        world,
        chat,
        mask,
        t,
        "warnreply" if reply else "warn",
        act="warning",
        about=s.rival,
        kind="slander",
        who=who(accs[-1], rng),
        reply=reply,
    )
    if msg:
        accs[-1].warned += 1
        if rng.random() < 0.4:
            tell(
                world,
                chat,
                accs[-1],
                t + rng.randrange(300, 20000),
                "deny",
                reply=msg,
                about=s.rival,
                kind="deny",
            )


def sell_day(world: World, day: int) -> None:
    """All sellers, one day."""
    for s in world.sellers:
        if s.start <= day < s.end or s.current(day * DAY):
            turnover(world, s, day)
            if day >= s.end:
                continue
            advertise(world, s, day)
            shop_talk(world, s, day)
            buy_praise(world, s, day)
            slander(world, s, day)
            warn_of_copy(world, s, day)
