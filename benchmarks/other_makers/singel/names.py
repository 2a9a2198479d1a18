"""Names, handles, phones, wallets: what an account shows of itself."""

from __future__ import annotations

import random
import string

from .phrases import table

_B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_LOOK = {"l": "I", "o": "0", "i": "l", "e": "3", "a": "4", "s": "5"}


class Names:
    """Hands out names that nobody has yet."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.taken: set[str] = set()
        self.ids: set[int] = set()

    def number(self) -> int:
        """An account number."""
        while True:
            n = self.rng.choice(
                (self.rng.randrange(10**8, 2 * 10**9), self.rng.randrange(5 * 10**9, 8 * 10**9))
            )
            if n not in self.ids:
                self.ids.add(n)
                return n

    def free(self, name: str) -> str:
        """The name, or one near it when taken."""
        out = name[:30]
        while out.lower() in self.taken or len(out) < 5:
            out = name[:26] + self.rng.choice(("", "_")) + str(self.rng.randrange(100))
        self.taken.add(out.lower())
        return out

    def base(self) -> str:
        """The stem of a seller's name, which he may keep."""
        words = table("common")
        a, b = self.rng.sample(words["nick"], 2)
        return self.rng.choice(
            (
                a + b,
                a + "_" + b,
                self.rng.choice(words["first"]).lower() + a,
                "de" + a,
                "mr" + a,
                a + self.rng.choice(words["plain"]),
            )
        )

    def seller(self, base: str) -> str:
        """A seller's username on his stem."""
        return self.free(base + self.rng.choice(table("common")["tail"]))

    def customer(self) -> str:
        """An ordinary member's username."""
        words = table("common")
        stem = self.rng.choice(
            (
                self.rng.choice(words["plain"]),
                self.rng.choice(words["first"]).lower(),
                self.rng.choice(words["plain"]) + self.rng.choice(words["nick"]),
            )
        )
        return self.free(stem + self.rng.choice(("", "_")) + str(self.rng.randrange(10, 2000)))

    def like(self, username: str) -> str:
        """A thief's version of somebody's username."""
        spots = [n for n, c in enumerate(username) if c in _LOOK]
        if spots and self.rng.random() < 0.6:
            at = self.rng.choice(spots)
            return self.free(username[:at] + _LOOK[username[at]] + username[at + 1 :])
        return self.free(
            self.rng.choice(
                (username + "_", username + "nl", "real" + username, username.replace("_", "") + "x")
            )
        )

    def display(self, username: str, lang: str = "nl") -> str:
        """The name shown, from a handle or a first name."""
        words = table("common")
        mark = self.rng.choice(table("common")["emoji"])
        first = self.rng.choice(words["first_of"].get(lang, []) * 2 + words["first"])
        return self.rng.choice(
            (
                username,
                username.title().replace("_", " "),
                first,
                first,
                first + " " + self.rng.choice(string.ascii_uppercase),
                f"{first} {mark}",
                first.lower(),
            )
        )

    def shop(self, base: str) -> str:
        """The name of a seller as a brand."""
        mark = self.rng.choice(("❄️", "🔥", "💎", "🚀", "🍀", "👑", "🥥", "⚡", "🎯", "🐼", "🦁", "24/7"))
        nice = base.replace("_", " ").title()
        return self.rng.choice(
            (nice, f"{nice} {mark}", f"{mark}{nice}{mark}", nice.upper(), nice.lower(), f"{nice} | {mark}")
        )


def phone(rng: random.Random, lang: str) -> str:
    """A telephone number in the country's form."""
    n = "".join(str(rng.randrange(10)) for _ in range(8))
    forms = {
        "nl": ("06" + n, "+316" + n, f"06-{n}", f"06 {n[:2]} {n[2:4]} {n[4:6]} {n[6:]}"),
        "de": ("+49152" + n, "0176" + n),
        "fr": ("+3247" + n[:7], "07" + n, "+336" + n),
        "es": ("+346" + n, "6" + n),
        "en": ("+4474" + n, "+316" + n),
        "ru": ("+49157" + n, "+48" + n + "1"),
        "tr": ("+9053" + n, "053" + n),
    }
    return rng.choice(forms[lang])


def wallet(rng: random.Random) -> str:
    """A wallet address that has the form and nothing behind it."""
    kind = rng.random()
    if kind < 0.45:
        return "bc1q" + "".join(rng.choice("023456789acdefghjklmnpqrstuvwxyz") for _ in range(38))
    if kind < 0.8:
        return "T" + "".join(rng.choice(_B58) for _ in range(33))
    return "4" + "".join(rng.choice(_B58) for _ in range(94))


def elsewhere(rng: random.Random, base: str) -> str:
    """A handle on another platform."""
    code = "".join(rng.choice(string.ascii_uppercase + string.digits) for _ in range(8))
    session = "05" + "".join(rng.choice("0123456789abcdef") for _ in range(64))
    return rng.choice(
        (
            f"Threema {code}",
            f"signal: {base}.{rng.randrange(10, 99)}",
            f"Session {session}",
            f"snap: {base}",
            f"{base}@example.org",
            f"potato: {base}{rng.randrange(99)}",
            f"insta {base}_",
        )
    )
