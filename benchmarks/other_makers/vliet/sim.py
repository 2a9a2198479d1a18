"""Lives a world from the first day to the last."""

from __future__ import annotations

from .aliases import Aliases
from .buyers import customer
from .chain import Chain
from .crowd import Crowd
from .lexicon import forms
from .market import Market
from .model import DAY, Account, Chat, Person, Product
from .trade import Trade
from .worlds import World


class Life:
    """Binds the parts and runs the days."""

    def __init__(self, world: World, seed: int) -> None:
        """Keeps what it works with."""
        self.market = Market(world, seed)
        self.rng = self.market.rng
        self.trade = Trade(self.market)
        self.aliases = Aliases(self.market)
        self.populate()
        self.crowd = Crowd(self.market, self.trade)
        self.chain = Chain(self.market, self.trade)

    def populate(self) -> None:
        """Buyers, sellers of both kinds, the trade above them, crews and channels."""
        market, world, rng = self.market, self.market.world, self.rng
        market.customers = [customer(market) for _ in range(world.customers)]
        ghosts = round(world.sellers * world.ghost)
        kinds = [("ghost", False)] * ghosts + [("real", False)] * (world.sellers - ghosts)
        above = world.wholesalers + world.suppliers
        kinds += [("ghost" if at < above * world.ghost * 0.7 else "real", True) for at in range(above)]
        for at, (kind, bulk) in enumerate(kinds):
            lang = max(world.langs, key=lambda one: world.langs[one]) if bulk and rng.random() < 0.7 else ""
            person = market.maker.seller(kind, bulk, lang)
            if bulk and at >= len(kinds) - world.suppliers:
                person.role = "supplier"
                person.rate *= 0.6
            market.sellers.append(person)
            market.later(person.start, lambda day, person=person: self.begin(person, day))
        self.keep()

    def keep(self) -> None:
        """Some groups are run by a seller, who advertises under the keeper's account too; real ones and crooks alike."""
        market, rng = self.market, self.rng
        for chat in market.groups:
            fitting = [
                one
                for one in market.sellers
                if one.lang == chat.lang and one.scale == "retail" and one.start == 0 and not one.crew
            ]
            if chat.keeper is None or not fitting or rng.random() > 0.28:
                continue
            person, keeper = rng.choice(fitting), chat.keeper
            keeper.owner = person
            market.later(
                1, lambda day, person=person, keeper=keeper, chat=chat: self.take_seat(person, keeper, chat)
            )

    def take_seat(self, person: Person, keeper: Account, chat: Chat) -> None:
        """The seller's belongings go to the keeper's account."""
        first = person.accounts[-1]
        person.accounts.insert(0, keeper)
        self.aliases.equip(keeper, first.contacts, first.photos)
        keeper.roles = ["group-keeper", "retailer"]
        keeper.notes, keeper.chats = first.notes[:1], [chat]

    def begin(self, person: Person, day: int) -> None:
        """A seller starts: an account, perhaps a crew, a channel, a second brand."""
        world, rng = self.market.world, self.rng
        account = self.aliases.first(person, day)
        if person.kind == "ghost":
            self.imitate(person, account)
        elif rng.random() < 0.13:
            self.resell(person, account)
        if person.scale == "retail" and rng.random() < world.crews * (
            1.0 if person.kind == "real" else 0.3 if person.model in ("prepay", "fake", "phish") else 0.0
        ):
            self.crew(person, day)
        if rng.random() < world.channels and person.scale == "retail":
            self.channel(person, account, day)
        if rng.random() < (0.14 if person.kind == "real" else 0.2):
            self.market.later(day + rng.randrange(3, 40), lambda now: self.aliases.second(person, now))

    def crew(self, person: Person, day: int) -> None:
        """A dispatcher (the seller's own account) and one to three couriers, with a small chat. A team of crooks has helpers who cash what comes in."""
        market, rng = self.market, self.rng
        person.crew_chat = Chat(
            rng.randrange(10**8, 10**9),
            rng.choice(forms()["crews"]) + f" {rng.randrange(99)}",
            "private_group",
            person.lang,
            person.region,
            True,
        )
        market.chats.append(person.crew_chat)
        for _ in range(rng.choice([1, 2, 2, 3])):
            hand = market.maker.person("courier", person.lang)
            account = market.maker.account(hand, day)
            account.seller, account.roles, account.hand = (
                person.pid,
                ["courier" if person.kind == "real" else "money-handler"],
                hand,
            )
            account.shown.add(f"crew:{person.pid}")
            person.crew.append(account)
        person.accounts[-1].shown.add(f"crew:{person.pid}")
        person.rate *= 1.2

    def channel(self, person: Person, account: Account, day: int) -> None:
        """A seller's own channel, whose posts are also forwarded to groups."""
        market, rng = self.market, self.rng
        name = person.brand.replace("_", " ").upper() + rng.choice(forms()["channels"])
        made = market.maker.account(person, day, person.brand, name, channel=True)
        chat = market.open(
            name, rng.choice(["public_channel", "private_channel"]), person.lang, person.region
        )
        made.uid = chat.cid
        made.seller, made.roles, made.notes, made.photos = (
            person.pid,
            ["retailer"],
            account.notes,
            account.photos,
        )
        made.contacts = [*account.contacts, market.call(account)]
        made.chats = [chat]
        account.channel_name = name
        account.shown |= {f"channel:{chat.cid}"}
        made.shown |= {f"channel:{chat.cid}"}
        market.register(made)

    def imitate(self, person: Person, account: Account) -> None:
        """A ghost takes notes and photos from who does well; repost bots take from everybody."""
        market, rng = self.market, self.rng
        victims = [
            one
            for one in market.live
            if one.owner is not person
            and one.notes
            and one.owner.lang == person.lang
            and one.owner.scale == person.scale
            and not one.channel
        ]
        chance = (
            1.0
            if person.model == "repost"
            else market.world.imitate * (0.4 if person.model == "lazy" else 1.0)
        )
        if not victims or rng.random() > chance:
            return
        picks = sorted(rng.sample(victims, min(len(victims), 6)), key=lambda one: -one.praise)
        for victim in picks[: 3 if person.model == "repost" else 1]:
            stolen = [market.notebook.steal(person, note) for note in victim.notes[:2]]
            account.notes = stolen + account.notes[:1] * (rng.random() < 0.4)
            if victim.photos and rng.random() < 0.5:
                account.photos = list(victim.photos)
            if person.model == "repost" and rng.random() < 0.2:
                account.channel_name = victim.name
            if person.model == "repost" and rng.random() < 0.3:
                account.contacts = [market.call(victim)]
            if person.model != "repost" and rng.random() < 0.15:
                account.name = victim.name
            for commodity, product in victim.owner.goods.items():
                person.goods.setdefault(commodity, product)

    def resell(self, person: Person, account: Account) -> None:
        """A real seller who pastes the list of the one he buys from: a shared text is no proof of theft, nor of one hand."""
        market, rng = self.market, self.rng
        sources = [
            one
            for one in market.live
            if one.owner is not person
            and one.notes
            and one.owner.lang == person.lang
            and one.owner.scale == person.scale
            and one.owner.kind == "real"
        ]
        if not sources:
            return
        source = rng.choice(sources)
        account.notes = list(source.notes[:2]) + account.notes[:1]
        for commodity, product in source.owner.goods.items():
            person.goods.setdefault(commodity, Product(product.word, product.factor, product.stock))

    def risks(self, day: int) -> list[tuple[Account, Chat]]:
        """Bans for reports and spam, sweeps of a keeper, arrests, lost phones and plain caution."""
        market, world, rng = self.market, self.market.world, self.rng
        banned = []
        sweep = world.sweep and day % world.sweep == world.sweep - 1
        for account in list(market.live):
            person = account.owner
            if "group-keeper" in account.roles:
                continue
            if account.channel:
                if (
                    not any(one.died is None and not one.channel for one in person.accounts)
                    and rng.random() < 0.2
                ):
                    account.died = day
                    market.unregister(account)
                continue
            if day > person.stop and rng.random() < 0.2:
                account.died = day
                market.unregister(account)
                continue
            chat = account.chats[0]
            chance = chat.strict * min(0.25, 0.012 * account.reports + 0.0012 * person.rate) + (
                0.09 if sweep else 0
            )
            fear = world.hazard * (0.5 + person.risk) + (
                0.04 if account.warns > 3 and person.kind == "ghost" else 0
            )
            if rng.random() < chance:
                banned.append((account, chat))
                self.aliases.drop(account, day)
            elif rng.random() < fear:
                if person.kind == "real" and rng.random() < 0.12:
                    person.arrested = True
                self.aliases.drop(account, day)
        return banned

    def thieves(self, day: int) -> None:
        """Bots take fresh texts every few days; other ghosts when a text is worn."""
        for account in list(self.market.live):
            person = account.owner
            if person.kind != "ghost" or account.channel:
                continue
            if (
                self.rng.random()
                < {"repost": 0.3, "prepay": 0.02, "fake": 0.015, "phish": 0.02, "lazy": 0.0}[person.model]
            ):
                self.imitate(person, account)

    def editing(self) -> None:
        """Sellers rewrite a note now and then: prices move, goods come and go."""
        for account in list(self.market.live):
            person = account.owner
            if person.model in ("repost", "lazy") or self.rng.random() > 0.02:
                continue
            account.notes = [*account.notes[-3:], self.market.notebook.write(person)]

    def run(self) -> Market:
        """All days."""
        market = self.market
        for day in range(market.world.days):
            for deed in market.diary.pop(day, []):
                deed(day)
            market.refresh(day)
            self.chain.land(day)
            self.chain.restock(day)
            self.trade.advertise(day)
            self.trade.shop(day)
            self.crowd.chatter(day)
            self.crowd.doubts(day)
            self.crowd.buy_praise(day)
            self.crowd.rivals(day)
            self.crowd.tests(day)
            self.chain.crews(day)
            self.chain.hire(day)
            self.chain.change(day)
            self.thieves(day)
            self.editing()
            self.crowd.keepers(day, self.risks(day))
        self.finish()
        return market

    def finish(self) -> None:
        """Nothing stands after the last day; who praised often has become a voucher in his own right."""
        for person in self.market.customers:
            if person.said >= 7:
                person.accounts[-1].roles = ["customer", "voucher"]
        end = self.market.start + self.market.world.days * DAY
        for chat in self.market.chats:
            chat.messages = [message for message in chat.messages if self.market.start <= message.when < end]
            kept = {id(message) for message in chat.messages}
            for message in chat.messages:
                if message.reply is not None and id(message.reply) not in kept:
                    message.reply = None


def live(world: World, seed: int) -> Market:
    """A market after its ninety days."""
    return Life(world, seed).run()
