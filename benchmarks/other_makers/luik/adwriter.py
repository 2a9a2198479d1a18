"""Writing ads: a seller has a few frames, a layout and a name, and uses them over and over, as people do."""

import random

from .goods import Ware, amount, list_line, new_layout, price, single, word
from .lexicon import SLOT, expand, lines
from .market import Market
from .people import Account, AdStyle, Seller

FAMILY = {
    "firearms": "arms", "ammunition": "arms", "weapon-parts": "arms", "explosives": "arms", "other-weapons": "arms", "documents": "papers",
    "counterfeit-money": "fraud", "payment-fraud": "fraud", "fraud-tools": "fraud", "personal-data": "fraud", "accounts": "fraud",
    "fireworks": "fire", "tobacco-vapes": "smoke", "counterfeit-goods": "goods", "stolen-goods": "goods",
}  # fmt: skip
KINDS = ("menu", "line", "bulk", "arms", "papers", "fraud", "fire", "smoke", "goods", "restock")
FRAGMENTS = ("deliv", "cod", "advance", "hours")


def new_style(market: Market, seller: Seller, brand: str) -> AdStyle:
    """A fresh way of advertising for one account of a seller."""
    rng, lang = market.rng, seller.voice.lang
    frames = {
        kind: rng.sample(
            lines(lang, f"ads.{kind}"), min(rng.choice((1, 2, 2, 3)), len(lines(lang, f"ads.{kind}")))
        )
        for kind in KINDS
    }
    frames = {kind: [expand(frame, rng) for frame in some] for kind, some in frames.items()}
    for name in FRAGMENTS:
        frames[name] = [rng.choice(lines(lang, f"frag.{name}"))]
    frames["foot"] = [rng.choice(lines(lang, "ads.foot")) if market.chance(0.4) else ""]
    photos = own_photos(market, seller)
    menu = rng.choice((0.2, 0.5, 0.8, 0.95)) if len(seller.wares) > 1 else 0.25
    return AdStyle(
        frames,
        new_layout(rng, lang, seller.towns[0].currency),
        photos,
        brand,
        market.chance(0.3),
        (menu, rng.uniform(0.2, 0.9)),
    )


def own_photos(market: Market, seller: Seller) -> list[tuple[int, str]]:
    """Photos he took himself, some that came down from his supplier, some that go round everywhere."""
    rng, out = market.rng, []
    for ware in seller.wares:
        kind = ware.good.commodity
        if seller.supplier and seller.supplier.accounts and market.chance(0.5):
            lent = (
                [photo for photo in seller.supplier.accounts[0].style.photos if photo[1] == kind]
                if seller.supplier.accounts[0].style
                else []
            )
            out.extend(lent[:1])
        elif market.chance(0.12 if not seller.ghost else 0.4):
            out.append((10_000 + rng.randrange(40), kind))
        else:
            out.append((rng.randrange(1 << 28), kind))
    return out


def copy_style(style: AdStyle, market: Market, lang: str, part: float) -> AdStyle:
    """Take over another's way of advertising, wholly or partly."""
    frames = {kind: list(some) for kind, some in style.frames.items()}
    layout = style.layout
    photos = [photo for photo in style.photos if market.chance(part)]
    return AdStyle(frames, layout, photos, style.brand, style.bold, style.mode)


def at_sign(account: Account, rng: random.Random) -> str:
    """The contact line as this account shows it."""
    signs, out = account.signs, []
    for kind in signs.shown:
        if kind == "handle":
            out.append("@" + signs.handle)
        elif kind == "phone" and signs.phone:
            out.append(written(signs.phone, account.uid))
        elif kind == "app" and signs.app:
            out.append(signs.app)
        elif kind == "mail" and signs.mail:
            out.append(signs.mail)
    return " / ".join(out)


def written(phone: str, habit: int) -> str:
    """A number as this account writes it; Dutch numbers have several forms."""
    if not phone.startswith("+316 "):
        return phone
    rest = phone[5:]
    return (phone, f"06 {rest}", f"+316{rest}", f"06-{rest}", f"+31 6 {rest}", f"00316{rest}")[habit % 6]


def slots_for(
    market: Market, account: Account, wares: list[Ware]
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """What the slots of a frame become, and which goods each of them names."""
    seller, style, rng = account.seller, account.style, market.rng
    assert seller
    assert style
    lang, lay = account.voice.lang, style.layout
    pay = style.frames["advance" if seller.advance and seller.open_terms else "cod"][0]
    first, second, third = wares[0], wares[-1], wares[len(wares) // 2]
    some = wares[:3]
    slots = {
        "menu": "\n".join(list_line(w, lay, lang) for w in wares), "bulk": "\n".join(list_line(w, lay, lang) for w in wares),
        "inl": ", ".join(single(w, lay, lang, rng) for w in some), "one": single(first, lay, lang, rng), "w": word(first, lay, lang),
        "w2": word(second, lay, lang, 0 if second is not first else 1), "w3": word(third, lay, lang, 0 if third not in (first, second) else 2),
        "place": rng.choice(seller.towns[0].forms) if lay.pick % 4 else seller.towns[0].forms[0], "at": at_sign(account, rng), "tag": style.brand,
        "pay": pay, "deliv": style.frames["deliv"][0], "hours": style.frames["hours"][0],
    }  # fmt: skip
    every = tuple(w.good.commodity for w in wares)
    names = {
        "menu": every,
        "bulk": every,
        "inl": tuple(w.good.commodity for w in some),
        "one": every[:1],
        "w": every[:1],
        "w2": (every[-1],),
    }
    return slots, names | {"w3": (third.good.commodity,)}


def ad_text(market: Market, account: Account) -> tuple[str, tuple[str, ...]]:
    """One ad, and the goods it names."""
    seller, style, rng = account.seller, account.style, market.rng
    assert seller
    assert style
    wares = [w for w in seller.wares if w.on_sale(market.day)]
    if not wares:
        return "", ()
    kind = frame_kind(market, style, wares)
    if kind in FAMILY.values() and not all(FAMILY.get(w.good.commodity) == kind for w in wares):
        wares = [w for w in wares if FAMILY.get(w.good.commodity) == kind] or wares
    if kind == "bulk":
        wares = [w for w in wares if w.bulk] or wares
    if kind == "line" and len(wares) > 1:
        turn = rng.randrange(len(wares))
        wares = wares[turn:] + wares[:turn]
    frame = rng.choice(style.frames[kind])
    slots, names = slots_for(market, account, wares)
    goods = [good for slot in SLOT.findall(frame) for good in names.get(slot, ())]
    text = account.voice.dress(frame, rng, slots, mild=True)
    if seller.advance and seller.open_terms and "{pay}" not in frame and market.chance(0.25):
        text += ("\n" if "\n" in text else ", ") + style.frames["advance"][0]
    if style.frames["foot"][0] and ("\n" in text or market.chance(0.3)):
        text += ("\n" if "\n" in text else ". ") + style.frames["foot"][0]
    if seller.shows_wallet and account.signs.wallet:
        text += (
            ("\n" if "\n" in text else " ")
            + ("BTC: " if account.signs.wallet.startswith("1") else "USDT trc20: ")
            + account.signs.wallet
        )
    return text, tuple(goods)


def frame_kind(market: Market, style: AdStyle, wares: list[Ware]) -> str:
    """Which sort of ad it becomes today."""
    family = FAMILY.get(wares[0].good.commodity)
    if any(w.bulk for w in wares) and market.chance(0.75):
        return "bulk"
    if family in ("papers", "fraud"):
        return family if market.chance(0.75) else "menu"
    if family and market.chance(0.7):
        return family
    return "menu" if market.chance(style.mode[0]) else "line"


def offer_in_reply(market: Market, account: Account, ware: Ware) -> str:
    """An answer that itself offers."""
    style, seller = account.style, account.seller
    assert style
    assert seller
    lang, lay = account.voice.lang, style.layout
    quantity, cost = market.rng.choice(ware.rungs)
    short = f"{amount(quantity, ware.good.unit, lay)} {word(ware, lay, lang)} {price(cost, lay)}"
    slots = {
        "one": short,
        "w": word(ware, lay, lang),
        "place": market.rng.choice(seller.towns[0].forms),
        "deliv": style.frames["deliv"][0],
    }
    return account.voice.say("small.reply_offer", market.rng, slots)
