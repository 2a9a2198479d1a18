"""A third made-up market: what is seen follows from deals.

Customers choose among the ads of the day by what was said of each name, pay, and get something or not; what they say of it
is all that tells. Ghosts are of three kinds, in a mixture that every market draws for itself: scripts that post copies
by the clock, quiet ones who post little and vanish, and patient ones who answer, write ads of their own and let friends
praise them. `wary` markets have patient ghosts for the most part, and customers who seldom say anything.
"""

import json
import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.judging.said import written_down

_START = datetime(2025, 3, 3, tzinfo=UTC)
_GOODS = {
    "coke": (50, "g"), "weed": (8, "g"), "hash": (7, "g"), "ketamine": (22, "g"), "speed": (6, "g"),
    "mdma": (15, "g"), "xtc": (3, "pillen"), "4mmc": (16, "g"), "viagra": (4, "pillen"), "lsd": (6, "zegels"),
}  # fmt: skip
_TOWNS = (
    "Utrecht",
    "Den Haag",
    "Tilburg",
    "Leiden",
    "Haarlem",
    "Amersfoort",
    "Nijmegen",
    "Deventer",
    "Venlo",
)
_HEADS = (
    "🔥 {t} 🔥",
    "✅ Menu {t} ✅",
    "Delivery {t} en omgeving",
    "{t} vandaag beschikbaar",
    "📦 {t} 24/7 📦",
    "Menu:",
)
_ROWS = (
    "{w}: {q}{u} = {p}",
    "{q} {u} {w} - €{p}",
    "• {w} {q}{u} voor {p} euro",
    "{w} {q} {u} {p},-",
    "{w} {q}{u} {p}€",
)
_CASH = ("cash bij levering", "contant betalen bij overhandiging", "meet up, cash", "ophalen en contant")
_AHEAD = (
    "eerst betalen, dan verzenden",
    "betaling vooraf met crypto",
    "alleen vooruitbetaling",
    "vooraf tikkie",
)
_ENDS = ("app @{n}", "dm @{n}", "bestellen: @{n}", "@{n} voor bestelling", "Info @{n}")
_ASKS = (
    "nog beschikbaar?",
    "kan je naar {t}?",
    "hoe laat ben je er?",
    "heb je meer dan dit?",
    "prijs voor 50?",
    "actief?",
)
_SAYS = (
    "ja man dm me",
    "zeker, stuur pb",
    "ja tot 2 uur vannacht",
    "check dm",
    "half uurtje",
    "ja alles op voorraad",
)
_GOOD = (
    "net {w} gehad van {n}, prima", "{n} is legit, snel geleverd", "shoutout {n} kwam op tijd en was goed spul",
    "al vaker besteld bij {n}, nooit problemen", "{n} top service, netjes ontvangen", "goeie ervaring met {n}, aanrader",
)  # fmt: skip
_BAD = (
    "{n} is scam, betaald en geblokt", "niet kopen bij {n}, oplichter", "pas op {n} levert niet, geld weg",
    "{n} heeft me opgelicht voor {p} euro", "fake seller {n}, niks ontvangen", "let op: {n} is een scammer",
)  # fmt: skip
_LATE = ("{n} kwam niet opdagen, waardeloos", "2 uur gewacht op {n}, nooit gekomen, oplichter")
_STOCK = ("{w} is op, morgen weer", "nieuwe batch {w} binnen", "{w} weer op voorraad!", "uitverkocht: {w}")
_CHAT = (
    "goeiemorgen", "wie is er wakker", "wat een regen", "ajax weer verloren", "haha", "iemand zin om te gamen",
    "welke film moet ik kijken", "mijn trein heeft vertraging", "lekker weekend allemaal", "wie weet een goede kapper",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Climate:
    """What this market is like; chances unless said otherwise."""

    sellers: int
    days: int
    ghosts: float
    kinds: tuple[float, float, float]  # of ghosts: scripts, quiet, patient
    customers: float  # a seller
    appetite: float  # deals a customer and day
    asks: float  # a deal is asked for under the ad
    replies: tuple[float, float, float, float]  # scripts, quiet, patient, real
    thanks: float  # a good deal is praised
    complains: float
    fails: float  # a real seller does not come
    friends: float  # praise a patient ghost has a day
    ahead: tuple[float, float]  # ghost, real
    cash: tuple[float, float]
    discount: float
    stock: float  # a real seller writes of its stock, a day
    bots: float  # of real sellers that post by the clock
    gone: float  # a warned ghost leaves, a day


def climate(seed: int, *, wary: bool = False, mute: bool = False) -> Climate:
    """The climate of one market. `mute`: nobody asks in public, writes of stock or is praised by friends."""
    if mute:
        return replace(climate(seed, wary=wary), asks=0.0, stock=0.0, friends=0.0)
    r = random.Random(f"dealing-{seed}-{wary}")

    def some(low: float, high: float, chance: float = 0.8) -> float:
        value = r.uniform(low, high)
        return value if r.random() < chance else 0.0

    kinds = [r.expovariate(1.0), r.expovariate(1.0), r.expovariate(0.2 if wary else 1.5)]
    total, quiet = sum(kinds), 0.4 if wary else 1.0
    answer, ahead, cash = r.uniform(0.4, 0.95), some(0.05, 0.3), some(0.3, 0.8)
    return Climate(
        sellers=r.randrange(50, 131),
        days=r.randrange(20, 61),
        ghosts=r.uniform(0.08, 0.75),
        kinds=(kinds[0] / total, kinds[1] / total, kinds[2] / total),
        customers=r.uniform(3, 8),
        appetite=r.uniform(0.02, 0.08),
        asks=some(0.1, 0.6),
        replies=(r.uniform(0, 0.1), r.uniform(0.05, 0.4), answer * r.uniform(0.5, 1.0), answer),
        thanks=some(0.05, 0.4) * quiet,
        complains=some(0.1, 0.6) * quiet,
        fails=r.uniform(0.01, 0.08),
        friends=some(0.02, 0.15),
        ahead=(min(ahead + some(0.2, 0.6), 0.95), ahead),
        cash=(cash * r.uniform(0.1, 1.0), cash),
        discount=some(0.05, 0.4),
        stock=some(0.02, 0.12),
        bots=r.uniform(0.0, 0.4),
        gone=some(0.02, 0.2),
    )


@dataclass
class _Trader:
    number: int
    name: str
    kind: int  # 0 scripts, 1 quiet, 2 patient, 3 real
    goods: list[str]
    town: str
    level: float
    posts: float  # a day
    clock: bool
    wakes: float
    comes: int
    leaves: int
    terms: list[str]
    ad: str = ""
    good: int = 0
    bad: int = 0
    live: list[tuple[int, int, datetime]] = field(default_factory=list)


class DealingMarket:
    """One market: `write` gives the export, `truth` who is a ghost, by account number."""

    def __init__(self, seed: int, *, wary: bool = False, mute: bool = False) -> None:
        self.climate = climate(seed, wary=wary, mute=mute)
        self._r = random.Random(f"deals-{seed}-{wary}")
        self._said: list[list[dict[str, Any]]] = [[] for _ in range(4)]
        c = self.climate
        self._people = [(510_000_000 + 7919 * n, f"klant{n}") for n in range(int(c.sellers * c.customers))]
        self.traders = [self._trader(n) for n in range(c.sellers)]

    @property
    def truth(self) -> dict[int, bool]:
        """Whether the holder of each account number is a ghost."""
        return {trader.number: trader.kind < 3 for trader in self.traders}

    def write(self, folder: Path) -> Path:
        """The export of all chats as Telegram Desktop writes a whole account."""
        for day in range(self.climate.days):
            here = [t for t in self.traders if t.comes <= day < t.leaves]
            for trader in here:
                self._post(trader, day)
            for _ in range(self._times(len(self._people) * self.climate.appetite)):
                self._deal([t for t in here if t.live], day)
            for trader in here:
                self._evening(trader, day)
            for _ in range(self._r.randrange(15, 40)):
                self._say(
                    self._r.randrange(4),
                    self._at(day, 7, 24),
                    *self._r.choice(self._people),
                    self._r.choice(_CHAT),
                )
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "result.json"
        path.write_text(json.dumps({"chats": {"list": [self._chat(n) for n in range(4)]}}), "utf-8")
        return path

    def _trader(self, n: int) -> _Trader:
        r, c = self._r, self.climate
        ghost = r.random() < c.ghosts
        kind = r.choices((0, 1, 2), c.kinds)[0] if ghost else 3
        comes = 0 if r.random() < 0.6 else r.randrange(max(c.days - 5, 1))
        stays = comes + 2 + int(r.expovariate(1 / 8)) if kind == 1 and r.random() < 0.6 else c.days
        side = 0 if ghost else 1
        terms = [r.choice(_AHEAD)] if r.random() < c.ahead[side] else []
        terms += [r.choice(_CASH)] if r.random() < c.cash[side] else []
        return _Trader(
            number=(900_000_000 if ghost and r.random() < 0.3 else 400_000_000) + 104_729 * n,
            name=r.choice(("plug", "menu", "shop", "fast", "top", "snel")) + f"_{(n * 389) % 9973}",
            kind=kind,
            goods=r.sample(sorted(_GOODS), r.choice((1, 2, 2, 3, 5) if kind else (3, 5, 7))),
            town=r.choice(_TOWNS),
            level=r.uniform(0.85, 1.2) * (1 - (c.discount if ghost and r.random() < 0.7 else 0.0)),
            posts={0: r.uniform(1.5, 5), 1: r.uniform(0.2, 0.8)}.get(kind, r.uniform(0.3, 3.0)),
            clock=kind == 0 or (kind == 3 and r.random() < c.bots),
            wakes=r.uniform(8, 14),
            comes=comes,
            leaves=min(stays, c.days),
            terms=terms,
        )

    def _times(self, mean: float) -> int:
        return int(mean) + (self._r.random() < mean % 1)

    def _at(self, day: int, low: float, high: float) -> datetime:
        hour = min(self._r.uniform(low, high), 23.99)
        return _START + timedelta(days=day, hours=hour, seconds=self._r.randrange(60))

    def _post(self, t: _Trader, day: int) -> None:
        r = self._r
        if not t.ad or r.random() < (0.02, 0.05, 0.1, 0.15)[t.kind]:
            t.ad = self._written(t)
        t.live = []
        times = self._times(t.posts)
        for number in range(times):
            at = self._at(day, t.wakes, t.wakes + 10)
            if t.clock:
                at = _START + timedelta(days=day, minutes=int(1440 / times) * number + t.number % 60)
            chat = r.randrange(4)
            t.live.append((chat, self._say(chat, at, t.number, t.name, t.ad), at))

    def _written(self, t: _Trader) -> str:
        r = self._r
        models = [o for o in self.traders if o.kind == 3 and o.ad] if t.kind == 0 else []
        if models and r.random() < 0.7:
            model = r.choice(models)
            return model.ad.replace(model.name, t.name)
        lines, row = [r.choice(_HEADS).format(t=t.town)], r.choice(_ROWS)
        for ware in t.goods:
            price, unit = _GOODS[ware]
            for amount in sorted(r.sample((1, 2, 3, 5, 10, 20, 50), r.choice((1, 2, 3)))):
                asked = round(price * amount * t.level * (1 - 0.06 * min(amount, 5)) * r.uniform(0.96, 1.04))
                lines.append(row.format(w=ware, q=amount, u=unit, p=max(asked, 2)))
        return "\n".join([*lines, *t.terms, r.choice(_ENDS).format(n=t.name)])

    def _deal(self, open_: list[_Trader], day: int) -> None:
        """A customer picks a name by its ads and what was said of it, and speaks of what came of it."""
        if not open_:
            return
        r, c = self._r, self.climate
        t = r.choices(open_, [len(o.live) ** 0.5 * (1 + o.good) / (1 + 3 * o.bad) for o in open_])[0]
        who = r.choice(self._people)
        chat, ad, at = r.choice(t.live)
        if r.random() < c.asks:
            asked = at + timedelta(minutes=r.uniform(1, 200))
            text = r.choice(_ASKS).format(t=r.choice(_TOWNS))
            question = self._say(chat, asked, *who, text, reply=ad)
            if r.random() < c.replies[t.kind]:
                self._say(
                    chat,
                    asked + timedelta(minutes=r.expovariate(1 / 40)),
                    t.number,
                    t.name,
                    r.choice(_SAYS),
                    reply=question,
                )
            elif r.random() < 0.7:
                return  # no answer, no deal
        if t.kind == 3:
            good = r.random() >= c.fails
            texts, chance = (_GOOD, c.thanks) if good else (_LATE, c.complains)
        else:
            good, texts, chance = False, _BAD, c.complains
        if r.random() < chance:
            t.good, t.bad = t.good + good, t.bad + (not good)
            self._tell(t, who, at + timedelta(hours=r.uniform(1, 50)), texts)

    def _tell(self, t: _Trader, who: tuple[int, str], at: datetime, texts: tuple[str, ...]) -> None:
        if at < _START + timedelta(days=self.climate.days):
            r = self._r
            text = r.choice(texts).format(n="@" + t.name, w=r.choice(t.goods), p=r.randrange(3, 20) * 10)
            self._say(r.randrange(4), at, *who, text)

    def _evening(self, t: _Trader, day: int) -> None:
        r, c = self._r, self.climate
        if t.kind == 2 and r.random() < c.friends:
            friend = 950_000_000 + t.number % 1000 * 10 + r.randrange(3)
            t.good += 1
            self._tell(t, (friend, f"maat{friend % 10000}"), self._at(day, 12, 23), _GOOD)
        if t.kind == 3 and r.random() < c.stock:
            self._say(
                r.randrange(4),
                self._at(day, t.wakes, 23),
                t.number,
                t.name,
                r.choice(_STOCK).format(w=r.choice(t.goods)),
            )
        if t.kind < 2 and t.bad and r.random() < c.gone:
            t.leaves = day + 1

    def _say(self, chat: int, at: datetime, number: int, name: str, text: str, reply: int = 0) -> int:
        self._said[chat].append({"at": at, "number": number, "name": name, "text": text, "reply": reply})
        return len(self._said[chat])

    def _chat(self, chat: int) -> dict[str, Any]:
        return written_down(self._said[chat], f"Groep {chat}", 5_000_000 + chat)
