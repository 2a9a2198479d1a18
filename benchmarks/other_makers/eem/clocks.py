"""Budgets turned into rates: advertisements, bot campaigns, talk, boards, shipments, seasons."""

from .goods import BULK, ITEMS
from .hand import expand
from .market import DAY
from .others import billboard, thread
from .sellers import ad, campaign, enter, put
from .text import phrases


def wind(sim, by, plans, shares):
    """Sets every clock of a world: each share of its messages becomes a rate."""
    cfg = sim.cfg
    offers, talk = cfg["cap"] * shares[0], cfg["cap"] * shares[1]
    bots = cfg["bots"] * 3 * offers
    manual = offers - bots
    board = start_boards(sim, by, manual)
    manual -= board
    chan_w = 3 if sim.name == "omroep" else 1.5
    sim.ad_rate = manual / max(1, shouting(sim, by, plans, chan_w))
    sim.photo_p = min(1, cfg["photos"] / max(1, 0.3 * (manual + board)))
    start_ads(sim, by, plans, chan_w)
    start_campaigns(sim, plans, bots)
    start_talk(sim, by, talk)
    start_trade(sim, by, plans)


def start_boards(sim, by, manual):
    """Boards carry a part of the advertisements; how many is the answer."""
    r = sim.rng
    if not by.get("prikbord"):
        return 0
    board = manual * (0.22 if sim.name == "omroep" else 0.1)
    gap = sim.cfg["days"] * DAY * len(by["prikbord"]) / board
    for c in by["prikbord"]:
        sim.at(sim.t0 + r.random() * DAY, billboard, sim, c.anon.owner, c, gap * r.uniform(0.6, 1.6))
    return board


def shouting(sim, by, plans, chan_w):
    """How much all sellers together would advertise at a rate of one."""

    def life(s):
        return max(0, min(s.ends, sim.t1) - max(s.starts, sim.t0)) / DAY * 0.6

    weight = sum(
        s.rate * life(s) * sum({"groot": 2.2, "vouch": 0.12}.get(c.kind, 1) for c in cs) for s, a, cs in plans
    )
    weight += sum(c.owner.rate**0.5 * life(c.owner) * chan_w for c in by["kanaal"])
    return weight


def start_ads(sim, by, plans, chan_w):
    """Sellers enter their chats and begin to advertise, there and in their channels."""
    r = sim.rng
    for s, a, cs in plans:
        sim.t = sim.t0
        for c in cs:
            enter(sim, s, a, c)
    for c in by["kanaal"]:
        s = c.owner
        g = DAY / (s.rate**0.5 * sim.ad_rate * chan_w)
        a = next(x for x in s.accounts if x.uid == f"channel{c.cid}")
        sim.service(
            c,
            a,
            "create_channel" if c.next < 5 else "edit_group_photo",
            **({"title": c.title} if c.next < 5 else {}),
        )
        sim.at(sim.t0 + r.expovariate(1 / g), ad, sim, s, a, c, g)


def start_campaigns(sim, plans, left):
    """A few sellers let a bot post their advertisement every so many hours."""
    r = sim.rng
    able = [
        p
        for p in plans
        if (any(c.kind == "markt" for c in p[2]) and p[0].tier == "retailer") or p[0].tier == "wholesaler"
    ]
    heavy = r.sample(able, max(6, len(able) // 5))
    while left > 0 and heavy:
        s, a, cs = r.choice(heavy)
        cs = [c for c in cs if c.kind == "markt"]
        if not cs:
            heavy = [h for h in heavy if h[1] is not a]
            continue
        span = r.choice([3, 7, 7, 14]) * DAY
        t = max(s.starts, sim.t0) + r.random() * max(1, min(s.ends, sim.t1) - max(s.starts, sim.t0))
        beat = a.face.beat * r.choice([1, 1, 2])
        t = t - (t % 3600) + a.face.phase
        end = min(t + span, s.ends)
        sim.at(t, campaign, sim, s, a, r.choice(cs), end, beat)
        left -= max(1, (end - t) / beat * 0.75)


def start_talk(sim, by, talk):
    """Every chat that talks gets its few loud people and its part of the talk."""
    r, days = sim.rng, sim.cfg["days"]
    places = [
        (c, w)
        for k, w in (
            ("praat", 6),
            ("markt", 1),
            ("disc", 2.5),
            ("vouch", 0.5),
            ("werk", 0.5),
            ("wissel", 0.2),
        )
        for c in by.get(k, [])
    ]
    tot = sum(w for _, w in places)
    for c, w in places:
        crowd = [a for a in c.members if hasattr(a.owner, "hand") and (a.face is None or r.random() < 0.1)]
        k = max(6, int(len(crowd) * 0.35))
        c.folk = r.sample(crowd, min(len(crowd), k))
        c.folk += c.folk[: max(2, k // 6)] * 4 + list(c.keepers) * 2
        sim.at(sim.t0 + r.random() * DAY / 2, thread, sim, c, talk * w / tot / days / 3.7)


def start_trade(sim, by, plans):
    """Shipments in a chain, retailers who look for a line, fireworks where they are sold."""
    r, cfg = sim.rng, sim.cfg
    if cfg["chain"]:
        for k in ("coke", "hash", "keta", "xtc", "bruin"):
            sim.at(sim.t0 + r.uniform(1, 12) * DAY, shipment, sim, by, k)
    for s, a, cs in plans:
        g = [c for c in cs if c.kind == "groot"]
        if g and s.tier == "retailer":
            sim.at(sim.t0 + r.uniform(0, 20) * DAY, inquire, sim, s, a, g)
    if cfg["pyro"]:
        sim.at(sim.t0 + 3 * DAY, pyro, sim, plans)


def shipment(sim, by, k):
    """A batch leaves the quay; or it is lost, and the street runs dry."""
    r = sim.rng
    sim.at(sim.t + r.uniform(9, 20) * DAY, shipment, sim, by, k)
    lost = r.random() < 0.25
    sup = [s for s in sim.sellers if s.tier == "supplier"]
    for s in r.sample(sup, min(len(sup), 3)):
        for a in s.accounts[:1]:
            for c in a.chats[:1]:
                keep, s.menu = s.menu, [k]
                s.price.setdefault(k, ITEMS[k].price * 0.5)
                put(sim, s, a, c, None if not lost else "CLOSED")
                s.menu = keep
    sim.dry[k] = 1 if lost else 0
    if lost:
        for c in by["praat"][:3]:
            a = r.choice(c.folk)
            sim.at(
                sim.t + r.uniform(2, 40) * 3600,
                lambda c=c, a=a: sim.post(
                    c,
                    a,
                    a.owner.hand.write(
                        r,
                        expand(
                            r,
                            r.choice(
                                [
                                    "{n} kilo onderschept las ik, wordt droog denk ik",
                                    "haven weer raak, {n} kilo {g}",
                                    "drie man opgepakt bij de terminal zag je dat",
                                ]
                            ),
                            {"n": str(r.randrange(200, 4000)), "g": ITEMS[k].name(r)},
                        ),
                        True,
                    ),
                ),
            )
        sim.at(sim.t + 9 * DAY, sim.dry.__setitem__, k, 0)
    else:
        for s in sim.sellers:
            if s.tier == "wholesaler" and k in s.menu and k in s.price:
                s.out.discard(k)
                if r.random() < 0.7 and s.accounts:
                    a = r.choice(s.accounts)
                    cs = [c for c in a.chats if c.kind == "groot"]
                    if cs and not s.ghost:
                        sim.at(sim.t + r.uniform(6, 70) * 3600, put, sim, s, a, r.choice(cs))


def inquire(sim, s, a, cs):
    """A retailer looks for a line."""
    r = sim.rng
    sim.at(sim.t + r.expovariate(1 / (18 * DAY)), inquire, sim, s, a, cs)
    ks = [k for k in s.menu if k in BULK]
    if not ks or sim.t > s.ends or sim.t > a.end or sim.t < s.starts:
        return
    k = r.choice(ks)
    lang = "nl"
    t = a.face.hand.write(
        r,
        expand(
            r,
            r.choice(phrases(lang, "WHOLEREQ")),
            {"g": ITEMS[k].name(r), "q": str(r.choice(BULK[k])), "u": ITEMS[k].unit, "a": s.area},
        ),
        True,
    )
    sim.post(r.choice(cs), a, t, "request", [ITEMS[k].com])


def pyro(sim, plans):
    """Toward New Year the fireworks people wake up."""
    r = sim.rng
    sim.at(sim.t + DAY / 3, pyro, sim, plans)
    year_end = (sim.dt().month == 12) * sim.dt().day / 31
    if sim.dt().month == 1:
        return
    for s, a, cs in plans:
        if (
            any(k in ("cobra", "cake") for k in s.menu)
            and r.random() < 0.02 + 0.3 * year_end**2
            and s.starts < sim.t < s.ends
        ):
            keep, s.menu = s.menu, [k for k in s.menu if k in ("cobra", "cake")]
            put(sim, s, a, r.choice(cs)) if cs and sim.t <= a.end else None
            s.menu = keep
