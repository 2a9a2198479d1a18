"""Posting ads: who posts where, how often, with what; thieves who take the outside of another; city channels."""

from __future__ import annotations

from . import identity, lexicon
from .ads import again, compose, readdress, single, spoken, street
from .market import DAY, HOUR, Market
from .people import Account, Ad, Chat, Post, Seller
from .voice import speak


def rooms(market: Market, seller: Seller, account: Account) -> None:
    """The chats in which an account sells: those of its languages and goods; the greedy post in all."""
    families = {lexicon.goods()[good].family for good in seller.stock}
    kinds = ("trade", "group") if seller.role != "retailer" else ("group", "lawful")
    fit = [
        chat
        for chat in market.trading(kinds)
        if families & set(chat.families) and chat.lang in seller.langs and chat.tg not in account.barred
    ]
    if not fit or market.rng.random() < 0.08:
        fit = [chat for chat in market.trading(("group", "lawful")) if chat.tg not in account.barred]
    many = len(fit) if market.rng.random() < (0.4 if seller.ghost else 0.25) else market.rng.randint(1, 3)
    account.chats = market.rng.sample(fit, min(len(fit), many))
    side = [chat for chat in fit if len(chat.families) < 5 and chat not in account.chats]
    account.chats += side if market.rng.random() < 0.8 else []


def steal(market: Market, seller: Seller, account: Account, day: int) -> None:
    """Copying is cheap: a mimic takes ads, photo and name of one real seller; other ghosts take a photo or an ad."""
    rng = market.rng
    if (
        seller.way != "mimic"
        and not (seller.ghost and rng.random() < market.world.theft)
        and not (seller.cheeky and rng.random() < 0.15)
    ):
        return
    if seller.victim is None:
        others = [
            other
            for other in market.sellers
            if other is not seller
            and not other.ghost
            and other.joined <= day
            and other.accounts[-1].ads
            and other.langs[0] in seller.langs
        ]
        if not others:
            return
        seller.victim = rng.choice(others)
    model = seller.victim.accounts[-1]
    if seller.way == "mimic":
        seller.stock = list(seller.victim.stock)
        account.name = model.name if rng.random() < 0.5 else identity.vary_name(model.name, rng)
        if rng.random() < 0.55:
            account.username = identity.vary_username(model.username, rng)
    account.photos = [
        (photo, 0 if rng.random() < 0.4 else rng.randint(10, 19)) for photo, _ in model.photos
    ] or account.photos
    take = model.ads if seller.way == "mimic" or rng.random() < 0.4 else []
    for ad in take[:3]:
        if "@" in ad.text or seller.way == "mimic":
            text = readdress(ad.text, model, account)
            account.ads.append(
                Ad(text, ad.goods, ad.lang, account.photos[0] if ad.photo else None, day, ad.family)
            )


def ad_for(market: Market, account: Account, chat: Chat, day: int) -> Ad:
    """The ad for this chat: an old one mostly, a new one when he has few or they are stale."""
    seller = account.seller
    assert seller is not None
    usable = [ad for ad in account.ads if ad.lang == chat.lang and ad.family in chat.families]
    stale = not seller.auto and market.rng.random() < 0.06
    if usable and not stale and (len(usable) >= 2 or market.rng.random() < 0.7):
        return market.rng.choice(usable)
    families = [lexicon.goods()[good].family for good in seller.stock]
    fit = [family for family in families if family in chat.families]
    ad = compose(
        seller,
        account,
        chat.lang,
        (fit or families)[0],
        day,
        market.rng,
        chat.kind == "lawful" and market.rng.random() < 0.5,
    )
    account.ads = [*account.ads[-5:], ad]
    return ad


def sell_day(market: Market, day: int) -> None:
    """All sellers' posts of one day."""
    for seller in market.sellers:
        if seller.joined > day:
            continue
        active = [account for account in seller.accounts if account.alive(day)]
        if market.rng.random() < 0.025:
            reprice(market, seller)
        for account in active:
            if not account.chats:
                rooms(market, seller, account)
            if account.born == day or (day == 0) or not account.ads:
                steal(market, seller, account, day)
            mean = market.world.ads * seller.rate * (1.4 if seller.auto else 1.0) / len(active) ** 0.5
            for number in range(min(6, market.poisson(mean))):
                post_ad(market, seller, account, day, number)
            _state(market, seller, account, day)


def reprice(market: Market, seller: Seller) -> None:
    """Prices move with what things cost, or with the wish to be quick; old texts go out of use. Robots seldom bother."""
    if seller.auto and market.rng.random() < 0.7:
        return
    seller.level *= market.rng.choice((0.9, 0.95, 1.05, 1.1))
    for account in seller.accounts:
        account.ads = account.ads[-1:]


def post_ad(market: Market, seller: Seller, account: Account, day: int, number: int) -> None:
    """One ad in one chat, at times in several within minutes."""
    allowed = [chat for chat in account.chats if chat.tg not in account.barred]
    if not allowed:
        return
    at = (
        day * DAY + (seller.hours[0] + number * 3) * HOUR + account.uid % 900
        if seller.auto
        else market.moment(day, seller.hours)
    )
    for chat in market.rng.sample(allowed, min(len(allowed), market.rng.choice((1, 1, 1, 2)))):
        ad = ad_for(market, account, chat, day)
        source = seller.channel if seller.channel and market.rng.random() < 0.2 else ""
        post = market.say(
            chat,
            account,
            at,
            again(ad, account, market.rng),
            "offer",
            ad.goods,
            photo=ad.photo,
            forwarded=source,
        )
        if post:
            remember(market, post, chat)
            if market.rng.random() < 0.03:
                post.edited = at + market.rng.uniform(60, 4000)
        at += market.rng.uniform(15, 240)


def remember(market: Market, post: Post, chat: Chat) -> None:
    """Ads that customers see today."""
    seller = post.who.seller
    if seller is not None:
        for good in post.goods or ("",):
            market.seen.append((good, post, chat))


def _state(market: Market, seller: Seller, account: Account, day: int) -> None:
    """Sold out, back in: it follows from what was sold; a few who sell nothing say it for show."""
    rng = market.rng
    busy = 0.05 * min(seller.takings, 4) if seller.careful < 0.8 else 0.0
    chance = (0.032 if seller.cheeky else 0.0) if seller.ghost else busy
    if seller.auto or rng.random() > chance or not account.chats:
        return
    chat = rng.choice(account.chats)
    lang = chat.lang if chat.lang in seller.langs else account.voice.lang
    good = rng.choice(seller.stock)
    key = "soldout" if rng.random() < 0.55 else "restock"
    voice = spoken(account, lang)
    slots = {
        "g": street(seller, good, lang, rng),
        "p": single(seller, good, voice, rng),
        "list": street(seller, good, lang, rng),
        "day": lexicon.general("day", lang, rng),
    }
    text = speak(lexicon.expand(rng.choice(lexicon.lines(lang, "thread", key)), slots, lang, rng), voice, rng)
    seller.takings = 0
    market.say(
        chat,
        account,
        market.moment(day, seller.hours),
        text,
        "offer" if key == "restock" else "none",
        (good,),
        tag=key,
    )


def channel_day(market: Market, day: int) -> None:
    """Sellers' channels post their menu; city channels post whoever pays."""
    for chat in market.chats:
        if chat.owner is None or chat.kind not in ("channel", "citychannel"):
            continue
        if chat.owner.seller is not None:
            seller = chat.owner.seller
            if (
                seller.joined > day
                or seller.stopped
                or not any(account.alive(day) for account in seller.accounts)
            ):
                continue
            for _ in range(min(2, market.poisson(0.7 * seller.rate))):
                ad = ad_for(market, chat.owner, chat, day)
                mirror(
                    market,
                    chat,
                    market.say(
                        chat,
                        chat.owner,
                        market.moment(day, seller.hours),
                        again(ad, chat.owner, market.rng),
                        "offer",
                        ad.goods,
                        photo=ad.photo,
                    ),
                )
        else:
            city_posts(market, chat, day)


def city_posts(market: Market, chat: Chat, day: int) -> None:
    """Paid places in a city channel: the ad is forwarded or set down by the channel itself."""
    assert chat.owner is not None
    paying = [
        seller
        for seller in market.sellers
        if seller.joined <= day
        and int(seller.sid[1:]) % 4 == 1
        and seller.accounts[-1].alive(day)
        and chat.lang in seller.langs
        and seller.role == "retailer"
    ]
    for seller in market.rng.sample(paying, min(len(paying), market.poisson(5))):
        account = seller.accounts[-1]
        ad = ad_for(market, account, chat, day)
        name = account.name if market.rng.random() < 0.5 else ""
        post = market.say(
            chat,
            chat.owner,
            market.moment(day, (10, 23)),
            again(ad, account, market.rng),
            "offer",
            ad.goods,
            photo=ad.photo,
            forwarded=name,
            about=account,
        )
        mirror(market, chat, post)
        if post:
            for good in post.goods or ("",):
                market.seen.append((good, Post(post.at, account, "", tag="loose"), chat.comments or chat))


def mirror(market: Market, chat: Chat, post: Post | None) -> None:
    """Telegram puts a channel's post into its comment group, forwarded from the channel."""
    if post is None or chat.comments is None or chat.owner is None:
        return
    copy = market.say(
        chat.comments,
        chat.owner,
        post.at + 2,
        post.text,
        post.act,
        post.goods,
        photo=post.photo,
        forwarded=chat.name,
    )
    if copy and chat.owner.seller is not None:
        remember(market, copy, chat.comments)
