"""All who do not trade: talkers, keepers with their rules and lists, crews and line groups, recruiters, money handlers."""

from __future__ import annotations

from .goods import amount, unit
from .lexicon import common, goods, tongues
from .people import DAY, Account, Chat, Msg, Seller, World
from .speech import fill, tell, tongue_for, utter, who


def chatter(world: World, chat: Chat, day: int, n: float) -> None:
    """Small talk of a day in one group: bursts of a few people, some replies, a late night tail."""
    rng = world.rng
    people = [a for a in chat.members if not a.channel and a.alive(day * DAY)]
    if not people:
        return
    last: Msg | None = None
    t = day * DAY
    for _ in range(int(rng.gammavariate(2, max(0.3, n) / 2))):
        acc = rng.choices(people, [a.person.voice + (0.02 if a.seller else 0.05) for a in people])[0]
        fresh = last is None or rng.random() < 0.35
        t = world.hour(acc.person, day) if fresh else t + rng.randrange(5, 300)
        lang = tongue_for(acc, chat, world)
        text = utter(
            fill(world, rng.choice(tongues()[lang].chat), lang, acc, chat, {}, False), lang, acc, rng
        )
        if rng.random() < 0.1:
            text += rng.choice([". ", ", ", " ", "\n"]) + utter(
                fill(world, rng.choice(tongues()[lang].chat), lang, acc, chat, {}, False), lang, acc, rng
            )
        msg = world.say(
            chat, acc, t, text, reply=last if last and not fresh and rng.random() < 0.45 else None
        )
        last = msg or last
        if rng.random() < 0.04:
            world.say(
                chat,
                acc,
                t + 20,
                "-",
                service={"media_type": "sticker", "sticker_emoji": rng.choice(common()["stickers"])},
                kind="sticker",
            )
        if msg and rng.random() < 0.01:
            msg.edited = t + rng.randrange(10, 400)


def keep_day(world: World, chat: Chat, day: int) -> None:
    """Keepers: rules, bans of those complained of (real ones too), lists of scammers with an innocent on them now and then."""
    rng, spec = world.rng, world.spec
    if chat.kind != "group" or not chat.keepers:
        return
    keeper = rng.choice([k for k in chat.keepers if k.alive(day * DAY)] or chat.keepers)
    if rng.random() < 0.22:
        tell(world, chat, keeper, world.hour(keeper.person, day), "rules", kind="rules")
    named: list[Account] = []
    for acc in chat.members:
        known = (
            acc.seller
            and acc not in chat.keepers
            and acc.warned >= 2
            and acc.alive(day * DAY)
            and chat.cid not in acc.shunned
        )
        if known and rng.random() < spec.keeper_zeal * 0.12 * min(4, acc.warned - 0.7 * acc.praised):
            named.append(acc)
    for acc in named:
        t = world.hour(keeper.person, day)
        world.say(
            chat, keeper, t, "-", service={"action": "remove_members", "members": [acc.name]}, kind="service"
        )
        acc.shunned.append(chat.cid)
        if acc.shop.rate > 0 and rng.random() < 0.35:
            acc.dead = min(acc.dead or 1 << 60, t + DAY)
    if named and rng.random() < 0.6:
        said = ", ".join(who(a, rng) for a in named)
        tell(
            world,
            chat,
            keeper,
            world.hour(keeper.person, day),
            "blacklist",
            act="warning",
            about=named[0].seller,
            kind="blacklist",
            list=said,
        )


def arrivals(world: World, chat: Chat, day: int) -> None:
    """People join; some new ones say hello through chatter later."""
    rng = world.rng
    for _ in range(rng.choice([0, 0, 1, 2])):
        p = rng.choice(world.talkers + world.customers)
        acc = p.accounts[-1]
        if acc not in chat.members and not chat.owner:
            p.chats.append(chat)
            world.say(
                chat,
                acc,
                world.hour(p, day),
                "-",
                service={"action": "join_group_by_link", "inviter": "Group"},
                kind="service",
            )


def crew_day(world: World, s: Seller, day: int) -> None:
    """The talk of a crew among itself: stops, cash, breakdowns. No trade to strangers here."""
    rng = world.rng
    chat = s.crew
    if chat is None or not s.start <= day < s.end:
        return
    people = [p.accounts[-1] for p in s.staff] + s.current(day * DAY)[-1:]
    t = world.hour(s.person, day)
    for _ in range(rng.choice([0, 2, 4, 6, 9])):
        com = rng.choice(s.menu)
        t += rng.randrange(60, 3000)
        by = rng.choice(people)
        if rng.random() < 0.25:
            lang = tongue_for(by, chat, world)
            world.say(
                chat,
                by,
                t,
                utter(
                    fill(world, rng.choice(tongues()[lang].chat), lang, by, chat, {}, False), lang, by, rng
                ),
            )
        else:
            tell(world, chat, by, t, "crew", kind="crew", com=com)


def line_day(world: World, s: Seller, day: int) -> None:
    """A supplier's private group: he posts what came in, buyers of the trade take parts of it."""
    rng, accs = world.rng, s.current(day * DAY)
    if s.line is None or not accs or rng.random() > 0.3:
        return
    t, com = world.hour(s.person, day), rng.choice(s.menu)
    word = rng.choice(goods()[com].words[s.person.lang])
    tier = rng.choice(goods()[com].bulk)
    price = f"{{w}} {tier[0]} {unit(tongues()[s.person.lang], tier[1], s.person.habits)} {amount(tier[2] * s.factor)}"
    msg = tell(
        world,
        s.line,
        accs[-1],
        t,
        "answeroffer",
        act="offer",
        about=s,
        kind="line",
        com=com,
        word=word,
        comm=(com,),
        bulk=True,
        item=price,
    )
    if not msg:
        return
    for acc in rng.sample(s.line.members, min(len(s.line.members), 3)):
        if acc is not accs[-1] and acc.alive(t):
            t += rng.randrange(100, 5000)
            key = rng.choice(["want", "want", "qask"])
            act, named = ("request", (com,)) if key == "want" else ("none", ())
            tell(
                world,
                s.line,
                acc,
                t,
                key,
                act=act,
                reply=msg,
                kind=key,
                com=com,
                com2=com,
                comm=named,
                bulk=True,
            )


def hire_day(world: World, day: int) -> None:
    """Recruiters and money handlers post in the open groups; the curious ask what it pays."""
    rng = world.rng
    groups = [c for c in world.chats if c.kind == "group"]
    for acc in world.accounts:
        if not acc.alive(day * DAY) or acc.seller:
            continue
        if "recruiter" in acc.roles and rng.random() < 0.28:
            chat = rng.choice(groups)
            msg = tell(
                world, chat, acc, world.hour(acc.person, day), "recruit", act="recruit", kind="recruit"
            )
            while msg and rng.random() < 0.45:
                by = rng.choice(world.talkers + world.customers).accounts[-1]
                tell(
                    world,
                    chat,
                    by,
                    msg.t + rng.randrange(60, 20000),
                    "recruitask",
                    reply=msg,
                    kind="recruitask",
                )
        if "money-handler" in acc.roles and rng.random() < 0.05:
            tell(
                world,
                rng.choice(groups),
                acc,
                world.hour(acc.person, day),
                "moneyad",
                act="offer",
                kind="moneyad",
            )


def self_hire(world: World, s: Seller, day: int) -> None:
    """A seller looks for hands himself."""
    accs = s.current(day * DAY)
    if not accs or not s.staff or world.rng.random() > 0.012 or not s.start <= day < s.end:
        return
    if tell(
        world,
        world.rng.choice(s.chats),
        accs[-1],
        world.hour(s.person, day),
        "recruit",
        act="recruit",
        about=s,
        kind="recruit",
    ):
        accs[-1].role("recruiter")


def talk_day(world: World, day: int) -> None:
    """Everything of a day that is no sale."""
    groups = [c for c in world.chats if c.kind == "group"]
    for chat in groups:
        chatter(world, chat, day, world.spec.chatter / len(groups))
        keep_day(world, chat, day)
        arrivals(world, chat, day)
    for s in world.sellers:
        crew_day(world, s, day)
        line_day(world, s, day)
        self_hire(world, s, day)
    hire_day(world, day)
