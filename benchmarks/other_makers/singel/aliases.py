"""New accounts of the same person, and what shows of it.

Why: a ban, a lost phone, a burnt name, a second brand, a channel beside the account: half of the sellers have more than one account over three months.
What they carry over depends on how careless they are (beta 2.4, 1.8). Nearly everything can be kept or dropped on its own: phone, wallet, stem of the name,
photos, text word for word, price list, lay-out, hours. A hired hand may write at the new account. About one in five pairs shows nothing but a habit.
"""

from __future__ import annotations

from . import ads, goods, names, voice
from .market import DAY, Market
from .people import Account, Ad, Seller
from .voice import Voice


def _name(m: Market, s: Seller, old: Account | None, keep: float) -> tuple[str, str]:
    """Username and shown name."""
    if old is not None and m.rng.random() < keep:
        user = m.names.seller(s.base)
        return user, old.name if m.rng.random() < 0.4 else m.names.shop(s.base)
    base = s.base if old is None else m.names.base()
    user = m.names.seller(base)
    return user, m.names.shop(base) if m.rng.random() < 0.6 else m.names.display(user, s.lang)


def _voice(m: Market, s: Seller) -> Voice:
    """Mostly the same hand."""
    return s.voice if m.rng.random() < 0.82 else voice.helper(m.rng, s.voice)


def _contacts(m: Market, s: Seller, new: Account, old: Account | None) -> None:
    """Phone, wallet and a handle elsewhere, kept or new."""
    rng, keep = m.rng, 0.4 + 0.55 * s.careless
    for field, make, chance in (
        ("phone", lambda: names.phone(rng, s.lang), 0.6),
        ("wallet", lambda: names.wallet(rng), 0.45 if s.prepay else 0.15),
        ("other", lambda: names.elsewhere(rng, s.base), 0.3),
    ):
        before = getattr(old, field) if old else ""
        if before and rng.random() < keep:
            setattr(new, field, before)
            new.shares.add(field)
        elif rng.random() < chance:
            setattr(new, field, make())


def _goods(m: Market, s: Seller, new: Account, old: Account | None) -> None:
    """Price list, lay-out and photos."""
    rng = m.rng
    new.photos = [rng.randrange(10**7) for _ in range(rng.choice((0, 1, 2, 3, 5)))]
    if old is None or not old.things:
        new.things, new.style = list(s.things), goods.style(rng, s.lang)
        return
    if rng.random() < 0.45 + 0.4 * s.careless:
        new.things, new.style = list(old.things), old.style
        new.shares.add("prices")
    else:
        new.things = [
            goods.item(rng, t.commodity, s.lang, s.factor * rng.uniform(0.9, 1.1), bulk=t.bulk)
            for t in rng.sample(s.things, max(1, round(len(s.things) * rng.uniform(0.6, 1))))
        ]
        new.style = old.style if rng.random() < 0.5 else goods.style(rng, s.lang)
    if old.photos and rng.random() < 0.3 + 0.5 * s.careless:
        new.photos = list(old.photos)
        new.shares.add("photo")


def _texts(m: Market, s: Seller, new: Account, old: Account | None) -> None:
    """Old texts with the new name in them, or fresh ones."""
    if old is not None and old.texts and m.rng.random() < 0.25 + 0.55 * s.careless:
        for ad in old.texts:
            text = ad.text.replace("@" + old.username, "@" + new.username)
            for field in ("phone", "wallet", "other"):
                if getattr(old, field):
                    text = text.replace(getattr(old, field), getattr(new, field) or "@" + new.username)
            new.texts.append(Ad(text, ad.goods, ad.photo if "photo" in new.shares else None))
        new.shares.add("text")
    ads.stock(m, new, len(new.texts) + 1 if new.texts else m.rng.choice((2, 3, 3, 4, 6)))


def new_account(m: Market, s: Seller, born: float, old: Account | None = None) -> Account:
    """One more account of a seller."""
    keep = 0.3 + 0.6 * s.careless
    user, name = _name(m, s, old, keep)
    acc = m.account(
        s.lang, s.city, username=user, name=name, born=born, voice=_voice(m, s) if old else s.voice
    )
    if old is not None and s.base in user:
        acc.shares.add("name")
    acc.owner = s
    acc.roles.add(s.role())
    if old is not None:
        acc.roles |= old.roles - {"group-keeper"}
    _contacts(m, s, acc, old)
    _goods(m, s, acc, old)
    rooms = m.groups(s.city, bulk=s.bulk or s.kind in ("money", "transport")) or m.groups(s.city)
    acc.chats = m.rng.sample(rooms, min(len(rooms), m.rng.choice((1, 2, 2, 3))))
    if (s.bulk or s.kind in ("money", "transport")) and m.rng.random() < 0.35:
        acc.chats += m.rng.sample(m.groups(s.city), 1) if m.groups(s.city) else []
    _texts(m, s, acc, old)
    s.accounts.append(acc)
    return acc


def replace(m: Market, s: Seller, old: Account, wait: float) -> None:
    """Come back after a ban or a burnt name; some say so, some pretend to be new."""
    born = (old.dead or m.end) + wait * DAY
    if born > min(s.stop, m.end - DAY):
        return
    new = new_account(m, s, born, old)
    if (not s.ghost or m.rng.random() < 0.45) and m.rng.random() < 0.3 + 0.5 * s.careless:
        key = "newacc" if m.rng.random() < 0.7 else "newacc_old"
        slots = {"old": "@" + old.username, "user": "@" + new.username, "name": old.name}
        m.line(m.rng.choice(new.chats), new, born + m.rng.uniform(0.02, 0.3) * DAY, key, slots)
        if key == "newacc_old":
            new.shares.add("said")


def second(m: Market, s: Seller) -> None:
    """A second account beside the first: another brand, a night shift, a spare."""
    old = s.accounts[0]
    new = new_account(m, s, old.born + m.rng.uniform(0, 40) * DAY, old)
    if m.rng.random() < 0.4 and len(new.chats) > 1:
        new.chats = new.chats[1:]
