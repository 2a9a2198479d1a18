r"""Advertisements: how a firm (or a thief) sets out its goods. \x03 stands for the contact, \x04 for the name."""

import re

from . import say
from .goods import GOODS
from .hand import expand

DETAIL = {
    "xtc": ["tesla 220mg", "punisher 280mg", "rolls royce 250", "netflix 260mg", "ikea geel 230mg", "skull"],
    "coke": ["ongesneden", "peru", "flakes 92%", "schubben", "A+", "bolivia stempel", "85+"],
    "keta": ["naalden", "suiker", "s-isomeer", "shards", "india"],
    "mdma": ["84%", "champagne", "dutch crystal"],
    "wiet": ["amnesia haze", "gelato 41", "critical", "lemon cherry", "wedding cake", "k2", "cali import"],
    "hash": ["static", "dry sift", "piatella", "kilo gram zegel", "blond", "frozen"],
    "speed": ["pasta 70%", "droog", "A-olie gekookt"],
    "lsd": ["200ug", "150ug hofmann", "250ug"],
    "2cb": ["20mg roze", "25mg bij", "tucibi roze poeder"],
    "3mmc": ["kristal", "poeder", "brokken"],
    "xanax": ["2mg bars", "1mg", "sandoz"],
    "valium": ["10mg teva", "20mg", "5mg"],
    "vuurw": ["italie", "pools"],
    "glock": ["gen 5", "17", "19"],
    "docs": ["scanbaar", "RDW geregistreerd zeggen ze", "hologram ok"],
    "cc": ["NL bins", "BE bins", "EU mix"],
    "leads": ["65+", "energie", "bank A", "crypto"],
    "accs": ["met garantie", "1 jaar", "full access"],
}


def pick(rng, lang, kind, ctx, hand):
    pool = say.lines(hand, kind, rng)
    return expand(rng, rng.choice(pool), ctx)


def menu(w, a, short=False, bulk=False):
    """A list of goods with prices. a is anything with hand, label, details, quote(), instock(), goods, lang, area."""
    r, h = w.rng, a.hand
    rows, codes = [], []
    for key in a.goods:
        g = GOODS[key]
        if not a.instock(key):
            if r.random() < 0.35:
                rows.append(
                    f"{bullet(r, h, g)}{a.label[key]} {r.choice(['❌', 'op', 'sold out', '(vrijdag)', '🔜'])}"
                    if h.lang == "nl"
                    else f"{bullet(r, h, g)}{a.label[key]} ❌"
                )
            continue
        codes.append(g.code)
        nm = h.mask_name(r, a.label[key], g)
        if h.shout:
            nm = nm.upper()
        det = a.details.get(key)
        if det and not short:
            nm = f"{nm} {r.choice(['(' + det + ')', det])}"
        steps, unit = g.steps(bulk)
        steps = steps[a.skip.get(key, 0) :]
        if short or len(a.goods) > 9:
            q = steps[0]
            rows.append(f"{bullet(r, h, g)}{nm} {h.qty(q, unit)}{h.eq}{h.money(a.quote(key, q, bulk))}")
        elif a.inline:
            rows.append(
                f"{bullet(r, h, g)}{nm}: "
                + a.sep.join(
                    f"{h.qty(q, unit)}{h.eq}{h.money(a.quote(key, q, bulk))}" for q in steps[: a.depth]
                )
            )
        else:
            rows.append(f"{bullet(r, h, g, True)}\x01{nm}\x02")
            rows += [
                f"{a.indent}{h.qty(q, unit)}{h.eq}{h.money(a.quote(key, q, bulk))}" for q in steps[: a.depth]
            ]
            rows.append("")
    return rows, codes


def bullet(r, h, g, head=False):
    b = h.bullet.replace("{e}", g.emoji[0])
    return b if not head or "{e}" in h.bullet else g.emoji[0] + " " if h.flag > 0.5 else ""


def full(w, a, layout):
    """(text, codes) of a standing advertisement."""
    r, h = w.rng, a.hand
    stock = [k for k in a.goods if a.instock(k)] or a.goods[:1]
    g, g2 = GOODS[r.choice(stock)], GOODS[r.choice(stock)]
    if layout in ("menu", "short", "bulkmenu"):
        rows, codes = menu(w, a, layout == "short", layout == "bulkmenu")
        ctx = w.ctx(g, g2, n="\x04", hand=h, area=a.area)
        ctx["c"] = "\x03"
        out = [] if r.random() < 0.12 else [head_line(r, h, pick(r, h.lang, "HEAD", ctx, h))]
        if h.rule:
            out.append(h.rule)
        out += rows
        if out and out[-1] and h.rule:
            out.append(h.rule)
        n = r.choice((0, 1, 2, 3, 4))
        lines = [pick(r, h.lang, "TERMS", ctx, h) for _ in range(n)]
        if a.prepay:
            lines.insert(0, pick(r, h.lang, "PREPAY", ctx, h))
        mark = r.choice(("", "", "- ", "✅ ", "❗", "🚗 ", "• "))
        out += [mark + x for x in dict.fromkeys(lines)]
        out.append("\x05")
        return h.write(r, "\n".join(out), True), codes
    if layout == "prose":
        keys = r.sample(stock, min(len(stock), r.randrange(1, 5)))
        bits = []
        for k in keys:
            s, unit = GOODS[k].steps()
            q = r.choice(s[:3])
            bits.append(f"{h.mask_name(r, a.label[k], GOODS[k])} {h.qty(q, unit)} {h.money(a.quote(k, q))}")
        lead = {
            "nl": ["heb op dit moment ", "vandaag mee: ", "ik heb ", "te krijgen ", "voor de echte: ", ""],
            "en": ["got ", "have ", "today: ", ""],
            "de": ["hab ", "heute: ", ""],
            "fr": ["j'ai ", "dispo: ", ""],
            "es": ["tengo ", ""],
            "ru": ["есть ", ""],
            "tr": ["var: ", ""],
        }[h.lang]
        txt = r.choice(lead) + r.choice((", ", " / ", " + ", " | ", ". ")).join(bits)
        ctx = w.ctx(g, g2, n="\x04", hand=h, area=a.area)
        if a.prepay and r.random() < 0.6:
            txt += ". " + pick(r, h.lang, "PREPAY", ctx, h)
        elif r.random() < 0.5:
            txt += ". " + pick(r, h.lang, "TERMS", ctx, h)
        return h.write(r, txt, True) + "\x06\x05", [GOODS[k].code for k in keys]
    kind = {"line": "ONE", "tease": "TEASE", "veil": "VEIL", "bulk": "BULKONE"}[layout]
    return one(w, a, kind, g, g2)


def head_line(r, h, text):
    text = text.upper() if h.shout else text
    e = r.choice(("", "", "🔥", "📦", "🚕", "⭐️", "‼️"))
    text = f"{e}{text}{e}" if e else text
    return f"\x01{text}\x02" if r.random() < 0.6 else text


def one(w, a, kind, g=None, g2=None):
    """One line of a seller about one or two goods: codes follow from the slots in the pattern."""
    r, h = w.rng, a.hand
    stock = [k for k in a.goods if a.instock(k)] or a.goods[:1]
    g = g or GOODS[r.choice(stock)]
    g2 = g2 or GOODS[r.choice(stock)]
    bulk = kind == "BULKONE"
    steps, _unit = g.steps(bulk)
    q = r.choice(steps[:4])
    ctx = w.ctx(g, g2, qty=q, price=a.quote(g.key, q, bulk), n="\x04", hand=h, area=a.area, label=a.label)
    ctx["c"] = "\x03"
    tpl = r.choice(say.lines(h, kind, r))
    txt = h.write(r, expand(r, tpl, ctx), kind in ("TEASE",))
    codes = []
    if any(s in tpl for s in ("{p}", "{e}", "{v}")):
        codes.append(g.code)
    if any(s in tpl for s in ("{p2}", "{e2}", "{v2}")):
        codes.append(g2.code)
    if "\x03" not in txt and r.random() < 0.5:
        txt += "\x06\x05"
    return txt, codes


def finish(w, a, acct, text):
    """Put the account's own contact and name into a standing text."""
    r = w.rng
    c = contact(w, acct)
    if "\x05" in text:
        ctx = {"c": c}
        line = pick(r, acct.hand.lang, "CONTACT" if c and r.random() < 0.85 else "DMONLY", ctx, acct.hand)
        if not c:
            line = pick(r, acct.hand.lang, "DMONLY", ctx, acct.hand)
        text = text.replace("\x05", line)
    text = text.replace("\x06", r.choice((" ", "\n", ". ", ", ")))
    text = text.replace("\x03", c or r.choice(("dm", "pb"))).replace("\x04", plain(acct.name))
    return text.strip()


def contact(w, acct):
    k = acct.contact_kind
    if k == "user":
        return acct.user
    if k == "link":
        return "t.me/" + acct.user[1:]
    if k == "phone":
        return acct.phone
    if k == "signal":
        return "signal " + acct.phone
    if k == "both":
        return f"{acct.user} / {acct.phone}"
    return ""


def plain(name):
    return re.sub(r"[^\w\s.,'&()-]", "", name).strip() or name


def called(rng, acct):
    """How other people name an account."""
    k = rng.random()
    n = plain(acct.name)
    if k < 0.3:
        return acct.user
    if k < 0.55:
        return n
    if k < 0.75:
        return n.lower()
    if k < 0.88 and " " in n:
        return n.split()[0 if len(n.split()[0]) > 3 else -1].lower()
    return n


def cut_prices(text, f):
    """A thief lowers the prices of a list he took."""

    def sub(m):
        v = int(m.group(2))
        v = max(1, round(v * f / 5) * 5 if v > 20 else round(v * f))
        return m.group(1) + str(v) + m.group(3)

    text = re.sub(r"(€ ?)(\d{1,5})(?![\d.])()", sub, text)
    return re.sub(r"((?:^|[\s=:\-→/.]))(\d{1,5})(,-|€| ?euro|eu?\b)", sub, text)
