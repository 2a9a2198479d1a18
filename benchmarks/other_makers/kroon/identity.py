"""Accounts of people: names, usernames, numbers; and what a seller keeps when it starts a new one.

A careless seller (caution near 0) keeps phone, wallet, photos, shop name and half of the price list, a careful one nearly nothing but its own way of writing.
Each feature is kept or dropped by chance of its own, so aliases may share any of them, or none.
"""

from __future__ import annotations

from random import Random

from benchmarks.other_makers.kroon.core import Account, Person, Seller
from benchmarks.other_makers.kroon.words import words

BECH = "023456789acdefghjklmnpqrstuvwxyz"
BASE = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
LATIN = str.maketrans("абвгдезийклмнопрстуфыэёчшяжхцщьъю", "abvgdeziiklmnoprstufyeecsazhcs__u")


def phone(rng: Random, lang: str) -> str:
    """A number that looks real; digits are random."""
    eight = "".join(rng.choice("0123456789") for _ in range(8))
    if lang == "nl":
        return rng.choice(
            (f"06{eight}", f"06-{eight}", f"+316{eight}", f"06 {eight[:4]} {eight[4:]}", f"+31 6 {eight}")
        )
    code = {"de": "+49157", "fr": "+337", "en": "+447", "es": "+346", "ru": "+7913", "tr": "+9053"}.get(
        lang, "+4478"
    )
    return f"{code}{eight}"


def wallet(rng: Random) -> str:
    """A wallet address by its look (no valid checksum)."""
    if rng.random() < 0.6:
        return "bc1q" + "".join(rng.choice(BECH) for _ in range(38))
    return "T" + "".join(rng.choice(BASE) for _ in range(33))


def handle(rng: Random, stem: str) -> str:
    """A handle on some other messenger."""
    base = plain(stem)[:9] or "shop"
    kind = rng.randrange(4)
    if kind == 0:
        return f"signal: {base}.{rng.randint(10, 99)}"
    if kind == 1:
        return f"threema {''.join(rng.choice('ABCDEFGHJKLMNPQRSTUVWXYZ23456789') for _ in range(8))}"
    if kind == 2:
        return f"wire: @{base}_{rng.randint(1, 99)}"
    return f"snap: {base}{rng.randint(1, 99)}x"


def plain(text: str) -> str:
    """Letters and digits that a username may hold."""
    low = text.lower().translate(LATIN).replace("ı", "i").replace("ş", "s")
    return "".join(c for c in low if c.isascii() and c.isalnum())


def username(rng: Random, stem: str) -> str:
    """A username from a stem; made longer till Telegram would take it."""
    base = plain(stem) or rng.choice(("user", "shop", "mr"))
    form = rng.randrange(7)
    digits = str(rng.randint(1, 999))
    forms = (
        base + digits,
        f"{base}_{digits}",
        f"the{base}{digits}",
        f"{base}official{digits[:1]}",
        f"{base}nl{digits[:2]}",
        f"{base}xx{digits}",
        f"mr{base}{digits}",
    )
    out = forms[form]
    while len(out) < 5:
        out += rng.choice("0123456789x")
    return out[:30]


def shop_name(rng: Random, lang: str) -> str:
    """A shop stem in the language or English."""
    tongue = lang if rng.random() < 0.75 else "en"
    stem = rng.choice(words("names", f"shop_{tongue}"))
    if rng.random() < 0.65:
        stem = f"{stem} {rng.choice(words('names', f'second_{tongue}'))}"
    return stem


def plain_name(rng: Random, lang: str) -> str:
    """What a customer calls itself."""
    if rng.random() < 0.22:
        return rng.choice(words("names", "nicks"))
    name = rng.choice(words("names", f"first_{lang}"))
    form = rng.random()
    if form < 0.2:
        name = f"{name} {chr(rng.randrange(65, 91))}"
    elif form < 0.35:
        name = f"{name}{rng.randint(1, 99)}"
    elif form < 0.45:
        name = name.lower()
    return name


def take_id(rng: Random, used: dict[str, bool], kind: str = "user") -> str:
    """An id that nobody has yet."""
    while True:
        tg = f"{kind}{rng.randint(1_100_000_000, 7_900_000_000) if kind == 'user' else rng.randint(1_300_000_000, 2_400_000_000)}"
        if tg not in used:
            used[tg] = True
            return tg


def customer_account(rng: Random, person: Person, used: dict[str, bool], day: float) -> Account:
    """A plain account of somebody who sells nothing."""
    name = plain_name(rng, person.lang)
    account = Account(
        take_id(rng, used), name, username(rng, name) if rng.random() < 0.6 else "", day, person
    )
    person.accounts.append(account)
    return account


def first_account(rng: Random, seller: Seller, used: dict[str, bool], day: float) -> Account:
    """A seller's account made from nothing."""
    person = seller.people[0]
    stem = seller.shop
    name = stem + rng.choice(words("names", "tails")) if rng.random() < 0.8 else plain_name(rng, person.lang)
    account = Account(
        take_id(rng, used), name, username(rng, stem) if rng.random() < 0.88 else "", day, person, stem=stem
    )
    account.phone = phone(rng, person.lang) if rng.random() < 0.35 else ""
    account.wallet = wallet(rng) if rng.random() < (0.55 if seller.prepay else 0.2) else ""
    account.handle = handle(rng, stem) if rng.random() < 0.3 else ""
    account.photos = [rng.randrange(1, 2**31) for _ in range(rng.randint(1, 6))]
    return account


def next_account(rng: Random, seller: Seller, used: dict[str, bool], day: float) -> Account:
    """The account after (or beside) an earlier one: each feature kept or dropped on its own."""
    old = seller.accounts[-1]
    care = seller.caution
    fresh = first_account(rng, seller, used, day)
    if rng.random() < 0.9 - 0.8 * care:
        fresh.name = kin_name(rng, old.name)
        fresh.stem = old.stem
    else:
        fresh.stem = shop_name(rng, seller.people[0].lang)
        fresh.name = fresh.stem + rng.choice(words("names", "tails"))
    if old.username and rng.random() < 0.85 - 0.65 * care:
        fresh.username = kin_username(rng, old.username)
    elif fresh.username:
        fresh.username = username(rng, fresh.stem)
    fresh.phone = old.phone if old.phone and rng.random() < 0.8 - 0.55 * care else fresh.phone
    fresh.wallet = old.wallet if old.wallet and rng.random() < 0.9 - 0.45 * care else fresh.wallet
    fresh.handle = old.handle if old.handle and rng.random() < 0.9 - 0.55 * care else fresh.handle
    kept = [p for p in old.photos if rng.random() < 0.8 - 0.55 * care]
    fresh.photos = kept + fresh.photos[: max(1, len(fresh.photos) - len(kept))]
    fresh.old = old.username if old.username and rng.random() < seller.announces * (1 - 0.7 * care) else ""
    fresh.person = seller.people[-1] if rng.random() < 0.3 else old.person
    return fresh


def kin_name(rng: Random, name: str) -> str:
    """The old name, a little changed."""
    forms = (
        name,
        f"{name} 2",
        f"{name} 2.0",
        f"{name} (2)",
        name.upper(),
        f"{name} 🔄",
        name.split(" ", maxsplit=1)[0],
        f"{name} backup",
        f"Real {name}",
    )
    return rng.choice(forms)


def kin_username(rng: Random, old: str) -> str:
    """The old username, a little changed."""
    base = old.rstrip("0123456789_") or old
    forms = (
        f"{base}{rng.randint(1, 99)}",
        f"{base}_new",
        f"{base}v2",
        f"{base}{base[-1]}",
        f"{base}_back",
        f"real{base}",
        f"{base}x{rng.randint(1, 9)}",
    )
    return rng.choice(forms)[:31]


def copied_username(rng: Random, victim: str) -> str:
    """A username to be mistaken for the victim's."""
    swaps = [
        (a, b)
        for a, b in (("l", "i"), ("i", "l"), ("o", "0"), ("0", "o"), ("m", "rn"), ("_", "__"))
        if a in victim
    ]
    if swaps and rng.random() < 0.7:
        a, b = rng.choice(swaps)
        return victim.replace(a, b, 1)
    return victim + rng.choice(("_", "1", "s", "x", "nl"))
