"""The crowd: small talk, keepers, bots of the group, spam, second-hand goods, polls, stickers."""

from . import names, say, talk_nl
from .core import Acct
from .goods import GOODS
from .hand import Hand, expand

PRE = {
    "nl": ["", "", "", "", "ey ", "bro ", "gast ", "jongens ", "nou ", "eh ", "man "],
    "de": ["", "", "ey ", "digga "],
    "en": ["", "", "lads ", "bro "],
    "fr": ["", "", "wesh "],
    "es": ["", "", "tío "],
    "ru": ["", "", "ну "],
    "tr": ["", "", "ya "],
}


def bystander(w, lang, accent=None):
    r = w.rng
    a = Acct(w, names.person(r, lang, accent), Hand(r, lang, accent))
    a.born = -r.randrange(0, 700)
    ok = [c for c in w.talky if c.lang == lang or c.kind == "mixed"] or w.talky
    for c in r.sample(ok, min(len(ok), r.randrange(1, 4))):
        c.people.append(a)
    a.weight = r.paretovariate(1.1)
    w.bystanders.append(a)
    return a


def cast(w, chat):
    """Who is awake: few people do most of the talking."""
    r = w.rng
    if not hasattr(chat, "loudness"):
        chat.loudness = [min(25, getattr(p, "weight", None) or r.paretovariate(1.3)) for p in chat.people]
    seed = r.choices(chat.people, chat.loudness)[0]
    pool = r.choices(chat.people, chat.loudness, k=12)
    pool = [p for p in pool if p.hand.lang == seed.hand.lang]
    live = [a for a in chat.sellers[-30:] if not a.dead and a.hand.lang == seed.hand.lang and not a.channel]
    if live and r.random() < 0.12:
        pool[0:1] = [r.choice(live)]
    return (list(dict.fromkeys([seed, *pool])))[: r.randrange(2, 6)]


def utter(w, who, tpl, ctx):
    r = w.rng
    text = expand(r, tpl, ctx)
    if r.random() < 0.25:
        text = r.choice(PRE[who.hand.lang]) + text
    return who.hand.write(r, text)


def conversation(w, chat, t):
    """One thread; returns the number of messages."""
    r = w.rng
    if not chat.people:
        return 0
    crew = cast(w, chat)
    ask, answers = r.choice(say.lines(crew[0].hand, "TALK", r))
    g = GOODS[r.choice(w.cfg["talk_goods"])]
    n0, last, first = 0, None, r.choice(ask)
    said = set()
    kind = r.random()
    for i in range(1 + min(11, int(r.expovariate(1 / w.cfg["thread"])))):
        who = crew[0] if i == 0 else r.choice(crew)
        ctx = w.ctx(
            g,
            hand=who.hand,
            area=chat.area,
            price=r.choice([5, 10, 15, 20, 40, 60, 75, 100, 150, 250, 400, 800]),
        )
        text, x = opening(w, who, first, ctx, kind) if i == 0 else rejoinder(w, who, answers, said, ctx)
        if r.random() < 0.07:
            x["react"] = w.reactions(1.4)
        if r.random() < 0.02:
            x["edited"] = r.randrange(5, 600)
        m = w.post(chat, t, who, text, "none", (), last if last and r.random() < 0.38 else None, **x)
        if m:
            n0 += 1
            last = m if r.random() < 0.7 or last is None else last
        t += r.expovariate(1 / 140) + 4 if r.random() < 0.85 else r.uniform(300, 3000)
    return n0


def opening(w, who, first, ctx, kind):
    """The line that begins a thread, sometimes longer, seldom with a picture: its text and extras."""
    r, x = w.rng, {}
    text = utter(
        w,
        who,
        first
        if r.random() < 0.8
        else first + r.choice((". ", ", ", "\n", "... ")) + r.choice(say.lines(who.hand, "GENERIC", r)),
        ctx,
    )
    if kind < 0.03 and w.may_photo():
        x["photo"] = (w.newpic(None, home=True), ("orig",))
        text = text if r.random() < 0.5 else ""
    return text, x


def rejoinder(w, who, answers, said, ctx):
    """What somebody says in a thread: no words, something general or an answer; its text and extras."""
    r = w.rng
    if r.random() < 0.05:
        return "", r.choice(
            (
                {"sticker": r.choice("😂👍🔥😎💀")},
                {"voice": r.randrange(2, 40)},
                {"gif": 1},
                {"nophoto": True},
            )
        )
    if r.random() < 0.22:
        text = r.choice(say.lines(who.hand, "GENERIC", r))
        if r.random() < 0.4:
            text = who.hand.write(r, text)
        return text, {}
    return answer(w, who, answers, said, ctx), {}


def answer(w, who, answers, said, ctx):
    """An answer, if possible one that was not yet given in this thread."""
    r = w.rng
    own = say.lines(who.hand, "TALK", r) if who.hand.accent else None
    pool = answers if own is None else r.choice(own)[1]
    tpl = r.choice(pool)
    for _ in range(3):
        if tpl in said:
            tpl = r.choice(pool)
    said.add(tpl)
    if r.random() < 0.14:
        tpl += r.choice((", ", ". ", " ", "\n", " en ")) + r.choice([p for p in pool if p != tpl] or pool)
    return utter(w, who, tpl, ctx)


def spam(w, chat, t):
    r = w.rng
    a = r.choice(w.spammers)
    if a.dead:
        return
    text = expand(r, r.choice(talk_nl.SPAM), w.ctx(price=r.choice([100, 250, 400, 900])))
    for c in [chat, *r.sample(w.talky, min(len(w.talky), r.randrange(0, 3)))]:
        w.post(c, t, a, text)
        t += r.randrange(3, 40)
    if r.random() < 0.3:
        a.dead = t
        b = Acct(w, names.person(r, "en"), Hand(r, "en"))
        w.spammers.append(b)


def keepers(w, chat):
    """A day of a chat beside the talk: announcements, joins, the bot, a title, a poll."""
    r = w.rng
    for k in chat.keepers:
        if r.random() < w.cfg["keeper_rate"] / max(1, len(chat.keepers)):
            announce(w, chat, k)
    if chat.kind == "channel":
        return
    for _ in range(int(r.expovariate(1 / (0.5 * chat.weight)))):
        let_in(w, chat)
    if r.random() < 0.01:
        w.service(
            chat, w.at(12), "edit_group_title", chat.keepers[0] if chat.keepers else None, title=chat.name
        )
    if r.random() < 0.006 and chat.people:
        hold_poll(w, chat)


def announce(w, chat, k):
    """Rules or a warning by a keeper, sometimes pinned."""
    r = w.rng
    who = chat.anon if chat.anon and r.random() < 0.6 else k
    tpl = r.choice(list(say.lines(k.hand, "ANNOUNCE", r)))
    warn = "{x}" in tpl
    t = w.at(w.evening())
    m = w.post(
        chat,
        t,
        who,
        k.hand.write(r, expand(r, tpl, w.ctx(hand=k.hand))),
        "warning" if warn else "none",
    )
    if m and not warn and r.random() < 0.3:
        w.service(chat, t + r.randrange(5, 90), "pin_message", who, pin=m)
    if m:
        who.roles.add("group-keeper")


def let_in(w, chat):
    """Somebody joins; the bot may say welcome."""
    r = w.rng
    t = w.at(w.evening())
    joiner = (
        r.choice(chat.people)
        if chat.people and r.random() < 0.5
        else Acct(w, names.person(r, chat.lang), None)
    )
    w.service(
        chat,
        t,
        r.choice(("join_group_by_link", "join_group_by_link", "invite_members")),
        joiner,
        **({"members": [names.person(r, chat.lang)]} if r.random() < 0.2 else {"inviter": "Group"}),
    )
    if chat.bot and r.random() < 0.35:
        ctx = w.ctx()
        ctx["x"] = joiner.name
        w.post(
            chat,
            t + r.randrange(1, 4),
            chat.bot,
            expand(r, r.choice(say.NL["BOT"][:2] if r.random() < 0.6 else say.NL["BOT"]), ctx),
        )


def hold_poll(w, chat):
    """A poll of a keeper."""
    r = w.rng
    w.post(
        chat,
        w.at(w.evening()),
        r.choice(chat.keepers or chat.people),
        "",
        poll=r.choice(
            (
                ("Wie wint zondag?", ["psv", "ajax", "boeit niet"]),
                ("Groep in de nacht op slot?", ["ja", "nee"]),
                ("Friet met of zonder", ["met", "zonder", "curry"]),
                ("Meer of minder advertenties", ["meer", "minder", "weg ermee"]),
            )
        ),
    )


def fill(w, want):
    """Small talk until the day's quota is reached."""
    r = w.rng
    rooms = [c for c in w.talky if c.people]
    if not rooms:
        return
    wts = [c.weight * c.chatty for c in rooms]
    done = 0
    while done < want:
        c = r.choices(rooms, wts)[0]
        t = w.at(w.evening())
        if r.random() < w.cfg["spam"] and w.spammers:
            spam(w, c, t)
            done += 1
        else:
            done += conversation(w, c, t) or 1
