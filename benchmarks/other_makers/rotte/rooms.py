"""What rooms are full of: talk, quarrels, bots, keepers, work, rides."""

from . import names
from .core import LONE, TALK


def weights(w, c):
    if getattr(c, "speak", None) is None or c.seen_members != len(c.members):
        c.speak = [(a.person.talk if a.person else 0.5 if a.crew else 0.2) for a in c.members]
        c.seen_members = len(c.members)
    return c.speak


def speaker(w, c):
    ws = weights(w, c)
    for _ in range(6):
        a = w.rng.choices(c.members, ws)[0]
        if not a.dead and c not in a.banned and not a.fid.startswith("channel") and a is not c.bot:
            if a.crew and not a.crew.active():
                continue
            return a
    return None


def hand(a):
    return a.crew.hand() if a.crew and a.crew.hands else a.hand


def utter(w, c, a, pat, reply=None, act="none", **ctx):
    w.current = c
    return w.post(c, a, w.say(hand(a), pat, ctx), act, reply=reply, crew=a.crew)


BEFORE = {
    "nl": str.split(
        "ja|nee maar|haha|trouwens|ey|jongens|serieus|btw|nou|<nm>|eh|hmm|mensen|even iets anders|wollah|kijk|tja|pff",
        "|",
    ),
    "en": ["nah", "haha", "btw", "tbh", "lads", "yo", "ok but", "honestly"],
    "de": ["ja", "ne", "haha", "leute", "ey", "ehrlich", "also"],
    "fr": ["nan", "mdr", "les gars", "wesh", "bon", "sinon"],
    "es": ["jaja", "bueno", "gente", "oye", "pues", "a ver"],
    "ru": ["ну", "ахах", "народ", "кстати", "слушай"],
    "tr": ["ya", "haha", "arkadaşlar", "valla", "neyse"],
}
AFTER = {
    "nl": str.split(
        "toch|of niet|haha|denk ik|echt waar|ofzo|maar goed|hoor|<nm>|weet je|tbh|gek|niet normaal|serieus|🤷‍♂️|😂|sws",
        "|",
    ),
    "en": ["lol", "tho", "innit", "tbf", "fr", "haha"],
    "de": ["oder", "haha", "ey", "halt", "lol"],
    "fr": ["mdr", "hein", "quoi", "grave"],
    "es": ["no", "jaja", "eh", "la verdad"],
    "ru": ["блин", "ахах", "короче", "вообще"],
    "tr": ["ya", "işte", "haha", "valla"],
}


def loose(r, pat, lang):
    """Talk has loose ends before and after."""
    x = r.random()
    if x < 0.22:
        pat = r.choice(BEFORE.get(lang, BEFORE["nl"])) + " " + pat
    if 0.15 < x < 0.4:
        pat += r.choice([" ", ", ", " "]) + r.choice(AFTER.get(lang, AFTER["nl"]))
    return pat


def conversation(w, c):
    r = w.rng
    if not c.members:
        return None
    a = speaker(w, c)
    if a is None:
        return None
    x = r.random()
    if x < 0.3:
        m = (
            utter(w, c, a, r.choice(LONE["SINGLES"]))
            if c.lang == "nl" or r.random() < 0.3
            else utter(w, c, a, r.choice(TALK[c.lang]["a"][1]))
        )
        if m and r.random() < 0.03:
            m.media = {
                "file": "(File not included. Change data exporting settings to download.)",
                "media_type": "sticker",
                "sticker_emoji": r.choice("😂🔥👍😎💀"),
                "width": 512,
                "height": 512,
            }
            m.text = ""
        elif m and r.random() < 0.02:
            m.media = {
                "file": "(File not included. Change data exporting settings to download.)",
                "media_type": "voice_message",
                "mime_type": "audio/ogg",
                "duration_seconds": r.randint(1, 70),
            }
            m.text = ""
        return None
    if x < 0.315:
        return spam(w, c)
    lang = c.lang if r.random() < 0.8 else (a.person.lang if a.person else c.lang)
    table = TALK.get(lang, TALK["nl"])
    h = w.hour()
    key = "nacht" if "nacht" in table and h < 6 and r.random() < 0.6 else r.choice(list(table))
    if key == "ruzie":
        return quarrel(w, c, table[key])
    opens, backs = table[key]
    m = utter(w, c, a, loose(r, r.choice(opens), lang))
    if key in ("fiets", "telefoon") and m and r.random() < 0.3:
        m.photo = ((r.randrange(10**6), 0), False)
    w.soon(0.4, 9, follow, w, c, backs, m, r.choice([1, 2, 2, 3, 4, 5, 7]), a)
    return None


def follow(w, c, backs, m, n, opener):
    r = w.rng
    a = opener if r.random() < 0.25 else speaker(w, c)
    if a is None:
        return
    pat = r.choice(backs) if r.random() < 0.82 or c.lang != "nl" else r.choice(LONE["SINGLES"])
    k = utter(w, c, a, loose(r, pat, c.lang), reply=m if r.random() < 0.3 else None)
    if n > 1:
        w.soon(0.2, 14, follow, w, c, backs, k or m, n - 1, opener)


def quarrel(w, c, t):
    """Two people and money. Debts are remembered and come back another evening."""
    r = w.rng
    ps = [a.person for a in c.members if a.person]
    if len(ps) < 3:
        return
    p = r.choice(ps)
    if p.owes and r.random() < 0.7:
        q = r.choice(list(p.owes))
    else:
        q = r.choice(ps)
        p.owes[q] = r.choice([30, 50, 75, 150, 200])
    if p is q:
        return
    m = utter(w, c, p.acct, r.choice(t[0]), nm=q.acct.name.split(" ")[0])
    for i in range(r.randint(1, 5)):
        w.soon(
            1 + i * 3,
            5 + i * 5,
            utter,
            w,
            c,
            (q if i % 2 == 0 else p).acct if r.random() < 0.8 else (speaker(w, c) or q.acct),
            r.choice(t[1]),
            m,
        )
    if r.random() < 0.3:
        p.owes.pop(q, None)


def spam(w, c):
    r = w.rng
    a = w.account(
        r.choice(["Anna", "Sofia ❤️", "Crypto Lisa", "FX Pro", "Mike Trader", "Casino Bonus"]),
        w.people[0].hand,
    )
    w.join(a, c, 0.5)
    m = w.post(c, a, w.say(a.hand, r.choice(LONE["SPAM"]), {}, False))
    c.members.remove(a)
    if m and c.bot and r.random() < 0.3:
        w.soon(0.1, 1, utter, w, c, c.bot, LONE["BOT"][2], None)


def keeper_day(w, c, t):
    r = w.rng
    k = c.keepers[0] if c.keepers else None
    if k is None:
        return
    if r.random() < 0.12:
        w.at(t + r.uniform(10, 23) * 3600, rules, w, c, k)
    if c.bot and r.random() < 0.7:
        for _ in range(r.randint(1, 2)):
            w.at(t + r.uniform(8, 25) * 3600, utter, w, c, c.bot, r.choice(LONE["BOT"]))
    if r.random() < 0.04:
        w.at(t + r.uniform(12, 22) * 3600, checked, w, c, k)
    if r.random() < 0.02:
        w.at(t + 15 * 3600, retitle, w, c, k)


def retitle(w, c, k):
    w.serve(c, k, "edit_group_title", title=c.name)


def rules(w, c, k):
    m = (
        utter(w, c, k, w.rng.choice(LONE["RULES"]))
        if c.lang == "nl"
        else utter(
            w,
            c,
            k,
            w.rng.choice(
                [
                    "Rules: no spam, no fights, {deal at own risk|admins not responsible}",
                    "{1 ad per hour|no links}. next time {kick|mute}",
                    "<e> {group closed 4-10|read the pin} <e>",
                ]
            ),
        )
    )
    if m and w.rng.random() < 0.5:
        w.serve(c, k, "pin_message", pinned=m)


def checked(w, c, k):
    """A keeper vouches; honest ones for sellers that deliver, bribed ones for who pays."""
    r = w.rng
    crews = [a for a in c.members if a.crew and a.crew.active() and not a.fid.startswith("channel")]
    if r.random() >= w.spec.get("bribe", 0.1):
        crews = [a for a in crews if not a.crew.ghost]
    if crews:
        a = r.choice(crews)
        w.current = c
        pat = r.choice(LONE["CHECKED"]) if c.lang == "nl" else "verified: <who> ✅"
        w.post(c, k, w.say(k.hand, pat, {"who": w.ref(a.crew, a, c)}), "vouch")


def poll(w, c, a):
    r = w.rng
    q, opts = r.choice(
        [
            ("Wat moet er op de kaart?", ["keta", "hash", "2cb", "alles goed"]),
            ("Wie wint?", ["Feyenoord", "Ajax", "gelijk"]),
            ("Hoe was dit weekend", ["top", "te duur", "niks gehad"]),
            ("Tot hoe laat open?", ["01:00", "03:00", "24u"]),
        ]
    )
    m = w.post(c, a, "", crew=a.crew)
    if m:
        vs = [r.randint(0, 60) for _ in opts]
        m.media = {
            "poll": {
                "question": q,
                "closed": r.random() < 0.4,
                "total_voters": sum(vs),
                "answers": [{"text": o, "voters": v, "chosen": False} for o, v in zip(opts, vs, strict=True)],
            }
        }


def card(w, c, a):
    m = w.post(c, a, "", crew=a.crew)
    if m:
        m.media = {
            "contact_information": {
                "first_name": a.name,
                "last_name": "",
                "phone_number": "+316" + (a.number or names.phone(w.rng))[2:],
            }
        }
