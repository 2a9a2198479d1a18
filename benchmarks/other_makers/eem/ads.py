"""How a seller's advertisement is put together."""

from .goods import BULK, ITEMS, UNITS
from .hand import expand
from .text import has, phrases
from .text.nl_ads import MON


def qprice(s, k, q):
    per = s.price[k]
    it = ITEMS[k]
    if s.tier != "retailer":
        big = BULK[k]
        d = 1 - 0.1 * big.index(q) if q in big else 0.9
        x = per * q * d * 0.75
    else:
        i = it.ladder.index(q) if q in it.ladder else 0
        x = per * q * (1 - 0.05 * i)
    step = 500 if x > 8000 else 50 if x > 800 else 5
    return max(1, round(x / step) * step if x > 25 else round(x))


def env(sim, s, face, lang, area, marks, keys=None):
    r, h = sim.rng, face.hand
    avail = [k for k in (keys or s.menu) if k not in s.out] or s.menu
    pick = (avail * 3)[:3] if len(avail) < 3 else r.sample(avail, 3)
    units = UNITS.get(lang, UNITS["en"])

    def good(k, up=False):
        def f():
            marks.add(ITEMS[k].com)
            n = h.mask(r, ITEMS[k].name(r, lang))
            return n.upper() if up else n

        return f

    def veil(k):
        def f():
            marks.add(ITEMS[k].com)
            return r.choice(ITEMS[k].veil or ITEMS[k].names["nl"])

        return f

    k = pick[0]
    lad = BULK[k] if s.tier != "retailer" else ITEMS[k].ladder
    q = r.choice(lad)
    t = sim.dt()
    bulk = s.tier != "retailer"
    return {
        "g": good(k),
        "g2": good(pick[1]),
        "g3": good(pick[2]),
        "G": good(k, True),
        "G2": good(pick[1], True),
        "G3": good(pick[2], True),
        "g2e": lambda: " en " + good(pick[1])(),
        "v1": veil(k),
        "v2": veil(pick[1]),
        "u": r.choice(units[ITEMS[k].unit]),
        "q": str(q)
        if not (bulk and q >= 1000 and ITEMS[k].unit == "g" and r.random() < 0.6)
        else r.choice(["kilo", "kg", f"{q // 1000} kilo"]),
        "p": h.eur(s.price[k] if not bulk else qprice(s, k, q)),
        "p2": h.eur(s.price[k] * 1.2 // 1 + 1),
        "c": lambda: face.contact(r),
        "a": area,
        "m": h.eur(s.minord),
        "m2": h.eur(r.choice([300, 500, 800, 1000])),
        "w": lambda: face.wallet,
        "n": face.name,
        "h": sim.hours_of(s, lang),
        "d": r.choice(phrases(lang, "DAYS")),
        "mon": MON[t.month - 1],
    }


def make_list(sim, s, face, lang, area, marks):
    """A whole price list with heading, rows and closing lines."""
    r, h = sim.rng, face.hand
    e = env(sim, s, face, lang, area, set())
    out = []
    if r.random() < 0.9:
        for _ in range(r.choice([1, 1, 2])):
            line = expand(r, h.pick(r, phrases(lang, "OPEN")), e)
            out.append(("\x01" + line + "\x02") if h.bold else line)
    units = UNITS.get(lang, UNITS["en"])
    if h.listing != 5:
        out.append("")
    for k in s.menu:
        it = ITEMS[k]
        if k in s.out:
            if r.random() < 0.4:
                out.append(
                    h.bullet
                    + it.name(r, lang)
                    + r.choice(
                        [" ❌", " OP", " (uitverkocht)", " -"] if lang == "nl" else [" ❌", " -", " 🚫"]
                    )
                )
            continue
        marks.add(it.com)
        nm = r.choice(it.veil) if s.veiled and it.veil else h.mask(r, it.name(r, lang))
        u, em = units[it.unit][0 if h.listing < 3 else -1], r.choice(it.emoji) if h.emo > 0.2 else ""
        lad = BULK[k] if s.tier != "retailer" else it.ladder
        lad = lad[: r.choice([2, 3, 4])] if h.listing != 2 else lad[:1]
        pr = [(q, h.eur(qprice(s, k, q))) for q in lad]
        if h.listing == 0:
            out.append(f"{em} {nm.upper() if h.upper_heads else nm}")
            out += [f"{h.bullet}{q}{u}{h.sep}{p}" for q, p in pr] + [""]
        elif h.listing == 1:
            out.append(f"{h.bullet}{em}{nm}{h.sep}" + " | ".join(f"{q}{u} {p}" for q, p in pr))
        elif h.listing == 2 and s.tier == "retailer":
            out.append(f"{h.bullet}{nm} {em}{h.sep}{h.eur(s.price[k])}/{u}")
        elif h.listing == 3:
            out.append(f"{em} {nm} {em}\n" + "\n".join(f"{q} {u} {p}" for q, p in pr))
        elif h.listing == 4:
            out.append(f"{h.bullet}{nm} {q_first(pr, u, lang)}")
        else:
            out.append(f"{nm} {pr[0][0]}{u} {pr[0][1]}")
    if h.listing == 5:
        out = [" / ".join(x for x in out if x)]
    else:
        out.append("")
    for _ in range(r.choice([1, 2, 2, 3])):
        out.append(expand(r, h.pick(r, phrases(lang, "CLOSE")), e))
    if s.prepay and r.random() < 0.5:
        out.append(expand(r, h.pick(r, phrases(lang, "PREPAY")), e))
    if s.kind == "harvest" and r.random() < 0.5:
        out.append(expand(r, h.pick(r, phrases(lang, "HARVEST")), e))
    return h.write(r, "\n".join(dict.fromkeys(out)) if h.listing == 2 else "\n".join(out)).strip()


FOR = {"nl": "voor", "en": "for", "de": "für", "fr": "pour", "es": "por", "ru": "за", "tr": "→"}


def q_first(pr, u, lang):
    return f"{pr[0][0]}{u} {pr[0][1]}" + (f" ({pr[-1][0]} {FOR[lang]} {pr[-1][1]})" if len(pr) > 1 else "")


def make_ad(sim, s, face, lang, area, kind=None):
    """-> text, act, commodities"""
    r, h = sim.rng, face.hand
    marks = set()
    if kind is None:
        x = r.random()
        if s.tier == "supplier":
            kind = "SUPPLYLINE" if x < 0.75 else "BULKLINE"
        elif s.tier == "wholesaler":
            kind = "BULKLINE" if x < 0.7 else "LIST"
        elif s.veiled and x < 0.6:
            kind = "VEILLINE"
        else:
            kind = "LIST" if x < 0.25 + 0.4 * s.polish else "ONELINE"
    if kind == "LIST":
        text = make_list(sim, s, face, lang, area, marks)
        return text, "offer" if marks else "none", marks
    if not has(lang, kind) and kind in ("BULKLINE", "SUPPLYLINE", "VEILLINE", "RESTOCK", "PRICECUT"):
        if lang not in ("nl", "en"):
            kind = "ONELINE"
        elif kind == "SUPPLYLINE":
            kind = "BULKLINE"
    e = env(sim, s, face, lang, area, marks, sorted(s.out) if kind == "SOLDOUT" and s.out else None)
    text = expand(r, h.pick(r, phrases(lang, kind)), e)
    if kind in ("ONELINE", "RESTOCK", "BULKLINE") and "@" not in text and r.random() < 0.3:
        text += r.choice(["\n", " ", " | "]) + face.contact(r)
    if s.prepay and kind == "ONELINE" and r.random() < 0.2:
        text += "\n" + expand(r, r.choice(phrases(lang, "PREPAY")), e)
    act = (
        "offer"
        if kind in ("ONELINE", "RESTOCK", "PRICECUT", "BULKLINE", "SUPPLYLINE", "VEILLINE", "OPENED")
        else "none"
    )
    if kind == "IMITWARN":
        act = "warning"
    return h.write(r, text), act, marks if act == "offer" else set()
