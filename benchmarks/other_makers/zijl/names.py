"""Names, usernames, phones and wallets of made-up people; wallets pass their checksum, phones are drawn at random."""

from __future__ import annotations

import hashlib
from random import Random

from .lexicon import common, tongues

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
MOBILE = {"nl": "+316", "en": "+447", "de": "+4915", "fr": "+336", "es": "+346", "ru": "+79", "tr": "+905"}
LENGTH = {"nl": 8, "en": 9, "de": 9, "fr": 8, "es": 8, "ru": 9, "tr": 9}
LATIN = str.maketrans(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяçğıöşüéèäß", "abvgdeejziyklmnoprstufhccss_y_euacgiosueeas"
)


def person_name(lang: str, rng: Random) -> str:
    """A display name of somebody ordinary: a first name, a nickname, an emoji, a letter."""
    first = str(rng.choice(tongues()[lang].place["first"] if rng.random() < 0.62 else common()["nicks"]))
    form = rng.randrange(10)
    tails = [
        " " + rng.choice("ABDEFGHJKLMNPRSTVWZ"),
        rng.choice(common()["emoji"]),
        str(rng.randrange(10, 99)),
        " " + rng.choice("BHKLMW") + ".",
        " " + rng.choice(common()["nicks"]),
    ]
    name = first + (tails[form] if form < len(tails) else "")
    return name.lower() if rng.random() < 0.25 else name


def stem(name: str, rng: Random) -> str:
    """The kernel of usernames somebody keeps choosing."""
    plain = "".join(c for c in name.lower().translate(LATIN) if c.isascii() and c.isalnum())[:9]
    return (
        rng.choice(
            [
                plain + rng.choice(common()["stems"]),
                rng.choice(common()["stems"]) + rng.choice(common()["stems"]),
                rng.choice(common()["stems"]) + plain,
            ]
        )
        or "user"
    )


def username(kernel: str, rng: Random) -> str:
    """A username from a kernel."""
    tail = rng.choice(
        [str(rng.randrange(10, 9999)), "_" + str(rng.randrange(1, 99)), rng.choice(common()["usertails"])]
    )
    return (kernel + tail)[:30]


def phone(lang: str, rng: Random) -> str:
    """A mobile number of the language's country, at random."""
    return MOBILE[lang] + "".join(str(rng.randrange(10)) for _ in range(LENGTH[lang]))


def show_phone(number: str, rng: Random) -> str:
    """How people write a number."""
    form = rng.randrange(4)
    if form == 0:
        return number
    if form == 1:
        return number[:3] + " " + number[3:5] + " " + number[5:]
    if form == 2 and number.startswith("+31"):
        return "0" + number[3:]
    return number[:3] + " " + " ".join(number[i : i + 3] for i in range(3, len(number), 3))


def wallet(rng: Random) -> str:
    """A wallet with a valid checksum: old-style bitcoin or tron."""
    raw = (b"\x00" if rng.random() < 0.6 else b"\x41") + rng.randbytes(20)
    raw += hashlib.sha256(hashlib.sha256(raw).digest()).digest()[:4]
    n, out = int.from_bytes(raw, "big"), ""
    while n:
        n, r = divmod(n, 58)
        out = ALPHABET[r] + out
    return "1" + out if raw[0] == 0 else out
