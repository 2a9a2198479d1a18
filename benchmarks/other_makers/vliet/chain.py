"""The chain behind the street: lots land, wholesalers split them, crews deliver, cash is changed, hands are hired."""

from __future__ import annotations

from .lexicon import goods, people, phrase, street, table
from .market import Market
from .model import Account, Chat, Person
from .notes import ask
from .pricing import amount
from .style import say
from .trade import Trade


class Chain:
    """Stock, capital and hands."""

    def __init__(self, market: Market, trade: Trade) -> None:
        """Keeps what it works with."""
        self.market = market
        self.trade = trade
        self.rng = market.rng
        self.helpers = [self.helper("recruiter", "recruiter") for _ in range(market.world.recruiters)]
        self.market.changers = [self.helper("money", "money-handler") for _ in range(market.world.money)]
        self.seekers = [market.maker.person("seeker") for _ in range(12)]
        for person in self.seekers:
            market.maker.account(person, 0)

    def helper(self, kind: str, role: str) -> Person:
        """A recruiter or money handler on his own; their accounts are burnt and renewed too."""
        person = self.market.maker.person(kind)
        account = self.market.maker.account(person, 0)
        account.roles = [role]
        return person

    def restock(self, day: int) -> None:
        """Who is nearly out buys from a wholesaler when he has the capital: some of it is said in the closed chats."""
        market, rng = self.market, self.rng
        sources = [
            person
            for person in market.sellers
            if person.scale == "bulk" and person.kind == "real" and not person.arrested
        ]
        for person in market.sellers:
            if person.kind != "real" or person.arrested or person.scale == "bulk" or day < person.start:
                continue
            for commodity, product in person.goods.items():
                if product.stock > goods()[commodity]["qty"][-1] * 0.5 or rng.random() > 0.3:
                    continue
                fitting = [
                    one for one in sources if commodity in one.goods and one.goods[commodity].stock > 0
                ]
                product.stock += (
                    goods()[commodity]["qty"][-1] * rng.uniform(1.5, 6) * min(2.5, 0.5 + person.capital)
                )
                if rng.random() < 0.35 and person.accounts[-1].died is None:
                    self.order(day, person, commodity, fitting)
                if rng.random() < 0.35 and person.accounts[-1].died is None:
                    person.accounts[-1].notes.append(market.notebook.write(person))
                    person.accounts[-1].notes = person.accounts[-1].notes[-4:]

    def order(self, day: int, person: Person, commodity: str, sources: list[Person]) -> None:
        """A retailer asks for a lot; wholesalers answer; a good handover is sometimes praised."""
        market, rng = self.market, self.rng
        chat, buyer = rng.choice(market.closed), person.accounts[-1]
        size = rng.choice(goods()[commodity]["bulk"][:2])
        word = street(rng, commodity, person.lang)
        text = say(
            rng,
            person,
            ask(rng, person, commodity, word, amount(person.style, person.lang, commodity, size), True),
        )
        asked = market.post(chat, buyer, text, market.moment(day, person), "request", [commodity])
        for one in sources[:1]:
            one.goods[commodity].stock -= size
        crooks = [
            one
            for one in market.sellers
            if one.scale == "bulk" and one.kind == "ghost" and one.talk > rng.random()
        ]
        for one in (sources[:3] + crooks)[:4]:
            account = self.trading(one)
            if account and rng.random() < max(0.3, one.talk):
                self.trade.reply(chat, account, asked, "seller_short")
                market.count(one, "bids")
        sellers = [self.trading(one) for one in sources if self.trading(one)]
        if sellers and rng.random() < market.world.react * 1.5:
            self.trade.voice(
                chat,
                person,
                rng.choice(sellers),
                commodity,
                "praise",
                asked.when + rng.randrange(20000, 200000),
            )
        elif crooks and rng.random() < market.world.react * 0.6:
            account = self.trading(crooks[0])
            if account:
                self.trade.voice(
                    chat, person, account, commodity, "warn_prepay", asked.when + rng.randrange(90000, 300000)
                )

    def trading(self, person: Person) -> Account | None:
        """The account somebody trades from now."""
        return next(
            (
                account
                for account in reversed(person.accounts)
                if account.died is None and not account.channel
            ),
            None,
        )

    def land(self, day: int) -> None:
        """Suppliers get lots in now and then, and fill wholesalers; the latter's stock lasts a week or two."""
        rng = self.rng
        for person in self.market.sellers:
            if person.scale == "bulk" and person.kind == "real":
                person.active = 1.0 if rng.random() < 0.7 else 0.4
                for commodity, product in person.goods.items():
                    lot = goods()[commodity]["bulk"][-1]
                    if (
                        product.stock < lot
                        and person.role != "supplier"
                        and rng.random() < 0.12
                        and self.trading(person)
                    ):
                        self.order(
                            day,
                            person,
                            commodity,
                            [
                                one
                                for one in self.market.sellers
                                if one.role == "supplier" and commodity in one.goods and one.kind == "real"
                            ],
                        )
                    product.stock += lot * (2 if rng.random() < 0.1 else 0)

    def crews(self, day: int) -> None:
        """Dispatchers and couriers in their own small chat: orders, places, counts."""
        market, rng = self.market, self.rng
        for person in market.sellers:
            boss = self.trading(person)
            if not person.crew or person.crew_chat is None or boss is None or person.arrested:
                continue
            for _ in range(self.trade.often(1.1)):
                when = market.moment(day, person)
                hand = rng.choice(person.crew)
                for speaker in rng.choices([boss, hand], k=rng.randint(1, 5)):
                    when += rng.randrange(20, 1800)
                    self.crew_word(person.crew_chat, speaker, person, when)
            if rng.random() < 0.14:
                self.courier_ad(day, person)

    def crew_word(self, chat: Chat, speaker: Account, person: Person, when: int) -> None:
        """One line of a crew's chat."""
        rng = self.rng
        text = rng.choice(table(person.lang)["crew" if person.kind == "real" else "team"])
        word = rng.choice(list(person.goods.values())).word
        streets = people()["streets"][person.lang]
        text = (
            text.replace("{n}", str(rng.randrange(1, 9)))
            .replace("{w}", word)
            .replace("{st}", rng.choice(streets))
        )
        self.market.post(chat, speaker, say(rng, speaker.hand or person, text), when)

    def courier_ad(self, day: int, person: Person) -> None:
        """A courier pastes or forwards the crew's note in a city group."""
        boss, hand, rng = self.trading(person), self.rng.choice(person.crew), self.rng
        if boss is None or not boss.notes or sum(product.stock for product in person.goods.values()) <= 0:
            return
        note, chat = rng.choice(boss.notes), rng.choice(boss.chats)
        text = self.market.notebook.paste(boss, note)
        forwarded = boss.name if rng.random() < 0.5 else ""
        self.market.post(
            chat,
            hand,
            text,
            self.market.moment(day, person),
            "offer",
            note.goods,
            note=note,
            forwarded=forwarded,
        )
        self.market.show(hand, note, None, text)
        if forwarded:
            hand.shown.add(f"moved:{boss.uid}")
            boss.shown.add(f"moved:{boss.uid}")

    def hire(self, day: int) -> None:
        """Recruiters ask for hands; a few answer; crews and thieves recruit for themselves too."""
        market, rng = self.market, self.rng
        for person in self.helpers:
            if rng.random() < 0.5:
                self.recruit(day, person, person.accounts[-1])
            if rng.random() < 0.012:
                market.maker.account(person, day).roles = ["recruiter"]
        for person in market.sellers:
            boss = self.trading(person)
            if person.crew and boss and rng.random() < 0.02:
                self.recruit(day, person, boss)
                boss.roles = sorted({*boss.roles, "recruiter"})
        for person in self.seekers:
            if rng.random() < 0.04:
                chat = rng.choice([one for one in market.groups if one.lang == person.lang] or market.groups)
                text = phrase(rng, person, "seek_work", lang=chat.lang).replace("{place}", person.places[0])
                market.post(chat, person.accounts[0], say(rng, person, text), market.moment(day, person))

    def recruit(self, day: int, person: Person, account: Account) -> None:
        """One notice for hands, with some short questions under it."""
        market, rng = self.market, self.rng
        rooms = [chat for chat in market.groups if chat.lang == person.lang] or market.groups
        chat = rng.choice(rooms)
        text = (
            phrase(rng, person, "recruit")
            .replace("{place}", rng.choice(person.places))
            .replace("{contact}", market.call(account))
        )
        sent = market.post(chat, account, say(rng, person, text), market.moment(day, person), "recruit")
        for _ in range(rng.choice([0, 0, 1, 1, 2])):
            one = rng.choice(self.seekers + market.customers[:40])
            if one.lang == chat.lang:
                market.post(
                    chat,
                    one.accounts[-1],
                    say(rng, one, phrase(rng, one, "work_reply")),
                    sent.when + rng.randrange(100, 9000),
                    reply=sent,
                )

    def change(self, day: int) -> None:
        """Money handlers offer their service, mostly where the trade is."""
        market, rng = self.market, self.rng
        for person in market.changers:
            if rng.random() < 0.3:
                chat = rng.choice(market.closed + market.groups[:2])
                text = (
                    phrase(rng, person, "money")
                    .replace("{place}", rng.choice(person.places))
                    .replace("{contact}", market.call(person.accounts[-1]))
                )
                market.post(
                    chat, person.accounts[-1], say(rng, person, text), market.moment(day, person), "offer"
                )
            if rng.random() < 0.01:
                market.maker.account(person, day).roles = ["money-handler"]
