"""The stage: accounts, chats, messages, clock, public reputation, supply shocks."""

import random
from collections import defaultdict, deque

from . import names, say
from .goods import GOODS
from .hand import expand

DAY = 86400


class Acct:
    """An account: who holds it, its name, username, contact and chats."""

    def __init__(self, w, name, hand, actor=None, channel=False, user=None):
        self.id = w.newid(channel)
        self.channel, self.name, self.hand, self.actor = channel, name, hand, actor
        self.user = user or names.handle(w.rng, name)
        self.phone = self.contact_kind = None
        self.roles, self.chats = set(), []
        self.born, self.dead, self.gone = 0, None, False
        self.area = None
        self.praised = 0

    @property
    def from_id(self):
        """The identifier as an export writes it."""
        return ("channel" if self.channel else "user") + str(self.id)


class Chat:
    """A group or channel with its messages and members."""

    def __init__(self, w, name, typ, kind, lang="nl", area=None, weight=1.0):
        self.id = w.newid(True)
        self.name, self.type, self.kind, self.lang, self.area, self.weight = (
            name,
            typ,
            kind,
            lang,
            area,
            weight,
        )
        self.msgs, self.keepers, self.people, self.sellers = [], [], [], []
        self.bot = self.anon = None
        self.recent = deque(maxlen=40)


class Msg:
    """A message with its truth."""

    __slots__ = ("acct", "act", "chat", "codes", "id", "reply", "t", "text", "x")

    def __init__(self, chat, t, acct, text, act, codes, reply, x):
        self.chat, self.t, self.acct, self.text, self.act = chat, int(t), acct, text, act
        self.codes, self.reply, self.x, self.id = codes, reply, x, 0


class World:
    """The stage: clock, accounts, chats, public reputation and prices."""

    def __init__(self, name, cfg, seed):
        self.name, self.cfg = name, cfg
        self.rng = random.Random(f"dommel/{name}/{seed}")
        self.days = cfg["days"] + self.rng.randrange(-6, 7)
        self.t0 = cfg["start"] + self.rng.randrange(0, 20) * DAY - 5400  # near local midnight
        self.ids = set()
        self.day = 0
        self.chats, self.accts, self.actors, self.firms, self.scams = [], [], [], [], []
        self.n = 0
        self.agenda = defaultdict(list)
        self.board = defaultdict(lambda: deque(maxlen=60))  # good -> recent listings
        self.rep = defaultdict(lambda: [0.0, 0.0])  # account -> public praise, public warnings
        self.fans = defaultdict(list)  # account -> buyers who were served
        self.foes = defaultdict(list)  # account -> buyers who were burnt
        self.cost = {g.code: 1.0 for g in GOODS.values()}
        self.buyers, self.bystanders = [], []
        self.photos, self.photo_n = 0, 0
        self.seen_actor = 0

    # --- identifiers and clock
    def newid(self, channel=False):
        """An identifier that nobody has yet."""
        while True:
            i = (
                self.rng.randrange(1_100_000_000, 2_400_000_000)
                if channel
                else int(10 ** self.rng.uniform(8.3, 9.87))
            )
            if i not in self.ids:
                self.ids.add(i)
                return i

    def at(self, hour, day=None):
        """The moment of an hour of a day."""
        return self.t0 + (self.day if day is None else day) * DAY + hour * 3600 + self.rng.randrange(0, 60)

    def weekday(self, day=None):
        """The day of the week, Monday first."""
        return (((self.t0 + 5400) // DAY) + 3 + (self.day if day is None else day)) % 7  # 0 is Monday

    def evening(self):
        """An hour of the day at which people write."""
        r = self.rng.random()
        if r < 0.62:
            return self.rng.triangular(14, 24.9, 20.5) - 0.4
        if r < 0.92:
            return self.rng.uniform(8.5, 17)
        return self.rng.uniform(0, 3.5)

    def later(self, t, fn):
        """Puts something on the agenda of its day."""
        self.agenda[max(self.day, int((t - self.t0) // DAY))].append((t, fn))

    # --- writing
    def ctx(
        self, good=None, g2=None, qty=None, price=None, area=None, n=None, hand=None, bulk=False, label=None
    ):
        """What the slots of a pattern stand for."""
        r = self.rng
        lang = hand.lang if hand else "nl"
        g = good or GOODS[r.choice(self.cfg["goods"])]
        g2 = g2 or g
        st, unit = g.steps(bulk)
        q = qty or r.choice(st[:4])
        p = price or g.price(q, 1, bulk)

        def nm(x, force=False):
            w = (label or {}).get(x.key) or r.choice(x.names[lang])
            return hand.mask_name(r, w, x) if hand else w

        money = hand.money if hand else (lambda v: f"€{v}")
        off = {"nl": ["maandag", "dinsdag", "zondag"], "de": ["Montag"], "fr": ["lundi"]}.get(
            lang, ["monday"]
        )
        return {
            "p": lambda: nm(g),
            "p2": lambda: nm(g2),
            "q": hand.qty(q, unit) if hand else f"{q}{unit}",
            "q1": hand.qty(1, unit) if hand else "1",
            "m": money(p),
            "a": area or r.choice(self.cfg["areas"]),
            "n": n or "",
            "k": lambda: r.randrange(2, 9),
            "k2": lambda: r.randrange(0, 4),
            "u": f"{r.choice([22, 23, 0, 1, 2, 18, 20])}:{r.choice(['00', '30'])}",
            "h": f"{r.choice([10, 11, 12, 14, 16])}:00 - {r.choice([22, 23, '00', '01', '02'])}:00",
            "off": off,
            "e": g.emoji,
            "e2": g2.emoji,
            "e3": ["🔥", "💊", "🚕", "📦"],
            "v": g.veil,
            "v2": g2.veil,
            "junk": say.BANK[lang].get("JUNK") or say.NL["JUNK"],
            "x": lambda: names.person(r, lang),
            "who": lambda: r.choice(names.FIRST["nl"]).lower(),
            "brand": ["tesla", "punisher", "rolex", "lego"],
            "art": lambda: r.choice(say.talk_nl.ARTS),
            "art2": lambda: r.choice(say.talk_nl.ARTS),
            "rnd": lambda: names.rnd(r),
            "url": lambda: f"https://{names.rnd(r, 7).lower()}.{r.choice(['xyz', 'top', 'info'])}",
            "c": "",
            "old": "",
        }

    def line(self, hand, kind, ctx, need=None, ad=False):
        """A line of a kind in somebody's hand, and its pattern."""
        pool = say.lines(hand, kind, self.rng)
        if need is not None:
            pool = [p for p in pool if ("{n}" in p) == need] or pool
        tpl = self.rng.choice(pool)
        return hand.write(self.rng, expand(self.rng, tpl, ctx), ad), tpl

    def post(self, chat, t, acct, text, act="none", codes=(), reply=None, **x):
        """Writes a message, unless the account is gone or the moment lies outside."""
        if (acct.dead and t > acct.dead) or t < self.t0 or t >= self.t0 + self.days * DAY:
            return None
        if not text and not x:
            return None
        if reply is not None and (reply.chat is not chat or reply.t >= t):
            reply = None
        m = Msg(chat, t, acct, text, act, tuple(dict.fromkeys(codes)), reply, x)
        chat.msgs.append(m)
        self.n += 1
        return m

    def may_photo(self):
        """Pictures are spread evenly over the months (the exporter has a size limit)."""
        if self.photo_n < self.cfg["photos"] * (self.day + 1.5) / self.days:
            self.photo_n += 1
            return True
        return False

    def service(self, chat, t, action, actor=None, **x):
        """Writes a service message."""
        if self.t0 <= t < self.t0 + self.days * DAY:
            chat.msgs.append(Msg(chat, t, actor, "", None, (), None, dict(x, action=action)))

    def reactions(self, mean):
        """Reactions under a message."""
        r, out = self.rng, []
        for e in r.sample(["👍", "🔥", "❤", "😁", "👎", "🤡", "🙏", "💯"], r.randrange(1, 4)):
            k = int(r.expovariate(1 / mean))
            if k:
                out.append({"type": "emoji", "count": k, "emoji": e})
        return out

    # --- the world price of each good: mean reversion with jumps
    def shocks(self):
        """Moves what each good costs; a jump makes news."""
        r = self.rng
        for c in self.cost:
            v = self.cost[c]
            v += 0.06 * (1 - v) + r.gauss(0, 0.012)
            if r.random() < self.cfg["shock"] / 30:
                v *= r.choice([1.35, 1.5, 1.25, 0.8])
                if v > 1.2:
                    self.later(self.at(r.uniform(9, 20)), lambda c=c: self.news(c))
            self.cost[c] = min(2.2, max(0.6, v))

    def news(self, code):
        """Somebody passes the news of a seizure on."""
        g = next(g for g in GOODS.values() if g.code == code)
        for chat in self.rng.sample(self.talky, min(len(self.talky), self.rng.randrange(1, 4))):
            if chat.people and chat.lang == "nl":
                who = self.rng.choice(chat.people)
                t = self.at(self.rng.uniform(9, 22))
                text = expand(self.rng, self.rng.choice(say.talk_nl.NEWS), self.ctx(g))
                x = (
                    {"fwd": self.rng.choice(["Brabant Nieuws Flits", "112 Zuid", "Regio Update"])}
                    if self.rng.random() < 0.5
                    else {}
                )
                self.post(chat, t, who, text, **x)

    # --- belief about an account, as a newcomer forms it from public signs
    def standing(self, acct, trust):
        """What a newcomer believes of an account by public signs."""
        good, bad = self.rep[acct.id]
        age = max(0, self.day - acct.born)
        return (1.0 + trust * good + min(age, 40) * 0.02) / (
            2.4 + trust * good + 2.2 * bad + min(age, 40) * 0.02
        )
