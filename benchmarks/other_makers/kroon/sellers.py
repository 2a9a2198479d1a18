"""What sellers do each day: open, post, sell out and restock, change prices, lose accounts and return, hire praise, talk rivals down.

A ban strikes by chance and by warnings, whoever is behind it. Ghosts that have been shamed start afresh on purpose, more carefully than real sellers do.
"""

from __future__ import annotations

from benchmarks.other_makers.kroon.ads import compose, copied_ads, inherited_ads, new_ads, shuffled_prices
from benchmarks.other_makers.kroon.campaigns import campaign
from benchmarks.other_makers.kroon.core import DAY, Account, Ad, Chat, Post, Seller
from benchmarks.other_makers.kroon.goods import number
from benchmarks.other_makers.kroon.identity import copied_username, first_account, next_account
from benchmarks.other_makers.kroon.market import Market, alive, fill, home, moment, note, poisson, slots
from benchmarks.other_makers.kroon.setup import chat
from benchmarks.other_makers.kroon.style import favourite, write


def seller_day(market: Market, seller: Seller) -> None:
    """One day of one seller."""
    if market.day < seller.start or market.day > seller.end:
        return
    if not seller.accounts:
        open_shop(market, seller)
    seller.live = alive(seller.accounts, market.day)
    come_back(market, seller)
    beside(market, seller)
    fortunes(market, seller)
    if market.day < seller.out_until:
        return
    for account in seller.live:
        post_ads(market, seller, account)
    campaign(market, seller)


def add_account(market: Market, seller: Seller, account: Account) -> None:
    """Register an account of a seller and how it wants to be reached."""
    rng = market.rng
    ways = [
        w
        for w, have in (("user", account.username), ("phone", account.phone), ("handle", account.handle))
        if have
    ] or ["dm"]
    account.contact = rng.choice(ways)
    account.nameless = rng.random() < 0.12
    seller.accounts.append(account)
    seller.live.append(account)
    account.person.accounts.append(account)


def open_shop(market: Market, seller: Seller) -> None:
    """The first account; a copycat takes a well-known real seller for its model."""
    rng = market.rng
    day = 0.0 if seller.start == 0 else market.day * DAY
    account = first_account(rng, seller, market.used, day)
    add_account(market, seller, account)
    account.prices = shuffled_prices(rng, seller, {}, 0.2)
    if seller.ghost == "copycat" and mimic(market, seller, account):
        return
    if seller.ghost in ("silent", "prepay", "bot") and rng.random() < 0.15:
        borrow_photo(market, seller, account)
    take_over_line(market, seller, account)
    account.ads = borrowed_ads(market, seller, account) or new_ads(market, seller, account)
    if rng.random() < (0.16 if seller.real else 0.1):
        open_channel(market, seller, account)


def open_channel(market: Market, seller: Seller, account: Account) -> None:
    """A channel of the shop's own."""
    own = chat(market, f"{account.name} menu", "public_channel", account.person.lang, ["shop"])
    seller.channel = Account(
        f"channel{own.cid}", own.name, "", account.born, account.person, channel=True, contact="user"
    )
    seller.channel.ads, seller.channel.stem = account.ads, account.stem
    seller.channel.photos, seller.channel.phone = account.photos, account.phone
    seller.accounts.insert(0, seller.channel)
    own.keeper = account


def mimic(market: Market, seller: Seller, account: Account) -> bool:
    """Take over name, handle, ads and photos of a real seller who does well."""
    rng = market.rng
    models = sorted(
        (
            s
            for s in market.sellers
            if s.real and s.live and s.people[0].lang == seller.people[0].lang and s.live[0].ads
        ),
        key=lambda s: -s.fame,
    )
    if not models:
        return False
    victim = rng.choice(models[:12])
    model = victim.live[-1]
    seller.victim, seller.wares, seller.layout, seller.trade = (
        victim,
        victim.wares,
        victim.layout,
        victim.trade,
    )
    account.name = model.name if rng.random() < 0.6 else f"{model.name} ✅"
    account.username = copied_username(rng, model.username) if model.username else account.username
    account.contact = "user" if account.username else account.contact
    account.photos = list(model.photos) if rng.random() < 0.75 else account.photos
    account.ads = copied_ads(market, account, model)
    return True


def borrow_photo(market: Market, seller: Seller, account: Account) -> None:
    """Ghosts without goods have no photos of their own: they lift some."""
    others = [
        s
        for s in market.sellers
        if s is not seller and s.accounts and s.wares[0].commodity == seller.wares[0].commodity
    ]
    if others:
        account.photos = list(market.rng.choice(others).accounts[-1].photos[:2]) + account.photos[:1]


def take_over_line(market: Market, seller: Seller, account: Account) -> None:
    """A line is sold on: now and then a newcomer goes on with the number of somebody who stopped."""
    rng = market.rng
    gone = [
        s.accounts[-1]
        for s in market.sellers
        if s is not seller and s.accounts and s.end < market.day and s.accounts[-1].phone
    ]
    if gone and rng.random() < 0.12:
        account.phone = rng.choice(gone).phone
        account.contact = "phone"


def borrowed_ads(market: Market, seller: Seller, account: Account) -> list[Ad]:
    """Words lifted from another seller of the same goods: ghosts do it most, small resellers too."""
    rng = market.rng
    if rng.random() > (0.18 if seller.ghost in ("silent", "prepay", "bot") else 0.05):
        return []
    others = [
        s for s in market.sellers if s is not seller and s.live and s.live[-1].ads and s.trade == seller.trade
    ]
    same = [
        s
        for s in others
        if s.people[0].lang == seller.people[0].lang and s.wares[0].commodity == seller.wares[0].commodity
    ]
    if not same:
        return []
    model = rng.choice(same)
    seller.wares, seller.layout = model.wares, model.layout
    return copied_ads(market, account, model.live[-1])


def come_back(market: Market, seller: Seller) -> None:
    """Bans, going under, and the return under another account."""
    rng, world = market.rng, market.world
    for account in list(seller.live):
        if account.channel:
            seller.live.remove(account)
            continue
        hazard = world.ban * (0.5 + 0.25 * seller.rate) + (0.03 if seller.shame > 3 else 0.0)
        shamed = not seller.real and seller.shame > 2.5 and rng.random() < 0.12
        if rng.random() < hazard or shamed:
            account.died = moment(market, account.person)
            seller.live.remove(account)
            seller.caution = min(1.0, seller.caution + (0.15 if shamed else 0.0))
            if not seller.live and rng.random() < world.returns:
                seller.back_at = market.day + rng.lognormvariate(0.5, 0.8)
    if seller.back_at is not None and market.day >= seller.back_at:
        seller.back_at = None
        reopen(market, seller)


def reopen(market: Market, seller: Seller) -> None:
    """A follow-up account, told to the public or not."""
    rng = market.rng
    old = [a for a in seller.accounts if not a.channel][-1]
    if seller.ghost == "copycat" and rng.random() < 0.5:
        account = first_account(rng, seller, market.used, market.day * DAY)
        add_account(market, seller, account)
        if not mimic(market, seller, account):
            account.ads = new_ads(market, seller, account)
    else:
        account = next_account(rng, seller, market.used, market.day * DAY)
        add_account(market, seller, account)
        account.prices = shuffled_prices(rng, seller, old.prices, 0.5)
        if rng.random() < 0.2 * (0.5 + seller.caution):
            seller.layout = rng.randrange(10**6)
        account.ads = inherited_ads(market, seller, account, old)
    seller.shame *= 0.3
    seller.fame *= 0.8 if seller.real else 0.2
    if account.old or rng.random() < 0.15:
        announce(market, seller, account)


def announce(market: Market, seller: Seller, account: Account) -> None:
    """Tell the groups that one is back, sometimes with the name of the lost account."""
    rng = market.rng
    key = "back_named" if account.old else "back"
    for group in market.homes[seller.people[0].pid][: rng.randint(1, 2)]:
        phrase = favourite(rng, account.person.style, key)
        have = slots(
            market,
            account.person,
            old=f"@{account.old}",
            c=f"@{account.username}" if account.username else "dm",
            p=seller.wares[0].word,
        )
        goods = (*phrase.goods, *((seller.wares[0].commodity,) if "{p}" in phrase.text else ()))
        act = phrase.act or "none"
        text = write(rng, account.person.style, fill(phrase, have))
        post = Post(
            group,
            moment(market, account.person),
            account,
            text,
            act,
            goods if act == "offer" else (),
            about=seller,
            why="back",
        )
        note(market, group, market.say(post))


def beside(market: Market, seller: Seller) -> None:
    """A second account beside the first: a back-up, a second line, another town."""
    young = [a for a in seller.accounts if not a.channel]
    if (
        seller.second < market.world.second
        and len(young) == 1
        and len(seller.live) == 1
        and market.rng.random() < 0.06
    ):
        account = next_account(market.rng, seller, market.used, market.day * DAY)
        add_account(market, seller, account)
        account.prices = shuffled_prices(market.rng, seller, young[0].prices, 0.25)
        account.ads = inherited_ads(market, seller, account, young[0])


def fortunes(market: Market, seller: Seller) -> None:
    """Stock and prices: who has real goods runs out, gets new, changes prices; ghosts seldom think of it."""
    rng = market.rng
    if not seller.live:
        return
    account = rng.choice(seller.live)
    if market.day >= seller.out_until > 0:
        seller.out_until = -1.0
        tell(market, seller, account, "restock")
    elif rng.random() < 0.035 * seller.lively:
        tell(market, seller, account, "soldout")
        seller.out_until = market.day + rng.uniform(0.5, 2.5)
    if rng.random() < 0.04 * seller.lively:
        account.prices = shuffled_prices(rng, seller, account.prices, 0.6)
        account.ads = [compose(market, seller, account, ad.frames, ad.ware) for ad in account.ads]
        if rng.random() < 0.5:
            tell(market, seller, account, "pricecut")
    elif rng.random() < 0.02:
        account.ads = [*account.ads[:2], *new_ads(market, seller, account)[:2]]


def tell(market: Market, seller: Seller, account: Account, key: str) -> None:
    """News of the shop: sold out, restocked, cheaper."""
    rng = market.rng
    at = rng.randrange(len(seller.wares))
    ware = seller.wares[at]
    quantity, price = rng.choice(ware.ladder)
    phrase = favourite(rng, account.person.style, key)
    have = slots(market, account.person, p=ware.word, e=ware.emoji, q=number(quantity), pr=number(price))
    act = phrase.act or ("none" if key == "soldout" else "offer")
    goods = (ware.commodity,) if "{p}" in phrase.text and act == "offer" else ()
    text = write(rng, account.person.style, fill(phrase, have))
    group = home(market, account.person)
    note(
        market,
        group,
        market.say(
            Post(group, moment(market, account.person), account, text, act, goods, about=seller, why=key)
        ),
    )


def post_ads(market: Market, seller: Seller, account: Account) -> None:
    """Put the ads up, by the clock or when awake, mostly letter for letter."""
    rng = market.rng
    if not account.ads:
        return
    count = poisson(rng, seller.rate)
    groups = market.homes[account.person.pid]
    first = rng.randrange(0, 700) if seller.clock else 0
    for i in range(count):
        when = (
            market.day * DAY + (first + i * 1440 / max(1, count)) % 1440 + rng.random()
            if seller.clock
            else moment(market, account.person)
        )
        when = max(when, account.born + 1)
        ad = rng.choice(account.ads)
        group = groups[i % len(groups)] if seller.clock else home(market, account.person)
        put(market, seller, account, group, when, ad)
        if len(groups) > 1 and rng.random() < 0.15:
            put(
                market,
                seller,
                account,
                rng.choice([g for g in groups if g is not group]),
                when + rng.uniform(0.5, 5),
                ad,
            )
    if seller.channel and rng.random() < 0.3 and market.day * DAY >= seller.channel.born:
        own = next(c for c in market.chats if f"channel{c.cid}" == seller.channel.tg)
        ad = rng.choice(account.ads)
        market.say(
            Post(
                own,
                moment(market, account.person),
                seller.channel,
                ad.text,
                "offer",
                ad.goods,
                photo=snap(market, seller, account),
                about=seller,
            )
        )
        if rng.random() < 0.5:
            group = home(market, account.person)
            market.say(
                Post(
                    group,
                    moment(market, account.person),
                    account,
                    ad.text,
                    "offer",
                    ad.goods,
                    forwarded=seller.channel.name,
                    about=seller,
                    why="ad",
                )
            )


def put(market: Market, seller: Seller, account: Account, group: Chat, when: float, ad: Ad) -> None:
    """One ad in one chat."""
    rng = market.rng
    text = ad.text
    if rng.random() < 0.2:
        faces = account.person.style.emoji
        text = (
            f"{text} {rng.choice(faces)}"
            if rng.random() < 0.6
            else f"{rng.choice(faces)}{rng.choice(faces)}\n{text}"
        )
    if seller.photo_rate > 0.1 and account.photos and rng.random() < 0.03:
        market.say(
            Post(
                group,
                when,
                account,
                "",
                "none",
                (),
                photo=snap(market, seller, account) or (account.photos[0], 0),
                about=seller,
                why="picture",
            )
        )
        return
    post = Post(
        group,
        when,
        account,
        text,
        "offer",
        ad.goods,
        photo=snap(market, seller, account),
        about=seller,
        why="ad",
        edited=rng.random() < 0.02,
    )
    note(market, group, market.say(post))


def snap(market: Market, seller: Seller, account: Account) -> tuple[int, int] | None:
    """A photo with the ad, the same file or saved anew."""
    rng = market.rng
    if not account.photos or rng.random() > seller.photo_rate * 0.6:
        return None
    return rng.choice(account.photos), rng.choice((0, 0, 0, 1, 2, 3, 4))
