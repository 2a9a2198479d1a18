"""How a person types: capitals, points, emoji, slips, short forms. A voice stays with a person through all accounts, unless he minds it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

ENDS = ("", "", "", "", ".", "!", "!!", "!!!", "..", "...", " ✌️", " 🤙")
EMOJI = (
    "🔥",
    "💯",
    "😂",
    "😅",
    "🙏",
    "💪",
    "👊",
    "🤝",
    "😎",
    "👀",
    "🙌",
    "😤",
    "🤣",
    "❤️",
    "🥶",
    "🚀",
    "⚡",
    "🫡",
    "🤷‍♂️",
    "💨",
)
SHORT = {
    "nl": {
        "even": "ff",
        "niet": "nie",
        "een": "n",
        "het": "t",
        "ik": "k",
        "dat": "da",
        "wat": "wa",
        "goed": "goe",
        "wel": "wl",
        "vandaag": "vndg",
        "iemand": "iem",
        "morgen": "mrgn",
        "gewoon": "gwn",
        "misschien": "mss",
        "altijd": "altyd",
        "bij": "by",
        "zijn": "zyn",
        "mijn": "mn",
        "waarom": "wrm",
        "echt": "egt",
        "heb": "hb",
    },
    "en": {
        "you": "u",
        "are": "r",
        "your": "ur",
        "please": "pls",
        "because": "cuz",
        "going": "goin",
        "about": "abt",
        "thanks": "thx",
        "what": "wot",
        "with": "w",
        "people": "ppl",
    },
    "de": {
        "nicht": "nich",
        "ich": "ik",
        "auch": "au",
        "ist": "is",
        "haben": "ham",
        "jemand": "jmd",
        "vielleicht": "vllt",
        "etwas": "was",
        "eine": "ne",
        "einen": "nen",
    },
    "fr": {
        "quelqu'un": "qlqn",
        "pas": "pa",
        "vous": "vs",
        "pour": "pr",
        "c'est": "c",
        "beaucoup": "bcp",
        "toujours": "tjr",
        "quand": "qd",
        "salut": "slt",
        "bien": "b1",
    },
    "es": {
        "que": "q",
        "porque": "xq",
        "por": "x",
        "también": "tmb",
        "mucho": "mxo",
        "alguien": "algn",
        "hola": "ola",
        "está": "ta",
    },
    "ru": {
        "что": "шо",
        "сейчас": "ща",
        "сегодня": "седня",
        "нормально": "норм",
        "спасибо": "спс",
        "человек": "чел",
        "пожалуйста": "плз",
        "вообще": "ваще",
    },
    "tr": {
        "bir": "bi",
        "değil": "deil",
        "tamam": "tmm",
        "selam": "slm",
        "var": "vr",
        "bugün": "bgn",
        "yok": "yk",
        "merhaba": "mrb",
    },
}


@dataclass
class Voice:
    """Typing habits as chances and choices."""

    lower: float
    caps: float
    slip: float
    short: float
    emoji: float
    marks: tuple[str, ...]
    faces: tuple[str, ...]

    def say(self, rng: Random, text: str, lang: str, light: bool = False) -> str:
        """The text as this person types it; `light` for ads, which are written with more care."""
        scale = 0.4 if light else 1.0
        lines = [self._line(rng, line, lang, scale) for line in text.split("\n")]
        out = "\n".join(lines)
        if not light and rng.random() < self.emoji:
            out += " " + rng.choice(self.faces)
        if rng.random() < self.caps * (1.0 if len(out) < 60 else 0.3):
            out = _upper(out)
        return out

    def _line(self, rng: Random, line: str, lang: str, scale: float) -> str:
        """One line: words, then its end."""
        words = [self._word(rng, w, lang, scale) for w in line.split(" ")]
        line = " ".join(words)
        if rng.random() < self.lower and not _kept(line.split(" ")[0]) and not line[:2].isupper():
            line = line[:1].lower() + line[1:]
        if scale == 1.0 and line[-1:].isalpha() and rng.random() < 0.6:
            line += rng.choice(self.marks)
        return line

    def _word(self, rng: Random, word: str, lang: str, scale: float) -> str:
        """One word, perhaps shortened or misspelt; handles, figures and links stay."""
        if _kept(word) or len(word) < 2:
            return word
        if rng.random() < self.short * scale:
            word = SHORT.get(lang, {}).get(word.lower(), word)
        if len(word) > 4 and rng.random() < self.slip * scale:
            word = _slip(rng, word)
        return word


def _kept(word: str) -> bool:
    """Must this word stay as it is?"""
    return any(c in "@/+_:" or c.isdigit() for c in word)


def _upper(text: str) -> str:
    """Capitals, but handles and links keep their letters."""
    return "\n".join(
        " ".join(w if _kept(w) else w.upper() for w in line.split(" ")) for line in text.split("\n")
    )


def _slip(rng: Random, word: str) -> str:
    """One slip of the thumb: swap, drop or double a letter inside."""
    i = rng.randrange(1, len(word) - 1)
    kind = rng.random()
    if kind < 0.4:
        return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    if kind < 0.75:
        return word[:i] + word[i + 1 :]
    return word[:i] + word[i] + word[i:]


def make_voice(rng: Random) -> Voice:
    """A person's habits; most are sloppy, few are neat, some shout."""
    neat = rng.random() < 0.2
    marks = tuple(rng.choice(ENDS) for _ in range(3))
    faces = tuple(rng.sample(EMOJI, 3))
    shout = 0.5 if rng.random() < 0.05 else rng.choice((0.0, 0.0, 0.02, 0.05))
    return Voice(
        0.1 if neat else rng.choice((0.5, 0.8, 0.95)),
        shout,
        0.004 if neat else rng.choice((0.01, 0.02, 0.05)),
        0.0 if neat else rng.choice((0.1, 0.3, 0.6, 0.85)),
        rng.choice((0.0, 0.05, 0.15, 0.35)),
        marks,
        faces,
    )
