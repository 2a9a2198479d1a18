"""How an account's advertisements are made and how they go out.

Why: most of the traffic is the same few texts again and again (2.5 million ads were 55,000 texts), with small changes: a word of "up", an emoji, a new
price after a while. The text is made once for an account and then copied.
"""

from __future__ import annotations

from . import goods, voice
from .market import Market
from .people import Account, Ad
from .phrases import expand, options, own_key, pick, say


def contact(m: Market, acc: Account) -> str:
    """How to reach this account, from what it has."""
    ways = [
        "@" + (acc.owner.accounts[0].username if acc.kind == "channel" and acc.owner else acc.username)
    ] * 5
    ways += [acc.phone] * 4 if acc.phone else []
    ways += [acc.other] * 3 if acc.other else []
    first = m.rng.choice(ways)
    if acc.phone and first != acc.phone and m.rng.random() < 0.3:
        first += m.rng.choice((" / ", " - ", " | ", "\n")) + acc.phone
    return first


def _payment(m: Market, acc: Account) -> str:
    """What the text says of payment: few put prepayment in it, ghosts still less."""
    seller = acc.owner
    if seller and seller.prepay and m.rng.random() < (0.25 if seller.ghost else 0.5):
        return say(m.rng, acc.lang, "s_adv")
    text = say(m.rng, acc.lang, "s_pay")
    if acc.wallet and m.rng.random() < 0.35:
        text += m.rng.choice((" ", "\n")) + acc.wallet
    return text


def key_for(acc: Account, fam: str) -> str:
    """Which frames suit: by family of goods and by trade or street."""
    if acc.owner and acc.owner.kind in ("money", "transport"):
        return "ad_" + acc.owner.kind
    if acc.owner and acc.owner.kind == "supplier" and fam == "drugs" and acc.voice.taste % 5 < 4:
        return "ad_source"
    bulk = any(t.bulk for t in acc.things)
    if bulk and fam in ("drugs", "pharma"):
        return "ad_bulk"
    return {"drugs": "ad", "pharma": "ad_pharma"}.get(fam, "ad_" + fam)


def _other(m: Market, acc: Account, some: list[goods.Item], first: str) -> str:
    """A second short price that is not the first one again."""
    for _ in range(6):
        text = goods.one_price(m.rng, acc.lang, some[-1])
        if text.split()[0] != first.split(maxsplit=1)[0] or len(some) > 1:
            return text
    return some[-1].word


def _body(m: Market, acc: Account) -> tuple[str, tuple[str, ...]]:
    """The words of an advertisement and the goods that it names."""
    rng, lang = m.rng, acc.lang
    fam = rng.choice([t.fam for t in acc.things]) if acc.things else ""
    key = key_for(acc, fam)
    if key == "ad_pharma" and not options(lang, key):
        key = "ad"
    pool = [
        t for t in acc.things if t.fam == fam or (fam in ("drugs", "pharma") and t.fam in ("drugs", "pharma"))
    ]
    some = rng.sample(pool, min(len(pool), rng.choice((1, 2, 3, 4, 5, 8)))) if pool else []
    slots = {
        "contact": contact(m, acc),
        "pay": _payment(m, acc),
        "user": "@" + acc.username,
        "name": acc.name,
        "shop": acc.name,
    }
    if some:
        key = own_key(rng, lang, key, ("adb_" if some[0].bulk else "ad_") + some[0].commodity, 0.3)
    frame = pick(rng, lang, key, acc.voice.taste)
    if "{list}" not in frame and "{inl}" not in frame:
        some = some[:1]
    if some:
        slots |= {
            "list": goods.price_list(rng, lang, some, acc.style),
            "inl": goods.inline(rng, lang, some),
            "w": some[0].word,
            "W": some[0].word.upper(),
            "one": goods.one_price(rng, lang, some[0]),
            "e": some[0].emoji,
        }
        slots["one2"] = _other(m, acc, some, slots["one"])
    text = expand(rng, lang, frame, m.slots(acc, slots))
    return text, tuple(t.commodity for t in some)


def compose(m: Market, acc: Account) -> Ad:
    """A new text for an account, with a photo perhaps."""
    text, names = _body(m, acc)
    text = voice.write(m.rng, acc.voice, acc.lang, text, ad=True)
    photo = m.rng.choice(acc.photos) if acc.photos and m.rng.random() < 0.5 else None
    return Ad(text, names, photo)


def stock(m: Market, acc: Account, number: int) -> None:
    """Give an account texts until it has a number of them."""
    while len(acc.texts) < number:
        acc.texts.append(compose(m, acc))


def anew(m: Market, acc: Account) -> None:
    """Write an account's texts again after what it has was changed."""
    count = len(acc.texts)
    acc.texts.clear()
    stock(m, acc, count)


def variant(m: Market, acc: Account, text: str) -> str:
    """The same text with a small change, as people make it before they post again."""
    dice = m.rng.random()
    if dice < 0.72:
        return text
    if dice < 0.86:
        return text + m.rng.choice(("\n", " ")) + say(m.rng, acc.lang, "ad_tail", m.slots(acc, {}))
    if dice < 0.93:
        return say(m.rng, acc.lang, "ad_lead", m.slots(acc, {})) + m.rng.choice(("\n", " ")) + text
    return text + " " + m.rng.choice(acc.voice.emoji) * m.rng.randrange(1, 4)
