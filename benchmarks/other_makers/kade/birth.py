"""Who lives in a world: sellers real and ghost, customers, talkers, keepers, praisers; their accounts and chats."""

from __future__ import annotations

from random import Random

from . import names
from .adtext import make_ad, make_look
from .lexicon import Lexicon, Product
from .people import Account, Chat, Customer, Person, Seller, Ware
from .voice import make_voice
from .worlds import SETS, World

GHOSTS = {"taker": 0.5, "thief": 0.17, "noshow": 0.16, "faker": 0.1, "robber": 0.07}
COUNTRY = {"ru": 0.8, "tr": 0.9, "es": 0.9, "de": 1.1, "fr": 1.15, "en": 1.2}
KINDS = ("signal", "phone", "whatsapp", "threema", "session", "link", "btc", "usdt", "web", "snap")
CHANCE = (0.28, 0.1, 0.12, 0.1, 0.05, 0.12, 0.05, 0.06, 0.06, 0.12)


def weighted(rng: Random, table: dict[str, float]) -> str:
    """A key, by weight."""
    return rng.choices(list(table), list(table.values()))[0]


class Births:
    """Makes the people of a world."""

    def __init__(self, rng: Random, lex: Lexicon, world: World) -> None:
        self.rng, self.lex, self.world = rng, lex, world
        self.next_uid = rng.randrange(510_000_000, 900_000_000)
        self.next_pic = 1
        self.heads = 0
        self.taken: set[str] = set()
        self.homes = dict(zip(world.langs, self._homes(), strict=True))

    def _homes(self) -> list[list[str]]:
        """Per language the places where its speakers live."""
        lands = self.lex.data["places"]["land"]
        return [
            [p for p in self.world.places if lands.get(p, "nl") == lang] or list(self.world.places)
            for lang in self.world.langs
        ]

    def account(
        self, person: Person, name: str, day: int, username: str | None = None, channel: bool = False
    ) -> Account:
        """A new account or channel for a person."""
        self.next_uid += self.rng.randrange(1_000, 9_000_000)
        uid = self.next_uid if not channel else 1_000_000_000 + self.next_uid
        handle = names.user_name(self.rng, name) if username is None else username
        while handle in self.taken:
            handle = (handle + str(self.rng.randrange(10)))[-32:]
        self.taken.add(handle)
        acc = Account(uid, name, handle, person, day, channel=channel)
        person.accounts.append(acc)
        return acc

    def base(self, kind: str, cls: type[Person] = Person) -> Person:
        """The common part of a person."""
        rng = self.rng
        lang = weighted(rng, self.world.langs)
        langs = (lang,) if lang == "en" or rng.random() > 0.2 else (lang, "en")
        start = 0 if rng.random() < 0.55 else rng.randrange(self.world.days - 8)
        end = self.world.days if rng.random() < 0.7 else min(self.world.days, start + rng.randrange(10, 80))
        talk = min(1.0, rng.betavariate(1.3, 2.2))
        self.heads += 1
        pid = f"{kind}{self.heads:05d}"
        return cls(
            pid,
            kind,
            langs,
            rng.choice(self.homes[lang]),
            make_voice(rng),
            talk,
            start,
            end,
            rng.gauss(19.5, 3.5),
        )

    def seller(self, real: bool) -> Seller:
        """A seller; real ones live on stock and regulars, ghosts on reach."""
        rng = self.rng
        s = self.base("seller", Seller)
        assert isinstance(s, Seller)
        s.real, s.look = real, make_look(rng)
        s.bulk = rng.random() < self.world.bulk * (1.0 if real else 0.5)
        s.roles = (rng.choice(("wholesaler", "wholesaler", "supplier")) if s.bulk else "retailer",)
        s.theme = weighted(rng, self.world.sets)
        s.wares = self._wares(s, s.theme)
        s.prepay = rng.random() < (self.world.prepay if real else max(0.5, self.world.prepay))
        s.craft = rng.betavariate(2, 2)
        s.push = self.world.push * rng.lognormvariate(0, 0.7) * (1.0 if real else 1.15)
        s.daily = rng.uniform(0.45, 0.95)
        s.answers = rng.betavariate(2.2, 2) if real else rng.betavariate(1.6, 2.2)
        s.care = rng.betavariate(1.6, 2.6) if real else rng.betavariate(2.0, 2.2)
        s.quality = rng.betavariate(5, 1.2)
        s.status = (
            rng.choice((0.0, 0.04, 0.1, 0.25)) if real else rng.choice((0.0, 0.0, 0.04, 0.12)) * s.craft * 2
        )
        if not real:
            s.ghost = weighted(rng, GHOSTS)
            s.life = int(rng.lognormvariate(3.6, 0.8)) + 4
        return s

    def _wares(self, s: Seller, theme: str) -> list[Ware]:
        """What he carries: a few of a set; some carry one thing, some everything."""
        rng = self.rng
        keys = [k for k in SETS[theme] if not s.bulk or self.lex.products[k].bulk] or ["coke"]
        want = min(len(keys), rng.choice((1, 1, 2, 3, 4, 6)) + (0 if s.real else rng.choice((0, 0, 1, 3))))
        picked = rng.sample(keys, want)
        if rng.random() < 0.1:
            picked = list(dict.fromkeys([*picked, rng.choice(SETS[weighted(rng, self.world.sets)])]))
        level = (
            rng.gauss(1.0, 0.1)
            * COUNTRY.get(s.langs[0], 1.0)
            * (1.0 if s.real else rng.choice((1.0, 0.95, 0.8)))
        )
        return [self.ware(self.lex.products[k], s, level) for k in picked]

    def ware(self, product: Product, s: Seller, level: float) -> Ware:
        """One product at his prices, in his words."""
        ladder = product.bulk if s.bulk and product.bulk else product.retail
        if s.bulk and product.bulk:
            ladder = ladder[-2:] if "supplier" in s.roles else ladder[:2]
        full = tuple((q, self._round(p * level)) for q, p in ladder)
        words = {lang: self.rng.choice(product.names(lang)) for lang in s.langs}
        return Ware(product, words, full)

    def _round(self, price: float) -> float:
        """Prices people pay in notes."""
        step = 5 if price < 400 else 25 if price < 2000 else 100
        return max(step, round(price / step) * step) if price > 12 else max(2, round(price))

    def face(self, s: Seller, day: int) -> Account:
        """A seller's first account: name, contacts, pictures, ads."""
        rng = self.rng
        if s.victim:
            return self.stolen_face(s, day)
        acc = self.account(s, names.shop_name(rng, self.lex, s.langs[0], rng.choice([s.place])), day)
        acc.photos = self.pictures(rng.choice((0, 1, 2, 3)))
        acc.contacts = self.contacts(s, acc)
        self.fill_ads(s, acc)
        return acc

    def pictures(self, count: int) -> list[int]:
        """New pictures; one in six sellers takes one that goes round everywhere (stock pictures)."""
        out = []
        for _ in range(count):
            if self.rng.random() < 0.15:
                out.append(self.rng.randrange(900_000, 900_025))
            else:
                out.append(self.next_pic)
                self.next_pic += 1
        return out

    def contacts(self, s: Seller, acc: Account) -> tuple[tuple[str, str], ...]:
        """Ways to reach him besides the account; many have none."""
        rng = self.rng
        kinds = [
            k for k in rng.choices(KINDS, CHANCE, k=rng.choice((0, 0, 1, 1, 2))) if k != "btc" or s.prepay
        ]
        for kind in kinds:
            s.numbers.setdefault(kind, names.number(rng, kind, s.langs[0], acc.username))
        return tuple((k, s.numbers[k]) for k in dict.fromkeys(kinds))

    def fill_ads(self, s: Seller, acc: Account) -> None:
        """The ads in his notes, one to four, in his languages."""
        for _ in range(self.rng.choice((1, 1, 2, 3, 4))):
            acc.ads.append(make_ad(self.rng, self.lex, s, acc, self.rng.choice(s.langs)))

    def stolen_face(self, s: Seller, day: int) -> Account:
        """A thief's account: the victim's name, ads and pictures; his own handle and contacts."""
        rng, old = self.rng, self.rng.choice(s.victim.accounts)
        acc = self.account(
            s,
            old.name if rng.random() < 0.7 else names.next_name(rng, old.name),
            day,
            names.near_user(rng, old.username),
        )
        acc.contacts = self.contacts(s, acc)
        acc.photos = list(old.photos)
        s.theme, s.wares, s.look, s.langs, s.place, s.bulk, s.roles = (
            s.victim.theme,
            s.victim.wares,
            s.victim.look,
            s.victim.langs,
            s.victim.place,
            s.victim.bulk,
            s.victim.roles,
        )
        for ad in old.ads:
            text = ad.text.replace(old.username, acc.username)
            for kind, value in old.contacts:
                text = text.replace(value, dict(acc.contacts).get(kind, "@" + acc.username))
            acc.ads.append(type(ad)(text, ad.goods, ad.photo, ad.lang))
        if not acc.ads:
            self.fill_ads(s, acc)
        return acc

    def customer(self) -> Customer:
        """A buyer with tastes, needs and wits."""
        rng = self.rng
        c = self.base("customer", Customer)
        assert isinstance(c, Customer)
        c.tastes = (weighted(rng, self.world.sets), weighted(rng, self.world.sets))
        c.need = rng.lognormvariate(-2.1, 0.7) * self.world.need
        c.wits = rng.betavariate(2, 2)
        self.account(
            c, names.person_name(rng, self.lex, c.langs[0]), c.start - 3, None if rng.random() < 0.8 else ""
        )
        c.accounts[0].roles = ("customer",)
        return c

    def person(self, kind: str, role: str = "") -> Person:
        """A keeper, talker, courier, recruiter, cash runner or praiser."""
        p = self.base(kind)
        p.start, p.end = (0, self.world.days) if kind in ("keeper", "courier") else (p.start, p.end)
        acc = self.account(p, names.person_name(self.rng, self.lex, p.langs[0]), p.start - 1)
        acc.roles = p.roles = (role,) if role else ()
        return p

    def chats(self) -> list[Chat]:
        """The groups of a world: per language some city rooms, a review room, a wholesale room."""
        rng, out = self.rng, []
        for lang, count in self.world.groups.items():
            for i in range(count):
                place = self.homes[lang][i % len(self.homes[lang])]
                frame = rng.choice(self.lex.lines("rooms", lang))
                kind = rng.choice(("public_supergroup", "private_supergroup", "public_supergroup"))
                out.append(self.chat(frame.format(place=place), kind, lang, "market", place))
        return out

    def chat(self, name: str, kind: str, lang: str, use: str, place: str = "", opened: int = 0) -> Chat:
        """One chat."""
        return Chat(
            self.rng.randrange(1_100_000_000, 2_400_000_000), name, kind, lang, use, place, opened=opened
        )
