"""The keepers of the chats: rules, lists, pins, slots, bans, a word."""

from .goods import ITEMS
from .hand import expand
from .market import DAY
from .others import env
from .sellers import ban
from .text import has, phrases


def keep(sim, o, c):
    """The keeper's day: one of the things that a keeper does."""
    r = sim.rng
    sim.at(sim.awake(sim.t + r.expovariate(0.9 * min(2, o.rate) / DAY)), keep, sim, o, c)
    me = c.anon if c.anon and r.random() < 0.6 else r.choice(o.accs)
    e = env(sim, o, c)
    x = r.random()
    accs = [a for a in dict.fromkeys(c.seller_accs) if sim.t <= a.end and c.cid not in a.banned]
    if x < 0.16:
        list_the_good(sim, c, me, e, accs)
    elif x < 0.2:
        list_the_bad(sim, c, me, e)
    elif x < 0.36:
        tell_rules(sim, c, me, e)
    elif x < 0.39 and c.kind != "prikbord":
        hold_poll(sim, c, me, accs)
    elif x < 0.5 and accs and c.kind != "prikbord":
        ban_the_worst(sim, c, me, accs)
    elif x < 0.506 and not hasattr(c, "title_new"):
        rename(sim, c, me)
    else:
        sim.post(c, me, o.hand.write(r, expand(r, r.choice(phrases(c.lang, "KEEPTALK")), e), True))


def pin(sim, c, me, m, odds):
    """Pins a message that was posted, sometimes."""
    if m and sim.rng.random() < odds:
        sim.service(c, me, "pin_message", message_id=m["id"])


def list_the_good(sim, c, me, e, accs):
    """A list of sellers who are real, so the keeper says."""
    r = sim.rng
    top = sorted(accs, key=lambda a: -(a.good - a.bad + (6 if a.paid else 0) + r.random()))[
        : r.randrange(4, 12)
    ]
    if len(top) > 2 and c.kind in ("markt", "vouch", "praat"):
        mark = r.choice(["✅ ", "- ", "• ", "", "⭐"])
        text = (
            expand(r, r.choice(phrases(c.lang, "REALLIST")), e)
            + "\n"
            + "\n".join(
                mark
                + sim.ref(a)
                + (
                    r.choice([" ", " - "]) + ITEMS[r.choice(a.owner.menu)].name(r, c.lang)
                    if r.random() < 0.4
                    else ""
                )
                for a in top
            )
        )
        pin(sim, c, me, sim.post(c, me, text, "vouch"), 0.5)


def list_the_bad(sim, c, me, e):
    """A list of scammers; who paid is seldom on it."""
    r = sim.rng
    bad = sorted(
        (
            a
            for a in sim.accounts.values()
            if a.face and a.bad - 0.3 * a.good >= 2 and hasattr(a.owner, "sid")
        ),
        key=lambda a: -a.bad + r.random() * 3,
    )[: r.randrange(3, 14)]
    bad = [a for a in bad if not a.paid or r.random() < 0.3]
    if len(bad) > 2:
        sim.post(
            c,
            me,
            expand(r, r.choice(phrases(c.lang, "SCAMLIST")), e)
            + "\n"
            + "\n".join(r.choice(["❌", "- ", "", "🚫"]) + sim.ref(a) for a in bad),
            "warning",
        )


def tell_rules(sim, c, me, e):
    """The rules, or what a place on the list costs."""
    r = sim.rng
    kind = "RULES" if r.random() < 0.65 or not has(c.lang, "SLOTS") else "SLOTS"
    pin(sim, c, me, sim.post(c, me, expand(r, r.choice(phrases(c.lang, kind)), e)), 0.2)


def hold_poll(sim, c, me, accs):
    """A poll on sellers or on the chat."""
    a = [x.face.name for x in accs[:4]]
    question = sim.rng.choice(
        [
            "Wie is de beste?",
            "Groep op slot s'nachts?",
            "Wie verdient de lijst?",
            "Meer of minder reclame?",
        ]
    )
    sim.post(c, me, "", poll=(question, (a if len(a) > 1 else ["ja", "nee", "weet niet"])))


def ban_the_worst(sim, c, me, accs):
    """Bans the seller with most complaints, unless it paid."""
    worst = max(accs, key=lambda a: a.bad + sim.rng.random())
    if worst.bad >= 2 and not worst.paid:
        ban(sim, worst, c, me)


def rename(sim, c, me):
    """The chat gets another title, once."""
    r = sim.rng
    c.title_new = r.choice(
        [c.title + r.choice([" 2.0", " ✅", " BACKUP", " 🔥"]), c.title.upper(), "🔒 " + c.title]
    )
    if c.anon:
        c.anon.name = c.title_new
    sim.service(c, me, "edit_group_title", title=c.title_new)
