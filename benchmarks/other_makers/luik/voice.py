"""How one person writes: capitals, points, emoji, slips of the finger, short forms, and the few phrases he falls back on."""

import random
import re
import unicodedata
from dataclasses import dataclass, field

from .lexicon import SLOT, expand, fill, lines, short_forms, table

NEIGHBOUR = {"a": "s", "e": "r", "i": "o", "o": "p", "n": "m", "t": "r", "d": "f", "g": "h", "l": "k"}
NAME_OR_WORD = re.compile(r"@\w+|[^\W\d]+")


@dataclass
class Voice:
    """A person's habits of writing."""

    lang: str
    seed: int
    case: str
    ending: str
    emoji: list[str]
    emoji_rate: float
    slip: float
    short: dict[str, str]
    stretch: float
    bare: bool
    width: int
    chatty: float
    leads: list[str]
    tails: list[str]
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def repertoire(self, path: str) -> tuple[str, ...]:
        """The handful of phrases this person uses for one purpose."""
        if path not in self.known:
            every = list(lines(self.lang, path))
            random.Random(f"{self.seed}:{path}").shuffle(every)
            self.known[path] = tuple(every[: max(self.width, len(every) // 6)])
        return self.known[path]

    def say(
        self, path: str, rng: random.Random, slots: dict[str, str] | None = None, wide: bool = False
    ) -> str:
        """One utterance."""
        pool = lines(self.lang, path) if wide else self.repertoire(path)
        return self.dress(rng.choice(pool), rng, slots or {})

    def dress(self, phrase: str, rng: random.Random, slots: dict[str, str], mild: bool = False) -> str:
        """Put a phrase in this person's hand; slots stay as they are given."""
        parts = SLOT.split(expand(phrase, rng))
        for at in range(0, len(parts), 2):
            parts[at] = self.mark(parts[at], rng, mild)
        for at in range(1, len(parts), 2):
            parts[at] = "{" + parts[at] + "}"
        text = fill("".join(parts), slots)
        text = text if mild else self.finish(text, rng)
        if self.case == "first" and text[:1].isalpha():
            text = text[0].upper() + text[1:]
        if self.case == "upper" and not mild:
            text = NAME_OR_WORD.sub(
                lambda hit: hit.group() if hit.group()[0] == "@" else hit.group().upper(), text
            )
        return text

    def mark(self, text: str, rng: random.Random, mild: bool) -> str:
        """Letters: case, short forms, slips."""
        for full, brief in self.short.items():
            text = f" {text} ".replace(f" {full} ", f" {brief} ")[1:-1]
        if self.case == "lower" or (self.case == "upper" and mild):
            text = lowered(text, self.lang)
        if self.bare:
            text = "".join(
                c
                for c in unicodedata.normalize("NFD", text)
                if not unicodedata.combining(c) or c in "\u0306\ufe0f"
            )
            text = unicodedata.normalize("NFC", text)
        if rng.random() < self.slip * (0.3 if mild else 1.0) and len(text) > 8:
            text = slip(text, rng)
        return text

    def finish(self, text: str, rng: random.Random) -> str:
        """The end of a message: points, stretched letters, emoji."""
        if rng.random() < self.chatty:
            text = (
                f"{rng.choice(self.leads)} {text}"
                if rng.random() < 0.5
                else f"{text} {rng.choice(self.tails)}"
            )
        if self.ending and rng.random() < 0.7 and text[-1:].isalpha():
            text += self.ending
        if rng.random() < self.stretch and text[-1:].isalpha():
            text += text[-1] * rng.randint(1, 3)
        if rng.random() < self.emoji_rate:
            text += " " + "".join(rng.choice(self.emoji) for _ in range(rng.choice((1, 1, 2, 3))))
        return text


def lowered(text: str, lang: str) -> str:
    """Small letters; Turkish has two kinds of i."""
    return (text.replace("I", "ı") if lang == "tr" else text).replace("İ", "i").lower()


def slip(text: str, rng: random.Random) -> str:
    """One slip of the finger: a letter left out, doubled, swapped or hit beside."""
    at = rng.randrange(1, len(text) - 2)
    if not (text[at].isalpha() and text[at + 1].isalpha()):
        return text
    kind = rng.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if kind == 2:
        return text[:at] + text[at] + text[at:]
    return text[:at] + NEIGHBOUR.get(text[at], text[at]) + text[at + 1 :]


def new_voice(rng: random.Random, lang: str, width: int = 5) -> Voice:
    """A new person."""
    case = rng.choices(("lower", "first", "asis", "upper"), (0.52, 0.25, 0.18, 0.05))[0]
    ending = rng.choices(("", ".", "!", "!!", "...", " ..", " !"), (0.6, 0.12, 0.09, 0.05, 0.07, 0.03, 0.04))[
        0
    ]
    pairs = short_forms(lang)
    eager = rng.choice((0.0, 0.1, 0.3, 0.6))
    short = {full: brief for full, brief in pairs if rng.random() < eager}
    emoji = rng.sample(table("names")["emoji"], rng.randint(1, 4))
    rate = rng.choice((0.0, 0.03, 0.08, 0.2, 0.45))
    slips = rng.choice((0.01, 0.03, 0.08, 0.16))
    stretch, bare = rng.choice((0.0, 0.0, 0.03, 0.1)), rng.random() < 0.3
    leads, tails = (rng.sample(lines(lang, f"tic.{name}"), 3) for name in ("lead", "tail"))
    chatty = rng.choice((0.0, 0.05, 0.15, 0.3, 0.45))
    return Voice(
        lang,
        rng.randrange(1 << 30),
        case,
        ending,
        emoji,
        rate,
        slips,
        short,
        stretch,
        bare,
        width,
        chatty,
        leads,
        tails,
    )
