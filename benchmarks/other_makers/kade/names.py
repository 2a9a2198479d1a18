"""Display names, usernames, numbers and wallets; and how a second account's name leans on the first."""

from __future__ import annotations

from random import Random

from .lexicon import Lexicon

B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
B32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
PREFIX = {
    "nl": "+31 6 7",
    "en": "+44 7700 9",
    "de": "+49 155 0",
    "fr": "+33 6 39 98 ",
    "es": "+34 6 00 0",
    "ru": "+7 900 000 ",
    "tr": "+90 501 0",
}


def person_name(rng: Random, lex: Lexicon, lang: str) -> str:
    """What a buyer or chatter calls himself."""
    first = rng.choice(lex.lines("names", lang, "first"))
    roll = rng.random()
    if roll < 0.45:
        return first
    if roll < 0.6:
        return (
            first.lower()
            + rng.choice(("", "0", "x", "_", "..", "z"))
            + str(rng.choice((7, 10, 20, 88, 94, 99, 1, 3, 23)))
        )
    if roll < 0.75:
        return f"{first} {rng.choice('ABCDEFGHJKLMNOPRSTVWZ')}{rng.choice(('', '.'))}"
    if roll < 0.88:
        return rng.choice(lex.lines("names", lang, "nick"))
    return first + " " + rng.choice(("🦁", "💀", "🌙", "🐍", "⚽", "🍀", "🥷", "👻", "🌊"))


def shop_name(rng: Random, lex: Lexicon, lang: str, place: str) -> str:
    """What a seller calls himself: half of them as a shop, the rest as a lad."""
    roll = rng.random()
    if roll < 0.3:
        return person_name(rng, lex, lang)
    a, b = rng.choice(lex.lines("names", lang, "shop_a")), rng.choice(lex.lines("names", lang, "shop_b"))
    if roll < 0.45:
        return f"{a} {place}"
    if roll < 0.8:
        return f"{a} {b}"
    return f"{rng.choice('🍀🔥❄⚡💎👑🥷🚚🏆🌴')} {a.upper()} {b} {rng.choice(('', '24/7', '🏪', '🔌', 'NL'))}".strip()


def user_name(rng: Random, name: str) -> str:
    """A username made from the shown name."""
    base = "".join(c for c in name.lower() if c.isascii() and c.isalnum())[:14] or rng.choice(
        ("xgast", "plugz", "nn", "anon", "zzz")
    )
    form = rng.choice(("{b}{n}", "{b}_{n}", "{b}x{n}", "the{b}{n}", "{b}{n}x", "_{b}{n}", "{b}nl{n}"))
    return form.format(b=base, n=rng.randrange(1, 9999))[:30]


def next_name(rng: Random, name: str) -> str:
    """The name a seller takes when he wants to be found again."""
    return rng.choice(
        (
            "{} 2.0",
            "{} (nieuw)",
            "{} backup",
            "New {}",
            "{} back",
            "{} 2",
            "{} official",
            "de echte {}",
            "{}²",
            "{}",
            "{}",
            "{}",
        )
    ).format(name)[:40]


def next_user(rng: Random, user: str) -> str:
    """The username that goes with it."""
    stem = user.rstrip("0123456789_")
    return rng.choice(("{}2", "{}_2", "{}_new", "{}backup", "{}x", "real{}", "{}{n}", "{}_", "{}nl")).format(
        stem, n=rng.randrange(10, 9999)
    )[:31]


def near_user(rng: Random, user: str) -> str:
    """A thief's username: looks like the victim's at a glance."""
    swaps = (("o", "0"), ("l", "I"), ("i", "l"), ("e", "3"), ("s", "5"), ("_", "__"), ("a", "aa"))
    fit = [s for s in swaps if s[0] in user]
    if fit and rng.random() < 0.8:
        old, new = rng.choice(fit)
        return user.replace(old, new, 1)
    return user + rng.choice(("_", "x", "1", "nl"))


def number(rng: Random, kind: str, lang: str, user: str) -> str:
    """A contact of a kind; phones lie in ranges that are not given out."""
    if kind in ("phone", "whatsapp", "signal"):
        head = PREFIX.get(lang, PREFIX["nl"])
        tail = "".join(
            rng.choice("0123456789")
            for _ in range({"fr": 4, "ru": 4}.get(lang, 7 if lang in ("nl", "de") else 5))
        )
        return head + tail
    if kind == "threema":
        return "".join(rng.choice("ABCDEFGHJKMNPRSTUVWXYZ2345678") for _ in range(8))
    if kind == "session":
        return "05" + "".join(rng.choice("0123456789abcdef") for _ in range(64))
    if kind == "btc":
        return "bc1q" + "".join(rng.choice(B32) for _ in range(38))
    if kind == "usdt":
        return "T" + "".join(rng.choice(B58) for _ in range(33))
    if kind == "link":
        return "t.me/+" + "".join(rng.choice(B58) for _ in range(16))
    if kind == "web":
        return f"https://{user.replace('_', '-').strip('-')}.example.org"
    return f"{kind}:{user[:10]}{rng.randrange(10, 99)}"
