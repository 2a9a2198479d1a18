"""A hand: the way one person (or bot) writes.  Expansion of patterns and noise."""

import re
import string

_ALT = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
SWAPS = {
    "niet": ["nie", "niet"],
    "ik": ["k", "ik"],
    "dat": ["da", "dat"],
    "even": ["ff", "effe"],
    "heeft": ["heb", "hept"],
    "bestellen": ["bestelle"],
    "gewoon": ["gwn", "gewoon"],
    "iemand": ["iemand", "iem", "ieman"],
    "vandaag": ["vndg", "vandaag", "vandaahg"],
    "weer": ["wr", "weer"],
    "geen": ["gn", "geen"],
    "goed": ["goe", "gd"],
    "alleen": ["alleeen", "alln"],
    "het": ["t", "het"],
    "een": ["n", "een", "1"],
    "altijd": ["altyd", "altijd"],
    "jongens": ["jonges", "boys"],
    "you": ["u", "ya"],
    "the": ["da", "the"],
    "nicht": ["net", "ned"],
    "besteld": ["bestelt"],
    "snel": ["snell"],
    "levering": ["leverring"],
    "betaald": ["betaalt"],
    "wordt": ["word"],
    "anyone": ["any1"],
    "please": ["pls"],
    "with": ["wit", "w/"],
    "gratis": ["gratiss"],
    "quelqu'un": ["qqn"],
    "pas": ["po", "pas"],
}
LEET = {"o": "0", "e": "3", "i": "1", "a": "@", "s": "$", "l": "1"}
CYR = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "x": "х"}
FLOURISH = [
    "🔥",
    "💯",
    "✅",
    "🚀",
    "⭐",
    "👑",
    "🤝",
    "💨",
    "🙏",
    "⚡",
    "🌟",
    "📍",
    "🎯",
    "💎",
    "🦁",
    "🐺",
    "🍀",
    "🐟",
    "🦅",
    "🎩",
    "🛵",
    "🧃",
]


def expand(rng, s, env):
    for _ in range(12):
        m = _ALT.search(s)
        if not m:
            break
        s = s[: m.start()] + rng.choice(m.group(1).split("|")) + s[m.end() :]

    def slot(m):
        v = env.get(m.group(1), "")
        return v if isinstance(v, str) else str(v() if callable(v) else v)

    for _ in range(2):
        s = _SLOT.sub(slot, s)
    return s.strip()


class Hand:
    """Habits of writing; `cousin` makes a hand that shares some of them."""

    def __init__(self, rng, lang="nl", trader=False):
        self.lang = lang
        self.case = rng.choices(["as", "low", "cap", "up"], [5, 4, 3, 1 if trader else 0.2])[0]
        self.typo = rng.choice([0, 0.004, 0.01, 0.02, 0.035, 0.06])
        self.swap = rng.choice([0, 0.1, 0.3, 0.6])
        self.emo = rng.choice([0, 0, 0.1, 0.3, 0.6, 0.9]) if trader else rng.choice([0, 0, 0.05, 0.15, 0.4])
        self.emos = rng.sample(FLOURISH if trader else PLAIN, 3)
        self.end = rng.choices(["", "!", "!!", ".", "...", " bro", " 🙏", " man"], [9, 2, 1, 2, 1, 1, 1, 1])[
            0
        ]
        self.endp = rng.choice([0.1, 0.3, 0.6])
        self.money = rng.choice(["€{}", "{}€", "{} euro", "{},-", "{}", "{}e", "€ {}", "{} eu"])
        self.disguise = (
            rng.choices(["none", "leet", "star", "dot", "cyr", "space"], [9, 2, 2, 1, 1, 0.6])[0]
            if trader
            else "none"
        )
        self.disp = rng.choice([0.3, 0.7, 1])
        self.sep = rng.choice([" - ", ": ", " = ", " ", " | ", " → ", " .... ", "/"])
        self.bullet = rng.choice(["", "", "• ", "- ", "🔹", "▪️", "➡️ ", "✔️", "* "])
        self.listing = rng.randrange(6)
        self.bold = rng.random() < 0.3
        self.upper_heads = rng.random() < 0.4
        self.pet = rng.sample(range(60), 9)  # preferred patterns

    def cousin(self, rng, near=0.8):
        """A hand that shares most habits with this one."""
        h = Hand(rng, self.lang, True)
        for k, v in vars(self).items():
            if rng.random() < near:
                setattr(h, k, v)
        return h

    def pick(self, rng, pats):
        """A pattern, mostly one that this hand likes."""
        if rng.random() < 0.7:
            return pats[rng.choice(self.pet) % len(pats)]
        return rng.choice(pats)

    def eur(self, n):
        """A price as this hand writes it."""
        n = int(n) if n == int(n) else round(n, 1)
        return self.money.format(n)

    def mask(self, rng, name):
        """A name disguised as this hand does it."""
        if self.disguise == "none" or rng.random() > self.disp:
            return name
        i = [k for k, c in enumerate(name.lower()) if c in LEET]
        if self.disguise == "leet" and i:
            k = rng.choice(i)
            return name[:k] + LEET[name[k].lower()] + name[k + 1 :]
        if self.disguise == "star" and len(name) > 3:
            k = 1 + rng.randrange(len(name) - 2)
            return name[:k] + "*" + name[k + 1 :]
        if self.disguise == "dot" and len(name) < 9:
            return ".".join(name)
        if self.disguise == "space" and len(name) < 7:
            return " ".join(name)
        if self.disguise == "cyr":
            return "".join(CYR.get(c, c) for c in name)
        return name

    def write(self, rng, text, soft=False):
        """Turn a clean sentence into this hand's version. Handles, links, digits stay."""
        out = []
        for line in text.split("\n"):
            words = line.split(" ")
            for i, w in enumerate(words):
                if not w or w[0] in "@€#" or "/" in w or any(c.isdigit() for c in w):
                    continue
                lw = w.lower()
                if self.swap and lw in SWAPS and rng.random() < self.swap:
                    w = rng.choice(SWAPS[lw])
                elif self.typo and len(w) > 3 and w.isalpha() and rng.random() < self.typo:
                    k = rng.randrange(1, len(w) - 1)
                    w = rng.choice(
                        [w[:k] + w[k + 1 :], w[:k] + w[k] + w[k:], w[:k] + w[k + 1] + w[k] + w[k + 2 :]]
                    )
                if self.case == "low":
                    w = w.lower()
                elif self.case == "up" and not soft:
                    w = w.upper()
                words[i] = w
            line = " ".join(words)
            if self.case == "cap" and line[:1].islower():
                line = line[0].upper() + line[1:]
            out.append(line)
        s = "\n".join(out)
        if "\n" not in s and rng.random() < self.endp and s[-1:].isalpha():
            s += self.end
        if rng.random() < self.emo:
            s += " " + rng.choice(self.emos)
        return s


_ENT = re.compile(
    r"(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})|(?P<link>(?:https?://)?t\.me/[+\w]+)|(?P<phone>\+\d{10,13}|\b06[ -]?\d{8}\b)|(?P<hashtag>#[A-Za-z]\w+)|\x01(?P<bold>[^\x02]*)\x02"
)


def entities(text):
    """Telegram's two views of a text: `text` and `text_entities`."""
    parts, pos = [], 0
    for m in _ENT.finditer(text):
        if m.start() > pos:
            parts.append({"type": "plain", "text": text[pos : m.start()]})
        kind = m.lastgroup
        parts.append({"type": kind, "text": m.group(kind)})
        pos = m.end()
    if pos < len(text):
        parts.append({"type": "plain", "text": text[pos:]})
    if not parts:
        return "", []
    if len(parts) == 1 and parts[0]["type"] == "plain":
        return text, parts
    return [p["text"] if p["type"] == "plain" else dict(p) for p in parts] + (
        [""] if parts[-1]["type"] != "plain" else []
    ), parts


PLAIN = ["😂", "😅", "🙏", "👍", "😎", "🤙", "😭", "❤️", "🤔", "🙄", "👀", "💪", "☀️", "🍻", "🤷", "😩"]
SYL = str.split(
    "ma mo ra ri lo ka ko ze di do sa si ta ti bo bi na no la le ja yo fa vi vo wu za mi re ro ke pi po da"
)
NOUN = str.split(
    "sneeuw vogel nacht boot kraan ster koning snoep kasteel vos wolf tulp fiets haring panda raket leeuw kaas brug molen draak beer zee steen tijger kroon rook wolk haven kabel lamp roos"
)
ADJ = str.split(
    "gouden snelle stille dikke blauwe zwarte oude kleine echte wilde rode groene verse vrolijke witte"
)
SHOP = str.split(
    "Service Bezorging Express Shop Menu Kitchen Taxi Plug Koerier Store 24/7 Factory Market Supermarkt Apotheek Kiosk Line Depot"
)
FIRST = str.split(
    "Mo Sjors Kev Bilal Daan Youssef Rik Jay Sem Tijn Nouri Dex Lars Appie Omar Boris Kees Jord Nino Rafa Stef Gio Mees Ilias Tygo Wout Bram Senna Lot Fleur Naomi Anouk Esra Romy Yara Imke Joy Lisa Dunya Sanne Kim Zoë Bo Marit"
)
LASTY = str.split("v.d. B. de W. K. el H. S. J. Jr 030 040 010 070 2.0 🇳🇱 🇧🇪 🇲🇦 🇹🇷 🇸🇷 🦍 🌹 🍀 🚲 🎧")
FOREIGN = {
    "en": "Jack Tom Liam Ellie Reece Dean Chloe Harv",
    "de": "Jonas Ali Finn Lukas Mira Kevin Lena Emre",
    "fr": "Yanis Théo Inès Karim Léa Enzo Mehdi Lou",
    "es": "Pablo Javi Lucía Dani Nerea Álex Rocío Hugo",
    "ru": "Саша Дима Лёха Катя Vadim Женя Костя Olya",
    "tr": "Emre Murat Can Elif Burak Kaan Deniz Ece",
}


def person_name(rng, lang="nl"):
    f = rng.choice(FOREIGN[lang].split() if lang in FOREIGN else FIRST)
    r = rng.random()
    if r < 0.45:
        return f
    if r < 0.75:
        return f + " " + rng.choice(LASTY)
    if r < 0.85:
        return (rng.choice(SYL) + rng.choice(SYL) + rng.choice(SYL)).capitalize()
    if r < 0.93:
        return rng.choice([".", "X", "🖤", "🐝", "...", "ㅤ", "N", "M.", "anoniem", "K", "🌊🌊"])
    return f.lower() + str(rng.randrange(1, 99))


def brand_name(rng, area=""):
    r = rng.random()
    n, a = rng.choice(NOUN).capitalize(), rng.choice(ADJ).capitalize()
    syl = (rng.choice(SYL) + rng.choice(SYL)).capitalize()
    if r < 0.25:
        return f"{a} {n}"
    if r < 0.5:
        return f"{n} {rng.choice(SHOP)}"
    if r < 0.62 and area:
        return f"{area} {rng.choice(SHOP)}"
    if r < 0.8:
        return f"{syl} {rng.choice(SHOP)}"
    if r < 0.9:
        return rng.choice(FIRST) + rng.choice(["", " 🔌", " ✅", " de echte", " 24/7"])
    return syl + rng.choice(NOUN)


def handle_of(rng, name):
    ascii_ = "".join(
        c for c in name.lower().replace(" ", rng.choice(["", "_"])) if c in string.ascii_lowercase + "_"
    ).strip("_")
    if len(ascii_) < 4:
        ascii_ += rng.choice(NOUN) + rng.choice(SYL)
    return (
        ascii_
        + rng.choice(["", "", "nl", "_", "1", "x", "030", "24", "_official", "2", "_nl"])
        + rng.choice(["", "", str(rng.randrange(2, 99))])
    ).strip("_")[:30]


def phone(rng):
    return "06" + "".join(rng.choice("0123456789") for _ in range(8))


def wallet(rng):
    b = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    if rng.random() < 0.6:
        return "bc1q" + "".join(rng.choice(b) for _ in range(38))
    return "T" + "".join(
        rng.choice("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz") for _ in range(33)
    )
