"""The trade above the street: crews' own groups, wholesale deals, money handlers, transport.

Why: what is known of such crews from confiscated phones is dull work: who rides, where to, what is left, what is in the till, who is late. In the open
groups only a few ends stick out: a courier who says he is at the door, a handler who wants cash for tether, a retailer who asks for a block.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from . import aliases, goods, sellers, stage
from .market import DAY, START, Chat, Market
from .people import Account, Seller


@dataclass
class Crew:
    """People who work for one boss, and their chat."""

    kind: str
    boss: Seller
    head: Account
    chat: Chat
    riders: list[Account] = field(default_factory=list)
    till: Account | None = None
    turn: int = 0
    every: int = 5


PHASES = {"port_plan": (0, 1), "port_wait": (2,), "port_loss": (3,), "port_pay": (4,)}


SCRIPTS: dict[str, tuple[tuple[float, tuple[str, ...]], ...]] = {
    "street": (
        (0.7, ("head:crew_start", "rider:crew_ready")),
        (2.2, ("head:crew_order", "rider:crew_ack", "rider:crew_done")),
        (0.45, ("rider:crew_stock", "head:crew_refill")),
        (0.3, ("rider:crew_trouble", "head:crew_calm")),
        (0.7, ("rider:crew_cash", "till:crew_cash_ok")),
        (0.8, ("rider:crew_talk", "any:crew_talk")),
        (0.03, ("head:crew_recruit",)),
    ),
    "port": (
        (2.2, ("head:port_plan", "rider:port_ack")),
        (3.5, ("rider:port_wait", "head:port_calm")),
        (0.6, ("rider:port_loss", "head:port_react")),
        (1.6, ("till:port_pay", "rider:port_pay_reply")),
        (0.6, ("any:crew_talk", "any:port_talk")),
        (0.07, ("head:crew_recruit",)),
    ),
    "lab": (
        (1.0, ("head:lab_job", "rider:lab_ack")),
        (0.6, ("rider:lab_trouble", "head:lab_calm")),
        (0.6, ("head:lab_load", "rider:lab_load_ok")),
        (0.3, ("till:port_pay", "rider:port_pay_reply")),
        (0.7, ("any:crew_talk", "any:lab_talk")),
        (0.05, ("head:crew_recruit",)),
    ),
}


def _crew(m: Market, kind: str, boss: Seller) -> Crew:
    """A crew with two to four riders and mostly a till; the boss may use another account here than in his adverts."""
    head = boss.accounts[0]
    if m.rng.random() < 0.35:
        head = aliases.new_account(m, boss, head.born, head)
        head.texts = []
    name = stage.say(m.rng, boss.lang, "crew_name", {"n": str(m.rng.randrange(2, 99))})
    chat = stage.add_chat(m, "crew", boss.city, name, head, type_="private_group")
    crew = Crew(kind, boss, head, chat, turn=m.rng.randrange(9), every=m.rng.choice((5, 6, 7, 9)))
    for _ in range(m.rng.choice((2, 3, 3, 4))):
        rider = m.account(boss.lang, boss.city, born=START - DAY)
        rider.roles.add("courier")
        crew.riders.append(rider)
        m.serve(chat, head, START + m.rng.uniform(0, 0.3) * DAY, "invite_members", members=[rider.name])
    if kind != "street" or m.rng.random() < 0.7:
        crew.till = m.account(boss.lang, boss.city, born=START - DAY)
        crew.till.roles.add("money-handler")
    return crew


def crews(m: Market) -> list[Crew]:
    """The crews of a world; in a chain world the upper ones work for suppliers."""
    real = [s for s in m.sellers if not s.ghost and s.start <= START + 5 * DAY and s.things]
    upper = [s for s in real if s.bulk and s.lang in ("nl", "fr", "de", "es", "en")]
    street = sorted((s for s in real if s.kind == "retailer"), key=lambda s: -s.rate)[: m.cfg["crews"] * 2]
    out: list[Crew] = []
    for n in range(m.cfg["crews"]):
        top = bool(m.cfg["chain"]) and n % 2 == 0 and bool(upper)
        pool = upper if top else street
        if not pool:
            continue
        boss = pool.pop(m.rng.randrange(len(pool)))
        out.append(_crew(m, m.cfg["chain"] if top else "street", boss))
    return out


def _speaker(m: Market, crew: Crew, part: str, rider: Account) -> Account:
    """Who says a line: the boss (by the account he has now), the till, the rider, anybody."""
    if part == "head":
        return next(
            (
                a
                for a in reversed(crew.boss.accounts)
                if a is crew.head
                or (crew.head.dead and a.alive(START + m.day * DAY + DAY / 2) and a.kind == "user")
            ),
            crew.head,
        )
    if part == "till":
        return crew.till or crew.head
    return rider if part == "rider" else m.rng.choice([*crew.riders, crew.head])


def _scene(m: Market, crew: Crew, lines: tuple[str, ...]) -> None:
    """A few lines between two people of the crew."""
    rider = m.rng.choice(crew.riders)
    t = m.at(crew.boss.hours)
    thing = m.rng.choice(crew.boss.things)
    last = None
    for row in lines:
        part, key = row.split(":")
        who = _speaker(m, crew, part, rider)
        size = m.rng.choice(thing.tiers)[0]
        slots = {
            "w": thing.word,
            "q": f"{size:g}",
            "qu": f"{size:g}" + goods.unit_word(m.rng, crew.boss.lang, thing.unit),
            "rider": rider.name.split(" ")[0],
            "user": "@" + crew.boss.accounts[0].username,
        }
        last = (
            m.line(
                crew.chat,
                who,
                t,
                key,
                slots,
                "recruit" if key == "crew_recruit" else "none",
                lang=crew.boss.lang,
                reply=last if m.rng.random() < 0.25 else None,
            )
            or last
        )
        t += m.rng.expovariate(1 / 900)


def crew_day(m: Market, crew: Crew) -> None:
    """A working day of a crew; riders leave and others come."""
    noon = START + m.day * DAY + DAY / 2
    if not crew.boss.start <= noon <= crew.boss.stop:
        return
    phase = (m.day + crew.turn) % crew.every
    for mean, lines in SCRIPTS[crew.kind]:
        if phase not in PHASES.get(lines[0].split(":")[1], (phase,)) and crew.kind == "port":
            continue
        for _ in range(
            m.poisson(mean * (1.2 if m.day % 7 in (4, 5) else 0.9) * (0.6 + 0.4 * crew.boss.slack))
        ):
            _scene(m, crew, lines)
    if m.rng.random() < 0.012:
        new = m.account(crew.boss.lang, crew.boss.city, born=noon)
        new.roles.add("courier")
        gone = crew.riders.pop(0)
        m.serve(crew.chat, crew.head, noon + 60, "remove_members", members=[gone.name])
        m.serve(crew.chat, crew.head, noon + 90, "invite_members", members=[new.name])
        crew.riders.append(new)


def courier_day(m: Market, crew: Crew) -> None:
    """A rider in the open groups: at somebody's door, or grumbling about the rain."""
    if crew.kind != "street" or m.rng.random() > 0.25:
        return
    rider = m.rng.choice(crew.riders)
    chat = m.rng.choice(m.groups(crew.boss.city))
    m.line(
        chat,
        rider,
        m.at(),
        m.rng.choice(("courier_way", "courier_talk")),
        {"user": "@" + crew.boss.accounts[-1].username},
    )


class Trade:
    """Deals between traders in the closed group."""

    def __init__(self, market: Market) -> None:
        self.m = market
        self.rooms = [c for c in market.chats if c.bulk and c.kind == "group"]

    def day(self) -> None:
        """Requests, answers, and what is said afterwards."""
        m = self.m
        for _ in range(m.poisson(0.22 * m.cfg["wholesalers"])):
            self.ask("")
        for kind in ("money", "transport"):
            for _ in range(m.poisson(0.16 * m.cfg[kind])):
                self.ask(kind)
        for _ in range(m.poisson(2.2 if m.cfg["chain"] else 0.8)):
            self.talk()

    def buyer(self, *, talk: bool = False) -> Account | None:
        """Somebody in the trade who needs something, or talks as if."""
        rows = [
            s
            for s in self.m.sellers
            if (talk or not s.ghost or self.m.rng.random() < 0.25) and s.kind in ("retailer", "wholesaler")
        ]
        accs = (
            [a for a in self.m.rng.choice(rows).accounts if a.kind == "user" and a.alive(self.m.at())]
            if rows
            else []
        )
        return self.m.rng.choice(accs) if accs else None

    def ask(self, kind: str) -> None:
        """One request and the deal that may follow."""
        m, who = self.m, self.buyer()
        if who is None or not self.rooms:
            return
        chat, t = m.rng.choice(self.rooms), m.at()
        able = [
            s
            for s in m.sellers
            if (s.kind == kind if kind else s.bulk)
            and s.now(t)
            and s.start <= t <= s.stop
            and s is not who.owner
        ]
        commodity = m.rng.choice([x.commodity for s in able for x in s.things] or ["cocaine"])
        thing = goods.item(m.rng, commodity, who.lang, 1.0, bulk=True)
        slots = {
            "w": thing.word,
            "qu": f"{thing.tiers[0][0]:g}" + goods.unit_word(m.rng, who.lang, thing.unit),
        }
        msg = m.line(
            chat,
            who,
            t,
            f"ask_{kind}" if kind else "ask_bulk",
            slots,
            "request",
            () if kind else (commodity,),
        )
        able = [s for s in able if kind or any(x.commodity == commodity for x in s.things)]
        for s in m.rng.sample(able, min(len(able), m.rng.choice((0, 1, 2)))):
            acc = m.rng.choice(s.now(t))
            if msg and acc.kind == "user":
                m.line(
                    chat,
                    acc,
                    t + m.rng.expovariate(1 / 3000),
                    "answer_bulk",
                    {"user": "@" + acc.username},
                    reply=msg,
                )
                self.deal(who, acc, s, chat, t)

    def deal(self, who: Account, acc: Account, s: Seller, chat: Chat, t: float) -> None:
        """Traders check more; a ghost takes fewer of them, and they speak up more often."""
        m = self.m
        later = t + m.rng.expovariate(1 / 90000)
        slots = {"user": "@" + acc.username, "w": m.rng.choice(s.things).word if s.things else ""}
        good = not s.ghost and m.rng.random() < s.quality
        if good and m.rng.random() < 0.3:
            if m.line(chat, who, later, "vouch_bulk" if s.things else "vouch_service", slots, "vouch"):
                acc.praise += 1
        elif not good and m.rng.random() < (0.4 if s.ghost else 0.2):
            msg = m.line(chat, who, later, "warn_bulk" if s.things else "warn_service", slots, "warning")
            if msg:
                acc.blame += 1
                sellers.deny(m, acc, msg)

    def talk(self) -> None:
        """Shop talk."""
        m = self.m
        who = self.buyer(talk=True)
        if who and self.rooms:
            chat, t = m.rng.choice(self.rooms), m.at()
            last = m.line(chat, who, t, "bulk_talk", {})
            other = self.buyer(talk=True)
            if other and last and m.rng.random() < 0.5:
                m.line(
                    chat,
                    other,
                    t + m.rng.expovariate(1 / 2000),
                    m.rng.choice(("bulk_talk", "talk_reply")),
                    {},
                    reply=last,
                )
