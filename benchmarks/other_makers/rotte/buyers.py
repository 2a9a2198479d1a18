"""Buying: look, ask, compare, pay, wait, and what comes of it."""

from .goods import PRODUCTS
from .voices import OPEN, feedback, grudge, opinions, praise, warn


def day(w, p, t):
    r = w.rng
    weekend = (int(t // 86400) + 3) % 7 in (4, 5)
    if r.random() < p.rate * (1.9 if weekend else 0.8):
        h = r.choice([r.gauss(20.5, 2.5), r.gauss(16, 3), r.gauss(24.5, 1.6)])
        w.at(t + min(max(h, 9), 29) * 3600, want, w, p)


def rooms(w, p, kinds=OPEN):
    return [c for c in p.acct.chats if c.kind in kinds and c not in p.acct.banned]


def want(w, p):
    r = w.rng
    key = r.choice(p.tastes)  # mostly the same thing, again
    known = [
        c
        for c in w.crews
        if p.trust.get(c.cid, 0) > 0.8 and key in c.goods and c.active() and c.stock.get(key)
    ]
    if known and r.random() < 0.7:
        return pay(w, p, r.choice(known), None, None, key)
    cs = rooms(w, p)
    ask = r.random() < w.spec["ask"]
    if cs and ask:
        c = r.choice(cs)
        lang = w.lang_for(p.lang, c)
        wcom = [PRODUCTS[key].commodity]
        d = {
            "g": lambda: w.good(key, lang),
            "a": lambda: (
                f"{r.choice(PRODUCTS[key].ladder[:3])}{r.choice([' ', 'g ', ' '])}{w.good(key, lang)}"
            ),
            "p": lambda: p.hand.money(PRODUCTS[key].price * 0.9),
            "h": p.hood,
        }
        w.current = c
        text = w.say(p.hand, w.line(lang, "req"), d)
        m = w.post(c, p.acct, text, "request", wcom)
        if m is None:
            return None
        offers = []
        for a in c.members:
            if (
                a.crew
                and a.crew.answers(key)
                and not a.dead
                and len(offers) < 7
                and r.random() < 0.35
                and c not in a.banned
            ):
                offers.append((a.crew, a))
                w.soon(1, 45, answer, w, c, a, m, key, lang)
        friends = (
            [q for q in w.people if q is not p and c in q.acct.chats and max(q.trust.values(), default=0) > 1]
            if r.random() < 0.3
            else []
        )
        if friends:
            q = r.choice(friends)
            best = max(q.trust, key=q.trust.get)
            crew = w.by_id[best]
            if key in crew.goods or r.random() < 0.2:
                w.soon(2, 60, praise, w, q, crew, c, m, "yes" if r.random() < 0.3 else "vouch", True)
        w.soon(25, 80, choose, w, p, c, key, offers, m)
        if r.random() < 0.1:
            w.soon(30, 200, again, w, p, c, text, wcom)
    else:
        look = cs + rooms(w, p, ("kanaal", "gids"))
        if look:
            choose(w, p, r.choice(look), key, [], None)
    return None


def again(w, p, c, text, com):
    w.post(c, p.acct, text if w.rng.random() < 0.5 else text + "?", "request", com)


def answer(w, c, a, m, key, lang):
    r = w.rng
    if r.random() < 0.35:
        w.post(
            c,
            a,
            w.say(
                a.crew.hand(),
                r.choice(
                    ["pb", "check pb", "pb gestuurd", "dm", "pm je", "👀 pb"]
                    if lang == "nl"
                    else ["dm", "pm", "inbox"]
                ),
                {},
            ),
            reply=m,
            crew=a.crew,
        )
        return
    d = {
        "g": lambda: w.good(key, lang, a.crew.veil),
        "p": a.crew.hand().money(PRODUCTS[key].price * a.crew.factor),
        "c": w.at_name(a),
        "h": a.crew.hoods,
    }
    w.current = c
    w.post(
        c,
        a,
        w.say(a.crew.hand(), w.line(lang, "have"), d),
        "offer",
        m.com,
        reply=m if r.random() < 0.85 else None,
        crew=a.crew,
    )


def choose(w, p, c, key, offers, req):
    r = w.rng
    options = [(crew, a, None) for crew, a in offers]
    for m in c.recent[-25:]:
        if m.crew and m.crew.active() and not m.acct.dead and PRODUCTS[key].commodity in m.com:
            options.append((m.crew, m.acct, m))
    if not options:
        return
    best, top = None, -9
    for crew, a, m in r.sample(options, min(len(options), 6)):
        s = p.trust.get(crew.cid, 0) + r.gauss(0, 1.1) + p.care * w.gossip.get((c.cid, crew.cid), 0)
        s -= (p.care * 1.2 if crew.prepay else 0) + crew.factor * 0.8
        if p.hood in crew.hoods:
            s += 0.6
        s += 0.3 * crew.polish
        if s > top:
            best, top = (crew, a, m), s
    crew, a, m = best
    if top < -0.6:
        return
    if crew.cid not in p.trust and r.random() < p.care * w.spec["askrep"] and c.kind in OPEN:
        w.current = c
        lang = w.lang_for(p.lang, c)
        q = w.post(
            c,
            p.acct,
            w.say(p.hand, w.line(lang, "ask"), {"who": w.ref(crew, a, c)}),
            reply=m if r.random() < 0.5 else None,
        )
        p.acct.shows["buys"] = True
        if q:
            w.soon(2, 60, opinions, w, c, crew, a, q, p)
            w.soon(60, 200, pay, w, p, crew, a, c, key)
            return
    pay(w, p, crew, a, c, key)


def pay(w, p, crew, a, c, key):
    r = w.rng
    if crew.prepay and p.trust.get(crew.cid, 0) <= -0.4 and p.care > 0.3:
        return
    if p.trust.get(crew.cid, 0) < -0.8:
        return
    p.last_buy = crew
    end = crew.deal()
    if crew.ghost and not crew.prepay and end == "gone" and r.random() < 0.35:
        end = "silent"
    wait = (
        r.uniform(30, 240) if crew.tier == "straat" and end not in ("gone", "fake") else r.uniform(120, 6000)
    )
    w.soon(wait, wait + 120, after, w, p, crew, a, c, key, end)


def after(w, p, crew, a, c, key, end):
    r = w.rng
    good = end in ("good", "late")
    p.trust[crew.cid] = max(
        -3,
        min(
            3,
            p.trust.get(crew.cid, 0)
            + {"good": 0.9, "late": 0.2, "short": -0.8, "noshow": -0.7, "silent": -0.5}.get(end, -2.5),
        ),
    )
    place = c if c is not None and c.kind in OPEN and r.random() < 0.7 else None
    if place is None:
        cs = rooms(w, p)
        if not cs:
            if good and crew.channel and r.random() < 0.5:
                w.soon(10, 600, feedback, w, crew, p, key)
            return
        place = r.choice(cs)
    if good:
        if r.random() < w.spec["praise"] * (0.4 + 2 * p.voice):
            praise(w, p, crew, place, None, "vouch", False, key, a)
        elif crew.channel and r.random() < 0.15:
            w.soon(10, 600, feedback, w, crew, p, key)
        return
    if end in ("gone", "harvest"):
        p.robbed += 1
        turn(w, p)
    loud = (
        {"gone": 0.75, "harvest": 0.5, "fake": 0.6, "short": 0.3, "noshow": 0.3, "silent": 0.16}[end]
        * w.spec["loud"]
        * (0.45 + 1.8 * p.voice)
    )
    if end in ("noshow", "silent") and r.random() < 0.6 * loud + 0.05:
        w.current = place
        w.post(
            place,
            p.acct,
            w.say(p.hand, w.line(w.lang_for(p.lang, place), "complain"), {"who": w.ref(crew, a, place)}),
        )
        p.acct.shows["buys"] = True
        return
    if r.random() < loud:
        warn(w, p, crew, a, place, key)
        if end == "gone" and r.random() < 0.3 + p.voice:  # a grudge lasts
            w.soon(1440, 28000, grudge, w, p, crew, place, key)
        alarm = rooms(w, p, ("alarm",))
        if alarm and r.random() < 0.5:
            w.soon(5, 90, warn, w, p, crew, a, r.choice(alarm), key)


def turn(w, p):
    """Robbed, and drawing the lesson."""
    r = w.rng
    if p.robbed >= 1 and w.sleepers and r.random() < 0.09:
        crew = w.sleepers.pop()
        crew.hands, crew.lang, crew.hoods = [p.hand], p.lang, [p.hood]
        crew.first = w.now + r.uniform(1, 12) * 86400
        crew.last = crew.first + r.uniform(10, 60) * 86400
        if r.random() < 0.15 and not p.acct.crew:
            p.acct.crew = crew
            p.acct.shows.setdefault("contact", "handle")
            crew.accounts = [p.acct]
        else:
            a = crew.account()
            for c in r.sample(w.markets, min(len(w.markets), r.randint(1, 4))):
                w.join(a, c, 0)
        p.rate *= 0.4
