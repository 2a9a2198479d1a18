"""Hands: how one person types. And the little grammar of alternatives {a|b} and slots <x>."""

import re

ALT = re.compile(r"\{([^{}]*)\}")
SLOT = re.compile(r"<(\w+)>")


def expand(rng, pattern, ctx):
    while True:
        m = ALT.search(pattern)
        if not m:
            break
        pattern = pattern[: m.start()] + rng.choice(m.group(1).split("|")) + pattern[m.end() :]

    def fill(m):
        v = ctx.get(m.group(1))
        if v is None:
            return ""
        if callable(v):
            return str(v())
        return str(rng.choice(v)) if isinstance(v, (list, tuple)) else str(v)

    out = SLOT.sub(fill, pattern)
    return re.sub(r" {2,}", " ", out).strip()


SLANG_NL = {
    "niet": "nie",
    "even": "ff",
    "heb": "hb",
    "wat": "wa",
    "dat": "da",
    "echt": "egt",
    "geen": "gn",
    "weet": "weet",
    "jou": "jou",
    "iemand": "iemnd",
    "vandaag": "vndg",
    "morgen": "mrgn",
    "gewoon": "gwn",
    "wordt": "word",
    "goed": "goe",
    "ik": "k",
    "het": "t",
    "een": "n",
    "misschien": "mss",
    "groetjes": "grtz",
    "volgens": "vlgs",
    "zeker": "zkr",
    "bericht": "berigt",
    "gulden": "gulden",
    "gebeurt": "gebeurd",
    "vanavond": "vnv",
    "alleen": "alleen",
    "helemaal": "helemaal",
    "maar": "mr",
    "jullie": "jully",
    "bezorgen": "bezorge",
}
SLANG = {
    "nl": SLANG_NL,
    "en": {
        "you": "u",
        "your": "ur",
        "are": "r",
        "please": "pls",
        "people": "ppl",
        "for": "4",
        "the": "da",
        "what": "wat",
        "with": "w",
        "anyone": "any1",
    },
    "de": {
        "nicht": "nich",
        "ist": "is",
        "habe": "hab",
        "ein": "n",
        "eine": "ne",
        "auch": "auhc",
        "vielleicht": "vllt",
        "heute": "heut",
    },
    "fr": {
        "je": "j",
        "pas": "pa",
        "quelqu'un": "qlq1",
        "pour": "pr",
        "c'est": "c",
        "tout": "tt",
        "avec": "avc",
        "vous": "vs",
        "que": "ke",
    },
    "es": {
        "que": "q",
        "por": "x",
        "para": "pa",
        "también": "tb",
        "quiero": "qiero",
        "porque": "xq",
        "alguien": "algien",
        "bien": "bn",
    },
    "ru": {
        "что": "чё",
        "сейчас": "щас",
        "сегодня": "седня",
        "нормально": "норм",
        "пожалуйста": "плиз",
        "человек": "чел",
        "спасибо": "спс",
    },
    "tr": {
        "bir": "bi",
        "değil": "diil",
        "tamam": "tmm",
        "selam": "slm",
        "merhaba": "mrb",
        "kanka": "knk",
        "geliyor": "geliyo",
        "var mı": "varmı",
    },
}
TICS = {
    "nl": [
        "bro",
        "man",
        "mattie",
        "g",
        "broer",
        "ouwe",
        "schat",
        "sgat",
        "joh",
        "wollah",
        "fam",
        "mannen",
        "vriend",
        "aight",
        "swa",
        "bradda",
        "meneer",
    ],
    "en": ["bro", "mate", "fam", "lad", "bruv", "my g", "boss"],
    "de": ["digga", "bro", "alter", "bruder", "jung"],
    "fr": ["frr", "gros", "reuf", "wsh", "chef"],
    "es": ["tío", "bro", "hermano", "primo", "jefe"],
    "ru": ["бро", "братан", "брат", "друг"],
    "tr": ["kanka", "abi", "reis", "kardeş", "hocam"],
}
EMO = [
    "🔥",
    "😂",
    "👍",
    "🙏",
    "💯",
    "😅",
    "👀",
    "✌️",
    "🤝",
    "😎",
    "💪",
    "❤️",
    "🤣",
    "😭",
    "🙌",
    "😴",
    "🤷‍♂️",
    "🖤",
    "💨",
    "👌",
]
KEYS = {
    "a": "s",
    "e": "r",
    "i": "o",
    "o": "p",
    "n": "m",
    "t": "r",
    "r": "t",
    "d": "s",
    "g": "h",
    "l": "k",
    "s": "d",
    "v": "b",
    "k": "l",
}
LEET = {"a": "@", "e": "3", "i": "1", "o": "0", "s": "$", "c": "¢"}
HOMO = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "x": "х"}


class Hand:
    """One pair of thumbs."""

    def __init__(self, rng, lang="nl"):
        self.lang = lang
        self.case = rng.choice(
            ["lower", "lower", "lower", "cap", "cap", "asis", "asis", "shout"]
            if rng.random() < 0.93
            else ["upper"]
        )
        self.typo = rng.choice([0, 0.005, 0.01, 0.02, 0.05])
        self.slang = rng.choice([0, 0, 0.1, 0.3, 0.6])
        self.tic = rng.choice(TICS.get(lang, TICS["en"]))
        self.ptic = rng.choice([0, 0, 0.05, 0.12, 0.3])
        self.emo = rng.sample(EMO, 3)
        self.pemo = rng.choice([0, 0, 0.05, 0.15, 0.4])
        self.dots = rng.choice(["", "", "", ".", "..", "...", "!", "!!"])
        self.pdots = rng.choice([0, 0.1, 0.5])
        self.stretch = rng.choice([0, 0, 0.02, 0.08])
        self.eur = rng.choice(["€{}", "{}€", "{} euro", "{},-", "{}eu", "{}", "{}e", "€ {},-"])
        self.gram = rng.choice(["g", "gr", "gram", "gram", "G", "gr.", "grammie"])
        self.accents = rng.random() < 0.5

    def word(self, rng, w, heat):
        """A word as this hand types it."""
        if len(w) < 2 or any(c in w for c in "@/0123456789€") or "." in w.strip("."):
            return w
        low = w.lower()
        table = SLANG.get(self.lang, {})
        if low in table and rng.random() < self.slang:
            return table[low]
        if len(w) > 3 and w.isalpha() and rng.random() < self.typo * heat * 3:
            i = rng.randrange(1, len(w) - 1)
            r = rng.random()
            if r < 0.35:
                return w[:i] + w[i + 1 :]
            if r < 0.65:
                return w[:i] + w[i + 1] + w[i] + w[i + 2 :]
            if r < 0.85 and w[i].lower() in KEYS:
                return w[:i] + KEYS[w[i].lower()] + w[i + 1 :]
            return w[:i] + w[i] + w[i:]
        if rng.random() < self.stretch * 0.4 and w[-1:].isalpha() and w[-1] in "aeoijnrs":
            return w + w[-1] * rng.randint(1, 4)
        return w

    def write(self, rng, text, heat=1.0, tail=True):
        """Type a sentence. Later at night (heat) the thumbs slip."""
        lines = []
        for line in text.split("\n"):
            line = " ".join(self.word(rng, w, heat) for w in line.split(" "))
            lines.append(line)
        text = "\n".join(lines)
        if self.case == "lower":
            text = re.sub(r"(?<![@\w/.])[A-ZÀ-ÝА-Я][\w'’]*", lambda m: m.group(0).lower(), text)
        elif self.case == "cap" and text[:1].isalpha():
            text = text[0].upper() + text[1:]
        elif self.case == "upper" or (self.case == "shout" and rng.random() < 0.15):
            text = re.sub(r"(?<![@\w/.])[^\W\d_][\w'’]*", lambda m: m.group(0).upper(), text)
        if not self.accents and self.lang in ("fr", "es", "tr", "de"):
            for a, b in zip("éèêàùôîçáíóúñşğıüö", "eeeauoicaiounsgiuo", strict=True):
                text = text.replace(a, b)
        if tail and "\n" not in text:
            if rng.random() < self.ptic and not text.endswith(self.tic):
                text += " " + self.tic
            if rng.random() < self.pdots and text[-1:].isalnum():
                text += self.dots
            if rng.random() < self.pemo:
                text += " " + rng.choice(self.emo)
        return text

    def money(self, v):
        """A price as this hand writes it."""
        v = round(v)
        return self.eur.format(v)


def disguise(rng, word):
    """Letters replaced, spaced or mixed with look-alikes; against the word filter."""
    r = rng.random()
    if r < 0.35:
        return "".join(LEET.get(c, c) if rng.random() < 0.6 else c for c in word)
    if r < 0.55:
        return rng.choice([".", " ", "-", "*"]).join(word) if len(word) < 6 else word[:1] + "*" + word[2:]
    if r < 0.8:
        return "".join(HOMO.get(c, c) for c in word)
    return word[:1] + "*" * max(1, min(2, len(word) - 2)) + word[min(3, len(word) - 1) :]
