"""Buying: who needs something asks or goes to somebody he knows; what comes of it decides what is said afterwards."""

import math
from collections import defaultdict

from .adwriter import offer_in_reply
from .goods import Good, shelf
from .market import Market, street_name
from .opinions import about, drug_check, praise, warn
from .people import Account, Chat, Customer, Post, Seller

REACH = {"prepay": 0.75, "fake": 0.95, "silent": 0.0, "robber": 0.7, "harvest": 0.5}
ANGER = {"prepay": 1.0, "fake": 0.5, "silent": 0.0, "robber": 0.6, "harvest": 0.3}
ASK = {
    "arms": {"firearms", "ammunition", "weapon-parts", "explosives", "other-weapons"},
    "paper": {"documents", "payment-fraud", "fraud-tools", "personal-data"},
}


def stalls(market: Market) -> dict[tuple[str, str], list[Account]]:
    """Who offers what, where, today."""
    out: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for account in market.open_accounts():
        seller = account.seller
        assert seller
        towns = (
            [t for t in market.towns if t.lang == seller.towns[0].lang]
            if seller.post_only or seller.level != "retailer"
            else seller.towns
        )
        for ware in seller.wares:
            if ware.on_sale(market.day):
                for town in towns:
                    out[town.key, ware.good.key].append(account)
    return out


def trade_day(market: Market) -> None:
    """Everybody who needs something today."""
    open_stalls = stalls(market)
    for customer in market.customers:
        if customer.account.born <= market.day and market.chance(min(0.8, customer.need)):
            want = market.rng.choice(customer.tastes)
            if 0 <= market.world.new_year - market.day < 25 and market.chance(0.15):
                want = "fireworks"
            answers: list[Account] = []
            if market.chance(market.world.asks * min(1.5, customer.loud)):
                answers = ask(market, customer, shelf()[want], open_stalls)
            choose(market, customer, open_stalls[customer.town.key, want], answers)


def ask(
    market: Market, customer: Customer, good: Good, open_stalls: dict[tuple[str, str], list[Account]]
) -> list[Account]:
    """Ask aloud in a group; sellers and satisfied people answer."""
    rng = market.rng
    near = [c for c in market.groups() if c.town is customer.town] + [
        c for c in market.groups() if c.town is None and c.lang == customer.town.lang
    ]
    chat = rng.choices(near, [c.traffic for c in near])[0] if near else market.groups()[0]
    post = request(market, customer, good, chat)
    out = []
    for account in open_stalls[customer.town.key, good.key]:
        seller = account.seller
        assert seller
        if chat in account.homes and market.chance(
            seller.hunts * (0.35 if seller.level == "retailer" else 0.14)
        ):
            hunt(market, account, good, post)
            out.append(account)
    if market.chance(0.12):
        recommend(market, customer, chat, post)
    return out


def request(market: Market, customer: Customer, good: Good, chat: Chat) -> Post:
    """The question itself."""
    rng, voice, lang = market.rng, customer.account.voice, customer.account.voice.lang
    kind, goods = "want", (good.commodity,)
    other = shelf()[rng.choice(customer.tastes)]
    bulk = (
        bool(good.bulk) and good.commodity not in ASK["arms"] and customer.need > 0.25 and market.chance(0.3)
    )
    quantity = rng.choice(good.bulk if bulk else good.retail)[0]
    for name, members in ASK.items():
        if good.commodity in members and market.chance(0.7):
            kind = name
    if bulk:
        kind = "bulk"
    elif market.chance(0.12):
        kind, goods = "open", ()
    slots = {
        "w": rng.choice(good.in_language(lang)),
        "w2": rng.choice(other.in_language(lang)),
        "place": rng.choice(customer.town.forms),
    }
    slots["qty"] = plain_amount(quantity, good.unit)
    phrase = rng.choice(voice.repertoire(f"buy.{kind}"))
    goods += (other.commodity,) if "{w2}" in phrase else ()
    text = voice.dress(phrase, rng, slots)
    return market.say(customer.account, chat, market.moment(), text, "request", goods, kind="request")


def plain_amount(quantity: float, unit: str) -> str:
    """A quantity as a customer says it."""
    if unit == "g" and quantity >= 1000:
        return f"{quantity / 1000:g} kg"
    if unit == "ml" and quantity >= 1000:
        return f"{quantity / 1000:g} liter"
    return f"{quantity:g}{unit if unit in ('g', 'ml') else 'x'}"


def hunt(market: Market, account: Account, good: Good, post: Post) -> None:
    """A seller answers a question: with an offer, with a push, or with a bare word."""
    seller, rng = account.seller, market.rng
    assert seller
    assert account.style
    ware = next((w for w in seller.wares if w.good.key == good.key), seller.wares[0])
    draw = rng.random()
    late = (0.5, 20) if seller.ghost and not seller.patient else (1, 200)
    time = market.later(post, *late)
    time = time if seller.ghost and not seller.patient else market.awake(account, time)
    if draw < 0.4:
        text = offer_in_reply(market, account, ware)
        market.say(
            account,
            post.chat,
            time,
            text,
            "offer",
            (ware.good.commodity,),
            reply=post,
            kind="reply-offer",
            about=seller.key,
        )
    else:
        path = "small.push" if draw < 0.72 else "small.answer"
        market.say(
            account,
            post.chat,
            time,
            account.voice.say(path, rng, {}),
            reply=post,
            kind="hunt",
            about=seller.key,
        )


def recommend(market: Market, customer: Customer, chat: Chat, post: Post) -> None:
    """Somebody who was served well names his man; a bought account may do the same."""
    rng = market.rng
    if market.farm and market.chance(0.15 if market.world.bought > 0.3 else 0.04):
        clients = [a for a in market.open_accounts() if a.seller and a.seller.buys_praise and chat in a.homes]
        speakers = [(rng.choice(market.farm), rng.choice(clients))] if clients else []
    else:
        friends = [
            c
            for c in rng.sample(market.customers, min(60, len(market.customers)))
            if c.trust and c.town.lang == customer.town.lang and c is not customer
        ]
        speakers = [
            (c.account, rng.choice(market.sellers[rng.choice(list(c.trust))].accounts)) for c in friends[:1]
        ]
    for speaker, account in speakers:
        if account.alive(market.day) and account.seller:
            slots = {
                "who": street_name(account, rng),
                "w": rng.choice(account.seller.wares).good.in_language(speaker.voice.lang)[0],
            }
            slots["place"] = rng.choice(account.seller.towns[0].forms)
            text = speaker.voice.say("trust.praise", rng, slots)
            market.say(
                speaker,
                chat,
                market.later(post, 3, 400),
                text,
                "vouch",
                reply=post,
                kind="trust.praise",
                about=account.seller.key,
            )
            account.praised.add(speaker.uid)


def choose(market: Market, customer: Customer, accounts: list[Account], answers: list[Account]) -> None:
    """Go to somebody: to whom one knows, to who answered, or to who looks good."""
    accounts = [a for a in accounts if a.seller and a.seller.index not in customer.shunned]
    if not accounts:
        return
    answered = {a.uid for a in answers}
    weights = []
    for account in accounts:
        seller = account.seller
        assert seller
        weight = (
            math.sqrt(seller.rate)
            * (4.0 if account.uid in answered else 1.0)
            * (1 + 5.0 * customer.trust.get(seller.index, 0))
        )
        weight *= (1 + 0.5 * customer.wise * min(6, len(account.praised))) * math.exp(
            -0.7 * customer.wise * min(6, len(account.warned))
        )
        weight *= (
            (1 - 0.75 * customer.wise) if seller.advance and not customer.trust.get(seller.index) else 1.0
        )
        weights.append(weight * (1.6 if seller.badge else 1.0))
    account = market.rng.choices(accounts, weights)[0]
    if account.seller and account.seller.ghost:
        cheated(market, customer, account, account.seller)
    else:
        served(market, customer, account)


def served(market: Market, customer: Customer, account: Account) -> None:
    """A deal with a real seller: mostly good, sometimes late, weak or lost."""
    world, seller = market.world, account.seller
    assert seller
    loud = min(2.5, customer.loud)
    if market.chance(0.045 if not seller.advance else 0.07):
        if seller.advance and market.chance(world.warn * 0.55 * loud):
            warn(market, customer, account)
        return
    first = not customer.trust.get(seller.index)
    customer.trust[seller.index] = customer.trust.get(seller.index, 0) + 1
    if market.chance(world.praise * loud * seller.quality * (1.5 if first else 0.8)):
        praise(market, customer, mistaken(market, account))
    elif market.chance(seller.late * 0.3 * loud):
        about(market, customer.account, account, "small.late", "none", market.moment())
    elif market.chance((1 - seller.quality) * 0.2 * loud):
        about(market, customer.account, account, "small.complain_q", "none", market.moment())
    elif market.chance((1 - seller.quality) * 0.05 * loud):
        warn(market, customer, account)
    elif customer.wise > 0.6 and market.chance(0.012):
        drug_check(market, customer, account)


def mistaken(market: Market, account: Account) -> Account:
    """Whom the praise names: now and then the thief who wears the seller's name."""
    doubles = [fake for fake, victim in market.fakes if victim is account and fake.alive(market.day)]
    return market.rng.choice(doubles) if doubles and market.chance(0.18) else account


def cheated(market: Market, customer: Customer, account: Account, seller: Seller) -> None:
    """A try with a ghost: some see it, most are ashamed, a few speak."""
    world, rng = market.world, market.rng
    if market.chance(1 - REACH[seller.ghost] * (1 - 0.45 * customer.wise)):
        if seller.ghost == "silent" and account.last_ad and market.chance(0.05):
            text = customer.account.voice.say("small.ask_ad", rng, {})
            market.say(
                customer.account,
                account.last_ad.chat,
                market.moment(),
                text,
                reply=account.last_ad,
                kind="question",
                about=seller.key,
            )
        if market.chance(0.5):
            customer.shunned.add(seller.index)
        return
    loud = min(2.5, customer.loud)
    if market.chance(0.1 * loud):
        path = "small.late" if market.chance(0.6) else "small.missed"
        about(market, customer.account, account, path, "none", market.moment())
    if seller.ghost == "fake" and market.chance(0.12 * loud):
        about(market, customer.account, account, "small.complain_q", "none", market.moment())
    if seller.ghost == "fake" and customer.wise < 0.5 and market.chance(world.praise * 0.6 * loud):
        praise(market, customer, account)
        return
    customer.shunned.add(seller.index)
    if market.chance(world.warn * ANGER[seller.ghost] * loud):
        warn(market, customer, account)
