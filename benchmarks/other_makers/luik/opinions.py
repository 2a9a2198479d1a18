"""What people say about sellers: praise that is meant, praise that is paid for, warnings, slander, quarrels, and whom nobody misses."""

from .goods import shelf
from .market import DAY, Market, street_name
from .people import Account, Chat, Customer, Post, Seller


def money(market: Market, seller: Seller) -> str:
    """A sum that somebody lost."""
    rate = {"EUR": 1, "GBP": 1, "RUB": 90, "TRY": 40}[seller.towns[0].currency]
    sum_lost = (
        market.rng.choice((20, 30, 40, 50, 50, 60, 80, 100, 120, 150, 200))
        * (8 if seller.level != "retailer" else 1)
        * rate
    )
    return str(sum_lost)


def ware_word(market: Market, seller: Seller, lang: str) -> str:
    """What a speaker calls the goods of a seller."""
    return market.rng.choice(market.rng.choice(seller.wares).good.in_language(lang))


def place_to_talk(market: Market, account: Account, speaker: Account) -> Chat:
    """Where an opinion is given: a group the seller posts in, for preference."""
    homes = [chat for chat in account.homes if chat.kind == "public_supergroup"]
    return market.rng.choice(homes or market.groups())


def about(
    market: Market, speaker: Account, account: Account, path: str, act: str, time: int, low_reply: float = 0.4
) -> Post:
    """One opinion: under the seller's last ad, or loose with his name in it."""
    seller = account.seller
    assert seller
    rng = market.rng
    slots = {
        "who": street_name(account, rng),
        "amt": money(market, seller),
        "w": ware_word(market, seller, speaker.voice.lang),
    }
    slots["place"] = rng.choice(seller.towns[0].forms)
    ad = account.last_ad
    if ad and path in ("trust.praise", "trust.warn") and market.chance(low_reply) and ad.time < time:
        text = speaker.voice.say(path + "_re", rng, slots)
        return market.say(speaker, ad.chat, time, text, act, reply=ad, kind=path, about=seller.key)
    text = speaker.voice.say(path, rng, slots)
    return market.say(
        speaker, place_to_talk(market, account, speaker), time, text, act, kind=path, about=seller.key
    )


def praise(market: Market, customer: Customer, account: Account) -> None:
    """A customer says that it was good, some hours or days later."""
    time = market.moment() + int(market.rng.expovariate(1 / 30000))
    if time < market.world.days * DAY:
        about(market, customer.account, account, "trust.praise", "vouch", time)
        account.praised.add(customer.account.uid)


def warn(market: Market, customer: Customer, account: Account) -> None:
    """A customer says that he was cheated; who was cheated by a thief of names may name the wrong man."""
    time = market.moment() + int(market.rng.expovariate(1 / 60000))
    if time >= market.world.days * DAY:
        return
    blamed = account
    victims = [victim for fake, victim in market.fakes if fake is account]
    if victims and market.chance(0.25):
        blamed = victims[0]
    post = about(market, customer.account, blamed, "trust.warn", "warning", time, 0.45)
    blamed.warned.add(customer.account.uid)
    if blamed is not account and blamed.alive(market.day) and market.chance(0.5):
        disown(market, account, blamed, post)
    elif (
        blamed.seller and blamed.alive(market.day) and market.chance(0.3 if not blamed.seller.ghost else 0.17)
    ):
        text = blamed.voice.say("small.dispute", market.rng, {})
        market.say(
            blamed,
            post.chat,
            market.later(post, 5, 600),
            text,
            reply=post,
            kind="dispute",
            about=blamed.seller.key,
        )
    if market.chance(0.15):
        bystander(market, post)


def bystander(market: Market, post: Post) -> None:
    """Others put in a word under a warning."""
    for _ in range(market.rng.choice((1, 1, 2))):
        who = market.rng.choice([a for a in market.idlers if a.voice.lang == post.chat.lang] or market.idlers)
        text = who.voice.say("small.bystand", market.rng, {}, wide=True)
        market.say(who, post.chat, market.later(post, 2, 300), text, reply=post, kind="chatter")


def disown(market: Market, fake: Account, victim: Account, post: Post | None = None) -> None:
    """The man whose name was stolen says so."""
    slots = {"fake": "@" + fake.signs.handle, "who": "@" + victim.signs.handle}
    text = victim.voice.say("trust.fake", market.rng, slots)
    chat = post.chat if post else market.rng.choice(victim.homes)
    key = fake.seller.key if fake.seller else ""
    market.say(
        victim, chat, market.moment(victim.hours), text, "warning", reply=post, kind="disown", about=key
    )
    fake.warned.add(victim.uid)


def stolen_names(market: Market) -> None:
    """Quarrels between thieves and the robbed; the thief now and then cries thief first."""
    for fake, victim in market.fakes:
        if (
            fake.alive(market.day)
            and victim.alive(market.day)
            and fake.seller
            and fake.seller.open_on(market.day)
        ):
            if market.chance(0.05):
                disown(market, fake, victim)
            elif market.chance(0.015):
                disown(market, victim, fake)


def bought_praise(market: Market) -> None:
    """The farm is hired for a day or two; the same few accounts serve many."""
    for seller in market.sellers:
        accounts = [a for a in seller.live(market.day) if not a.channel]
        if not (seller.buys_praise and accounts and seller.open_on(market.day) and market.chance(0.045)):
            continue
        hands = [
            a
            for a in market.farm
            if a.born <= market.day and a.voice.lang in (seller.voice.lang, seller.towns[0].lang, "en")
        ]
        account = market.rng.choice(accounts)
        for hand in market.rng.sample(hands, min(len(hands), market.rng.randint(2, 6))):
            path = "trust.bought" if market.chance(0.55) else "trust.praise"
            about(market, hand, account, path, "vouch", market.moment(), 0.3)
            account.praised.add(hand.uid)
            hand.praised.add(hand.uid)


def farm_life(market: Market) -> None:
    """Bought accounts are kept warm: they ask for things and make small talk like anybody."""
    for hand in market.farm:
        if hand.born <= market.day and market.chance(0.03):
            town = market.rng.choice([t for t in market.towns if t.lang == hand.voice.lang] or market.towns)
            good = shelf()[market.rng.choice(list(market.world.goods))]
            slots = {
                "w": market.rng.choice(good.in_language(hand.voice.lang)),
                "place": market.rng.choice(town.forms),
                "qty": "",
            }
            phrases = [
                phrase
                for phrase in hand.voice.repertoire("buy.want")
                if "{w2}" not in phrase and "{qty}" not in phrase
            ]
            near = [c for c in market.groups() if c.town is town]
            if phrases and near:
                text = hand.voice.dress(market.rng.choice(phrases), market.rng, slots)
                market.say(
                    hand,
                    market.rng.choice(near),
                    market.moment(),
                    text,
                    "request",
                    (good.commodity,),
                    kind="request",
                )


def sellers_buy(market: Market) -> None:
    """Small sellers use as well: now and then one asks for what he has not got."""
    for account in market.open_accounts():
        seller = account.seller
        if seller and seller.also_buys and market.chance(0.03):
            own = {ware.good.key for ware in seller.wares}
            if seller.level == "retailer" and market.chance(0.4):
                wholesale_wanted(market, account, seller)
                continue
            key = market.rng.choice([key for key in market.world.goods if key not in own])
            slots = {
                "w": market.rng.choice(shelf()[key].in_language(account.voice.lang)),
                "place": market.rng.choice(seller.towns[0].forms),
            }
            phrases = [
                phrase
                for phrase in account.voice.repertoire("buy.want")
                if "{w2}" not in phrase and "{qty}" not in phrase
            ]
            if phrases:
                account.roles.add("customer")
                text = account.voice.dress(market.rng.choice(phrases), market.rng, slots)
                market.say(
                    account,
                    market.rng.choice(account.homes),
                    market.moment(),
                    text,
                    "request",
                    (shelf()[key].commodity,),
                    kind="request",
                )


def wholesale_wanted(market: Market, account: Account, seller: Seller) -> None:
    """A street seller looks for somebody above him."""
    good = market.rng.choice(seller.wares).good
    if not good.bulk:
        return
    quantity = market.rng.choice(good.bulk)[0]
    shown = (
        f"{quantity / 1000:g} kg"
        if good.unit == "g" and quantity >= 1000
        else f"{quantity:g}{good.unit if good.unit in ('g', 'ml') else 'x'}"
    )
    slots = {
        "w": market.rng.choice(good.in_language(account.voice.lang)),
        "qty": shown,
        "place": market.rng.choice(seller.towns[0].forms),
    }
    text = account.voice.say("buy.bulk", market.rng, slots)
    account.roles.add("customer")
    market.say(
        account,
        market.rng.choice(account.homes),
        market.moment(),
        text,
        "request",
        (good.commodity,),
        kind="request",
    )


def slander(market: Market) -> None:
    """A rival speaks ill of somebody who sells in the same town."""
    if not market.chance(market.world.slander * 2):
        return
    accounts = market.open_accounts()
    rivals = [a for a in accounts if a.seller and not a.seller.ghost]
    if not rivals:
        return
    target = market.rng.choice(rivals)
    near = [
        a for a in accounts if a.seller and a.seller is not target.seller and set(a.homes) & set(target.homes)
    ]
    mouths = (
        [market.rng.choice(near)]
        if near and market.chance(0.35)
        else market.rng.sample(market.farm, min(len(market.farm), market.rng.randint(1, 3)))
    )
    for mouth in mouths:
        path = "trust.slander" if market.chance(0.6) else "trust.warn"
        about(market, mouth, target, path, "warning", market.moment(), 0.4)
        target.warned.add(mouth.uid)


def missed(market: Market) -> None:
    """Who is away is asked for by those who were served well; of a ghost hardly anybody asks."""
    for customer in market.customers:
        for index, good in customer.trust.items():
            seller = market.sellers[index]
            gone = [a for a in seller.accounts if not a.channel and a.born <= market.day]
            if not gone or (seller.open_on(market.day) and any(a.alive(market.day) for a in gone)):
                continue
            away = (
                market.day - max(min(a.dead, seller.stop) for a in gone)
                if seller.stop <= market.day or gone[-1].dead <= market.day
                else 3
            )
            if 1 <= away <= 12 and market.chance(0.012 * min(good, 4) * min(2.0, customer.loud)):
                slots = {"who": street_name(gone[-1], market.rng)}
                text = customer.account.voice.say("small.missed", market.rng, slots)
                market.say(
                    customer.account,
                    place_to_talk(market, gone[-1], customer.account),
                    market.moment(),
                    text,
                    kind="missed",
                    about=seller.key,
                )


def no_shows(market: Market) -> None:
    """Sellers warn each other of customers who waste their time; a drug check praises."""
    for account in market.open_accounts():
        seller = account.seller
        if seller and (not seller.ghost or seller.mimic) and market.chance(0.004 * seller.talk * 3):
            customer = market.rng.choice(market.customers)
            text = account.voice.say(
                "trust.noshow", market.rng, {"who": street_name(customer.account, market.rng, True)}
            )
            market.say(
                account,
                market.rng.choice(account.homes),
                market.moment(account.hours),
                text,
                "warning",
                kind="noshow",
                about=seller.key,
            )


def drug_check(market: Market, customer: Customer, account: Account) -> None:
    """A tested sample that was what it should be."""
    if (
        account.seller
        and account.seller.wares[0].good.key in shelf()
        and account.seller.wares[0].good.unit in ("g", "pill", "ml")
    ):
        about(market, customer.account, account, "trust.test", "vouch", market.moment())
        account.praised.add(customer.account.uid)
