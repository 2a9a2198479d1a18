"""The days go by."""

from . import buyers, chain, names, rooms, setup, voices
from .core import DAY, LONE, World
from .worlds import SPECS


class Market(World):
    """One world, lived day by day."""

    def __init__(self, name, seed):
        super().__init__(dict(SPECS[name], name=name), seed)
        self.keepers, self.markets, self.sleepers, self.friends = [], [], [], []
        self.recruiters, self.riders, self.cashiers = [], [], []
        setup.rooms(self)
        setup.crews(self)
        setup.people(self)
        setup.hands_for_hire(self)
        self.by_id = {c.cid: c for c in self.crews}

    def crews_open(self, c):
        """A crew opens its accounts."""
        setup.open_crew(self, c)

    def roles(self, a):
        """The functions of an account, by what it is and what it did."""
        out = set(a.roles)
        if a.crew:
            out.add(
                {"straat": "retailer", "post": "retailer", "groot": "wholesaler", "bron": "supplier"}[
                    a.crew.tier
                ]
            )
        if a.crew is None or a.person:
            if a.shows.get("buys") or a.acts.get("request"):
                out.add("customer")
            if a.acts.get("vouch", 0) >= 7 and "group-keeper" not in out:
                out.add("voucher")
        return out

    # ---- keepers judge
    def judge(self, c, crew):
        """A keeper throws an account out after several complaints."""
        seen = [t for t in c.complaints.get(crew.cid, []) if t > self.now - 12 * DAY]
        if len(seen) < self.spec["patience"] or not c.keepers:
            return
        k = c.keepers[0]
        mine = [a for a in crew.live() if a in c.members and not a.fid.startswith("channel")]
        if not mine or self.rng.random() < 0.35:
            return
        a = mine[-1]
        c.complaints[crew.cid] = []
        self.current = c
        if self.rng.random() < 0.7:
            pat = (
                self.rng.choice(LONE["BAN"])
                if c.lang == "nl"
                else "<who> {banned|removed}, {scam|too many reports}"
            )
            self.post(c, k, self.say(k.hand, pat, {"who": self.ref(crew, a, c)}), "warning")
        self.serve(c, k, "remove_members", members=[a.name])
        c.members.remove(a)
        a.chats.remove(c)
        a.banned.add(c)
        if self.rng.random() < 0.75 and len(crew.accounts) < 7:
            self.at(self.now + self.rng.uniform(0.2, 6) * DAY, self.comeback, crew, c)

    def comeback(self, crew, c):
        """The crew comes back under another account."""
        if crew.active():
            a = crew.backup()
            self.join(a, c, 0.6)

    def fall(self, crew):
        """Telegram takes an account down."""
        live = [a for a in crew.live() if not a.fid.startswith("channel")]
        if live:
            a = live[-1]
            a.dead = True
            a.shows["deleted"] = self.rng.random() < 0.4
            if len(crew.accounts) < 7:
                b = crew.backup()
                for c in self.chats:
                    if c.kind == "kanaal" and c.owner is crew and self.rng.random() < 0.6:
                        self.post(
                            c,
                            self.voice_of(c),
                            self.say(
                                crew.hand(),
                                self.rng.choice(
                                    [
                                        "nieuwe @: @<x>",
                                        "let op alleen @<x> is van ons",
                                        "bestellen nu via @<x>",
                                    ]
                                    if crew.lang == "nl"
                                    else ["new contact @<x>", "write @<x>"]
                                ),
                                {"x": b.handle or a.handle or "zie bio"},
                            ),
                            crew=crew,
                        )
            else:
                crew.alive = False

    # ---- rounds
    def guide(self, c):
        """A directory channel passes on what it finds."""
        src = [
            m
            for x in self.chats
            if x.kind in ("kanaal", "markt")
            for m in x.recent[-3:]
            if m.crew and m.crew.active()
        ]
        if src:
            m = self.rng.choice(src)
            self.post(
                c,
                self.voice_of(c),
                m.text,
                "offer",
                m.com,
                photo=(m.photo[0], False) if m.photo else None,
                fwd=m.acct.name,
            )

    def begin(self):
        """The service messages with which chats begin."""
        self.now = self.t0
        for c in self.chats:
            k = (
                c.keepers[0]
                if c.keepers
                else self.voice_of(c)
                if c.type.endswith("channel")
                else c.owner.accounts[0]
                if c.owner
                else None
            )
            if k is not None and self.rng.random() < 0.6:
                chan = c.type.endswith("channel")
                self.serve(
                    c,
                    k,
                    "create_channel" if chan else "migrate_from_group",
                    title=self.rng.choice([c.name, c.name, names.brand(self.rng)]),
                )
                if chan and self.rng.random() < 0.25:
                    self.serve(c, k, "edit_group_title", title=c.name)

    def run(self):
        """Lives all days."""
        self.begin()
        s, r = self.spec, self.rng
        per_day = s["target"] / s["days"]
        for i in range(s["days"]):
            t = self.t0 + i * DAY
            start = self.count
            for c in self.crews:
                c.day(t)
                if c.friends:
                    voices.friend_day(self, c, t)
                if r.random() < s["bans"] and c.first < t < c.last:
                    self.at(t + r.uniform(0, DAY), self.fall, c)
                if (
                    s["slander"]
                    and not c.ghost
                    and r.random() < s["slander"] * 0.25
                    and self.friends
                    and c.tier in ("straat", "post")
                ):
                    f = r.choice(self.friends)
                    cs = [x for x in f.acct.chats if x.kind == "markt"]
                    if cs and f not in c.friends:
                        self.at(t + r.uniform(12, 25) * 3600, voices.slander, self, c, f, r.choice(cs))
                if c.channel and r.random() < 0.02:
                    self.at(
                        t + r.uniform(12, 22) * 3600, rooms.poll, self, c.channel, self.voice_of(c.channel)
                    )
                if c.accounts and r.random() < 0.004 and c.live():
                    a = c.live()[0]
                    if a.chats:
                        self.at(t + r.uniform(12, 22) * 3600, rooms.card, self, r.choice(a.chats), a)
                if c.ghost in ("fabriek", "dubbel", "vervalser") and c.channel and r.random() < 0.2:
                    self.at(
                        t + r.uniform(12, 24) * 3600,
                        voices.feedback,
                        self,
                        c,
                        r.choice(self.people),
                        r.choice(list(c.goods)),
                    )
            for p in self.people:
                if p.rate:
                    buyers.day(self, p, t)
            chain.day(self, t)
            for c in self.chats:
                if c.kind in ("markt", "wijk", "praat", "alarm"):
                    rooms.keeper_day(self, c, t)
                if c.kind == "gids":
                    for _ in range(r.randint(2, 9)):
                        self.at(t + r.uniform(9, 25) * 3600, self.guide, c)
            self.talk(t, per_day * r.uniform(0.8, 1.2))
            self.run_until(t + DAY)
            self.yesterday = self.count - start
        return self

    yesterday = 0
    chat_yesterday = 0

    def talk(self, t, want):
        """Fill the day with ordinary talk, as much as the rooms are used to."""
        r = self.rng
        cs = [c for c in self.chats if c.kind in ("markt", "wijk", "praat", "alarm", "werk") and c.members]
        if not cs:
            return
        market = max(0, self.yesterday - self.chat_yesterday)
        need = max(want * 0.08, want - market)
        self.chat_yesterday = need
        w = [
            {"markt": 2, "wijk": 4, "praat": 6, "alarm": 0.7, "werk": 0.4}[c.kind] * (1 + c.cid % 7 / 3)
            for c in cs
        ]
        for c in r.choices(cs, w, k=int(need / 2.9)):
            h = r.choice([r.gauss(21, 3), r.gauss(15, 4), r.gauss(24.5, 1.5), r.gauss(11, 2)])
            self.at(t + max(7, min(h, 29)) * 3600, rooms.conversation, self, c)
