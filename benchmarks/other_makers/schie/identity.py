"""Names, usernames, selectors; and what an account takes over from the one before it.

Aliases keep what their owner finds useful: the number customers know, the wallet, the name people look for. Those who flee
(from debt, from a bad name, from the police) keep little. Thieves take the outside of another.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from . import lexicon, selectors
from .people import Account, Seller
from .voice import Voice, drift, new_voice

LEET = str.maketrans("aeio", "4310")


def brand(lang: str, rng: random.Random) -> str:
    """A trade name."""
    parts = lexicon.names()
    pool = parts["brand"][lang if rng.random() < 0.75 else "en"]
    word = rng.choice(pool)
    if rng.random() < 0.25:
        word = f"{rng.choice(parts['first'][lang])} {rng.choice('ABCDKLMRSTZ')}."
    tail = rng.choice(parts["tail"]["any"])
    return f"{word} {tail}".strip()


def person(lang: str, rng: random.Random) -> str:
    """The name of a customer or a talker."""
    parts = lexicon.names()
    name = rng.choice(parts["first"][lang]) + rng.choice(parts["decor"]["customer"])
    return name.lower() if rng.random() < 0.3 else name


def username(rng: random.Random) -> str:
    """A username from a stem, digits and marks."""
    stems = lexicon.names()["stem"]["any"]
    stem = rng.choice(stems) + rng.choice(("", "_", "")) + rng.choice([*stems, "", "nl", "010", "x"])
    return (
        (stem + str(rng.randint(1, 9999)))[:28]
        if rng.random() < 0.7
        else stem
        + rng.choice(("_", ""))
        + rng.choice(("official", "real", "shop", "24", "xx", "q", "vip"))
        + str(rng.randint(1, 99))
    )


def vary_username(name: str, rng: random.Random) -> str:
    """The same stem again, as people do after a ban."""
    stem = name.rstrip("0123456789_")
    kind = rng.randrange(5)
    if kind == 0:
        return f"{stem}{rng.randint(1, 999)}"
    if kind == 1:
        return f"{stem}_back{rng.choice(('', 'up', '2'))}"
    if kind == 2:
        return f"{stem.translate(LEET)}{rng.randint(1, 99)}"
    if kind == 3:
        return f"{rng.choice(('the', 'real', 'new', 'nw'))}_{stem}{rng.randint(1, 99)}"
    return f"{name}_{rng.randint(2, 5)}"


def vary_name(name: str, rng: random.Random) -> str:
    """Nearly the same display name."""
    kind = rng.randrange(4)
    if kind == 0:
        return f"{name} {rng.choice(('2', 'new', 'backup', 'II', '🔄', '(2)'))}"
    if kind == 1:
        return (
            name.split(" ", maxsplit=1)[0] + " " + rng.choice(lexicon.names()["tail"]["any"])
            if " " in name
            else name + "."
        )
    if kind == 2:
        return name.upper()
    return name


def outfit(
    account: Account, seller: Seller, country: str, rng: random.Random, new_photo: Callable[[], int]
) -> None:
    """Give a seller's first account its selectors, photos, and which of these it shows in ads."""
    account.phone = selectors.phone(country, rng)
    account.wallet = selectors.tron(rng) if rng.random() < 0.4 else selectors.bitcoin(rng)
    account.handle = selectors.handle(account.username.rstrip("0123456789_").replace("_", "") or "x", rng)
    account.photos = [(new_photo(), 0) for _ in range(rng.choice((1, 1, 2, 3, 4)))]
    account.contact = choose_contact(rng)
    account.places = seller.places
    if rng.random() < 0.3:
        phrase = rng.choice(lexicon.lines(account.voice.lang, "tails", "slogan"))
        account.slogan = lexicon.expand(phrase, {"place": rng.choice(seller.places)}, account.voice.lang, rng)


def choose_contact(rng: random.Random) -> tuple[str, ...]:
    """Which ways to be reached stand in the ads; most sellers have one or two."""
    pools = (
        ("user",),
        ("user",),
        ("dm",),
        ("dm",),
        ("user", "phone"),
        ("phone",),
        ("phone", "dm"),
        ("handle",),
        ("user", "handle"),
        ("link",),
        ("user", "wallet"),
    )
    return rng.choice(pools)


def first_voice(lang: str, rng: random.Random) -> Voice:
    """A seller's hand."""
    return new_voice(lang, rng)


def inherit(
    new: Account,
    old: Account,
    clean: bool,
    taken_over: bool,
    rng: random.Random,
    new_photo: Callable[[], int],
) -> None:
    """Carry over from the old account what its owner would keep; a clean break keeps little, a cousin brings his own hand."""
    keep = 0.22 if clean else 1.0
    if rng.random() < 0.68 * keep:
        new.phone = old.phone
    if rng.random() < 0.5 * keep:
        new.wallet = old.wallet
    if rng.random() < 0.6 * keep:
        new.handle = old.handle
    if rng.random() < 0.58 * keep:
        new.username = vary_username(old.username, rng)
    if rng.random() < 0.6 * keep:
        new.name = vary_name(old.name, rng)
    if rng.random() < 0.7 * keep:
        new.photos = [
            (photo, variant if rng.random() < 0.6 else rng.randint(1, 9)) for photo, variant in old.photos
        ]
        if rng.random() < 0.3:
            new.photos.append((new_photo(), 0))
    if rng.random() < 0.6 * keep:
        new.slogan = old.slogan
    new.contact = old.contact if rng.random() < 0.85 * keep else choose_contact(rng)
    if not taken_over:
        new.voice = old.voice if rng.random() < 0.75 else drift(old.voice, rng)
    if rng.random() < 0.85:
        new.places = old.places
