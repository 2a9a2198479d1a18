"""Everybody who is not trading at that moment: small talk, keepers, rivals, and praise that is paid for."""

from __future__ import annotations

from .lexicon import family, forms, phrase, street, table, topics
from .market import Market
from .model import DAY, Account, Chat, Msg, Person
from .style import say
from .trade import Trade

WEIGHT = {"daily": 6.0, "stuff": 2.2, "football": 1.6, "food": 1.4, "arrests": 1.2, "legal": 1.3, "harm": 1.2}


class Crowd:
    """Talk of a day, and what keepers and rivals do."""

    def __init__(self, market: Market, trade: Trade) -> None:
        """Keeps what it works with."""
        self.market = market
        self.trade = trade
        self.rng = market.rng
        self.vouchers = [self.voucher() for _ in range(market.world.vouchers)]
        self.testers = [self.tester() for _ in range(2 + (market.world.react > 0.1))]
        self.orders: list[tuple[Account, int]] = []

    def voucher(self) -> Person:
        """Somebody who praises for pay, with one to three accounts."""
        person = self.market.maker.person("voucher")
        person.photos = [self.market.maker.picture() for _ in range(2)]
        for _ in range(self.rng.choice([1, 1, 2, 3])):
            account = self.market.maker.account(person, 0)
            account.roles = ["voucher"]
        return person

    def tester(self) -> Person:
        """An honest voucher: buys to try, and says what came of it."""
        person = self.market.maker.person("voucher")
        self.market.maker.account(person, 0).roles = ["voucher"]
        return person

    def tests(self, day: int) -> None:
        """Testers try sellers. A crook may well serve a tester he knows; a good seller may fail once."""
        market, rng = self.market, self.rng
        for person in self.testers:
            fitting = [
                one
                for one in market.live
                if one.owner.lang == person.lang
                and one.offers > 4
                and one.owner.scale == "retail"
                and not one.channel
            ]
            if not fitting or rng.random() > market.world.react * 1.4:
                continue
            about = rng.choice(fitting)
            good = rng.random() < (about.owner.reliable if about.owner.kind == "real" else 0.12)
            text = phrase(rng, person, "test_good" if good else "test_bad").replace("{u}", market.call(about))
            chat = next((room for room in about.chats if not room.closed), None)
            if chat:
                market.post(
                    chat, person.accounts[0], text, market.moment(day, person), "vouch" if good else "warning"
                )
                market.count(about.owner, "praise" if good else "warn", person.pid)
                about.praise, about.warns = about.praise + good, about.warns + (not good)

    def talkers(self, chat: Chat, day: int) -> list[Account]:
        """Who may chat here: buyers, some sellers, now and then a voucher."""
        rng = self.rng
        buyers = [
            person.accounts[-1]
            for person in self.market.customers
            if person.lang == chat.lang
            and person.start <= day
            and (person.region == chat.region or person.pid[-1] == "3")
        ]
        sellers = [
            account
            for account in self.market.live
            if chat in account.chats and account.owner.talk > 0.3 and not account.channel
        ]
        return rng.sample(buyers, min(len(buyers), 9)) + rng.sample(sellers, min(len(sellers), 3))

    def chatter(self, day: int) -> None:
        """Threads of small talk: somebody starts, some answer, many in a few words."""
        rng, market = self.rng, self.market
        self.closed_talk(day)
        self.remarks(day)
        for chat in market.groups:
            subjects = [topic for topic in topics(chat.lang) if topic not in ("rules", "trade")]
            for _ in range(self.trade.often(market.world.threads * rng.uniform(0.4, 1.8))):
                people = self.talkers(chat, day)
                if len(people) < 3:
                    continue
                topic = rng.choices(subjects, [WEIGHT.get(topic, 1.0) for topic in subjects])[0]
                self.thread(chat, day, topic, people)

    def remarks(self, day: int) -> None:
        """Sellers say things that sell nothing: closed today, sorry for last night, stuck in traffic."""
        for account in self.market.live:
            person = account.owner
            if person.talk > 0.1 and not person.arrested and account.offers and self.rng.random() < 0.022:
                text = say(self.rng, person, phrase(self.rng, person, "remark"))
                self.market.post(
                    self.rng.choice(account.chats), account, text, self.market.moment(day, person)
                )

    def closed_talk(self, day: int) -> None:
        """The trade talks in its closed chats too: prices, boats, banks, who owes."""
        for chat in self.market.closed:
            people = [
                one for one in self.market.live if one.owner.scale == "bulk" and one.owner.lang == chat.lang
            ]
            people += [person.accounts[-1] for person in self.market.changers if person.lang == chat.lang]
            if len(people) > 3 and self.rng.random() < 0.8:
                self.thread(chat, day, "trade", self.rng.sample(people, min(5, len(people))))

    def thread(self, chat: Chat, day: int, topic: str, people: list[Account]) -> None:
        """One thread."""
        rng, market = self.rng, self.market
        first = people[0].owner
        when = market.moment(day, first)
        word = street(
            rng, rng.choice([name for name in market.world.goods if family(name) == "drugs"]), chat.lang
        )
        opening = phrase(rng, first, f"talk_{topic}_o", lang=chat.lang).replace("{item}", word)
        source = rng.choice(table(chat.lang)["news"]) if topic == "arrests" and rng.random() < 0.25 else ""
        last = market.post(
            chat, people[0], opening if source else say(rng, first, opening), when, forwarded=source
        )
        for _ in range(rng.choice([0, 1, 1, 2, 3, 4, 6])):
            speaker = rng.choice(people)
            when += rng.randrange(8, 1500)
            key = f"talk_{topic}_r" if rng.random() < 0.75 else "talk_daily_r"
            text = say(
                rng, speaker.owner, phrase(rng, speaker.owner, key, lang=chat.lang).replace("{item}", word)
            )
            reply = last if rng.random() < 0.5 else None
            media = rng.choice(["sticker", "sticker", "voice_message"]) if rng.random() < 0.05 else ""
            last = market.post(chat, speaker, "" if media else text, when, reply=reply, media=media)

    def doubts(self, day: int) -> None:
        """Somebody asks whether a seller can be trusted; who knows him answers."""
        market, rng = self.market, self.rng
        live = [
            account
            for account in market.live
            if account.offers > 3 and not account.channel and account.owner.scale == "retail"
        ]
        for _ in range(self.trade.often(market.world.react * 18)):
            if not live:
                return
            about = rng.choice(live)
            chat = about.chats[0]
            asker = rng.choice(market.customers)
            if asker.lang != chat.lang:
                continue
            text = phrase(rng, asker, "about").replace("{u}", market.call(about))
            asked = market.post(chat, asker.accounts[-1], say(rng, asker, text), market.moment(day, asker))
            for one in market.customers:
                known = one.memory.get(about.seller, 0)
                if known and one is not asker and rng.random() < 0.35 * min(1, one.react * 2.5):
                    self.verdict(chat, one, about, known > 0, asked)

    def verdict(self, chat: Chat, who: Person, about: Account, good: bool, asked: Msg) -> None:
        """An answer to a doubt, by what somebody lived through."""
        market, rng = self.market, self.rng
        text = phrase(rng, who, "praise_reply" if good else "warn_reply")
        market.post(
            chat,
            who.accounts[-1],
            say(rng, who, text),
            asked.when + rng.randrange(60, 20000),
            "vouch" if good else "warning",
            reply=asked,
        )
        market.count(about.owner, "praise" if good else "warn", who.pid)
        about.praise, about.warns = about.praise + good, about.warns + (not good)

    def buy_praise(self, day: int) -> None:
        """Sellers with money to spare order praise; vouchers deliver over the next days, and for a real one as for a crook."""
        market, rng = self.market, self.rng
        for account in market.live:
            person = account.owner
            want = market.world.bought * (
                1.0 if person.kind == "ghost" and person.model in ("prepay", "fake", "phish") else 0.25
            )
            if (
                person.scale == "retail"
                and account.offers > 2
                and not account.channel
                and rng.random() < want / 25 * min(2, person.capital)
            ):
                self.orders.append((account, rng.randrange(2, 8)))
                person.capital -= 0.2
        left = []
        for account, count in self.orders:
            now = min(count, rng.choice([0, 1, 1, 2]))
            for _ in range(now if account.died is None else 0):
                self.paid_word(day, account)
            if count > now and account.died is None:
                left.append((account, count - now))
        self.orders = left

    def paid_word(self, day: int, account: Account) -> None:
        """One paid word of praise. Cheap ones are fulsome; better ones write as buyers do. Some sellers use an account of their own."""
        market, rng = self.market, self.rng
        own = [
            one
            for one in account.owner.accounts
            if one is not account and one.died is None and not one.channel
        ]
        if own and rng.random() < 0.3:
            who, writer = account.owner, own[0]
            writer.roles = sorted({*writer.roles, "voucher"})
        else:
            fitting = [one for one in self.vouchers if one.lang == account.owner.lang] or self.vouchers
            who = rng.choice(fitting)
            writer = rng.choice(who.accounts)
        lang = account.owner.lang
        key = "bought" if rng.random() < 0.6 else "praise_name"
        text = (
            phrase(rng, who, key, lang=lang)
            .replace("{u}", market.call(account))
            .replace("{item}", next(iter(account.owner.goods.values())).word)
        )
        text = text.replace("{place}", rng.choice(account.owner.places))
        chat = rng.choice(account.chats)
        photo = rng.choice(who.photos) if who.photos and rng.random() < 0.15 else None
        market.post(
            chat,
            writer,
            say(rng, who, text) if rng.random() < 0.6 else text,
            market.moment(day, who),
            "vouch",
            photo=photo,
        )
        account.praise += 0.7
        market.count(account.owner, "praise", who.pid)

    def rivals(self, day: int) -> None:
        """Slander: a seller blackens who takes his buyers, under his own name, a second account or a buyer of his."""
        market, rng = self.market, self.rng
        for account in list(market.live):
            person = account.owner
            if account.channel or rng.random() > market.world.slander * person.risk * 0.9:
                continue
            others = [
                one
                for one in market.live
                if one.owner is not person
                and one.owner.lang == person.lang
                and not one.channel
                and set(one.owner.goods) & set(person.goods)
            ]
            if not others:
                continue
            about = max(rng.sample(others, min(4, len(others))), key=lambda one: one.praise)
            key = rng.choices(["warn_slander", "warn_prepay", "warn_fake"], [6, 1.5, 1.5])[0]
            chat = about.chats[0]
            if chat not in account.chats or chat.closed:
                continue
            word = next(iter(about.owner.goods.values())).word
            text = (
                phrase(rng, person, key)
                .replace("{u}", market.call(about))
                .replace("{item}", word)
                .replace("{place}", rng.choice(person.places))
            )
            market.post(chat, account, say(rng, person, text), market.moment(day, person), "warning")
            about.warns += 0.6
            market.count(about.owner, "warn", person.pid)

    def keepers(self, day: int, ban: list[tuple[Account, Chat]]) -> None:
        """Keepers post rules, a list of swindlers now and then, and show people the door."""
        market, rng = self.market, self.rng
        for chat in market.groups:
            keeper = chat.keeper
            if keeper is None:
                continue
            if rng.random() < 0.35:
                text = phrase(rng, keeper.owner, "talk_rules_o", lang=chat.lang)
                market.post(chat, keeper, text, market.moment(day, keeper.owner))
            marked = [account for account in market.live if account.warns >= 2 and chat in account.chats]
            if marked and rng.random() < chat.strict * 0.08:
                names = [market.call(account) for account in marked[:4]]
                market.post(
                    chat,
                    keeper,
                    "\n".join([forms()["blacklist"][chat.lang], *names]),
                    market.moment(day, keeper.owner),
                    "warning",
                )
                for account in marked[:4]:
                    market.count(account.owner, "warn", keeper.owner.pid)
        for account, chat in ban:
            if chat.keeper:
                when = market.start + day * DAY + rng.randrange(DAY)
                market.post(
                    chat,
                    chat.keeper,
                    "",
                    when,
                    service={"action": "remove_members", "members": [account.name]},
                )
