"""Display names, usernames, phone numbers, wallets: made up, well formed, and random."""

from __future__ import annotations

import hashlib
import random

from .phrases import load

CHARS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
WORDS = load("names")
FIRST, SECOND, CHAT, MARKS = WORDS["first"], WORDS["second"], WORDS["chat"], WORDS["marks"]
FONTS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "𝐚𝐛𝐜𝐝𝐞𝐟𝐠𝐡𝐢𝐣𝐤𝐥𝐦𝐧𝐨𝐩𝐪𝐫𝐬𝐭𝐮𝐯𝐰𝐱𝐲𝐳")


def seller_base(rng: random.Random) -> str:
    """The name a seller works under."""
    return f"{rng.choice(FIRST)} {rng.choice(SECOND)}"


def show(rng: random.Random, base: str) -> str:
    """A base name as shown: plain, capitals, fancy letters, with a mark."""
    way = rng.randrange(6)
    shown = (
        base.title(),
        base.upper(),
        base,
        base.translate(FONTS),
        f"{rng.choice(MARKS)} {base.title()} {rng.choice(MARKS)}",
        f"{base.title()} {rng.randint(1, 99)}",
    )
    return shown[way]


def person_name(rng: random.Random) -> str:
    """A nickname of somebody who only talks and buys."""
    name = rng.choice(CHAT)
    return rng.choice(
        (
            name,
            name.title(),
            f"{name}{rng.randint(1, 99)}",
            f"{name.title()} {rng.choice('ABCDEFGHKLMRSTVW')}",
            f"{name}_{rng.choice(CHAT)}",
            f"{name} {rng.choice(MARKS)}",
            f"x{name}x",
        )
    )


def handle(rng: random.Random, base: str) -> str:
    """A username after a base name."""
    word = "".join(c for c in base.lower() if c.isascii() and c.isalnum()) or rng.choice(CHAT)
    word = word if len(word) > 2 else word + rng.choice(CHAT)
    return rng.choice(
        (
            f"{word}{rng.randint(1, 999)}",
            f"{word}_{rng.randint(10, 99)}",
            f"{word}{rng.choice(('nl', 'xx', 'official', 'real', '_backup', 'new', 'ams', 'eu'))}",
            f"the{word}{rng.randint(1, 99)}",
        )
    )[:28]


def phone(rng: random.Random, lang: str) -> str:
    """A number in the manner of the country."""
    digits = "".join(str(rng.randint(0, 9)) for _ in range(8))
    forms = {
        "nl": f"06{digits}",
        "en": f"07{rng.randint(3, 9)}{digits}",
        "de": f"0157{digits[:7]}",
        "fr": f"07 {digits[:2]} {digits[2:4]} {digits[4:6]} {digits[6:8]}",
        "es": f"6{digits}",
        "ru": f"+79{rng.randint(0, 9)}{digits}",
        "tr": f"05{rng.randint(3, 5)}{digits}",
    }
    return forms[lang]


def phone_form(rng: random.Random, number: str) -> str:
    """The same number written in another way."""
    if number.startswith("06") and len(number) == 10:
        tail = number[2:]
        return rng.choice(
            (
                number,
                f"06-{tail}",
                f"+316{tail}",
                f"06 {tail[:2]} {tail[2:4]} {tail[4:6]} {tail[6:]}",
                f"00316{tail}",
                f"06 {tail[:4]} {tail[4:]}",
            )
        )
    return number


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for i, gen in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= gen if (top >> i) & 1 else 0
    return check


def wallet(rng: random.Random) -> str:
    """A bitcoin (bech32) or tron address with a right checksum, to a random key nobody has."""
    if rng.random() < 0.5:
        data = [0] + [rng.randrange(32) for _ in range(31)] + [rng.choice((0, 16))]
        head = [3, 3, 0, 2, 3]
        mod = _polymod(head + data + [0] * 6) ^ 1
        return "bc1" + "".join(CHARS[v] for v in data + [(mod >> 5 * (5 - i)) & 31 for i in range(6)])
    raw = b"\x41" + rng.randbytes(20)
    raw += hashlib.sha256(hashlib.sha256(raw).digest()).digest()[:4]
    number, out = int.from_bytes(raw, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        out = B58[rest] + out
    return out


def session(rng: random.Random) -> str:
    """An address of the Session messenger."""
    return "05" + rng.randbytes(32).hex()
