"""Chains: sources sell to wholesalers, those to retailers; couriers, handlers of money and recruiters work for them."""

from dataclasses import dataclass, field

from msgspec import structs

from schakel.simulating.actors import NOTHING, Account, Good, Post, Seller
from schakel.simulating.chance import Chance
from schakel.simulating.prices import number
from schakel.simulating.stage import Stage
from schakel.simulating.wordings import Writer
from schakel.simulating.words import chain_words

_LANGUAGES = ("nl", "en", "de")


@dataclass(slots=True)
class _Hand:
    """Somebody who works for a seller."""

    account: Account
    seller: Seller


@dataclass(slots=True)
class Chains:
    """Founds chains among the real sellers, and has their people speak day by day."""

    stage: Stage
    writer: Writer
    chance: Chance
    above: dict[str, Seller] = field(default_factory=dict)  # seller key: from whom it buys
    hands: list[_Hand] = field(default_factory=list)

    def found(self) -> None:
        """Fixes who buys from whom and who works for whom, before the first day."""
        words, chance = chain_words(), self.chance
        sizes = words["sizes"]
        real = [s for s in self.stage.sellers if not s.ghost and not s.throwaway]
        bulk = [s for s in real if s.scale == "bulk"]
        sources = bulk[: max(1, round(len(bulk) * sizes["sources"]))] if len(bulk) > 1 else []
        wholesalers = [s for s in bulk if s not in sources]
        for seller in sources:
            seller.role = "supplier"
            seller.goods = [self._large(good, sizes["large"]) for good in seller.goods]
        for at, seller in enumerate(wholesalers):
            seller.role = "wholesaler"
            if sources:
                self.above[seller.key] = sources[at % len(sources)]
        for at, seller in enumerate(s for s in real if s.scale != "bulk"):
            if wholesalers and at < len(wholesalers) * sizes["retailers"]:
                self.above[seller.key] = wholesalers[at % len(wholesalers)]
        for seller in real:
            seller.helper = None  # chains have people of their own
            retail = seller.scale != "bulk"
            for role, share in (
                ("courier", sizes["couriers"] * retail),
                ("money-handler", sizes["handlers"]),
                ("recruiter", sizes["recruiters"]),
            ):
                if chance.yes(share):
                    self._hire(seller, role)

    def day(self) -> None:
        """What people of the chains say today."""
        chances = chain_words()["chances"]
        ads = {post.seller: post for post in self.stage.today_ads}
        for key, source in self.above.items():
            if source.key in ads and self.chance.yes(chances["asks_above"]):
                self._ask(self.stage.by_key[key], source, ads[source.key])
        says = {
            "courier": ("ride", "rides"),
            "money-handler": ("money", "handles"),
            "recruiter": ("", "recruits"),
        }
        for hand in self.hands:
            phrase, chance = says[hand.account.role]
            if hand.seller.posts and not hand.seller.down and self.chance.yes(chances[chance]):
                self._speak(hand, phrase)

    def _large(self, good: Good, times: float) -> Good:
        commodity = good.commodity
        ladder = [
            (q * times, unit, price * times * 0.9) for q, unit, price in commodity.bulk if unit != "block"
        ]
        return Good(structs.replace(commodity, bulk=ladder[-2:]), good.factor, good.stock)

    def _hire(self, seller: Seller, role: str) -> None:
        account = self.stage.registry.person(seller.language)
        account.seller, account.role = seller.key, role
        self.hands.append(_Hand(account, seller))

    def _speak(self, hand: _Hand, phrase: str) -> None:
        stage, seller = self.stage, hand.seller
        language = seller.language if seller.language in _LANGUAGES else "nl"
        account = seller.account()
        called = account.handle if account is not None else hand.account.handle
        forms = chain_words()[language][phrase] if phrase else stage.lexicon.talk[language]["recruit"]
        text = self.chance.pick(forms).format(
            c=called if phrase else hand.account.handle,
            t=self.chance.pick(seller.home.street),
            m=f"{50 + 10 * self.chance.below(20)} euro",
        )
        truth = NOTHING if phrase else ("recruit", seller.key, "")
        at, chat = stage.moment(self.chance), self.chance.pick(seller.chats)
        stage.put(Post(at, chat, hand.account, stage.say(text), truth))

    def _ask(self, buyer: Seller, source: Seller, ad: Post) -> None:
        stage, chance = self.stage, self.chance
        who, account = buyer.account(), source.account()
        if who is None or account is None:
            return
        language = source.language if source.language in _LANGUAGES else "nl"
        words = chain_words()[language]
        commodity = chance.pick(source.goods).commodity
        quantity, unit, _ = chance.pick(commodity.bulk)
        named = stage.lexicon.ads[language].units.get(unit, [f" {unit}"])[0]
        text = chance.pick(words["above"]).format(
            q=f"{number(quantity)}{named}", w=self.writer.word(commodity, language)
        )
        question = Post(ad.at + 300 + chance.below(6000), ad.chat, who, stage.say(text), ("request", "", ""))
        question.reply = ad
        stage.plan(question)
        if chance.yes(0.7):
            later, said = question.at + 200 + chance.below(3000), stage.say(chance.pick(words["answer"]))
            answer = Post(later, ad.chat, account, said, NOTHING)
            answer.seller, answer.reply = source.key, question
            stage.plan(answer)
