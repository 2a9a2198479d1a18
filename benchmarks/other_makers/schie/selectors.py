"""Made-up phone numbers, wallets with true checksums, handles on other platforms."""

from __future__ import annotations

import hashlib
import random

BECH = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
PHONES = {
    "nl": "+316",
    "de": "+4917604",
    "fr": "+33639",
    "en": "+4477009",
    "es": "+346",
    "ru": "+7900",
    "tr": "+90555",
    "be": "+3247",
}
LENGTHS = {"nl": 8, "de": 6, "fr": 6, "en": 5, "es": 8, "ru": 7, "tr": 7, "be": 7}


def phone(country: str, rng: random.Random) -> str:
    """A number that looks right for the country; France and Britain from the ranges kept for fiction."""
    middle = {
        "nl": str(rng.choice((1, 2, 3, 4, 5, 8))),
        "fr": "98",
        "en": "00",
        "es": str(rng.randint(0, 9)),
    }.get(country, "")
    digits = "".join(str(rng.randrange(10)) for _ in range(LENGTHS[country] - len(middle)))
    return PHONES[country] + middle + digits


def spell_phone(number: str, style: int) -> str:
    """The same number as different hands write it."""
    if number.startswith("+316"):
        local = "06" + number[4:]
    elif number.startswith(("+33", "+49", "+32")):
        local = "0" + number[3:]
    else:
        return number
    if style == 0:
        return number
    if style == 2:
        return local
    if number.startswith(("+49", "+32")):
        return local[:4] + ("-" if style == 1 else " ") + local[4:]
    if style == 1 and number.startswith("+316"):
        return local[:2] + "-" + local[2:]
    mark = "." if style == 1 else " "
    return mark.join(local[i : i + 2] for i in range(0, len(local), 2))


def _polymod(values: list[int]) -> int:
    top = 1
    for value in values:
        high = top >> 25
        top = (top & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            top ^= generator if high >> bit & 1 else 0
    return top


def bitcoin(rng: random.Random) -> str:
    """A bech32 address of version 0 with a right checksum; nobody holds its key."""
    bits = "".join(f"{rng.randrange(256):08b}" for _ in range(20))
    data = [0, *(int(bits[i : i + 5], 2) for i in range(0, 160, 5))]
    prefix = [3, 3, 0, 2, 3]
    check = _polymod([*prefix, *data, 0, 0, 0, 0, 0, 0]) ^ 1
    data += [check >> 5 * (5 - i) & 31 for i in range(6)]
    return "bc1" + "".join(BECH[value] for value in data)


def tron(rng: random.Random) -> str:
    """A TRC-20 address with a right checksum."""
    body = b"\x41" + bytes(rng.randrange(256) for _ in range(20))
    check = hashlib.sha256(hashlib.sha256(body).digest()).digest()[:4]
    number = int.from_bytes(body + check, "big")
    text = ""
    while number:
        number, rest = divmod(number, 58)
        text = BASE58[rest] + text
    return text


def handle(stem: str, rng: random.Random) -> str:
    """A handle for another messenger."""
    kind = rng.randrange(4)
    if kind == 0:
        return f"Signal: {stem}.{rng.randint(10, 99)}"
    if kind == 1:
        return f"threema {''.join(rng.choice('ABCDEFGHJKMNPRSTUVWX23456789') for _ in range(8))}"
    if kind == 2:
        return f"wickr: {stem}{rng.randint(1, 999)}"
    return f"{stem}{rng.randint(1, 99)}@mail.example.org"
