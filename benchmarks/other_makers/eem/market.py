"""The clock, the chats and the posting of messages."""

import heapq
import random
from datetime import UTC, datetime

from .actors import Account
from .hand import expand
from .text import phrases

DAY = 86400
DIURNAL = [5, 3, 2, 1, 0.6, 0.5, 0.7, 1.2, 2, 3, 3.5, 4, 5, 5, 5, 5.5, 6, 7, 7.5, 8, 9, 9, 8.5, 7]
NOFILE = "(File not included. Change data exporting settings to download.)"


class Sim:
    """The clock, with everybody and all chats."""

    def __init__(self, name, cfg, seed):
        self.name, self.cfg = name, cfg
        self.rng = random.Random(f"eem/{name}/{seed}")
        self.seed = seed
        self.t0 = cfg["start"]
        self.t1 = self.t0 + cfg["days"] * DAY
        self.t = self.t0
        self.q, self.seq = [], 0
        self.chats, self.accounts, self.sellers, self.buyers, self.others = [], {}, [], [], []
        self.photos = 0
        self.nsell = 0
        self.dry = {}

    # -- time
    def dt(self, t=None):
        """The moment by local time."""
        return datetime.fromtimestamp((t or self.t) + 7200, UTC)

    def hour(self):
        """The hour by local time."""
        return self.dt().hour

    def day(self):
        """The number of the day."""
        return int((self.t - self.t0) // DAY)

    def at(self, t, f, *a):
        """Puts something on the clock."""
        if t < self.t1:
            self.seq += 1
            heapq.heappush(self.q, (t, self.seq, f, a))

    def run(self):
        """Lets everything happen in turn."""
        while self.q:
            self.t, _, f, a = heapq.heappop(self.q)
            f(*a)

    def awake(self, t):
        """Move a time of the day to when people are up."""
        h = self.dt(t).hour
        if self.rng.random() * 9 > DIURNAL[h]:
            return t + self.rng.uniform(1, 9) * 3600
        return t

    # -- accounts
    def uid(self):
        """An identifier that nobody has yet."""
        while True:
            u = f"user{self.rng.choice([self.rng.randrange(10**8, 2 * 10**9), self.rng.randrange(5 * 10**9, 7 * 10**9 + 5 * 10**8)])}"
            if u not in self.accounts:
                return u

    def account(self, name, owner=None, face=None, uid=None, end=1 << 40):
        """A new account."""
        a = Account(uid or self.uid(), name, owner, face, self.t, end)
        self.accounts[a.uid] = a
        return a

    def join(self, acc, chat, say=True):
        """An account enters a chat."""
        if chat in acc.chats:
            return
        acc.chats.append(chat)
        chat.members.append(acc)
        if say and chat.type.endswith("supergroup") and self.rng.random() < 0.25:
            self.service(
                chat,
                acc,
                self.rng.choice(["join_group_by_link", "join_group_by_link", "join_group_by_request"]),
                inviter="Group",
            )

    # -- messages
    def _id(self, chat):
        chat.next += self.rng.choices([1, 2, 3, 6], [20, 2, 1, 0.5])[0]
        return chat.next

    def service(self, chat, acc, action, **kw):
        """Writes a service message."""
        m = {"id": self._id(chat), "t": int(self.t), "acc": acc, "service": action, "kw": kw}
        chat.msgs.append(m)
        return m

    def post(
        self,
        chat,
        acc,
        text,
        act="none",
        comm=(),
        reply=None,
        photo=None,
        media=None,
        fwd=None,
        poll=None,
        contact=None,
    ):
        """Writes a message, unless the account is banned or gone."""
        if chat.cid in acc.banned or self.t > acc.end:
            return None
        m = {
            "id": self._id(chat),
            "t": int(self.t),
            "acc": acc,
            "text": text,
            "act": act,
            "comm": sorted(comm),
        }
        for k, v in (
            ("reply", reply),
            ("photo", photo),
            ("media", media),
            ("fwd", fwd),
            ("poll", poll),
            ("contact", contact),
        ):
            if v is not None:
                m[k] = v
        if text and self.rng.random() < 0.012:  # a slip put right
            m["edited"] = int(self.t) + self.rng.randrange(20, 900)
        acc.wrote = True
        chat.msgs.append(m)
        if act == "offer" and acc.owner is not None and comm and hasattr(acc.owner, "sid"):
            chat.recent.append(m)
            acc.last[chat.cid] = m
            if len(chat.recent) > 70:
                del chat.recent[:25]
        return m

    def react(self, m, n, good=True):
        """Reactions under a message."""
        r = self.rng
        m.setdefault("react", {})
        for _ in range(n):
            e = r.choice(["👍", "🔥", "❤", "👍", "💯", "😁"] if good else ["👎", "🤬", "💩", "🤡", "👎"])
            m["react"][e] = m["react"].get(e, 0) + 1

    def phrase(self, kind, hand, env, lang=None, loose=False):
        """A phrase of a kind in somebody's hand."""
        lang = lang or hand.lang
        pats = phrases(lang, kind)
        s = expand(self.rng, self.rng.choice(pats) if loose else hand.pick(self.rng, pats), env)
        return hand.write(self.rng, s, soft=True)

    def hours_of(self, s, lang):
        """Opening hours in words."""
        return (
            self.rng.choice(
                [f"{s.open}:00-{s.shut % 24:02d}:00", f"{s.open}u-{s.shut % 24}u", f"{s.open}-{s.shut % 24}"]
            )
            if lang in ("nl", "de", "fr")
            else f"{s.open}-{s.shut % 24}"
        )

    def ref(self, acc, short=False):
        """How people call a seller."""
        f, r = acc.face, self.rng
        x = r.random()
        if f and f.handle and x < 0.55:
            return "@" + f.handle
        n = (f.name if f else acc.name) or "die gast"
        if x < 0.7:
            return n
        if x < 0.92:
            return n.lower()
        return n.split()[0]
