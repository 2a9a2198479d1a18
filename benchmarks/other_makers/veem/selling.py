"""A seller's day: ads, stock that runs out, prices that move, hiring, bought praise, slander of a rival."""

from __future__ import annotations

from .adverts import commodity_word, contact_text, finish, item, number, write_ad
from .board import DAY, Chat, Post
from .market import Market
from .people import Account, Seller
from .phrases import GOODS, SPEECH, common, fill, pick


def sell_day(market: Market, day: int) -> None:
    """All sellers."""
    for seller in market.sellers:
        live = [
            account
            for account in seller.accounts
            if account.live(day * DAY + 43200) and account.sheet is not None
        ]
        if not live:
            continue
        for account in live:
            advertise(market, seller, account, day, len(live))
        change_stock(market, seller, live, day)
        staff(market, seller, live, day)
        stock_up(market, seller, live, day)
        reputation(market, seller, live, day)


def poisson(market: Market, mean: float) -> int:
    """How many times something happens."""
    count, left = 0, market.rng.expovariate(1.0)
    while left < mean and count < 30:
        count, left = count + 1, left + market.rng.expovariate(1.0)
    return count


def ad_text(
    market: Market, account: Account, skip: str
) -> tuple[str, tuple[str, ...], tuple[int, int] | None]:
    """An ad, mostly one that was put up before: people paste."""
    rng = market.rng
    kept = market.cache.setdefault(account.tag, [])
    if kept and rng.random() < 0.82 and not skip:
        return rng.choice(kept)
    text, goods = write_ad(rng, account, skip)
    assert account.sheet is not None
    photo = rng.choice(account.sheet.photos) if account.sheet.photos and rng.random() < 0.5 else None
    if not skip:
        kept.append((text, goods, photo))
        del kept[:-4]
    return text, goods, photo


def advertise(market: Market, seller: Seller, account: Account, day: int, live: int) -> None:
    """The day's ads of one account."""
    rng, board = market.rng, market.board
    mean = (
        seller.rate
        * market.world.pace
        / (1 + 0.5 * (live - 1))
        * (1.5 if seller.kind == "poster" else 1.0)
        * (0.35 if account.channel else 1.0)
    )
    count = 0 if rng.random() < 0.18 else poisson(market, mean)
    skip = rng.choice(seller.goods) if day <= seller.out_until else ""
    for _ in range(count):
        chat = board.chats[rng.choice(account.chats)]
        text, goods, photo = ad_text(market, account, skip)
        at = market.moment(day, seller.wakes, seller.sleeps)
        post = board.post(Post(chat.index, at, account, text, "offer", goods, photo=photo, about=seller.key))
        if post and rng.random() < 0.03:
            post.edited = at + market.lag(20)
        if post and account.channel and rng.random() < 0.4:
            main = next((other for other in seller.accounts if not other.channel and other.live(at)), None)
            if main:
                board.post(
                    Post(
                        rng.choice(main.chats),
                        at + market.lag(10),
                        main,
                        text,
                        "offer",
                        goods,
                        photo=photo,
                        forwarded=account.name,
                        about=seller.key,
                    )
                )


def change_stock(market: Market, seller: Seller, live: list[Account], day: int) -> None:
    """Stock runs out and comes back, prices move. Who has no stock has no reason for it; some act it all the same."""
    rng = market.rng
    if rng.random() >= seller.restless + seller.mimic or day <= seller.out_until:
        return
    account = rng.choice(live)
    sheet = account.sheet
    assert sheet is not None
    chat = market.board.chats[rng.choice(account.chats)]
    at, line = market.moment(day, seller.wakes, seller.sleeps), rng.choice(sheet.lines)
    if rng.random() < 0.5:
        market.say(account, chat, at, "soldout", good=line.word, about=seller.key)
        seller.out_until = day + rng.choice((0, 1, 2))
        return
    if not seller.ghost or rng.random() < 0.5:
        for each in sheet.lines:
            if each.commodity == line.commodity:
                each.price = max(1, round(each.price * rng.choice((0.9, 0.95, 1.05, 1.1))))
        market.cache[account.tag] = []
    word, quantity, cost = item(line, sheet, account.lang, line.word)
    text = fill(pick(rng, account.lang, "restock"), good=word, q=quantity, p=cost)
    market.board.post(
        Post(
            chat.index,
            at,
            account,
            finish(rng, account.voice, common(rng, account.lang, text)),
            "offer",
            (line.commodity,),
            about=seller.key,
        )
    )


def staff(market: Market, seller: Seller, live: list[Account], day: int) -> None:
    """Real sellers with much work look for hands; some ghosts recruit too, for fees or to look big."""
    rng = market.rng
    share = 0.004 + 0.0012 * min(12, seller.sales / 6) if not seller.ghost else 0.003
    if rng.random() < share:
        account = rng.choice(live)
        chat = market.board.chats[rng.choice(account.chats)]
        hire(market, account, chat, market.moment(day, seller.wakes, seller.sleeps), "recruit")


def stock_up(market: Market, seller: Seller, live: list[Account], day: int) -> None:
    """A retailer asks for trade quantities himself; a few ghosts do so for show."""
    rng = market.rng
    if seller.bulk or rng.random() > (0.002 if seller.ghost else 0.006):
        return
    account, good = rng.choice(live), rng.choice(seller.goods)
    rooms = market.groups(seller.lang, ("trade",)) or [market.board.chats[rng.choice(account.chats)]]
    row = rng.choice(GOODS[good]["bulk"])
    quantity = f"{number(row[0], seller.lang)} {SPEECH[seller.lang]['units'][row[1]][0]}"
    text = fill(pick(rng, seller.lang, "requests"), good=commodity_word(rng, seller.lang, good), q=quantity)
    if not account.channel:
        market.put(
            account,
            rooms[0],
            market.moment(day, seller.wakes, seller.sleeps),
            text,
            act="request",
            goods=(good,),
        )


def hire(market: Market, account: Account, chat: Chat, at: int, section: str) -> None:
    """A recruiting message; who does so is a recruiter."""
    town = market.rng.choice(chat.town) if chat.town else ""
    text = fill(
        pick(market.rng, account.lang, section),
        contact=contact_text(market.rng, account.contact, account.lang),
        **({"place": town} if town else {}),
    )
    if market.put(account, chat, at, text, act="recruit") and "recruiter" not in account.roles:
        account.roles.append("recruiter")


def reputation(market: Market, seller: Seller, live: list[Account], day: int) -> None:
    """Praise is bought, and rivals are slandered, both from the farm."""
    rng = market.rng
    if rng.random() < seller.buys_praise:
        for _ in range(rng.choice((1, 1, 2, 3))):
            target = rng.choice(live)
            own = next((account for account in live if account is not target and not account.channel), None)
            farm_post(market, target, day, "praise", "vouch", own if rng.random() < 0.25 else None)
    if rng.random() < market.world.slander * 0.012 * (2 if seller.ghost else 1):
        rivals = [
            other
            for other in market.sellers
            if other is not seller
            and other.lang == seller.lang
            and other.sales > 2
            and set(other.goods) & set(seller.goods)
        ]
        target = rng.choice(rivals).accounts[-1] if rivals else None
        if target and not target.channel and target.live(day * DAY):
            for _ in range(rng.choice((1, 1, 2))):
                farm_post(
                    market,
                    target,
                    day,
                    rng.choice(("warning_scam", "warning_scam", "warning_bad")),
                    "warning",
                )


def farm_post(
    market: Market, target: Account, day: int, section: str, act: str, own: Account | None = None
) -> None:
    """One paid word about a seller, now and then as an answer under an ad; or a word from the seller's own second account."""
    rng = market.rng
    farm = [each for each in market.farm if each.lang == target.lang and each.live(day * DAY)]
    if not (farm or own) or target.channel:
        return
    farmer = own or rng.choice(farm)
    ads = [ad for index in target.chats for ad in market.board.recent[index][-60:] if ad.who is target]
    reply = rng.choice(ads) if ads and rng.random() < 0.5 else None
    chat = market.board.chats[reply.chat if reply else rng.choice(target.chats)]
    at = max(market.moment(day), reply.at + market.lag(120) if reply else 0)
    opinion(market, farmer, target, chat, at, section, act, reply)


def opinion(
    market: Market,
    speaker: Account,
    target: Account,
    chat: Chat,
    at: int,
    section: str,
    act: str,
    reply: Post | None,
    called: str = "",
) -> Post | None:
    """Praise or a warning about somebody, called by a name of his if none is given. Without a thread the phrase must name whom it is about."""
    rng = market.rng
    text = pick(rng, speaker.lang, section)
    for _ in range(12):
        if reply is not None or "{who}" in text:
            break
        text = pick(rng, speaker.lang, section)
    word = rng.choice(target.sheet.lines).word if target.sheet else ""
    text = fill(text, who=called or market.who(target), good=word)
    post = market.put(speaker, chat, at, text, reply, act, about=target.seller)
    if post:
        market.rep[target.tag] = market.rep.get(target.tag, 0) + (1 if act == "vouch" else -2)
        owner = market.owner.get(target.tag)
        if owner and act == "vouch":
            owner.praised += 1
        elif owner:
            owner.warned += 1
    return post
