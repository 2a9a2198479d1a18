"""How an ad comes about: a frame, the price list, lines about delivery, payment and contact, in the seller's own layout."""

from __future__ import annotations

import re
from random import Random

from benchmarks.other_makers.kroon.core import Account, Ad, Seller
from benchmarks.other_makers.kroon.goods import inline, menu, nice, number
from benchmarks.other_makers.kroon.identity import wallet
from benchmarks.other_makers.kroon.market import Market, fill, slots
from benchmarks.other_makers.kroon.style import disguised, favourite, write
from benchmarks.other_makers.kroon.words import Phrase

KEYS = {"street": "ad", "bulk": "ad_bulk", "goods": "ad_goods"}


def contact_text(account: Account) -> str:
    """What follows 'contact:' with this account; never more than it has."""
    have = {
        "user": f"@{account.username}" if account.username else "",
        "phone": account.phone,
        "handle": account.handle,
    }
    text = have.get(account.contact, "")
    if text:
        return text
    return have["user"] or account.phone or account.handle or "dm"


def ware_slots(rng: Random, seller: Seller, account: Account, at: int, lang: str) -> dict[str, str]:
    """The slots about goods, with the words and prices of this account."""
    ware = seller.wares[at]
    style = account.person.style
    word = disguised(rng, ware.word) if rng.random() < style.disguise else ware.word
    factor = account.prices.get(ware.commodity, 1.0)
    quantity, price = ware.ladder[rng.randrange(len(ware.ladder))]
    other = seller.wares[(at + 1) % len(seller.wares)]
    return {
        "p": word,
        "P": word.upper(),
        "e": ware.emoji,
        "q": number(quantity),
        "pr": number(nice(price * factor)),
        "p2": other.word,
        "line": inline(seller.layout, ware, lang, factor),
        "menu": menu(seller.layout, seller.wares, lang, account.prices),
        "stock": ", ".join(w.word for w in seller.wares),
    }


def named(seller: Seller, frames: tuple[Phrase, ...], at: int) -> tuple[str, ...]:
    """The commodities that the finished ad names."""
    text = " ".join(f.text for f in frames)
    out: list[str] = [c for f in frames for c in f.goods]
    if "{menu}" in text or "{stock}" in text:
        out += [w.commodity for w in seller.wares]
    if any(slot in text for slot in ("{p}", "{P}")):
        out.append(seller.wares[at].commodity)
    if "{p2}" in text:
        out.append(seller.wares[(at + 1) % len(seller.wares)].commodity)
    return tuple(dict.fromkeys(out))


def usable(seller: Seller, phrase: Phrase) -> bool:
    """Whether a frame suits this seller: it names only what the seller has."""
    own = [w.commodity for w in seller.wares]
    return all(c in own for c in phrase.goods) and not ("{p2}" in phrase.text and len(own) < 2)


def pick_frames(rng: Random, seller: Seller, account: Account, lang: str) -> tuple[Phrase, ...]:
    """Choose the frame of an ad and its extra lines."""
    style = account.person.style
    key = KEYS[seller.trade]
    frame = favourite(rng, style, key, lang)
    for _ in range(12):
        if usable(seller, frame) and not (frame.later and seller.prepay):
            break
        frame = favourite(rng, style, key, lang)
    out = [frame]
    if seller.trade == "street" and rng.random() < 0.35:
        out.append(favourite(rng, style, "deliver", lang))
    if rng.random() < (0.5 if seller.prepay else 0.0 if frame.later else 0.04):
        out.append(favourite(rng, style, "prepay", lang))
    elif rng.random() < 0.15 and not frame.later:
        out.append(favourite(rng, style, "pay", lang))
    if "{c}" not in frame.text and rng.random() < 0.7:
        out.append(favourite(rng, style, "contact", lang))
    if rng.random() < 0.3:
        out.insert(0 if rng.random() < 0.3 else len(out), favourite(rng, style, "extra", lang))
    return tuple(out)


def compose(market: Market, seller: Seller, account: Account, frames: tuple[Phrase, ...], at: int) -> Ad:
    """Write the ad out for this account."""
    rng = market.rng
    lang = frames[0].key.split(".")[0]
    at = at % len(seller.wares)
    if not account.wallet and any("{w}" in frame.text for frame in frames):
        account.wallet = wallet(rng)
    have = slots(
        market,
        account.person,
        c=contact_text(account),
        w=account.wallet,
        **ware_slots(rng, seller, account, at, lang),
    )
    joint = "\n" if rng.random() < 0.8 or "\n" in have["menu"] else " "
    text = joint.join(fill(frame, have) for frame in frames)
    goods = named(seller, frames, at)
    text = write(rng, account.person.style, text, talk=False)
    if rng.random() < account.person.style.emoji_rate:
        text = f"{text}\n{rng.choice(account.person.style.emoji) * rng.randint(1, 4)}"
    return Ad(text, goods, frames, at)


def new_ads(market: Market, seller: Seller, account: Account) -> list[Ad]:
    """The first ads of an account: a few frames of the hand's own; foreign ones for who sells to foreigners."""
    rng = market.rng
    out = []
    lang = account.person.lang
    second = "en" if lang == "nl" and rng.random() < 0.12 else lang
    for i in range(rng.randint(1, 4)):
        use = second if i == 1 else lang
        at = rng.randrange(len(seller.wares))
        out.append(compose(market, seller, account, pick_frames(rng, seller, account, use), at))
    return out


def inherited_ads(market: Market, seller: Seller, account: Account, old: Account) -> list[Ad]:
    """Ads of a follow-up account: some old frames written anew for it, the rest new."""
    rng = market.rng
    keep = 0.75 - 0.5 * seller.caution
    kept = [compose(market, seller, account, ad.frames, ad.ware) for ad in old.ads if rng.random() < keep]
    return kept + new_ads(market, seller, account)[: max(1, len(old.ads) - len(kept))]


def copied_ads(market: Market, account: Account, victim: Account) -> list[Ad]:
    """A thief's ads: the victim's text, only the way to reach changed."""
    out = []
    for ad in victim.ads:
        text = ad.text
        if victim.wallet and victim.wallet.lower() in text.lower():
            account.wallet = account.wallet or wallet(market.rng)
            text = swapped(text, victim.wallet, account.wallet)
        for mark in (f"@{victim.username}" if victim.username else "", victim.phone, victim.handle):
            text = swapped(text, mark, contact_text(account))
        out.append(Ad(text, ad.goods, ad.frames, ad.ware))
    return out


def swapped(text: str, mark: str, mine: str) -> str:
    """The text with somebody's number or handle replaced, however its letters were cased."""
    return re.sub(re.escape(mark), lambda _: mine, text, flags=re.IGNORECASE) if mark else text


def shuffled_prices(rng: Random, seller: Seller, old: dict[str, float], change: float) -> dict[str, float]:
    """Price factors by commodity; each changes with the given chance."""
    out = {}
    for ware in seller.wares:
        out[ware.commodity] = old.get(ware.commodity, 1.0) * (
            rng.uniform(0.82, 1.15) if rng.random() < change else 1.0
        )
    return out
