"""Keepers: rules, blacklists, lists of approved sellers (some bought), and who is shown the door."""

from .market import Market, street_name
from .people import Account, Chat, Seller


def keepers_day(market: Market) -> None:
    """Each group's keeper does a little."""
    for chat in market.groups():
        keeper = chat.keeper
        assert keeper
        if market.chance(0.22):
            text = keeper.voice.say("keep.rules", market.rng, {}, wide=True)
            market.say(keeper, chat, market.moment(), text, kind="rules")
        if market.chance(0.16):
            name = market.rng.choice(market.customers).account
            market.event(name, chat, market.moment(), "join_group_by_link", inviter="Group")
        black_list(market, chat, keeper)
        if market.chance(0.1):
            white_list(market, chat, keeper)


def known(market: Market, chat: Chat) -> list[Account]:
    """Sellers' accounts that post here."""
    return [a for a in market.open_accounts() if chat in a.homes]


def black_list(market: Market, chat: Chat, keeper: Account) -> None:
    """Name who was warned of, and throw him out; keepers believe the loudest, and paying members are spared."""
    bad = [
        a
        for a in known(market, chat)
        if len(a.warned) >= 2 and not (a.seller and a.seller.badge and market.chance(0.7))
    ]
    bad = [a for a in bad if market.chance(0.1 * chat.strict)]
    if not bad:
        return
    names = ", ".join("@" + a.signs.handle for a in bad)
    if market.chance(0.7):
        text = keeper.voice.say("keep.black", market.rng, {"list": names}, wide=True)
        market.say(
            keeper,
            chat,
            market.moment(),
            text,
            "warning",
            kind="blacklist",
            about="|".join(a.seller.key for a in bad if a.seller),
        )
    for account in bad:
        throw_out(market, chat, keeper, account, account.seller)


def throw_out(market: Market, chat: Chat, keeper: Account, account: Account, seller: Seller | None) -> None:
    """A removal shows as a service message; who has no group left begins anew."""
    time = market.moment()
    account.warned.add(keeper.uid)
    market.event(keeper, chat, time, "remove_members", members=[account.name])
    account.homes = [c for c in account.homes if c is not chat]
    if market.chance(0.3):
        text = keeper.voice.say(
            "keep.banned", market.rng, {"who": street_name(account, market.rng)}, wide=True
        )
        market.say(keeper, chat, time + 30, text, kind="banned")
    if not account.homes and seller:
        account.dead = market.day + 1
        account.homes = [chat]
        if seller.next_born < 0 and market.chance(0.75):
            seller.next_born, seller.cause = market.day + 1 + market.rng.choice((0, 1, 3)), "burnt"


def white_list(market: Market, chat: Chat, keeper: Account) -> None:
    """Approved sellers: who is praised a lot, and who paid for it."""
    good = [a for a in known(market, chat) if a.seller and not a.channel]
    fame = [a for a in good if len(a.praised) >= 3 and len(a.warned) < 2]
    paid = [a for a in good if a.seller and a.seller.badge and market.chance(0.5)]
    chosen = market.rng.sample(fame, min(len(fame), 4)) + paid[:3]
    if chosen and market.chance(0.4 + 0.5 * market.world.badge_sale):
        names = ", ".join(dict.fromkeys("@" + a.signs.handle for a in chosen))
        text = keeper.voice.say("keep.verified", market.rng, {"list": names}, wide=True)
        keys = "|".join(dict.fromkeys(a.seller.key for a in chosen if a.seller))
        market.say(keeper, chat, market.moment(), text, "vouch", kind="whitelist", about=keys)
