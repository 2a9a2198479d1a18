"""A hand: the way one person writes. All accounts of one person share it (with a little noise)."""

import re

PAT = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{(\w+)\}")


def expand(rng, tpl, ctx=None):
    """[a|b|] picks one; {x} is filled from ctx (a value, a list or a function)."""
    while "[" in tpl:
        new = PAT.sub(lambda m: rng.choice(m.group(1).split("|")), tpl)
        if new == tpl:
            break
        tpl = new

    def fill(m):
        v = (ctx or {}).get(m.group(1), "")
        if callable(v):
            v = v()
        elif isinstance(v, (list, tuple)):
            v = rng.choice(v)
        return str(v)

    return re.sub(r" {2,}", " ", SLOT.sub(fill, tpl)).strip()


ABBR = {
    "nl": {
        "ik": "k",
        "niet": "nie",
        "het": "t",
        "een": "n",
        "even": "ff",
        "wat": "wa",
        "dat": "da",
        "maar": "mr",
        "gewoon": "gwn",
        "iemand": "iemd",
        "morgen": "mrgn",
        "vandaag": "vndg",
        "bericht": "brcht",
        "misschien": "mss",
        "alleen": "alln",
        "echt": "ech",
        "bedankt": "thx",
        "zijn": "zn",
        "mijn": "mn",
        "weet": "wt",
        "heeft": "heeft",
        "volgens": "vlgns",
        "jullie": "jllie",
        "gisteren": "gstrn",
        "altijd": "altyd",
        "tijd": "tyd",
        "blij": "bly",
        "wij": "wy",
        "zij": "zy",
        "bij": "by",
        "hij": "ie",
        "groeten": "grtz",
    },
    "en": {
        "you": "u",
        "your": "ur",
        "are": "r",
        "please": "pls",
        "people": "ppl",
        "thanks": "thx",
        "because": "cuz",
        "anyone": "any1",
        "someone": "sum1",
        "before": "b4",
        "and": "n",
        "for": "4",
        "tomorrow": "tmrw",
        "message": "msg",
        "tonight": "2nite",
        "really": "rly",
        "about": "abt",
        "with": "w",
    },
    "de": {
        "nicht": "nich",
        "ist": "is",
        "habe": "hab",
        "eine": "ne",
        "einen": "nen",
        "etwas": "was",
        "jemand": "jmd",
        "heute": "heut",
        "vielleicht": "vllt",
        "und": "u",
        "keine": "kein",
        "schreiben": "schreibn",
    },
    "fr": {
        "c'est": "c",
        "quelqu'un": "qlq1",
        "pour": "pr",
        "que": "q",
        "vous": "vs",
        "salut": "slt",
        "avec": "ac",
        "dans": "ds",
        "tout": "tt",
        "toujours": "tjrs",
        "beaucoup": "bcp",
        "rien": "r1",
        "pas": "pa",
        "quoi": "koi",
    },
    "es": {
        "que": "q",
        "por": "x",
        "porque": "pq",
        "también": "tb",
        "estoy": "toy",
        "para": "pa",
        "alguien": "alg",
        "bien": "bn",
        "todo": "to",
    },
    "ru": {
        "что": "че",
        "сейчас": "ща",
        "пожалуйста": "плз",
        "человек": "чел",
        "сегодня": "седня",
        "только": "тока",
        "вообще": "ваще",
        "нормально": "норм",
        "спасибо": "спс",
        "кто-нибудь": "кто нить",
    },
    "tr": {
        "bir": "bi",
        "değil": "diil",
        "tamam": "tmm",
        "selam": "slm",
        "kardeşim": "krdşm",
        "var": "vr",
        "mesaj": "msj",
        "teşekkürler": "tşk",
        "geliyorum": "gelyom",
        "bugün": "bgn",
        "güvenilir": "gvnlr",
    },
}
BRABANT = {
    "dat": "da",
    "wat": "wa",
    "niet": "nie",
    "met": "mee",
    "jij": "gij",
    "je": "ge",
    "doei": "houdoe",
    "mooi": "skon",
    "kijk": "kek",
    "goed": "goe",
    "leuk": "moi",
    "gaat": "gaot",
    "hebt": "het",
}
FLEMISH = {
    "jij": "gij",
    "je": "ge",
    "jou": "u",
    "jouw": "uw",
    "niet": "ni",
    "dat": "da",
    "wat": "wa",
    "leuk": "plezant",
    "mooi": "schoon",
    "bro": "maat",
    "gast": "gast",
    "even": "efkes",
    "geen": "gene",
    "goed": "goe",
    "een": "een",
    "gewoon": "gewoon",
    "zeker": "zeker",
    "politie": "flikken",
    "broodje": "smos",
    "lekker": "wreed",
    "heel": "kei",
}
POLISH = {
    "the": "",
    "a": "",
    "an": "",
    "is": "is",
    "are": "is",
    "have": "have",
    "anyone": "somebody",
    "thanks": "thx bro",
    "really": "very",
    "does": "do",
    "doesn't": "dont",
    "isn't": "is not",
    "good": "good",
    "this": "this",
    "was": "was",
    "bought": "buyed",
    "very": "wery",
    "what": "what",
    "with": "wit",
}
STRIP = str.maketrans("áéíóúñüöäçğışàèêëîïôûœ", "aeiounuoacgisaeeeiiouo")
HOMO = str.maketrans("aeocpxy", "аеосрху")
LEET = str.maketrans("oeai", "03@1")
SMILE = {
    "nl": ["😂", "👍", "🔥", "💪", "🙏", "👀", "😅", "🤝", "💯", "😭", "🤙", "😎"],
    "x": ["😂", "👍", "🔥", "🙏", "👌", "💯", "😅", "😡", "😉"],
}


class Hand:
    """A person's way of writing."""

    def __init__(self, rng, lang="nl", accent=None):
        self.lang, self.accent = lang, accent
        self.case = rng.choices(("low", "norm", "up", "cap1"), (45, 30, 4, 21))[0]
        self.typo = rng.choice((0, 0, 0.005, 0.012, 0.03))
        self.abbr = rng.choice((0, 0.1, 0.3, 0.6))
        self.drop = rng.random() < 0.6  # drops full stops
        self.strip = rng.random() < 0.5
        self.smile = rng.choice((0, 0, 0.08, 0.2, 0.4))
        self.smiles = rng.sample(SMILE["nl" if lang == "nl" else "x"], 3)
        self.long = rng.choice((0, 0, 0, 0.03))
        self.tic = (
            rng.choice(("", "", "", "..", "!!", " man", " haha", " ofzo", " x", " bro", " eh"))
            if lang == "nl"
            else rng.choice(("", "", "", "..", "!!", ")"))
        )
        # how this hand sets an advertisement
        self.bullet = rng.choice(
            ("", "- ", "• ", "* ", "➖ ", "✅ ", "▪️", "» ", "{e} ", "{e}", "🔹", "~ ", "_")
        )
        self.eq = rng.choice((" = ", " - ", ": ", " ", " / ", " → ", "..", " voor ", "="))
        self.cur = rng.choice(("€{p}", "{p}€", "{p}", "{p},-", "{p} euro", "{p}e", "€ {p}", "{p}eu"))
        self.unit = rng.choice(("{q}{u}", "{q} {u}", "{q}{u}", "{q}{U}"))
        self.gram = rng.choice(("g", "gr", "gram", "g", "G", "gr."))
        self.piece = rng.choice(("st", "x", "stuks", "", "stk", "x"))
        self.rule = rng.choice(
            (
                "",
                "",
                "————————",
                "〰️〰️〰️〰️",
                "_____________",
                "➖➖➖➖➖",
                "* * *",
                "🔻🔻🔻",
                "-=-=-=-=-",
                "\n",
            )
        )
        self.shout = rng.random() < 0.35
        self.mask = rng.choices(
            ("none", "leet", "star", "dots", "space", "homo", "emoji"), (52, 10, 10, 6, 4, 8, 10)
        )[0]
        self.flag = rng.random()

    def near(self, rng):
        """The same person on another phone: a copy with a small drift."""
        h = Hand.__new__(Hand)
        h.__dict__.update(self.__dict__)
        h.typo = self.typo * rng.uniform(0.6, 1.6)
        if rng.random() < 0.25:
            h.smile = rng.choice((0, 0.08, 0.2))
        return h

    def mask_name(self, rng, word, g, force=False):
        """The name of a good, masked as this hand masks it."""
        if self.mask == "none" or (not force and rng.random() > 0.75):
            return word
        if self.mask == "leet":
            return word.translate(LEET)
        if self.mask == "star":
            for v in "oeaiuоеаи":
                if v in word[1:]:
                    return word[0] + word[1:].replace(v, "*", 1)
            return word
        if self.mask == "dots":
            return ".".join(word) if len(word) < 9 else word
        if self.mask == "space":
            return " ".join(word.upper()) if len(word) < 7 else word
        if self.mask == "homo":
            return word.translate(HOMO)
        return rng.choice(g.emoji)

    def qty(self, q, u):
        """An amount as this hand writes it."""
        if u == "g":
            if q >= 1000:
                return f"{q // 1000} {'kilo' if self.flag < 0.5 else 'kg'}"
            return self.unit.format(q=q, u=self.gram, U=self.gram.upper())
        if u == "ml":
            return f"{q // 1000}L" if q >= 1000 else f"{q}ml"
        return self.unit.format(q=q, u=self.piece, U=self.piece).strip()

    def money(self, p):
        """A price as this hand writes it."""
        if p >= 1000 and self.flag < 0.3:
            return self.cur.format(p=f"{p / 1000:g}k").replace("k,-", "k")
        if p >= 1000 and self.flag < 0.55:
            return self.cur.format(p=f"{p:,}".replace(",", "."))
        return self.cur.format(p=p)

    def write(self, rng, text, ad=False):
        """Put a line into this hand. Handles, links and numbers stay whole."""
        amap = ABBR.get(self.lang, {})
        dial = {"brabant": BRABANT, "flemish": FLEMISH, "polish": POLISH}.get(self.accent)
        out = []
        rnd = rng.random
        typo, abbr = (self.typo * 0.4, self.abbr * 0.3) if ad else (self.typo, self.abbr)
        for w in re.split(r"(\s+)", text):
            if (
                not w
                or w.isspace()
                or w[0] in "@#+\x01"
                or "://" in w
                or "t.me" in w
                or "\x02" in w
                or "_" in w
                or w[0].isdigit()
            ):
                out.append(w)
                continue
            core = w.rstrip(".,!?")
            tail = w[len(core) :]
            low = core.lower()
            if dial and low in dial and rnd() < 0.75:
                core = dial[low]
            elif abbr and low in amap and rnd() < abbr:
                core = amap[low]
            if typo and len(core) > 4 and core.isalpha() and rnd() < typo * 4:
                i = rng.randrange(1, len(core) - 2)
                k = rng.randrange(3)
                core = core[:i] + (
                    core[i + 1] + core[i] + core[i + 2 :]
                    if k == 0
                    else core[i + 1 :]
                    if k == 1
                    else core[i] + core[i:]
                )
            if self.long and not ad and len(core) > 2 and core.isalpha() and rnd() < self.long:
                core += core[-1] * rng.randrange(2, 4)
            out.append(core + tail)
        s = "".join(out)
        if self.strip and self.lang in ("es", "fr", "tr", "de"):
            s = s.translate(STRIP)
        keep = ad or any(m in s for m in ("@", "://", "t.me"))
        if self.case == "low" and not keep:
            s = s.lower()
        elif self.case == "up" and not keep:
            s = s.upper()
        elif (self.case == "cap1" and s[:1].isalpha()) or (self.case == "norm" and s[:1].isalpha()):
            s = s[0].upper() + s[1:]
        if not ad:
            if self.drop and s.endswith("."):
                s = s[:-1]
            if self.tic and rnd() < 0.16 and not s.endswith(("?", "!")):
                s = s.rstrip(".") + self.tic
            if self.smile and rnd() < self.smile:
                s += " " + rng.choice(self.smiles)
        return re.sub(r" {2,}", " ", s).strip()
