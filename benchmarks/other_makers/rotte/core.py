"""Persons, accounts, chats, crews, and the market they stand in."""

import heapq
import itertools
import random

from . import names, style, talk_nl, talk_x, text_nl, text_x
from .goods import PRODUCTS

DAY = 86400


def lines(s):
    return [x.replace("\\n", "\n") for x in s.strip().splitlines()]


TRADE = {"nl": {k: lines(v) for k, v in text_nl.T.items()}}
for _l, _d in text_x.X.items():
    TRADE[_l] = {k: lines(v) for k, v in _d.items()}


def topic(s):
    a, b = s.strip().split("--")
    return lines(a), lines(b)


TALK = {"nl": {k: topic(v) for k, v in talk_nl.TOPICS.items()}}
for _l, _d in talk_x.TOPICS_X.items():
    TALK[_l] = {k: topic(v) for k, v in _d.items()}
LONE = {
    k: lines(getattr(talk_nl, k))
    for k in ["SINGLES", "SPAM", "BOT", "RULES", "BAN", "CHECKED", "CREW", "STASHTALK", "TRANSPORT"]
}


class Account:
    """An account: of a crew, a person or a room."""

    def __init__(self, fid, name, handle=None, hand=None, crew=None, person=None):
        self.fid, self.name, self.handle, self.hand, self.crew, self.person = (
            fid,
            name,
            handle,
            hand,
            crew,
            person,
        )
        self.dead = False
        self.banned = set()
        self.acts = {}
        self.roles = set()
        self.chats = []
        self.number = None
        self.shows = {}


class Chat:
    """A group or channel with its messages and members."""

    def __init__(self, cid, name, type_, kind, lang="nl", hood=None):
        self.cid, self.name, self.type, self.kind, self.lang, self.hood = cid, name, type_, kind, lang, hood
        self.msgs, self.members, self.keepers, self.bot = [], [], [], None
        self.owner = None
        self.recent = []  # latest adverts: (t, message)
        self.complaints = {}
        self.last = None


class Msg:
    """A message with its truth."""

    __slots__ = str.split("chat t acct text act com reply photo fwd media id service edited reacts crew")

    def __init__(self, **kw):
        for s in self.__slots__:
            setattr(self, s, kw.get(s))


class Person:
    """Somebody who buys, talks, owes or remembers."""

    def __init__(self, w, lang, hood):
        r = w.rng
        self.lang, self.hood = lang, hood
        self.hand = style.Hand(r, lang)
        self.acct = w.account(names.person_name(r, lang), self.hand, person=self)
        self.talk = r.paretovariate(1.3) - 0.8
        self.voice = r.betavariate(1, 4)  # how readily he praises or complains
        self.care = r.random()  # how well he looks before he pays
        self.tastes = []
        self.rate = 0.0
        self.trust = {}  # crew id -> -3..3
        self.owes = {}
        self.robbed = 0
        self.last_buy = None


class World:
    """The stage: clock, accounts, chats, crews, people and what rooms remember."""

    def __init__(self, spec, seed):
        self.spec = spec
        self.rng = random.Random(f"{spec['name']}-{seed}")
        self.heap, self.seq = [], itertools.count()
        self.ids = set()
        self.accounts, self.chats, self.crews, self.people = [], [], [], []
        self.now = 0
        self.t0 = spec["start"] + self.rng.randint(0, 20) * DAY
        self.end = self.t0 + spec["days"] * DAY
        self.count = self.trade_count = 0
        self.hoods = names.HOODS[spec["hoods"]]
        self.gossip = {}  # (chat, crew) -> score, what the room remembers

    # ---- time
    def at(self, t, fn, *a):
        """Puts something on the clock."""
        if t < self.end:
            heapq.heappush(self.heap, (t, next(self.seq), fn, a))

    def soon(self, lo, hi, fn, *a):
        """Some minutes later."""
        self.at(self.now + self.rng.uniform(lo, hi) * 60, fn, *a)

    def run_until(self, t):
        """Lets happen what is due before a moment."""
        while self.heap and self.heap[0][0] < t:
            self.now, _, fn, a = heapq.heappop(self.heap)
            fn(*a)
        self.now = t

    def hour(self):
        """The hour of the day."""
        return (self.now % DAY) / 3600

    def heat(self):
        """How hasty people type: at night and at weekends more."""
        h = self.hour()
        weekend = (int(self.now // DAY) + 3) % 7 in (4, 5, 6)
        return (2.2 if h < 5 else 1.3 if h > 22 else 1.0) * (1.3 if weekend else 1.0)

    # ---- making things
    def newid(self, lo, hi):
        """An identifier that nobody has yet."""
        while True:
            x = self.rng.randint(lo, hi)
            if x not in self.ids:
                self.ids.add(x)
                return x

    def account(self, name, hand, handle=None, crew=None, person=None):
        """A new account."""
        a = Account(
            f"user{self.newid(10**8, 7 * 10**9)}",
            name,
            handle or names.handle(self.rng, name),
            hand,
            crew,
            person,
        )
        self.accounts.append(a)
        return a

    def chat(self, name, kind, type_="public_supergroup", lang="nl", hood=None):
        """A new chat."""
        c = Chat(self.newid(11 * 10**8, 25 * 10**8), name, type_, kind, lang, hood)
        self.chats.append(c)
        return c

    def voice_of(self, chat):
        """The account under which a channel or an anonymous keeper writes."""
        fid = f"channel{chat.cid}"
        for a in self.accounts:
            if a.fid == fid:
                return a
        a = Account(fid, chat.name, names.handle(self.rng, chat.name), style.Hand(self.rng, chat.lang))
        self.accounts.append(a)
        return a

    def join(self, acct, chat, said=0.25, t=None):
        """An account enters a chat."""
        if acct not in chat.members:
            chat.members.append(acct)
            acct.chats.append(chat)
            if self.rng.random() < said and self.now >= self.t0 and not chat.type.endswith("channel"):
                self.serve(chat, acct, "join_group_by_link")

    # ---- writing
    def serve(self, chat, acct, action, **kw):
        """Writes a service message."""
        chat.msgs.append(Msg(chat=chat, t=self.now, acct=acct, service=dict(kw, action=action)))

    def post(
        self, chat, acct, text, act="none", com=(), reply=None, photo=None, fwd=None, media=None, crew=None
    ):
        """Writes a message, unless the account is gone or banned there."""
        if self.now < self.t0 or self.now >= self.end:
            return None
        if acct.dead or chat in acct.banned:
            return None
        m = Msg(
            chat=chat,
            t=self.now,
            acct=acct,
            text=text,
            act=act,
            com=tuple(dict.fromkeys(com)),
            reply=reply if reply is not None and reply.chat is chat else None,
            photo=photo,
            fwd=fwd,
            media=media,
            crew=crew,
        )
        chat.msgs.append(m)
        chat.last = m
        acct.acts[act] = acct.acts.get(act, 0) + 1
        self.count += 1
        if act != "none":
            self.trade_count += 1
        if act == "offer":
            chat.recent.append(m)
            if len(chat.recent) > 60:
                del chat.recent[:20]
        if self.rng.random() < 0.012:
            m.edited = self.now + self.rng.randint(30, 4000)
        self.react(m)
        return m

    def react(self, m):
        """Reactions under a message."""
        chan = m.chat.type.endswith("channel")
        p = 0.5 if chan else 0.12 if m.act in ("vouch", "warning") else 0.05
        if self.rng.random() < p:
            emo = {"warning": ["🤬", "👍", "😱", "🤡"], "vouch": ["❤️", "👍", "🔥", "💯"]}.get(
                m.act, ["👍", "❤️", "🔥", "😂", "🤣", "👀"]
            )
            n = int(self.rng.expovariate(0.12)) + 1 if chan else self.rng.randint(1, 3)
            who = (
                []
                if chan or not m.chat.members
                else self.rng.sample(m.chat.members, min(n, len(m.chat.members)))
            )
            m.reacts = [(self.rng.choice(emo), n, who)]

    def lang_for(self, lang, chat):
        """The language in which somebody writes in a chat."""
        return lang if lang == chat.lang or self.rng.random() < 0.35 else chat.lang

    def line(self, lang, key):
        """A pattern of a kind."""
        table = TRADE.get(lang, TRADE["nl"])
        if key not in table:
            table = TRADE["en"] if key in TRADE["en"] and lang != "nl" else TRADE["nl"]
        return self.rng.choice(table[key])

    def say(self, hand, pattern, ctx=None, tail=True):
        """A pattern filled in and written in somebody's hand."""
        base = {
            "h": self.hoods,
            "h2": names.HOODS["nl"] if self.spec["hoods"] != "eu" else self.hoods,
            "st": names.STREETS,
            "nm": self.someone,
            "hd": lambda: names.handle(self.rng, self.rng.choice(names.BRAND_B)),
            "e": ["❗", "⚠️", "🔥", "✅", "⭐", ""],
            "id": lambda: "".join(
                self.rng.choice("abcdefghkmnpqrstuvwxyzABCDEFGH23456789_-") for _ in range(11)
            ),
            "g": lambda: self.good(self.rng.choice(list(self.rng.choice(self.crews).goods)), hand.lang),
            "min": ["10 min", "20 min", "30m", "kwartier", "half uur"],
        }
        base.update(ctx or {})
        return hand.write(self.rng, style.expand(self.rng, pattern, base), self.heat(), tail)

    @staticmethod
    def at_name(a):
        """The username to write to, or "pb"."""
        return "@" + a.handle if a.handle else "pb"

    def someone(self):
        """The first name of somebody in the chat."""
        c = self.current
        if c is not None and c.members:
            return self.rng.choice(c.members[-80:]).name.split(" ")[0]
        return self.rng.choice(names.NICKS)

    current = None

    def good(self, key, lang, veiled=None):
        """A word for the product, sometimes veiled or with letters changed."""
        p = PRODUCTS[key]
        v = self.spec.get("veil", 0) if veiled is None else veiled
        s = p.name(self.rng, lang, self.rng.random() < v)
        if self.rng.random() < self.spec.get("leet", 0.05) and len(s) > 2:
            s = style.disguise(self.rng, s)
        return s

    def ref(self, crew, acct, chat):
        """How people point at a seller."""
        a = acct or crew.accounts[-1]
        r = self.rng.random()
        if r < 0.5 and a.handle and not a.fid.startswith("channel"):
            return "@" + a.handle
        if r < 0.62 and a.handle:
            return "@" + a.handle if self.rng.random() < 0.5 else a.handle
        if r < 0.9:
            n = a.name.lower() if self.rng.random() < 0.6 else a.name
            return n if self.rng.random() < 0.6 else n.split(" ")[0] if len(n.split(" ")[0]) > 2 else n
        return self.rng.choice(
            {
                "nl": ["deze gast", "hij", "die jongen", "deze"],
                "en": ["this guy", "him"],
                "de": ["der typ", "der"],
                "fr": ["ce mec", "lui"],
                "es": ["este", "este tío"],
                "ru": ["этот", "он"],
                "tr": ["bu adam", "bu"],
            }.get(chat.lang, ["deze"])
        )
