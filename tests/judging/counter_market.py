"""A fourth made-up market, in which much is the other way round than one expects.

Ghosts are helpful: they answer in public, and then want a gift card first. Others are posts that go on by themselves
after their owner left, or sell rubbish for real money. Real sellers say "dm" in their ads and may never answer where others see it; many
post by a program, and send by mail against payment beforehand. Praise is written in a group of its own, by customers
and by friends. Most sellers post a handful of times, a few all day. Each market draws its own habits.
"""

import json
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.judging.said import written_down

_START = datetime(2025, 9, 1, tzinfo=UTC)
_VOUCHES = 2  # the group that is for praise
_GOODS = {
    "cocaïne": (50.0, "gram"), "snow": (55.0, "g"), "wiet": (9.0, "gram"), "haze": (10.0, "g"), "hasj": (8.0, "gram"),
    "mdma": (14.0, "gram"), "keta": (20.0, "g"), "3mmc": (18.0, "g"), "xtc": (3.5, "stuks"), "oxazepam": (1.5, "stuks"),
    "tramadol": (1.2, "stuks"), "speed": (7.0, "g"),
}  # fmt: skip
_PLACES = (
    "Enschede",
    "Delft",
    "Alkmaar",
    "Roosendaal",
    "Helmond",
    "Apeldoorn",
    "Gouda",
    "Emmen",
    "Hilversum",
)
_HEADS = (
    "Goedemiddag {p}!", "⭐️ MENU ⭐️", "{p} & omstreken", "Vandaag te krijgen", "Hallo allemaal, weer alles binnen",
    "❄️🍃💊 {p}", "Te koop", "Wij leveren in {p}", "De bekende", "Discreet en snel in {p}", "Nieuw in {p}",
)  # fmt: skip
_FORMS = (
    "{g} {q} {u} €{e}", "{q}x {g} = {e} euro", "➡️ {g}: {q}{u} {e},-", "{e} euro voor {q} {u} {g}", "{g} ({q} {u}) {e}€",
)  # fmt: skip
_TAILS = (
    "dm mij",
    "pm voor info",
    "alleen serieuze mensen",
    "vraag gerust",
    "stuur een bericht",
    "geen tijdverspillers",
)
_CARDS = (
    "betalen met cadeaukaart",
    "paysafecard kan",
    "bol.com cadeaubon of paysafe",
    "betaling via gift card vooraf",
)
_FIRST = ("eerst betalen dan verstuur ik", "vooruit betalen via tikkie", "betaling vooraf, track en trace")
_DOOR = ("contant bij overhandiging", "cash aan de deur", "ophalen kan, contant")
_ASKS = (
    "nog wat over?", "wat doe je voor 10?", "bezorg je in {p}?", "vanavond mogelijk?", "is dit goed spul?", "ben je wakker?",
)  # fmt: skip
_ANSWERS = (
    "ja zeker",
    "jawel dm",
    "klopt",
    "alles is er nog",
    "tot laat vanavond ja",
    "ja broer stuur dm",
    "prima spul ja",
)
_CARD_ANSWERS = (
    "ja, stuur eerst de code van de kaart",
    "kan, eerst cadeaukaart dan adres",
    "ja zodra de paysafe binnen is",
)
_PRAISE = (
    "+rep {n} alles goed gegaan", "{n} net ontvangen, helemaal top", "vouch voor {n}", "{n} 10/10, snel geleverd",
    "dank {n}, was weer goed", "bestelling van {n} binnen, netjes verpakt", "{n} levert gewoon, aanrader", "{n} betrouwbaar",
)  # fmt: skip
_BLAME = (
    "{n} is nep, code gestuurd en weg was hij", "scam: {n}", "niet doen bij {n}, geld kwijt", "{n} stuurt niks op, oplichter",
    "let op {n} is fake", "{n} wilde een kaart en blokte me", "-rep {n} nooit wat gekregen",
)  # fmt: skip
_RUBBISH = (
    "{n} verkoopt nep spul, was gewoon suiker",
    "troep gekregen van {n}, niet kopen",
    "{n} levert rommel, oplichter",
)
_STOCK = (
    "{g} is helaas op",
    "{g} weer binnen vanaf morgen",
    "laatste {g} weg, nieuwe levering vrijdag",
    "nieuwe voorraad {g}",
)
_TALK = (
    "wie is er vanavond in de stad", "pff wat een file", "heeft iemand een tip voor een serie", "mooi weer hoor", "lol",
    "mijn telefoon is bijna leeg", "hoe laat begint de wedstrijd", "ik ga slapen", "werk morgen vroeg", "beterschap man",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Customs:
    """How this market behaves; chances unless said otherwise. Pairs are (ghost, real)."""

    sellers: int
    days: int
    ghosts: float
    kinds: tuple[float, float, float]  # of ghosts: with cards, left behind, rubbish
    idle: float  # sellers who post a handful of times
    asked: float  # an ad
    answers: tuple[float, float, float, float]  # cards, left behind, rubbish, real
    cards: float  # of ghosts with cards that say so in the ad
    first: tuple[float, float]
    door: tuple[float, float]
    praised: tuple[float, float]  # an ad of those who sell rubbish or nothing, and of real sellers
    friends: float  # praise that ghosts have written for them, a day
    blamed: float  # an ad of a ghost with cards
    slander: float  # an ad of a real seller
    program: tuple[float, float]
    cheap: float
    takes: float  # of ghosts' ads that are another's
    stock: float  # a real seller, a day
    gone: float  # an account that Telegram shows as deleted, ghosts only
    young: float  # of ghosts with new accounts


def customs(seed: int) -> Customs:
    """The customs of one market."""
    r = random.Random(f"counter-{seed}")

    def maybe(low: float, high: float, chance: float = 0.75) -> float:
        value = r.uniform(low, high)
        return value if r.random() < chance else 0.0

    kinds = [r.expovariate(0.7), r.expovariate(1.3), r.expovariate(1.6)]
    answers = 0.0 if r.random() < 0.4 else r.uniform(0.1, 0.9)
    first, door, praise = maybe(0.1, 0.5), maybe(0.2, 0.7), maybe(0.03, 0.2, 0.9)
    program, asked = r.uniform(0.1, 0.7), maybe(0.05, 0.4)
    return Customs(
        sellers=int(40 * 10 ** r.uniform(0.0, 0.7)),
        days=r.randrange(20, 91),
        ghosts=r.uniform(0.05, 0.75),
        kinds=(kinds[0] / sum(kinds), kinds[1] / sum(kinds), kinds[2] / sum(kinds)),
        idle=r.uniform(0.2, 0.7),
        asked=asked,
        answers=(r.uniform(0.3, 0.9), 0.0, r.uniform(0.1, 0.8), answers),
        cards=r.uniform(0.2, 0.9),
        first=(min(first * r.uniform(0.8, 2.0), 0.9), first),
        door=(door * r.uniform(0.1, 1.0), door),
        praised=(praise * r.uniform(0.0, 0.3), praise),
        friends=maybe(0.01, 0.06),
        blamed=maybe(0.05, 0.35, 0.85),
        slander=maybe(0.001, 0.01, 0.4),
        program=(min(program * r.uniform(0.7, 2.0), 0.9), program),
        cheap=maybe(0.05, 0.35),
        takes=maybe(0.2, 0.7),
        stock=maybe(0.01, 0.08),
        gone=maybe(0.02, 0.1, 0.5),
        young=maybe(0.1, 0.6, 0.5),
    )


@dataclass
class _Trader:
    number: int
    name: str
    kind: int  # 0 with cards, 1 left behind, 2 rubbish, 3 real
    goods: list[str]
    place: str
    level: float
    rate: float  # ads a day
    program: bool
    hour: float
    comes: int
    leaves: int
    terms: list[str]
    ad: str = ""
    friends: list[int] = field(default_factory=list)


class CounterMarket:
    """One market: `write` gives the export, `truth` who is a ghost, by account number."""

    def __init__(self, seed: int) -> None:
        self.customs = customs(seed)
        self._r = random.Random(f"against-{seed}")
        self._said: list[list[dict[str, Any]]] = [[] for _ in range(4)]
        self._gone: set[int] = set()
        people = self.customs.sellers * 5
        self._people = [(620_000_000 + 3_571 * n, f"u{n * 211 % 99_991}") for n in range(people)]
        self.traders = [self._trader(n) for n in range(self.customs.sellers)]

    @property
    def truth(self) -> dict[int, bool]:
        """Whether the holder of each account number is a ghost."""
        return {trader.number: trader.kind < 3 for trader in self.traders}

    def write(self, folder: Path) -> Path:
        """The export of all chats as Telegram Desktop writes a whole account."""
        for day in range(self.customs.days):
            for trader in self.traders:
                if trader.comes <= day < trader.leaves:
                    self._day(trader, day)
            for _ in range(self._r.randrange(10, 40)):
                self._say(
                    self._r.choice((0, 1, 3)),
                    self._at(day, 8, 24),
                    *self._r.choice(self._people),
                    self._talk(),
                )
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "result.json"
        chats = [written_down(said, f"Kring {n}", 6_000_000 + n) for n, said in enumerate(self._said)]
        for message in (message for chat in chats for message in chat["messages"]):
            if int(message["from_id"][4:]) in self._gone:
                message["from"] = None
        path.write_text(json.dumps({"chats": {"list": chats}}), "utf-8")
        return path

    def _trader(self, n: int) -> _Trader:
        r, c = self._r, self.customs
        ghost = r.random() < c.ghosts
        kind = r.choices((0, 1, 2), c.kinds)[0] if ghost else 3
        side = 0 if ghost else 1
        idle = r.random() < c.idle
        comes = 0 if r.random() < 0.5 else r.randrange(c.days - 3)
        number = (
            (880_000_000 if ghost and r.random() < c.young else 300_000_000) + 57_143 * n + r.randrange(999)
        )
        if ghost and r.random() < c.gone:
            self._gone.add(number)
        terms = [r.choice(_CARDS)] if kind == 0 and r.random() < c.cards else []
        terms += [r.choice(_FIRST)] if r.random() < c.first[side] else []
        terms += [r.choice(_DOOR)] if r.random() < c.door[side] else []
        return _Trader(
            number=number,
            name=r.choice(("de", "mr", "uw", "het", "x"))
            + r.choice(("adres", "huis", "man", "kanaal"))
            + f"{n * 613 % 9973}",
            kind=kind,
            goods=r.sample(sorted(_GOODS), r.choice((1, 1, 2, 3, 4))),
            place=r.choice(_PLACES),
            level=r.uniform(0.8, 1.2) * (1 - c.cheap * (ghost and r.random() < 0.6)),
            rate=r.uniform(1.0, 4.0) / c.days if idle else min(r.lognormvariate(-0.3, 0.9), 6.0),
            program=kind == 1 or r.random() < c.program[side],
            hour=r.uniform(8, 14),
            comes=comes,
            leaves=c.days,
            terms=terms,
            friends=[640_000_000 + 977 * n + i for i in range(3)],
        )

    def _day(self, t: _Trader, day: int) -> None:
        r, c = self._r, self.customs
        times = int(t.rate) + (r.random() < t.rate % 1)
        if times and (not t.ad or (t.kind != 1 and r.random() < 0.08)):
            t.ad = self._advert(t)
        for number in range(times):
            at = self._at(day, t.hour, t.hour + 9)
            if t.program:
                at = _START + timedelta(days=day, minutes=1440 * number // times + t.number % 50)
            chat = r.choice((0, 1, 3))
            ad = self._say(chat, at, t.number, t.name, t.ad)
            if r.random() < c.asked:
                self._ask(t, chat, ad, at)
            self._come_of_it(t, at)
        if t.ad and t.kind < 3 and t.kind != 1 and r.random() < c.friends:
            friend = r.choice(t.friends)
            self._tell(t, (friend, f"m{friend % 7919}"), self._at(day, 10, 23), _PRAISE)
        if t.ad and t.kind == 3 and r.random() < c.stock * min(t.rate, 1.0):
            text = r.choice(_STOCK).format(g=r.choice(t.goods))
            self._say(r.choice((0, 1, 3)), self._at(day, t.hour, 23), t.number, t.name, text)

    def _come_of_it(self, t: _Trader, at: datetime) -> None:
        """What a customer says afterwards: praise in its own group, blame anywhere."""
        r, c = self._r, self.customs
        who = r.choice(self._people)
        praised = {2: c.praised[0], 3: c.praised[1]}.get(t.kind, 0.0)
        blamed = {0: c.blamed, 1: c.blamed / 8, 2: c.blamed / 2, 3: c.slander}[t.kind]
        later = at + timedelta(hours=r.expovariate(1 / 30))
        if r.random() < praised:
            self._tell(t, who, later, _PRAISE)
        elif r.random() < blamed:
            self._tell(t, who, later, _RUBBISH if t.kind == 2 else _BLAME)

    def _advert(self, t: _Trader) -> str:
        r = self._r
        others = [o for o in self.traders if o is not t and o.ad and o.kind == 3]
        if t.kind < 2 and others and r.random() < self.customs.takes:
            model = r.choice(others)
            return "\n".join([*model.ad.replace(model.name, t.name).split("\n"), *t.terms[:1]])
        lines, form = [r.choice(_HEADS).format(p=t.place)], r.choice(_FORMS)
        for good in t.goods:
            price, unit = _GOODS[good]
            for amount in sorted(r.sample((1, 2, 3, 5, 10, 25, 50, 100), r.choice((1, 2, 2, 3)))):
                asked = price * amount**0.93 * t.level * r.uniform(0.95, 1.05)
                lines.append(form.format(g=good, q=amount, u=unit, e=max(5 * round(asked / 5), 5)))
        return "\n".join([*lines, *t.terms, f"{r.choice(_TAILS)} @{t.name}"])

    def _ask(self, t: _Trader, chat: int, ad: int, at: datetime) -> None:
        r = self._r
        asked = at + timedelta(minutes=r.expovariate(1 / 50))
        question = self._say(chat, asked, *r.choice(self._people), r.choice(_ASKS).format(p=t.place), ad)
        if r.random() < self.customs.answers[t.kind]:
            texts = _CARD_ANSWERS if t.kind == 0 and r.random() < 0.4 else _ANSWERS
            self._say(
                chat,
                asked + timedelta(minutes=r.expovariate(1 / 30)),
                t.number,
                t.name,
                r.choice(texts),
                question,
            )

    def _tell(self, t: _Trader, who: tuple[int, str], at: datetime, texts: tuple[str, ...]) -> None:
        if at < _START + timedelta(days=self.customs.days):
            chat = _VOUCHES if texts is _PRAISE or self._r.random() < 0.4 else self._r.choice((0, 1, 3))
            self._say(chat, at, *who, self._r.choice(texts).format(n="@" + t.name))

    def _talk(self) -> str:
        return self._r.choice(_TALK)

    def _at(self, day: int, low: float, high: float) -> datetime:
        return _START + timedelta(
            days=day, hours=min(self._r.uniform(low, high), 23.99), seconds=self._r.randrange(60)
        )

    def _say(self, chat: int, at: datetime, number: int, name: str, text: str, reply: int = 0) -> int:
        self._said[chat].append({"at": at, "number": number, "name": name, "text": text, "reply": reply})
        return len(self._said[chat])
