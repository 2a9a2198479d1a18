"""What happens between buyers and sellers: requests, questions, answers, deals, thanks and complaints."""

from schakel.simulating.actors import NOTHING, Account, Post, Seller
from schakel.simulating.chance import Chance
from schakel.simulating.prices import number
from schakel.simulating.stage import Stage
from schakel.simulating.wordings import Writer

_HOUR = 3600


class Dealings:
    """Buyers meet advertisements; what is said afterwards follows from what came of it."""

    def __init__(self, stage: Stage, writer: Writer, chance: Chance) -> None:
        self._stage = stage
        self._writer = writer
        self._chance = chance
        self._buyers = stage.habits["buyers"]
        usual = len(stage.sellers) * stage.settings.days * stage.habits["volume"]["per_seller_day"]
        self._pace = min(
            1.0, stage.target / max(1.0, usual)
        )  # a market that is asked to be quiet is so in all

    def day(self, budget: int) -> None:
        """So much trade talk today, as far as there are advertisements to talk about."""
        stage, chance = self._stage, self._chance
        until = stage.made + budget
        for _ in range(budget * 3):
            if stage.made >= until:
                break
            if chance.yes(self._buyers["requests"]):
                self._request()
            elif stage.today_ads:
                self._meet(chance.pick(stage.today_ads))
        self._beside()

    def _beside(self) -> None:
        """What sellers do beside selling: slander, recruiting, buying vouches."""
        stage, unit, day = self._stage, self._chance.unit, self._stage.day
        slander = self._pace * stage.habits["rivals"]["slander_per_day"]
        recruit = self._pace * stage.habits["organisation"]["recruit_per_day"]
        vouch = self._pace * stage.habits["ghost"]["fake_vouches_per_week"] / 7.0
        for (
            seller
        ) in stage.sellers:  # thousands of sellers on hundreds of days: what is the same stands outside
            if seller.throwaway or seller.down or not seller.posts or day < seller.away_until:
                continue
            if not seller.ghost and unit() < slander:
                self._slander(seller)
            if seller.helper is not None and unit() < recruit:
                self._recruit(seller, seller.helper)
            if seller.buys_vouches and unit() < vouch:
                self._fake_vouch(seller)

    def _phrase(self, language: str, act: str) -> str:
        return self._chance.pick(self._stage.lexicon.talk[language][act])

    def _fill(self, phrase: str, seller: Seller, language: str) -> str:
        """The phrase with a product, quantity, town and sum that belong to this seller."""
        chance = self._chance
        good = chance.pick(seller.goods).commodity
        amount, _ = chance.pick(good.retail)
        unit = chance.pick(self._stage.lexicon.ads[language].units[good.unit])
        return phrase.format(
            w=self._writer.word(good, language),
            q=number(amount) + unit,
            t=chance.pick(seller.home.street),
            m=f"{50 + 10 * chance.below(30)} euro",
            c=self._called(seller),
        )

    def _called(self, seller: Seller) -> str:
        account = seller.account() or seller.accounts[-1]
        return account.handle if self._chance.yes(self._buyers["mentions"]) else account.name

    def _request(self) -> None:
        """Somebody asks the group for something."""
        stage, chance = self._stage, self._chance
        seller = chance.pick(stage.sellers)  # lends its goods and town to the wish
        groups = stage.open_groups([chat.index for chat in stage.chats])
        buyer = chance.pick(stage.buyers)
        text = self._fill(self._phrase(buyer.language, "request"), seller, buyer.language)
        chat = groups[int(chance.unit() ** 2 * len(groups))]
        stage.put(Post(stage.moment(chance), chat, buyer, stage.say(text), ("request", "", "")))

    def _meet(self, ad: Post) -> None:
        stage, chance = self._stage, self._chance
        seller = stage.by_key[ad.seller]
        buyer = chance.pick(stage.buyers)
        moment = ad.at + 60 + int(chance.exponential(2400.0))
        question = None
        if chance.yes(0.75):
            question = self._ask(ad, seller, buyer, moment)
        if seller.throwaway:
            return
        answered = self._answer(ad, seller, question, moment) if question else None
        trust = (1.0 + seller.vouched) / (1.0 + seller.vouched + 2.0 * seller.warned)
        ease = 1.0 if answered is not False else 0.45
        if chance.yes(self._buyers["buys"] * trust * ease):
            self._deal(ad, seller, buyer, moment)

    def _ask(self, ad: Post, seller: Seller, buyer: Account, at: int) -> Post | None:
        stage = self._stage
        if at >= stage.zero + stage.length:
            return None
        product = self._chance.yes(self._buyers["asks_product"])
        language = seller.language
        text = self._fill(self._phrase(language, "ask_product" if product else "ask"), seller, language)
        post = Post(at, ad.chat, buyer, stage.say(text), ("request" if product else "none", "", ""))
        post.reply = ad
        return stage.put(post)

    def _answer(self, ad: Post, seller: Seller, question: Post, at: int) -> bool:
        """What the seller says to a public question. False: nothing, or a demand to pay first."""
        stage, chance = self._stage, self._chance
        own = stage.habits["ghost" if seller.ghost else "real"]
        if seller.ghost:
            says = (
                "answer"
                if chance.yes(own["answers"])
                else "prepay_answer"
                if chance.yes(own["prepay_answers"])
                else ""
            )
            wait = 60 + int(chance.exponential(1800.0))
        else:
            awake = seller.awake(at - stage.zero, own["sleep_hours"])
            willing = chance.yes(own["answers"] if awake else own["answers_asleep"])
            says = ("prepay_answer" if seller.prepay and chance.yes(0.4) else "answer") if willing else ""
            if says and not any(good.in_stock for good in seller.goods):
                says = "no_stock"
            wait = 20 + int(chance.exponential(own["answer_minutes"] * 60.0)) + (0 if awake else 7 * _HOUR)
        account = ad.who if ad.who is not None and not ad.who.banned else seller.account()
        courier = seller.helper if seller.helper is not None and seller.helper.role == "courier" else None
        if courier is not None and chance.yes(stage.habits["organisation"]["helper_answers"]):
            account = courier
        if not says or account is None:
            return False
        post = Post(at + wait, ad.chat, account, stage.say(self._phrase(seller.language, says)), NOTHING)
        post.seller = seller.key
        post.reply = question
        stage.plan(post)
        return says == "answer"

    def _deal(self, ad: Post, seller: Seller, buyer: Account, at: int) -> None:
        """Money changes hands; some days later the buyer tells, or not."""
        chance, habits = self._chance, self._stage.habits
        delivered = not seller.ghost and chance.yes(habits["real"]["delivers"])
        if delivered and not chance.yes(self._buyers["complains_by_mistake"]):
            if chance.yes(self._buyers["vouches"]):
                self._tell(
                    "vouch",
                    ad,
                    seller,
                    buyer,
                    at + _HOUR + int(chance.exponential(self._buyers["vouch_hours"] * _HOUR)),
                )
        elif chance.yes(self._buyers["warns"]):
            self._tell(
                "warning",
                ad,
                seller,
                buyer,
                at + _HOUR + int(chance.exponential(self._buyers["warn_hours"] * _HOUR)),
            )

    def _tell(self, act: str, ad: Post, seller: Seller, buyer: Account, at: int) -> None:
        text = self._fill(self._phrase(seller.language, act), seller, seller.language)
        post = Post(at, ad.chat, buyer, self._stage.say(text), (act, seller.key, ""))
        if self._chance.yes(0.35):
            post.reply = ad
        self._stage.plan(post)
        if act == "vouch":
            seller.vouched += 1.0
        else:
            seller.warned += 1.0

    def _slander(self, seller: Seller) -> None:
        stage, chance = self._stage, self._chance
        account, rival = seller.backup() or seller.account(), chance.pick(stage.sellers)
        if rival is seller or rival.ghost or account is None or rival.posts == 0:
            return
        text = self._fill(self._phrase(rival.language, "slander"), rival, rival.language)
        at, chat = stage.moment(chance), chance.pick(seller.chats)
        stage.put(Post(at, chat, account, stage.say(text), ("warning", rival.key, "")))
        stage.note(at, "slander", rival, rival.account(), f"by {seller.key}")
        rival.warned += 0.5

    def _recruit(self, seller: Seller, helper: Account) -> None:
        stage, chance = self._stage, self._chance
        phrase = self._phrase(seller.language, "recruit").replace("{c}", helper.handle)
        text = self._fill(phrase, seller, seller.language)
        body = stage.say(text)
        stage.put(
            Post(stage.moment(chance), chance.pick(seller.chats), helper, body, ("recruit", seller.key, ""))
        )

    def _fake_vouch(self, seller: Seller) -> None:
        """Bought praise: few accounts, no reply to any deal, the same few phrases."""
        stage, chance = self._stage, self._chance
        if not stage.shills:
            return
        group = int(seller.key[1:]) % max(1, len(stage.shills) // 4)
        shill = stage.shills[group * 4 + chance.below(min(4, len(stage.shills) - group * 4))]
        text = self._fill(self._phrase(seller.language, "fake_vouch"), seller, seller.language)
        at = stage.moment(chance)
        stage.put(Post(at, chance.pick(seller.chats), shill, stage.say(text), ("vouch", seller.key, "")))
        stage.note(at, "bought-vouch", seller, shill)
        seller.vouched += 0.5
