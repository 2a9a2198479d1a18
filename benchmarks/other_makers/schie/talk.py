"""Group talk: most of what is said has nothing to do with trade. Short threads on a subject; everyday buying and selling."""

from __future__ import annotations

from . import lexicon
from .market import DAY, Market, reply_delay
from .people import Account, Chat, Post
from .voice import speak


def gather(market: Market) -> None:
    """Who is in which room."""
    rng = market.rng
    rooms = [
        chat
        for chat in market.chats
        if chat.kind in ("group", "review", "lawful", "comments") and (chat.owner is None)
    ]
    for customer in market.customers:
        fit = [chat for chat in rooms if chat.lang in customer.langs] or rooms
        customer.account.chats = rng.sample(fit, min(len(fit), rng.choice((1, 2, 3, 4))))
        for chat in customer.account.chats:
            market.regulars.setdefault(chat.tg, []).append(customer)
            chat.people.append(customer.account)
    for who in [*market.idlers, *market.shills]:
        fit = [chat for chat in rooms if chat.lang == who.voice.lang] or rooms
        for chat in rng.sample(fit, min(len(fit), rng.choice((1, 1, 2)))):
            who.chats.append(chat)
            chat.people.append(who)


def sellers_in(market: Market) -> None:
    """Selling accounts stand among the people of their rooms; called each day because accounts come and go."""
    for chat in market.chats:
        chat.people = [who for who in chat.people if who.seller is None]
    for seller in market.sellers:
        for account in seller.accounts:
            for chat in account.chats:
                if account.kind == "user" and chat.tg not in account.barred:
                    chat.people.append(account)


def talk_day(market: Market, day: int) -> None:
    """The talk of one day in every room."""
    for chat in market.chats:
        if chat.talk and chat.kind in ("group", "review", "lawful", "comments"):
            busy = 1.3 if day % 7 in (4, 5) else 0.93
            left = market.poisson(chat.talk * busy)
            while left > 0:
                if chat.kind == "lawful" and market.rng.random() < 0.45:
                    left -= lawful(market, chat, day)
                else:
                    left -= thread(market, chat, day)
        if chat.kind in ("group", "lawful", "review") and market.rng.random() < 0.5:
            newcomer(market, chat, day)


def newcomer(market: Market, chat: Chat, day: int) -> None:
    """Somebody comes in by a link."""
    who = market.rng.choice(chat.people) if chat.people else None
    if who is not None and who.alive(day):
        title = chat.keepers[0].name if chat.keepers else ""
        market.service(chat, who, market.evening(day), action="join_group_by_link", inviter=title)


def present(market: Market, chat: Chat, day: int, many: int) -> list[Account]:
    """Some who are about; a few people talk most of the time."""
    alive = [who for who in chat.people if who.alive(day)]
    if not alive:
        return []
    weights = [
        (1.0 + (who.uid % 7 == 0) * 8 + (who.uid % 5 == 0) * 3) * (0.35 if who.seller else 1.0)
        for who in alive
    ]
    return market.rng.choices(alive, weights, k=many)


def fresh_line(market: Market, chat: Chat, lang: str, section: str, key: str) -> str:
    """A phrase not used in this room lately."""
    options = lexicon.lines(lang, section, key)
    for _ in range(6):
        phrase = market.rng.choice(options)
        if phrase not in chat.recent:
            break
    chat.recent = [*chat.recent[-70:], phrase]
    return phrase


def utter(market: Market, chat: Chat, who: Account, section: str, key: str) -> str:
    """One line of talk in this person's hand; now and then two in one breath."""
    rng = market.rng
    lang = who.voice.lang if rng.random() < 0.12 else chat.lang
    if section == "chat" and key not in ("react", *lexicon.topics(lang)):
        lang = chat.lang
    slots = {"place": rng.choice(market.world.places)}
    text = lexicon.expand(fresh_line(market, chat, lang, section, key), slots, lang, rng)
    if section == "chat" and key != "react" and rng.random() < 0.22:
        text = f"{text} {lexicon.expand(rng.choice(lexicon.lines(lang, 'chat', 'react' if rng.random() < 0.6 else key)), slots, lang, rng)}"
    return speak(text, who.voice, rng)


def scene(
    market: Market,
    chat: Chat,
    people: tuple[Account, Account],
    at: float,
    key: str,
    under: Post | None = None,
) -> int:
    """A little scene between two who talk in turn."""
    rng = market.rng
    if not all(who.alive(int(at // DAY)) for who in people):
        return 1
    turns = rng.choice(lexicon.lines(chat.lang, "scenes", key)).split(" // ")
    slots = {
        slot: lexicon.general(slot, chat.lang, rng) for slot in ("spot", "day", "team", "first", "n", "hh")
    } | {"place": rng.choice(market.world.places)}
    last = under
    for number, turn in enumerate(turns):
        who = people[number % 2]
        post = market.say(
            chat,
            who,
            at,
            speak(lexicon.expand(turn, slots, chat.lang, rng), who.voice, rng),
            reply=last if last and rng.random() < 0.4 else None,
        )
        last = post or last
        at += reply_delay(rng, 3)
    return len(turns)


def thread(market: Market, chat: Chat, day: int) -> int:
    """Some lines on one subject by several people, or a scene."""
    rng = market.rng
    pair = present(market, chat, day, 2) if rng.random() < 0.16 else []
    if pair and pair[0] is not pair[1]:
        return scene(market, chat, (pair[0], pair[1]), market.evening(day), "chat")
    many = rng.choice((1, 2, 3, 3, 4, 5, 6, 8))
    topic = rng.choice(lexicon.topics(chat.lang))
    at = market.evening(day)
    crowd = present(market, chat, day, max(2, many // 2))
    last: Post | None = None
    for number in range(many if crowd else 0):
        who = rng.choice(crowd)
        if last is not None and who is last.who and rng.random() < 0.6:
            who = rng.choice(crowd)
        key = "react" if number and rng.random() < 0.38 else topic
        post = market.say(
            chat,
            who,
            at,
            utter(market, chat, who, "chat", key),
            reply=last if last and rng.random() < 0.3 else None,
        )
        last = post or last
        at += reply_delay(rng, 4)
    return many


def lawful(market: Market, chat: Chat, day: int) -> int:
    """Everyday goods: a sofa, a room, a bicycle with its receipt; and those who react."""
    rng = market.rng
    crowd = present(market, chat, day, 4)
    if not crowd:
        return 1
    at = market.evening(day)
    photo = (market.photo(), 0) if rng.random() < 0.2 else None
    post = market.say(
        chat,
        crowd[0],
        at,
        utter(market, chat, crowd[0], "lawful", "offers" if rng.random() < 0.7 else "asks"),
        photo=photo,
    )
    count = 1
    for who in crowd[1:]:
        if rng.random() < 0.45:
            at += reply_delay(rng, 40)
            market.say(
                chat,
                who,
                at,
                utter(market, chat, who, "lawful", "answers"),
                reply=post if rng.random() < 0.8 else None,
            )
            count += 1
    return count
