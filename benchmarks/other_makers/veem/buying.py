"""A customer's day: asking around, choosing a seller, what came of it, and what is said about it afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from .adverts import commodity_word, fitting, number
from .board import DAY, Chat, Post
from .market import Market
from .people import Account, Buyer, Seller
from .phrases import GOODS, SPEECH, fill, pick
from .selling import opinion


@dataclass
class Deal:
    """One attempt to buy."""

    buyer: Buyer
    seller: Seller
    account: Account
    chat: Chat
    ad: Post
    at: int


def buy_day(market: Market, day: int) -> None:
    """All customers."""
    rng = market.rng
    for buyer in market.buyers:
        if (
            not buyer.account.live(day * DAY)
            or rng.random() > min(0.9, buyer.rate)
            or not buyer.account.chats
        ):
            continue
        want, chat = rng.choice(buyer.wants), market.board.chats[rng.choice(buyer.account.chats)]
        at = market.moment(day, 10, 26)
        ads = (
            ask(market, buyer, chat, at, want)
            if rng.random() < buyer.asks
            else browse(market, buyer, chat, at, want)
        )
        if ads:
            ad = choose(market, buyer, ads)
            seller = market.owner[ad.who.tag]
            deal(market, Deal(buyer, seller, ad.who, chat, ad, max(at, ad.at) + market.lag(60)))


def ask(market: Market, buyer: Buyer, chat: Chat, at: int, want: str) -> list[Post]:
    """A request in the group, and who answers it."""
    rng, lang = market.rng, buyer.account.lang
    vague = rng.random() < 0.13
    word = commodity_word(rng, lang, want)
    row = rng.choice(
        fitting(want, word, GOODS[want]["retail"] if rng.random() < 0.92 else GOODS[want]["bulk"])
    )
    quantity = f"{number(row[0], lang)} {SPEECH[lang]['units'][row[1]][0]}"
    text = fill(pick(rng, lang, "requests_vague" if vague else "requests"), good=word, q=quantity)
    request = market.put(buyer.account, chat, at, text, act="request", goods=() if vague else (want,))
    if request is None:
        return []
    able = [
        a
        for a in market.stands.get(chat.index, [])
        if a.live(at) and a.sheet and not a.channel and want in market.owner[a.tag].goods
    ]
    answers = []
    for account in rng.sample(able, min(len(able), 5)):
        if rng.random() < market.owner[account.tag].reply * 0.55 * market.world.answers:
            answer = market.say(account, chat, at + market.lag(14), "answers", request)
            if answer:
                answers.append(answer)
    if answers and rng.random() < 0.2:
        market.say(
            buyer.account, chat, max(a.at for a in answers) + market.lag(5), "thanks", rng.choice(answers)
        )
    return answers


def browse(market: Market, buyer: Buyer, chat: Chat, at: int, want: str) -> list[Post]:
    """Ads in the chat that offer the thing; sometimes a question is put under one, and is answered or not."""
    rng = market.rng
    ads = [
        ad
        for ad in market.board.recent[chat.index]
        if want in ad.goods and at - 5 * DAY < ad.at < at and ad.who.live(at) and ad.who.tag in market.owner
    ]
    if ads and rng.random() < 0.4:
        ad = rng.choice(ads)
        more = rng.random() < 0.12
        if more:
            other = rng.choice(list(market.world.goods))
            text = fill(
                pick(rng, buyer.account.lang, "questions_goods"),
                good=commodity_word(rng, buyer.account.lang, other),
                q="",
            )
            question = market.put(buyer.account, chat, at, text, ad, "request", (other,))
        else:
            question = market.say(buyer.account, chat, at, "questions", ad)
        if (
            question
            and not ad.who.channel
            and rng.random() < market.owner[ad.who.tag].reply * 0.75 * market.world.answers
        ):
            market.say(ad.who, chat, question.at + market.lag(18), "answers", question)
    if ads and rng.random() < 0.1:
        probe(market, buyer, chat, at, rng.choice(ads))
    return ads


def probe(market: Market, buyer: Buyer, chat: Chat, at: int, ad: Post) -> None:
    """A wary customer asks for the middleman or a fresh picture. Real sellers mostly agree, some cannot be bothered; ghosts mostly find an excuse."""
    rng, seller = market.rng, market.owner[ad.who.tag]
    asks_photo = rng.random() < 0.5
    question = market.say(buyer.account, chat, at, "proof_ask" if asks_photo else "escrow_ask", ad)
    if question is None or ad.who.channel or rng.random() > seller.reply * market.world.answers:
        return
    agrees = rng.random() < (0.14 if seller.ghost else 0.6)
    when = question.at + market.lag(25)
    if asks_photo and agrees and not (seller.ghost and rng.random() < 0.5):
        post = market.say(ad.who, chat, when, "proof_yes", question, about="+" + seller.key)
        if post:
            post.photo = (seller.scene * 100 + rng.randint(61, 99), 0)
    else:
        market.say(
            ad.who,
            chat,
            when,
            "probe_yes" if agrees else "probe_no",
            question,
            about=("+" if agrees else "-") + seller.key,
        )


def choose(market: Market, buyer: Buyer, ads: list[Post]) -> Post:
    """Own memory first, then what others said, then price and a nice picture."""
    weights = []
    for ad in ads:
        seller = market.owner[ad.who.tag]
        known = buyer.trust.get(seller.key, 0.0)
        heard = market.rep.get(ad.who.tag, 0)
        weight = (
            1.0
            + 6.0 * max(0.0, known)
            + 0.3 * min(10, max(0, heard))
            + (0.4 if ad.photo else 0.0)
            + (1.05 - min(1.05, seller.cheap)) * 2
        )
        weights.append(weight * (0.03 if known < 0 else 1.0) / (1 + 0.8 * buyer.wary * max(0, -heard)))
    return market.rng.choices(ads, weights)[0]


def deal(market: Market, deal_: Deal) -> None:
    """What came of it."""
    rng, seller, buyer = market.rng, deal_.seller, deal_.buyer
    if not rng.random() < seller.reply**0.6:
        complain(market, deal_, "warning_quiet", 0.12, 0.3)
        return
    if seller.ghost:
        cheat(market, deal_)
        return
    if seller.prepay and rng.random() < buyer.wary * 0.6 and buyer.trust.get(seller.key, 0) <= 0:
        return
    seller.sales += 1
    if rng.random() > seller.keeps_word:
        if rng.random() < 0.3:
            market.say(buyer.account, deal_.chat, deal_.at + market.lag(60), "late", deal_.ad)
        complain(market, deal_, rng.choice(("warning_quiet", "warning_quiet", "warning_scam")), 0.3, 1.0)
        return
    if rng.random() > seller.quality:
        complain(market, deal_, "warning_bad", 0.35, 2.0)
        return
    buyer.trust[seller.key] = buyer.trust.get(seller.key, 0.0) + 1.0
    if rng.random() < 0.05 * market.world.answers:
        market.say(buyer.account, deal_.chat, deal_.at + market.lag(40), "late", deal_.ad)
    if rng.random() < market.world.praise * min(1.0, 0.25 + buyer.loud * 0.8):
        speak_of(market, deal_, "praise", "vouch", 0.8)


def cheat(market: Market, deal_: Deal) -> None:
    """A deal with a ghost: pay and lose, get rubbish, or smell it in time."""
    rng, seller, buyer = market.rng, deal_.seller, deal_.buyer
    heard = market.rep.get(deal_.account.tag, 0)
    if seller.kind == "faker":
        seller.victims += 1
        if rng.random() < 0.16:
            speak_of(market, deal_, "praise", "vouch", 0.5)
        else:
            complain(market, deal_, rng.choice(("warning_bad", "warning_scam", "warning_quiet")), 0.6, 1.5)
        return
    believes = 0.65 - 0.5 * buyer.wary + 0.04 * max(0, heard)
    if seller.kind != "poster" and rng.random() < believes:
        seller.victims += 1
        complain(market, deal_, "warning_scam", 0.95, 1.5)
    elif rng.random() < 0.35:
        complain(market, deal_, "warning_quiet", 0.4, 0.4)


def complain(market: Market, deal_: Deal, section: str, share: float, days: float) -> None:
    """A warning, if the customer is somebody who warns; the seller may talk back, regulars may defend him."""
    rng, seller = market.rng, deal_.seller
    deal_.buyer.trust[seller.key] = -1.0
    if rng.random() > market.world.warn * share * min(1.0, 0.35 + deal_.buyer.loud):
        return
    said = speak_of(market, deal_, section, "warning", days)
    if said is None:
        return
    talks = rng.random() < (0.15 if seller.ghost else 0.3) * market.world.answers
    if (
        talks
        and deal_.account.live(said.at + 7200)
        and not deal_.account.channel
        and said.chat in deal_.account.chats
    ):
        market.say(deal_.account, market.board.chats[said.chat], said.at + market.lag(45), "rebuttal", said)
    defend(market, said, seller, deal_.account)


def defend(market: Market, said: Post, seller: Seller, account: Account) -> None:
    """Customers who are content speak up against a warning."""
    rng = market.rng
    friends = [b for b in market.buyers if b.trust.get(seller.key, 0) >= 2 and said.chat in b.account.chats]
    if friends and rng.random() < 0.35 * market.world.praise / 0.3:
        friend = rng.choice(friends)
        opinion(
            market,
            friend.account,
            account,
            market.board.chats[said.chat],
            said.at + market.lag(90),
            "defend",
            "vouch",
            said,
        )


def speak_of(market: Market, deal_: Deal, section: str, act: str, days: float) -> Post | None:
    """Say it: under the ad, in the same chat without a thread, or where complaints go."""
    rng = market.rng
    at = deal_.at + int(rng.expovariate(1 / (days * DAY))) + market.lag(30)
    if at > market.world.days * DAY:
        return None
    chat, reply = deal_.chat, deal_.ad if rng.random() < 0.5 else None
    if act == "warning" and rng.random() < 0.25:
        alerts = market.groups(deal_.buyer.account.lang, ("alert",))
        if alerts:
            chat, reply = alerts[0], None
    return opinion(market, deal_.buyer.account, deal_.account, chat, at, section, act, reply)
