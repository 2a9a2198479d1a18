"""Members who buy: asking, choosing, dealing, and what they say afterwards.

Why these chances: most deals leave no trace at all; about one in six that went well is praised where others read it, four in ten who lost money
say so, since shame and boredom keep the rest quiet. Buyers go where praise is and stay away from who is called a cheat, but many never read back.
"""

from __future__ import annotations

from . import goods, sellers
from .market import Chat, Market, Msg
from .people import Account, Seller
from .phrases import own_key


class Crowd:
    """Who has what on a day, and the demand that meets it."""

    def __init__(self, market: Market) -> None:
        self.m = market
        self.shelf: dict[tuple[str, str], list[Account]] = {}
        self.victims: dict[str, list[Account]] = {}

    def stock_up(self, noon: float) -> None:
        """The day's sellers by place and commodity."""
        self.shelf.clear()
        for s in self.m.sellers:
            if s.bulk or not s.start <= noon <= s.stop:
                continue
            for acc in s.now(noon):
                for thing in acc.things:
                    self.shelf.setdefault((s.city, thing.commodity), []).append(acc)

    def day(self) -> None:
        """All demand of one day, and the questions about who can be trusted."""
        m = self.m
        self.stock_up(m.at((13, 14)))
        busy = 1.3 if m.day % 7 in (3, 4, 5) else 0.88
        for _ in range(m.poisson(m.cfg["demand"] * busy)):
            self.one()
        for _ in range(m.poisson(m.cfg["react"] * 6)):
            self.question()

    def someone(self, city: str = "") -> Account | None:
        """A member; a few write much, most little."""
        m = self.m
        city = city or m.rng.choices(list(m.cfg["cities"]), list(m.cfg["cities"].values()))[0]
        rows = m.members.get(city) or []
        if not rows:
            return None
        who = rows[int(len(rows) * m.rng.random() ** 2.2)]
        return who if who.alive(m.at()) else None

    def choose(self, rows: list[Account], who: Account) -> Account:
        """A seller: the one he knows, or by praise and blame that he has seen, and how much is posted."""
        known = [a for a in rows if a.owner and who in a.owner.regulars]
        if known and self.m.rng.random() < 0.55:
            return self.m.rng.choice(known)
        weights = [
            (1 + a.praise) ** 0.7 * 0.75 ** min(a.blame, 8) * (0.4 + (a.owner.rate if a.owner else 1))
            for a in rows
        ]
        return self.m.rng.choices(rows, weights)[0]

    def one(self) -> None:
        """One need of one member."""
        m = self.m
        who = self.someone()
        commodity = m.rng.choices(list(m.cfg["goods"]), list(m.cfg["goods"].values()))[0]
        if who is None:
            return
        t = m.at((10, 26))
        rows = self.shelf.get((who.city, commodity)) or []
        groups = m.groups(who.city)
        chat = m.rng.choice(groups)
        asked, picked = None, None
        if m.rng.random() < m.cfg["react"]:
            asked, picked = self.ask(who, commodity, chat, t, rows)
        if not rows:
            return
        acc = picked or self.choose(rows, who)
        if asked is None and m.rng.random() < 0.3 * m.cfg["react"]:
            asked = self.under_ad(who, acc, commodity, t)
        self.deal(who, acc, chat, t + m.rng.uniform(300, 5000), asked)

    def ask(
        self, who: Account, commodity: str, chat: Chat, t: float, rows: list[Account]
    ) -> tuple[Msg | None, Account | None]:
        """A call for goods in a group, and who answers it."""
        m = self.m
        vague = m.rng.random() < 0.12
        thing = goods.item(m.rng, commodity, who.lang, 1.0)
        size = thing.tiers[0][0]
        q = f"{size:g}" + goods.unit_word(m.rng, who.lang, thing.unit)
        who.roles.add("customer")
        fam = (
            "ask_vague"
            if vague
            else "ask_hard"
            if thing.fam in ("arms", "papers", "fraud") and m.rng.random() < 0.6
            else "ask"
        )
        fam = fam if vague else own_key(m.rng, who.lang, fam, f"ask_{commodity}", 0.25)
        msg = m.line(
            chat,
            who,
            t,
            fam,
            {"w": thing.word, "q": q, "W": thing.word.upper()},
            "request",
            () if vague else (commodity,),
        )
        takers = [a for a in rows if a.kind == "user" and a.owner and m.rng.random() < a.owner.answers * 0.5]
        takers = m.rng.sample(takers, min(len(takers), m.rng.choice((1, 1, 2, 3))))
        for acc in takers:
            if msg and chat in acc.chats + m.groups(who.city):
                m.line(
                    chat,
                    acc,
                    t + m.rng.expovariate(1 / 1500),
                    "answer",
                    {"user": "@" + acc.username},
                    reply=msg if m.rng.random() < 0.8 else None,
                )
                acc.asked += 1
        if msg and m.rng.random() < 0.15:
            m.line(chat, who, t + m.rng.uniform(900, 9000), "found", {})
        return msg, (m.rng.choice(takers) if takers and m.rng.random() < 0.7 else None)

    def under_ad(self, who: Account, acc: Account, commodity: str, t: float) -> Msg | None:
        """A word under an advertisement."""
        m = self.m
        if acc.kind == "channel" or not acc.chats:
            return None
        chat = m.rng.choice(acc.chats)
        last = next(
            (x for x in reversed(chat.msgs[-300:]) if x.account is acc and x.act == "offer" and x.t < t), None
        )
        if last is None or commodity not in last.goods:
            return None
        who.roles.add("customer")
        thing = (
            next(x for x in acc.things if x.commodity == commodity)
            if any(x.commodity == commodity for x in acc.things)
            else None
        )
        if m.rng.random() < 0.45 and thing:
            msg = m.line(
                chat,
                who,
                t,
                "ask_under",
                {"w": thing.word, "user": "@" + acc.username},
                "request",
                (commodity,),
                reply=last,
            )
        else:
            msg = m.line(chat, who, t, "ping", {"user": "@" + acc.username}, reply=last)
        if msg and acc.owner and m.rng.random() < acc.owner.answers:
            m.line(
                chat, acc, t + m.rng.expovariate(1 / 1200), "answer", {"user": "@" + acc.username}, reply=msg
            )
        return msg

    def deal(self, who: Account, acc: Account, chat: Chat, t: float, asked: Msg | None) -> None:
        """What comes of it."""
        s = acc.owner
        if s is None or not acc.alive(t):
            return
        room = (
            chat
            if self.m.rng.random() < 0.5 or not acc.chats or acc.kind == "channel"
            else self.m.rng.choice(acc.chats)
        )
        if s.ghost:
            self.cheated(who, acc, s, room, t)
        else:
            self.served(who, acc, s, room, t, asked)

    def served(self, who: Account, acc: Account, s: Seller, chat: Chat, t: float, asked: Msg | None) -> None:
        """A seller who has it."""
        m, known = self.m, who in s.regulars
        if s.prepay and not known and m.rng.random() < 0.4:
            if m.rng.random() < 0.1 * m.cfg["blame"]:
                sellers.blame(m, who, acc, t, chat, "warn_ask")
            return
        if asked and acc.kind == "user" and m.rng.random() < 0.12:
            way = m.line(asked.chat, acc, t, "on_way", {}, reply=asked)
            if way and m.rng.random() < 0.5:
                m.line(asked.chat, who, t + m.rng.uniform(400, 3000), "arrived", {}, reply=way)
        if m.rng.random() < s.quality:
            if not known:
                s.regulars.append(who)
            if m.rng.random() < m.cfg["praise"]:
                who.roles.add("customer")
                sellers.praise(
                    m,
                    who,
                    acc,
                    t + m.rng.expovariate(1 / 30000),
                    chat,
                    asked if asked and m.rng.random() < 0.3 else None,
                )
        elif m.rng.random() < 0.5 * m.cfg["blame"]:
            who.roles.add("customer")
            sellers.blame(m, who, acc, t + m.rng.expovariate(1 / 20000), chat, "warn_quality")
        elif m.rng.random() < 0.3:
            who.roles.add("customer")
            m.line(chat, who, t + 3000, "nag", {"user": "@" + acc.username})

    def cheated(self, who: Account, acc: Account, s: Seller, chat: Chat, t: float) -> None:
        """A ghost: silence, a demand of money first, or rubbish."""
        m = self.m
        later = t + m.rng.expovariate(1 / 70000)
        key, chance = {"bot": ("warn_silent", 0.12), "fakes": ("warn_quality", m.cfg["blame"] * 0.6)}.get(
            s.trick, ("", 0.0)
        )
        if s.trick == "fakes" and m.rng.random() < 0.9 * m.cfg["praise"]:
            sellers.praise(m, who, acc, later, chat)
            return
        if not key:
            paid = m.rng.random() < 0.5 * 0.8 ** min(acc.blame, 6)
            key, chance = ("warn", m.cfg["blame"]) if paid else ("warn_ask", 0.12 * m.cfg["blame"] * 2)
        if m.rng.random() > chance:
            return
        who.roles.add("customer")
        target = acc
        if s.model is not None and m.rng.random() < 0.15:
            target = s.model
        self.victims.setdefault(acc.username, []).append(who)
        msg = sellers.blame(m, who, target, later, chat, key)
        if msg and m.rng.random() < 0.3:
            other = self.someone(who.city)
            if other and other is not who:
                m.line(chat, other, later + m.rng.expovariate(1 / 6000), "warn_too", {}, "warning", reply=msg)

    def question(self) -> None:
        """Is this one to be trusted? Who bought there may answer, and who is paid to."""
        m = self.m
        who = self.someone()
        rows = [
            a
            for key, accs in self.shelf.items()
            if who and key[0] == who.city
            for a in accs
            if a.kind == "user"
        ]
        if not rows or who is None:
            return
        acc = m.rng.choice(rows)
        chat, t = m.rng.choice(m.groups(who.city)), m.at()
        msg = m.line(chat, who, t, "legit", {"user": "@" + acc.username})
        s = acc.owner
        if not msg or s is None:
            return
        friends = s.regulars if not s.ghost else (m.shills if s.buys else [])
        for friend in m.rng.sample(friends, min(len(friends), m.rng.choice((0, 1, 1, 2)))):
            sellers.praise(m, friend, acc, t + m.rng.expovariate(1 / 5000), chat, msg)
        for loser in self.victims.get(acc.username, [])[-2:]:
            if m.rng.random() < 0.4:
                sellers.blame(m, loser, acc, t + m.rng.expovariate(1 / 5000), chat, "warn_reply", msg)
        if m.rng.random() < 0.2:
            other = self.someone(who.city)
            if other:
                m.line(chat, other, t + m.rng.expovariate(1 / 5000), "legit_dunno", {}, reply=msg)
