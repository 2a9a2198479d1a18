"""Accounts of sellers over time: the first, the second beside it, the next after a ban; what they share and what copiers take."""

from __future__ import annotations

from dataclasses import replace

from . import names
from .adverts import make_sheet, reword
from .board import DAY, Chat
from .market import Market
from .people import Account, Contact, Seller
from .voice import drift


def seller_chats(market: Market, seller: Seller) -> list[int]:
    """Where a seller stands: his town's group, a few others, the trade group when he sells in bulk."""
    rng = market.rng
    groups = market.groups(seller.lang)
    home = [chat for chat in groups if chat.town and chat.town == seller.town]
    others = [chat for chat in groups if chat not in home]
    chosen = home + rng.sample(others, min(len(others), rng.choice((0, 1, 1, 2)) + (0 if home else 1)))
    if seller.bulk or rng.random() < 0.06:
        chosen += market.groups(seller.lang, ("trade",))
    return [chat.index for chat in chosen] or [market.board.chats[0].index]


def open_account(market: Market, seller: Seller, day: int, name: str, contact: Contact) -> Account:
    """Enter an account in the books."""
    account = Account(
        market.number(5_000_000_000 if market.chance(0.5) else 300_000_000),
        name,
        contact.handle,
        seller.lang,
        seller.voice,
        seller_chats(market, seller),
        seller.key,
        [seller.role],
        born=day * DAY,
        contact=contact,
    )
    seller.accounts.append(account)
    market.accounts.append(account)
    market.owner[account.tag] = seller
    for chat in account.chats:
        market.stands.setdefault(chat, []).append(account)
    return account


def first_account(market: Market, seller: Seller, day: int) -> None:
    """The first account a seller is seen with; who has no own pictures takes them from the web or from others. A few let a money handler take their crypto:
    one wallet, several sellers.
    """
    rng = market.rng
    contact = Contact(
        names.handle(rng, seller.base) if rng.random() < 0.85 else "",
        names.phone(rng, seller.lang) if rng.random() < 0.4 else "",
        names.session(rng) if rng.random() < 0.12 else "",
        names.wallet(rng) if rng.random() < 0.5 else "",
    )
    if contact.wallet and rng.random() < 0.06:
        contact.wallet = rng.choice(market.till)
    account = open_account(market, seller, day, names.show(rng, seller.base), contact)
    account.sheet = make_sheet(rng, seller)
    if rng.random() < (0.55 if seller.ghost else 0.12):
        account.sheet.photos = [
            (picture, rng.randint(1, 9)) for picture in rng.sample(market.webpictures, rng.choice((1, 2)))
        ]
    if not seller.ghost and rng.random() < 0.07:
        same_supplier(market, seller, account)
    if seller.kind == "copier" or (seller.ghost and day > 5 and rng.random() < market.world.copies * 0.5):
        copy_victim(market, seller, account)


def same_supplier(market: Market, seller: Seller, account: Account) -> None:
    """Two sellers who buy of one wholesaler send on his picture and use his words: alike without being one, and no theft."""
    rng = market.rng
    mates = [
        other
        for other in market.sellers
        if not other.ghost
        and other is not seller
        and other.lang == seller.lang
        and other.bulk == seller.bulk
        and other.accounts
    ]
    if mates and account.sheet:
        sheet = rng.choice(mates).accounts[0].sheet
        if sheet and sheet.photos:
            account.sheet.photos = [(picture, rng.randint(1, 9)) for picture, _ in sheet.photos[:2]]
            account.sheet.frames = sheet.frames[:1] + account.sheet.frames[:1]


def copy_victim(market: Market, seller: Seller, account: Account) -> None:
    """Take over the ad, the picture and perhaps the name of a real seller who does well; the contact stays one's own."""
    rng = market.rng
    models = [
        other
        for other in market.sellers
        if not other.ghost
        and other.lang == seller.lang
        and other.accounts
        and other.bulk == seller.bulk
        and other.accounts[0].born <= account.born
    ]
    if not models:
        return
    model = rng.choices(models, [1 + 3 * other.praised + other.sales for other in models])[0]
    source = model.accounts[-1]
    assert source.sheet is not None
    seller.copied, seller.goods = model.key, list(model.goods)
    if rng.random() < 0.8:
        account.sheet = replace(reword(rng, source.sheet, seller.lang, 0.35), town=seller.town)
    assert account.sheet is not None
    if rng.random() < 0.75 and source.sheet.photos:
        bar = 20 if rng.random() < 0.3 else 10
        account.sheet.photos = [(picture, bar + rng.randrange(10)) for picture, _ in source.sheet.photos]
    if rng.random() < (0.7 if seller.kind == "copier" else 0.15):
        account.name = (
            source.name if rng.random() < 0.6 else source.name + rng.choice((" ✅", " official", ".", " 2.0"))
        )
        account.handle = account.contact.handle = names.handle(rng, model.base)
        account.sheet.brand = source.sheet.brand


def next_account(market: Market, seller: Seller, day: int) -> Account:
    """Another account of the same person. The careful share little; hasty people share nearly everything. Each thing goes its own way."""
    rng, care = market.rng, seller.care
    old = seller.accounts[-1] if rng.random() < 0.7 else seller.accounts[0]
    assert old.sheet is not None
    keep = 1.0 - care
    same_name = rng.random() < 0.15 + 0.7 * keep
    base = seller.base if same_name else names.seller_base(rng)
    contact = Contact(
        names.handle(rng, base) if rng.random() < 0.85 else "",
        old.contact.phone
        if rng.random() < 0.25 + 0.7 * keep
        else names.phone(rng, seller.lang)
        if rng.random() < 0.3
        else "",
        old.contact.session if rng.random() < 0.2 + 0.7 * keep else "",
        old.contact.wallet if rng.random() < 0.35 + 0.6 * keep else names.wallet(rng),
    )
    account = open_account(market, seller, day, names.show(rng, base), contact)
    account.voice = (
        seller.second_voice if seller.second_voice and rng.random() < 0.6 else drift(rng, old.voice, care)
    )
    if rng.random() < 0.25 + 0.6 * keep:
        account.sheet = reword(rng, old.sheet, seller.lang, 0.3 + care * 0.5)
    else:
        other = [good for good in seller.goods if rng.random() < 0.6] + rng.choices(
            list(market.world.goods), k=1
        )
        account.sheet = make_sheet(
            rng, seller, list(dict.fromkeys(other)) if rng.random() < 0.3 and not seller.bulk else None
        )
        seller.goods = list(dict.fromkeys([*seller.goods, *(line.commodity for line in account.sheet.lines)]))
        account.sheet.photos = [(seller.scene * 100 + rng.randint(4, 60), 0)] if rng.random() < 0.6 else []
    if old.sheet.photos and rng.random() < 0.15 + 0.6 * keep:
        account.sheet.photos = [
            (picture, variant if rng.random() < 0.4 else rng.randint(1, 9))
            for picture, variant in old.sheet.photos
        ]
    account.sheet.brand = base.title()
    seller.moves += 1
    return account


def announce(market: Market, seller: Seller, account: Account, day: int) -> None:
    """Tell the customers, if one wants to be found again."""
    if market.chance(0.6 * (1 - seller.care)):
        for index in account.chats[:2]:
            old = seller.accounts[-2]
            market.say(
                account,
                market.board.chats[index],
                market.moment(day, seller.wakes, seller.sleeps),
                "moved",
                old=market.who(old),
                contact=f"@{account.handle}" if account.handle else "",
            )


def open_channel(market: Market, seller: Seller, day: int) -> None:
    """A seller's own channel: another account of his in the export, and a chat he runs."""
    rng = market.rng
    main = seller.accounts[-1]
    chat = market.board.open(
        Chat(
            len(market.board.chats),
            market.number(1_100_000_000, 2_300_000_000),
            names.show(rng, seller.base),
            "public_channel",
            seller.lang,
            seller.town,
            "channel",
        )
    )
    account = Account(
        chat.number,
        chat.name,
        "",
        seller.lang,
        seller.voice,
        [chat.index],
        seller.key,
        [seller.role, "group-keeper"],
        True,
        day * DAY,
        sheet=main.sheet,
        contact=main.contact,
    )
    seller.accounts.append(account)
    market.accounts.append(account)
    market.owner[account.tag] = seller
    chat.keeper = account
    main.roles = list(dict.fromkeys([*main.roles, "group-keeper"]))


def move_day(market: Market, day: int) -> None:
    """Bans, burnt ghosts, planned second accounts, names changed."""
    rng, world = market.rng, market.world
    for seller in market.sellers:
        if not seller.accounts or seller.accounts[0].born > day * DAY:
            continue
        if day in seller.planned and len(seller.accounts) < 7:
            if rng.random() < 0.25 and len(seller.accounts) < 3:
                open_channel(market, seller, day)
            else:
                next_account(market, seller, day)
        for account in [a for a in seller.accounts if not a.channel and a.live(day * DAY)]:
            burnt = (
                0.05 * max(0, -market.rep.get(account.tag, 0))
                if seller.ghost
                else 0.006 * max(0, -market.rep.get(account.tag, 0))
            )
            if rng.random() < world.bans + min(0.3, burnt):
                fall(market, seller, account, day)
            elif rng.random() < 0.004:
                account.old_names.append((day * DAY, account.name))
                account.name = names.show(rng, seller.base if rng.random() < 0.7 else names.seller_base(rng))


def fall(market: Market, seller: Seller, account: Account, day: int) -> None:
    """An account is lost; most who had planned for it, and some who had not, come back."""
    rng = market.rng
    account.gone, account.erased = market.moment(day), rng.random() < 0.12
    back = 0.85 if seller.planned else 0.22 if not seller.ghost else 0.3
    if rng.random() < back and day + 5 < market.world.days and len(seller.accounts) < 7:
        fresh = next_account(market, seller, day + rng.choice((0, 1, 1, 2, 4)) + 1)
        announce(market, seller, fresh, fresh.born // DAY)
