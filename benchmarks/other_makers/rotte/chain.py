"""Behind the door: import, stash, riders, cash, and those who look for hands."""

from .core import LONE
from .goods import PRODUCTS
from .rooms import hand, utter


def recruit(w, a, kind, c, role="recruiter"):
    w.current = c
    lang = c.lang if c.lang == "nl" or kind in ("rider", "mule") else "nl"
    hs = a.crew.hoods if a.crew else w.hoods
    m = w.post(c, a, w.say(hand(a), w.line(lang, kind), {"c": w.at_name(a), "h": hs}), "recruit", crew=a.crew)
    if m:
        a.roles.add(role)
        ps = [x for x in c.members if "courier" in x.roles and not x.crew] or c.members
        if w.rng.random() < 0.35 and ps:
            x = w.rng.choice(ps)
            w.soon(
                2,
                200,
                utter,
                w,
                c,
                x,
                w.rng.choice(
                    [
                        "{interesse|ben geïnteresseerd} pb",
                        "{hoeveel|wat} {schuift|betaalt} dat",
                        "heb scooter, stuur {pb|dm}",
                        "{legaal?|is dit echt}",
                    ]
                )
                if c.lang == "nl"
                else "{interested|how much}?",
                m,
            )


def seek(w, a, c):
    w.current = c
    w.post(c, a, w.say(a.hand, w.line("nl" if c.lang == "nl" else "en", "jobseek"), {}))
    a.roles.add("courier")


def exchange(w, a, c):
    w.current = c
    m = w.post(
        c,
        a,
        w.say(a.hand, w.line("nl" if c.lang == "nl" else "en", "exchange"), {"c": w.at_name(a)}),
        "offer",
    )
    if m:
        c.recent.remove(m)
        a.roles.add("money-handler")


def shift(w, c, crew, riders, key):
    """One evening of a crew's own group: rides, till, trouble."""
    r = w.rng
    n = int(r.gauss(9, 3) * w.spec.get("ploeg", 1))
    last = None
    for i in range(max(2, n)):
        w.soon(i * 22, i * 22 + 30, report, w, c, r.choice(riders), key)
    if r.random() < 0.5 and crew.live():
        w.soon(
            5,
            300,
            utter,
            w,
            c,
            crew.accounts[-1],
            r.choice(
                [
                    "{adres|volgende} <h>",
                    "{hoe lang nog|waar zit je}",
                    "{klant wacht|bellen klanten}",
                    "{neem op|neem tel op}",
                    "{top|goed gedaan} mannen",
                ]
            ),
        )
    return last


def report(w, c, a, key):
    m = utter(w, c, a, w.rng.choice(LONE[key]))
    if m:
        a.roles.add("courier")
        if w.rng.random() < 0.04:
            m.media = {
                "location_information": {
                    "latitude": round(51.88 + w.rng.random() * 0.06, 5),
                    "longitude": round(4.44 + w.rng.random() * 0.1, 5),
                }
            }


def inquiry(w, crew, c):
    """A wholesaler or shop asks for a lot; the source answers."""
    r = w.rng
    if not crew.active() or not crew.live():
        return
    k = r.choice(list(crew.goods))
    a = crew.live()[-1]
    w.current = c
    m = w.post(
        c,
        a,
        w.say(crew.hand(), w.line("nl", "reqbulk"), {"g": lambda: w.good(k, crew.lang, crew.veil)}),
        "request",
        [PRODUCTS[k].commodity],
        crew=crew,
    )
    ups = [
        x
        for x in c.members
        if x.crew
        and x.crew.tier in ("bron", "groot")
        and x.crew is not crew
        and k in x.crew.goods
        and x.crew.active()
        and not x.dead
    ]
    if m and ups:
        x = r.choice(ups)
        w.soon(10, 400, bulk_answer, w, c, x, m, k)


def bulk_answer(w, c, x, m, k):
    w.current = c
    pat = w.rng.choice(
        ["{kan|is er}, {pb|bel}", "<g> {ligt er|is binnen}, {pb|donderdag}", "{100 of meer|5 en hoger}? pb"]
    )
    w.post(
        c,
        x,
        w.say(x.crew.hand(), pat, {"g": lambda: w.good(k, "nl", x.crew.veil)}),
        "offer",
        [PRODUCTS[k].commodity],
        reply=m,
        crew=x.crew,
    )


def day(w, t):
    r = w.rng
    for c in w.chats:
        if c.kind == "ploeg" and c.owner and c.riders and c.owner.alive and r.random() < 0.85:
            w.at(t + r.uniform(16, 20) * 3600, shift, w, c, c.owner, c.riders, "CREW")
            if r.random() < 0.3 and c.stash:
                w.at(t + r.uniform(12, 23) * 3600, report, w, c, c.stash, "STASHTALK")
        if c.kind == "rit" and r.random() < 0.9:
            for _ in range(r.randint(1, 5)):
                hs = [a for a in c.members if "courier" in a.roles]
                if hs:
                    w.at(t + r.uniform(5, 24) * 3600, report, w, c, r.choice(hs), "TRANSPORT")
        if c.kind == "groot" and r.random() < 0.5:
            cs = [
                a.crew
                for a in c.members
                if a.crew and a.crew.tier in ("straat", "groot", "post") and not a.crew.ghost
            ]
            if cs:
                w.at(t + r.uniform(10, 22) * 3600, inquiry, w, r.choice(cs), c)
    work = [c for c in w.chats if c.kind == "werk"] or w.markets
    for a in w.recruiters:
        if r.random() < w.spec["recruit"]:
            kind = r.choice(a.shows["kinds"])
            cs = [c for c in a.chats if not c.type.endswith("channel")] or work
            w.at(t + r.uniform(10, 23) * 3600, recruit, w, a, kind, r.choice(cs))
    for a in w.riders:
        if r.random() < 0.03:
            cs = [c for c in a.chats if c.kind in ("werk", "markt", "wijk")]
            if cs:
                w.at(t + r.uniform(10, 23) * 3600, seek, w, a, r.choice(cs))
    for a in w.cashiers:
        if r.random() < 0.25 and a.chats:
            w.at(t + r.uniform(9, 22) * 3600, exchange, w, a, r.choice(a.chats))
        if r.random() < 0.03 and a.chats:
            w.at(t + r.uniform(9, 22) * 3600, recruit, w, a, "mule", r.choice(a.chats), "money-handler")
    for crew in w.crews:
        if (
            crew.tier == "straat"
            and not crew.ghost
            and crew.active()
            and r.random() < w.spec["recruit"] * 0.02
        ):
            a = crew.live()[-1]
            cs = [c for c in a.chats if c.kind in ("markt", "werk")]
            if cs:
                w.at(t + r.uniform(12, 22) * 3600, recruit, w, a, "rider", r.choice(cs))
