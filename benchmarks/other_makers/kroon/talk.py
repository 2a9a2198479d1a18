"""What fills a group besides trade: talk on all kinds of things, legal trade, news, and the keepers with their rules and bans."""

from __future__ import annotations

from benchmarks.other_makers.kroon.core import Account, Chat, Person, Post
from benchmarks.other_makers.kroon.market import Market, known_as, line, moment, note, on_stage, poisson
from benchmarks.other_makers.kroon.words import LANGS, table


def topics(lang: str) -> list[str]:
    """Subjects that people of a language talk about."""
    rows = [key for key in table(lang) if key.startswith("chat_")]
    return rows or [key for key in table("en") if key.startswith("chat_")]


def talk_day(market: Market) -> None:
    """The day's talk: some threads per group, by who is at home there."""
    rng = market.rng
    rooms = [c for c in market.chats if "talk" in c.tags]
    crowd = [
        p
        for p in market.customers
        + market.vouchers
        + market.couriers
        + market.keepers
        + market.recruiters
        + market.cashiers
        if on_stage(market, p)
    ]
    loud = [s.live[-1].person for s in market.sellers if s.live and not s.live[-1].channel]
    for room in rooms:
        here = [
            p for p in crowd if room in market.homes[p.pid] or ("vouch" in room.tags and p.lang == room.lang)
        ]
        traders = [p for p in loud if room in market.homes[p.pid]]
        if len(here) < 3:
            continue
        mean = market.world.chatter / len(rooms) * rng.uniform(0.5, 1.5) / 3.0
        for _ in range(poisson(rng, mean)):
            thread(market, room, here, traders)


def mouth_of(market: Market, who: Person) -> Account:
    """The account somebody talks with today."""
    if who.seller is not None:
        live = [a for a in who.seller.live if a.person is who]
        return live[-1] if live else who.seller.live[-1]
    return who.accounts[0]


def thread(market: Market, room: Chat, here: list[Person], traders: list[Person]) -> None:
    """A few lines on one subject; sellers and ghosts chat along now and then."""
    rng = market.rng
    tongue = room.lang if rng.random() < 0.9 else rng.choice(LANGS)
    speakers = [p for p in here if p.lang == tongue] or here
    topic = rng.choice(topics(speakers[0].lang))
    weights = [p.chatty for p in speakers]
    when, before = -1.0, None
    for i in range(1 + poisson(rng, 1.8)):
        who = rng.choices(speakers, weights)[0]
        if traders and rng.random() < 0.08:
            who = rng.choice(traders)
        account = mouth_of(market, who)
        key = topic if i == 0 or rng.random() < 0.5 else "react"
        key = key if key in table(who.style.lang) else "react"
        text, phrase = line(market, account, key)
        if rng.random() < 0.14:
            other = topic if key == "react" and topic in table(who.style.lang) else "react"
            text = rng.choice(("{0}\n{1}", "{0} {1}", "{1} {0}")).format(
                text, line(market, account, other)[0]
            )
        when = moment(market, who) if i == 0 else when + rng.lognormvariate(1.2, 1.0)
        reply = before if before is not None and rng.random() < 0.4 else None
        sticker = key == "react" and rng.random() < 0.05
        post = market.say(
            Post(
                room,
                when,
                account,
                "" if sticker else text,
                phrase.act or "none",
                (),
                reply,
                why="talk",
                sticker=sticker,
            )
        )
        if post is None:
            return
        before = post
        note(market, room, post)


def keepers_day(market: Market) -> None:
    """Rules, welcomes, and bans of who is much complained of (or of the wrong one)."""
    rng = market.rng
    for room in market.chats:
        keeper = room.keeper
        if keeper is None or "talk" not in room.tags:
            continue
        if rng.random() < 0.5:
            text, phrase = line(market, keeper, "rules")
            market.say(
                Post(room, moment(market, keeper.person), keeper, text, phrase.act or "none", (), why="rules")
            )
        bad = [
            s for s in market.sellers if s.live and s.shame > 2.0 and room in market.homes[s.people[0].pid]
        ]
        if bad and rng.random() < 0.22:
            seller = rng.choice(bad)
            ban(market, room, keeper, seller.live[-1], seller.shame)
        if rng.random() < 0.15 and market.world.chatter > 30:
            entry(market, room)


def ban(market: Market, room: Chat, keeper: Account, target: Account, shame: float) -> None:
    """The keeper names somebody a cheat and puts him out of the group."""
    rng = market.rng
    when = moment(market, keeper.person)
    text, phrase = line(market, keeper, "ban_note", who=known_as(rng, target, keeper.person.style))
    post = market.say(
        Post(room, when, keeper, text, phrase.act or "warning", (), about=target.person.seller, why="heard")
    )
    note(market, room, post)
    action: dict[str, object] = {"action": "remove_members", "members": [target.name]}
    market.say(Post(room, when + 1.0, keeper, "", "none", (), service=action, why="service"))
    if rng.random() < 0.35:
        target.died = when


def entry(market: Market, room: Chat) -> None:
    """Somebody joins by the link."""
    new = [p for p in market.customers if p.start <= market.day < p.start + 2 and room in market.homes[p.pid]]
    if new:
        account = market.rng.choice(new).accounts[0]
        action: dict[str, object] = {"action": "join_group_by_link", "inviter": "Group"}
        market.say(
            Post(room, moment(market, account.person), account, "", "none", (), service=action, why="service")
        )


def opening(market: Market) -> None:
    """How each chat began, as the export's first line."""
    for room in market.chats:
        keeper = room.keeper
        if keeper is None:
            continue
        begun = max(0.1, keeper.born + 0.1) if "talk" not in room.tags else 0.05
        kind = {"public_channel": "create_channel", "private_group": "create_group"}.get(
            room.kind, "migrate_from_group"
        )
        action: dict[str, object] = {"action": kind, "title": room.name}
        if kind == "create_group":
            action["members"] = [a.name for a in room.members if a is not keeper]
        first = min((p.when for p in market.posts if p.chat is room), default=begun + 1)
        mouth = (
            keeper
            if room.kind != "public_channel"
            else next((p.account for p in market.posts if p.chat is room), keeper)
        )
        market.posts.append(
            Post(
                room, max(0.0, min(begun, first - 0.5)), mouth, "", "none", (), service=action, why="service"
            )
        )
