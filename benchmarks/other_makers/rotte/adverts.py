"""How a crew writes what it has. The layout is the crew's habit, not the account's."""

import re

from . import names
from .core import TRADE
from .goods import PRODUCTS

CONTACT = re.compile(r"(?<![\w$])@[A-Za-z0-9_]{4,}|\b06\d{8}\b|t\.me/\w+")


class Layout:
    """The layout of a crew's lists."""

    def __init__(self, rng, lang):
        self.sep = rng.choice([" ", ": ", " - ", " = ", " → ", "  ", "/", " voor " if lang == "nl" else " "])
        self.bullet = rng.choice(["", "", "- ", "• ", "▪️", "✅ ", "➡️ ", "* ", "👉", "🔹"])
        self.style = rng.choice(["block", "block", "inline", "unit", "unit", "slash", "dots"])
        self.emoji = rng.random() < 0.6
        self.bold = rng.random() < 0.4
        self.gap = rng.random() < 0.5
        self.upper = rng.random() < 0.25
        self.rule = rng.choice(
            ["", "", "", "---------", "〰️〰️〰️〰️", "➖➖➖➖➖", "=========", "❄️🍫🍬🌿", ".\n."]
        )
        t = TRADE.get(lang, TRADE["nl"])
        self.head = (
            rng.choice(TRADE["nl"]["ladder_head"])
            if lang == "nl"
            else rng.choice(
                ["MENU <e>", "<brand>", "<e> <brand> <e>", "menu <h>", "💊 <brand> 💊", "✈️ <h> ✈️"]
            )
        )
        self.foot = (
            rng.choice(TRADE["nl"]["ladder_foot"])
            if lang == "nl"
            else rng.choice(["<c>", "📲 <c>", "<hours> <c>", "{min 50|min 30}. <c>", "<c> 🤝"])
        )
        self.favs = rng.sample(t["ad"], min(4, len(t["ad"])))
        self.names = {}


def price(crew, key, n=1):
    p = PRODUCTS[key]
    return p.price * crew.factor * crew.goods.get(key, 1) * n**0.92


def rounded(v):
    return round(v) if v < 20 else round(v / 5) * 5 if v < 400 else round(v / 50) * 50


def amount(w, crew, key, lang, n=None):
    p = PRODUCTS[key]
    n = n or w.rng.choice(p.ladder)
    g = w.good(key, lang, crew.veil)
    if p.unit == "g":
        return (f"{n} {crew.hand().gram} {g}" if w.rng.random() < 0.6 else f"{n}{crew.hand().gram} {g}"), n
    return (f"{n}x {g}" if w.rng.random() < 0.4 else f"{n} {g}"), n


def contact(w, crew, acct, lang):
    h = "@" + acct.handle if acct.handle else ""
    bits = {
        "handle": h,
        "number": acct.number or h,
        "both": f"{h} / {acct.number}" if acct.number else h or "pb",
        "pb": {"nl": "pb", "en": "dm", "de": "pn", "fr": "mp", "es": "privado", "ru": "лс", "tr": "özel"}[
            lang
        ],
    }
    return bits[acct.shows.get("contact", "handle")] or bits["pb"]


def ctx(w, crew, acct, lang, keys=None):
    """Slots of an advert; com is filled with what is named."""
    r = w.rng
    have = keys or [k for k in crew.goods if crew.stock.get(k, True)] or list(crew.goods)
    com = []
    state = {}

    def g():
        k = state["k"] = r.choice(have)
        com.append(PRODUCTS[k].commodity)
        return crew.word(w, k, lang)

    def gg():
        ks = r.sample(have, min(len(have), r.randint(2, 5)))
        com.extend(PRODUCTS[k].commodity for k in ks)
        state["k"] = ks[0]
        sep = r.choice([", ", " / ", ", ", " en " if lang == "nl" else ", ", " ", " | "])
        return sep.join(crew.word(w, k, lang) for k in ks)

    def a():
        k = state.get("k") or r.choice(have)
        com.append(PRODUCTS[k].commodity)
        s, n = amount(w, crew, k, lang)
        state["k"], state["n"] = k, n
        return s

    def p(mult=None):
        k = state.get("k") or have[0]
        n = state.pop("n", 1)
        v = price(crew, k, mult or n)
        return crew.hand().money(rounded(v))

    unit = {"g": crew.hand().gram, "x": r.choice(["stuk", "st"]), "b": "buisje", "k": "stuk"}
    d = {
        "g": g,
        "g2": g,
        "gg": gg,
        "a": a,
        "p": p,
        "p100": lambda: p(100),
        "p1000": lambda: p(1000),
        "pk": lambda: p(500),
        "u": lambda: unit[PRODUCTS[state.get("k") or have[0]].unit],
        "c": contact(w, crew, acct, lang),
        "pb": ["pb", contact(w, crew, acct, lang)],
        "h": crew.hoods,
        "hours": crew.hours_text,
        "brand": acct.name if r.random() < 0.5 else crew.brand,
    }
    return d, com


def short(w, crew, acct, lang, key="ad", keys=None, pat=None):
    d, com = ctx(w, crew, acct, lang, keys)
    if pat is None:
        pat = (
            w.rng.choice(crew.layout(lang).favs)
            if key == "ad" and w.rng.random() < 0.6
            else w.line(lang, key)
        )
    text = w.say(crew.hand(), pat, d, tail=w.rng.random() < 0.5)
    return text, list(dict.fromkeys(com))


def ladder(w, crew, acct, lang):
    """The long list."""
    r, lay = w.rng, crew.layout(lang)
    d, _ = ctx(w, crew, acct, lang)
    hand = crew.hand()
    keys = [k for k in crew.goods if crew.stock.get(k, True)] or list(crew.goods)
    com, out = [], []
    if r.random() < 0.9:
        head = w.say(hand, lay.head, d, tail=False)
        out.append("\x01" + head + "\x02" if lay.bold else head)
        if lay.rule:
            out.append(lay.rule)
    many = max(1, (crew.factor < 0.75) * 10)
    for k in keys:
        p = PRODUCTS[k]
        com.append(p.commodity)
        g = lay.names.setdefault((k, lang), crew.word(w, k, lang))
        if r.random() < 0.1:
            g = crew.word(w, k, lang)
        g = g.upper() if lay.upper else g
        em = p.emoji + " " if lay.emoji else ""
        steps = [n * many for n in p.ladder[:4]]
        money = [hand.money(rounded(price(crew, k, n))) for n in steps]
        if lay.style == "block":
            out.append(f"{em}{g}" if not lay.bold else f"\x01{em}{g}\x02")
            u = hand.gram if p.unit == "g" else "x"
            out += [f"{lay.bullet}{n}{u}{lay.sep}{m}" for n, m in zip(steps, money, strict=True)]
        elif lay.style == "inline":
            out.append(
                f"{lay.bullet}{em}{g}{lay.sep}"
                + ", ".join(f"{n}{lay.sep}{m}" for n, m in zip(steps, money, strict=True))
            )
        elif lay.style == "unit":
            out.append(f"{lay.bullet}{em}{g}{lay.sep}{money[0]}")
        elif lay.style == "slash":
            out.append(f"{em}{g} " + " ".join(f"{n}/{rounded(price(crew, k, n))}" for n in steps))
        else:
            out.append(f"{lay.bullet}{g}{'.' * max(3, 18 - len(g))}{money[0]} {em}".rstrip())
        if lay.gap:
            out.append("")
    for k in crew.goods:
        if k not in keys and r.random() < 0.3:
            out.append(crew.word(w, k, lang) + r.choice([" ❌", " (op)", " tijdelijk op", " soon"]))
    if lay.rule:
        out.append(lay.rule)
    out.append(w.say(hand, lay.foot, d, tail=False))
    if crew.prepay and crew.wallet and r.random() < 0.3:
        out.append(
            r.choice(["btc: ", "wallet ", "betalen naar: ", ""]) + (acct.shows.get("wallet") or crew.wallet)
        )
    return "\n".join(out).strip(), list(dict.fromkeys(com))


def stolen(w, acct, msg, rng):
    """Take somebody's advert and put your own address in it."""
    mine = "@" + (acct.handle or "")
    text = CONTACT.sub(
        lambda m: (acct.number or mine) if m.group(0).startswith("06") else mine, msg.text or ""
    )
    if not CONTACT.search(text) and rng.random() < 0.5:
        text += rng.choice(["\n", " "]) + mine
    if rng.random() < 0.25 and "\n" in text:
        ls = text.split("\n")
        del ls[rng.randrange(len(ls))]
        text = "\n".join(ls)
    if rng.random() < 0.2:
        text = re.sub(r"\b(\d0)\b", lambda m: str(max(10, int(m.group(1)) - 10)), text)
    return text


def make(w, crew, acct, lang):
    """An advert for today: (text, commodities, photo)."""
    r = w.rng
    photo = None
    if crew.photos and r.random() < crew.photo_p:
        photo = (r.choice(crew.photos), crew.copied)
    if crew.tier in ("groot", "bron") and r.random() < 0.7:
        text, com = short(w, crew, acct, lang, "bulk" if lang == "nl" else "ad")
    elif r.random() < crew.listy:
        text, com = ladder(w, crew, acct, lang)
    elif crew.prepay and r.random() < 0.6:
        text, com = short(w, crew, acct, lang, "adpre")
    else:
        text, com = short(w, crew, acct, lang)
    return text, com, photo


def imitate_name(w, a):
    return names.near(w.rng, a.name), names.near_handle(w.rng, a.handle or "plugg")
