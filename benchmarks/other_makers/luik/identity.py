"""New accounts: what a seller takes with him and what he leaves behind, and what a thief takes from another."""

from .adwriter import copy_style, new_style
from .market import Market, street_name
from .people import Account, Chat, Seller, Signs
from .voice import new_voice


def age(market: Market, seller: Seller) -> str:
    """Most trade goes through accounts made for it; some use an old one, bought or their own."""
    return "fresh" if market.chance(0.72 if seller.ghost else 0.6) else "aged"


def fresh_signs(market: Market, seller: Seller, brand: str) -> Signs:
    """Signs with no past."""
    names = market.names
    signs = Signs(names.handle(brand))
    if market.chance(0.42):
        signs.phone = names.phone(seller.towns[0].lang)
    if market.chance(0.2):
        signs.app = names.app()
    if market.chance(0.35 if not seller.post_only else 0.7):
        signs.wallet = names.wallet()
    if market.chance(0.06):
        signs.mail = names.mail(brand)
    shown = [kind for kind in ("phone", "app", "mail") if getattr(signs, kind) and market.chance(0.65)]
    if market.chance(0.75) or not shown:
        shown.append("handle")
    signs.shown = tuple(shown)
    return signs


def kept_signs(market: Market, seller: Seller, old: Account, brand: str, keep: float) -> Signs:
    """Signs of the next account: each sign comes along or is left behind, by how lazy he is."""
    new, was = fresh_signs(market, seller, brand), old.signs
    if market.chance(keep):
        new.handle = market.names.sibling(was.handle)
    for kind, ease in (("phone", 0.75), ("app", 0.85), ("wallet", 0.95), ("mail", 0.9)):
        value = getattr(was, kind)
        if value and market.chance(keep * ease):
            setattr(new, kind, value)
            if kind in was.shown and kind not in new.shown:
                new.shown = (*new.shown, kind)
    return new


def first_account(market: Market, seller: Seller) -> Account:
    """The account a seller starts with; a thief's looks like his victim's."""
    town, rng = seller.towns[0], market.rng
    brand = (
        market.names.brand(rng.choice(town.forms), town.lang)
        if market.chance(0.72)
        else market.names.nick(seller.towns[0].lang)
    )
    if seller.victim and seller.victim.accounts:
        return stolen_account(market, seller, seller.victim.accounts[0])
    style = new_style(market, seller, brand)
    model = seller.supplier if seller.supplier and market.chance(0.12) else None
    if model and model.accounts and model.accounts[0].style and model.voice.lang == seller.voice.lang:
        style.frames["menu"] = list(model.accounts[0].style.frames["menu"])
    account = Account(
        market.names.uid(age(market, seller)),
        brand,
        seller.voice,
        fresh_signs(market, seller, brand),
        seller.start,
        seller,
        style=style,
    )
    return settle(market, seller, account)


def stolen_account(market: Market, seller: Seller, victim: Account) -> Account:
    """A thief's account: the victim's name with a slip in it, his ad, his photos; contact is the thief's own."""
    names = market.names
    signs = fresh_signs(market, seller, victim.name)
    signs.handle = names.lookalike(victim.signs.handle)
    signs.shown = tuple(dict.fromkeys(("handle", *signs.shown)))
    assert victim.style
    style = copy_style(victim.style, market, seller.voice.lang, 0.8)
    name = (
        victim.name
        if market.chance(0.6)
        else victim.name + market.rng.choice([" ✅", " official", ".", " NL"])
    )
    account = Account(
        names.uid(age(market, seller)), name, seller.voice, signs, seller.start, seller, style=style
    )
    market.fakes.append((account, victim))
    return settle(market, seller, account)


def settle(market: Market, seller: Seller, account: Account) -> Account:
    """Choose the groups he posts in, set his hours, add him to the books."""
    rng = market.rng
    near = [chat for chat in market.groups() if chat.town in seller.towns]
    wide = [
        chat
        for chat in market.groups()
        if chat.town is None and chat.lang in (seller.voice.lang, seller.towns[0].lang)
    ]
    homes = near[:] if market.chance(0.8) else near[:1]
    if market.chance(0.45) or seller.level != "retailer" or seller.post_only or not homes:
        homes += wide
    account.homes = homes or market.groups()[:1]
    opens = rng.choice((8, 10, 12, 14, 16))
    account.hours = (
        seller.accounts[0].hours
        if seller.accounts and market.chance(0.7)
        else (opens, min(opens + rng.randint(7, 14), 27))
    )
    account.roles = {seller.level}
    if seller.level == "wholesaler" and any(not w.bulk for w in seller.wares):
        account.roles.add("retailer")
    seller.accounts.append(account)
    market.by_uid[account.from_id] = account
    if 0 < account.born < market.world.days and market.chance(0.4):
        market.event(
            account,
            account.homes[0],
            account.born * 86400 + rng.randrange(18000, 32000),
            "join_group_by_link",
            inviter="Group",
        )
    return account


def next_account(market: Market, seller: Seller, old: Account, cause: str) -> Account:
    """An account after a ban, after being burnt, or beside the first one."""
    rng = market.rng
    keep = seller.lazy * {"ban": 1.0, "burnt": 0.55, "beside": 0.95}[cause]
    brand = old.style.brand if old.style else old.name
    if not market.chance(keep):
        brand = (
            market.names.brand(rng.choice(seller.towns[0].forms), seller.towns[0].lang)
            if market.chance(0.6)
            else market.names.nick(seller.towns[0].lang)
        )
    name = (
        brand if market.chance(0.7) else brand + rng.choice([" 2", " new", " ✅", " nieuw", " backup", "²"])
    )
    assert old.style
    style = (
        copy_style(old.style, market, seller.voice.lang, 0.85)
        if market.chance(keep)
        else new_style(market, seller, brand)
    )
    if not market.chance(keep):
        style.photos = new_style(market, seller, brand).photos
    style.brand = brand
    voice = seller.voice if not seller.grind or market.chance(0.75) else new_voice(rng, seller.voice.lang)
    account = Account(
        market.names.uid(age(market, seller)),
        name,
        voice,
        kept_signs(market, seller, old, brand, keep),
        max(market.day, 0),
        seller,
        style=style,
    )
    settle(market, seller, account)
    told = {"ban": 0.45, "burnt": 0.03, "beside": 0.3}[cause] * (0.5 + seller.lazy)
    if market.chance(told) and market.day >= 0:
        announce(market, seller, old, account, cause)
    return account


def announce(market: Market, seller: Seller, old: Account, new: Account, cause: str) -> None:
    """Tell the customers that the account is new."""
    assert new.style
    slots = {
        "old": street_name(old, market.rng, sure=True),
        "at": "@" + new.signs.handle,
        "tag": new.style.brand,
    }
    speaker = old if cause == "beside" and old.alive(market.day) else new
    for chat in new.homes[:2]:
        text = speaker.voice.say("small.migrate", market.rng, slots)
        market.say(speaker, chat, market.moment(new.hours), text, kind="migrate", about=seller.key)


def open_channel(market: Market, seller: Seller) -> Account:
    """A seller's own channel; its posts are carried to the groups as forwards."""
    main = seller.accounts[0]
    assert main.style
    uid = market.names.uid("channel")
    title = main.style.brand + market.rng.choice(["", " MENU", " 📋", " kanaal", " channel"])
    chat = Chat(uid, title, "public_channel", seller.towns[0], seller.voice.lang)
    market.chats.append(chat)
    account = Account(
        uid,
        title,
        main.voice,
        main.signs,
        max(seller.start, 0),
        seller,
        channel=chat,
        style=main.style,
        hours=main.hours,
    )
    account.roles = {seller.level}
    account.homes = [chat]
    chat.keeper = account
    seller.accounts.append(account)
    market.by_uid[account.from_id] = account
    market.event(
        account,
        chat,
        max(seller.start, 0) * 86400 + 36000 + market.rng.randrange(9000),
        "create_channel",
        title=title,
    )
    return account
