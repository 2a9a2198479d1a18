"""Talk that is no trade: chatter, keepers' rules and bans, news, people who join; and victims of copiers who shout."""

from __future__ import annotations

from .board import DAY, Chat, Post
from .market import Market
from .people import Account
from .phrases import pick
from .selling import opinion, poisson


def talk_day(market: Market, day: int) -> None:
    """Chatter of talkers, some customers, a few sellers and the farm's cover; then the keepers."""
    rng = market.rng
    crowd = market.talkers + [buyer.account for buyer in market.buyers if buyer.loud > 0.5]
    for account in crowd:
        for _ in range(poisson(market, 0.16 * market.world.chatter)):
            chatter(market, account, market.moment(day))
    for account in rng.sample(market.farm, 5):
        if account.live(day * DAY) and rng.random() < 0.35:
            chatter(market, account, market.moment(day))
    for seller in rng.sample(market.sellers, 8):
        live = [
            account for account in seller.accounts if account.live(day * DAY + 43200) and not account.channel
        ]
        if live and rng.random() < (0.3 if seller.ghost else 0.5):
            chatter(market, live[0], market.moment(day, seller.wakes, seller.sleeps))
    keep(market, day)
    copies_shouted(market, day)


def chatter(market: Market, account: Account, at: int) -> None:
    """One line, sometimes of two parts, sometimes with an answer or two."""
    rng = market.rng
    if not account.chats:
        return
    chat = market.board.chats[rng.choice(account.chats)]
    text = pick(rng, account.lang, "news" if rng.random() < 0.06 else "chatter")
    if rng.random() < 0.25:
        text += rng.choice((", ", ". ", " ", "\n")) + pick(
            rng, account.lang, "replies" if rng.random() < 0.4 else "chatter"
        )
    post = market.put(account, chat, at, text)
    while post and rng.random() < 0.3:
        others = [
            other
            for other in rng.sample(market.talkers, min(8, len(market.talkers)))
            if chat.index in other.chats and other is not account
        ]
        if not others:
            return
        post = market.say(others[0], chat, post.at + market.lag(8), "replies", post)


def keep(market: Market, day: int) -> None:
    """What keepers do in a day in their chats."""
    rng = market.rng
    for chat in market.board.chats:
        keeper = chat.keeper
        if keeper is None or chat.purpose in ("crew", "channel"):
            continue
        if rng.random() < 0.3:
            post = market.say(keeper, chat, market.moment(day), "rules")
            if post and rng.random() < 0.4:
                service(market, chat, keeper, post.at + 60, "pin_message", pinned=post)
        for _ in range(poisson(market, 0.8)):
            joins(market, chat, day)
        bad = [
            account
            for account in market.stands.get(chat.index, [])
            if account.live(day * DAY) and market.rep.get(account.tag, 0) < -5
        ]
        if bad and rng.random() < 0.25:
            expel(market, chat, keeper, rng.choice(bad), market.moment(day))


def joins(market: Market, chat: Chat, day: int) -> None:
    """Somebody joins."""
    who = market.rng.choice(market.talkers + [buyer.account for buyer in market.buyers])
    if who.lang == chat.lang:
        service(
            market,
            chat,
            who,
            market.moment(day),
            "join_group_by_link",
            inviter=chat.keeper.name if chat.keeper else None,
        )


def expel(market: Market, chat: Chat, keeper: Account, account: Account, at: int) -> None:
    """Thrown out of one chat; right or not."""
    if chat.index not in account.chats or len(account.chats) < 2:
        return
    account.chats = [index for index in account.chats if index != chat.index]
    market.stands[chat.index] = [other for other in market.stands[chat.index] if other is not account]
    service(market, chat, keeper, at, "remove_members", members=[account.name])
    if market.chance(0.5):
        market.say(keeper, chat, at + 90, "keeper_ban", who=market.who(account))


def service(market: Market, chat: Chat, actor: Account, at: int, action: str, **fields: object) -> None:
    """A service message."""
    market.board.post(Post(chat.index, at, actor, "", service={"action": action, **fields}))


def copies_shouted(market: Market, day: int) -> None:
    """A real seller finds out that he is being copied and says so; some ghosts say it of the one they copied."""
    rng = market.rng
    keys = {seller.key: seller for seller in market.sellers}
    for copier in market.sellers:
        if not copier.copied or rng.random() > 0.012:
            continue
        victim = keys[copier.copied]
        speaker, target = (copier, victim) if rng.random() < 0.2 else (victim, copier)
        mine = [a for a in speaker.accounts if a.live(day * DAY) and not a.channel]
        theirs = [a for a in target.accounts if a.live(day * DAY) and not a.channel]
        if mine and theirs:
            chat = market.board.chats[rng.choice(mine[-1].chats)]
            called = f"{mine[-1].name} (@{theirs[-1].handle})" if theirs[-1].handle else mine[-1].name
            opinion(
                market,
                mine[-1],
                theirs[-1],
                chat,
                market.moment(day, speaker.wakes, speaker.sleeps),
                "warning_fake",
                "warning",
                None,
                called,
            )


def opening(market: Market) -> None:
    """How a chat begins: it is made, and its keeper says the rules."""
    for chat in market.board.chats:
        if chat.keeper is None or chat.purpose == "channel":
            continue
        action = "create_group" if chat.purpose == "crew" else "create_channel"
        service(market, chat, chat.keeper, market.rng.randrange(600), action, title=chat.name)
        market.say(
            chat.keeper,
            chat,
            700 + market.rng.randrange(900),
            "rules" if chat.purpose != "crew" else "crew_boss",
        )
