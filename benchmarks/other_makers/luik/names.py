"""Made-up names, usernames, numbers and wallets. Names are of nobody; mail lives under example.org."""

import hashlib
import random
import re
import string
import unicodedata

from .lexicon import table

B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
CYRILLIC = dict(zip("абвгдезийклмнопрстуфхцыэ", "abvgdeziyklmnoprstufhcye", strict=True)) | {
    "ж": "zh",
    "ч": "ch",
    "ш": "sh",
    "ь": "",
    "я": "ya",
    "ю": "yu",
    "ё": "e",
}
LOOKS = {"l": "I", "o": "0", "i": "l", "a": "aa", "s": "ss", "e": "ee", "r": "rr", "n": "nn"}
PHONE = {
    "nl": "+316 8",
    "de": "+49 1521 ",
    "fr": "+33 63998 ",
    "en": "+44 7700 900",
    "es": "+34 68",
    "ru": "+7 900 ",
    "tr": "+90 500 ",
}
DIGITS = {"nl": 7, "de": 7, "fr": 4, "en": 3, "es": 7, "ru": 7, "tr": 7}


def ascii_name(text: str) -> str:
    """Latin letters and digits only, for usernames."""
    low = "".join(CYRILLIC.get(c, c) for c in text.lower())
    flat = unicodedata.normalize("NFD", low)
    return re.sub(r"[^a-z0-9]+", "_", flat.encode("ascii", "ignore").decode()).strip("_")


class Names:
    """Gives out names and signs, never the same username twice."""

    def __init__(self, rng: random.Random) -> None:
        """Start empty."""
        self.rng = rng
        self.used: set[str] = set()
        self.ids: set[int] = set()
        self.batches = [rng.randrange(6_900_000_000, 8_300_000_000) for _ in range(4)]

    def uid(self, kind: str = "aged") -> int:
        """A platform id: it grows with time, so fresh accounts have high ones; those of a farm were made in a few batches."""
        ranges = {
            "channel": (1_400_000_000, 2_900_000_000),
            "aged": (90_000_000, 7_600_000_000),
            "fresh": (7_300_000_000, 8_400_000_000),
        }
        while True:
            low, high = ranges.get(kind, (0, 60_000))
            number = self.rng.randrange(low, high) + (self.rng.choice(self.batches) if kind == "farm" else 0)
            if number not in self.ids:
                self.ids.add(number)
                return number

    def free(self, wish: str) -> str:
        """A username that nobody has."""
        wish = wish[:24] if len(wish) > 4 else wish + "_" + "".join(self.rng.choices(string.digits, k=3))
        wish = wish if wish[0].isalpha() else self.rng.choice("abdjkmx") + wish
        name = wish
        while name.lower() in self.used:
            name = wish[:26] + str(self.rng.randrange(2, 999))
        self.used.add(name.lower())
        return name

    def brand(self, town_form: str, lang: str) -> str:
        """The name a seller trades under."""
        page = table("names")
        bases = page["brand"]["any"] if self.rng.random() < 0.45 else page["brand"][lang]
        base = self.rng.choice(bases) + self.rng.choice(page["tail"]["any"] + page["tail"][lang])
        style = self.rng.random()
        if style < 0.18:
            base = f"{base} {town_form}"
        if style > 0.7:
            base = f"{base} {self.rng.choice(page['emoji'])}"
        return base.upper() if self.rng.random() < 0.15 else base

    def nick(self, lang: str) -> str:
        """The name a person shows."""
        page = table("names")
        pool = (
            page["nick"][lang]
            if self.rng.random() < 0.8
            else page["nick"][self.rng.choice(sorted(page["nick"]))]
        )
        one, two = self.rng.choice(pool), self.rng.choice(pool)
        form = self.rng.choice(page["nickform"])
        parts = {
            "n": one,
            "N": one.title(),
            "N2": two.title(),
            "L": self.rng.choice("ABDFGJKLMRSTV"),
            "d": str(self.rng.randrange(1, 99)),
            "e": self.rng.choice(page["emoji"]),
        }
        return re.sub(r"\{(\w+)\}", lambda hit: parts[hit.group(1)], form)

    def handle(self, base: str) -> str:
        """A username made from a name, or from nothing."""
        stem = ascii_name(base) or "user"
        kind = self.rng.random()
        if kind < 0.45:
            stem += self.rng.choice(
                ["", "_", "x", "nl", "24", "020", "010", "_bzrg", "official", "_real"]
            ) + self.rng.choice(["", "", str(self.rng.randrange(1, 99))])
        elif kind < 0.6:
            stem = "".join(self.rng.choices(string.ascii_lowercase + string.digits, k=9))
        return self.free(stem)

    def sibling(self, handle: str) -> str:
        """A username that shows its descent."""
        stem = handle.rstrip("0123456789_")
        tail = self.rng.choice(
            ["2", "3", "_2", "_new", "nieuw", "_back", "v2", "xx", "_bkp", "77", "2025", "_"]
        )
        return self.free((stem if len(stem) > 3 else handle) + tail)

    def lookalike(self, handle: str) -> str:
        """A username that an eye in a hurry takes for another."""
        spots = [i for i, c in enumerate(handle) if c in LOOKS]
        if not spots:
            return self.free(handle + "_")
        at = self.rng.choice(spots)
        return self.free(handle[:at] + LOOKS[handle[at]] + handle[at + 1 :])

    def phone(self, lang: str) -> str:
        """A number that looks like one."""
        digits = "".join(self.rng.choices(string.digits, k=DIGITS[lang]))
        return PHONE[lang] + digits

    def app(self) -> str:
        """A handle on another messenger."""
        letters = string.ascii_uppercase + string.digits
        return self.rng.choice(["threema ", "Threema: ", "threema id "]) + "".join(
            self.rng.choices(letters, k=8)
        )

    def mail(self, base: str) -> str:
        """An address under example.org."""
        return f"{ascii_name(base)[:16] or 'shop'}{self.rng.randrange(10, 99)}@example.org"

    def wallet(self) -> str:
        """An address with a good checksum (bitcoin or tron form) that nobody made a key for."""
        lead = self.rng.choice([b"\x00", b"\x41"])
        raw = lead + self.rng.randbytes(20)
        raw += hashlib.sha256(hashlib.sha256(raw).digest()).digest()[:4]
        number, out = int.from_bytes(raw, "big"), ""
        while number:
            number, rest = divmod(number, 58)
            out = B58[rest] + out
        return "1" * (len(raw) - len(raw.lstrip(b"\x00"))) + out
