"""Everything else that people say in such groups: football, weather, jokes, news of raids, health, other trade."""

from .goods import shelf
from .lexicon import lines, topics
from .market import Market
from .people import Account, Chat, Town

TALKED_OF = (
    "cocaine",
    "amphetamine",
    "mdma",
    "ketamine",
    "ghb",
    "designer-drugs",
    "cannabis",
    "benzodiazepines",
    "prescription-medicines",
    "heroin",
    "opioids",
)


def slots_of_day(market: Market, lang: str, town: Town) -> dict[str, str]:
    """Loose words for loose talk."""
    words = shelf()[market.rng.choice(TALKED_OF)].in_language(lang)
    loose = {
        name: market.rng.choice(lines(lang, f"word.{name}")) for name in ("club", "eat", "thing", "when")
    }
    return {
        "w": market.rng.choice(words),
        "w2": market.rng.choice(words),
        "place": market.rng.choice(town.forms),
        **loose,
    }


def talkers(market: Market, lang: str) -> list[Account]:
    """Who may join a talk in a language: idlers, customers, and sellers with time on their hands."""
    out = [a for a in market.idlers if a.voice.lang == lang]
    out += [
        c.account
        for c in market.customers
        if c.account.voice.lang == lang and c.loud > 0.7 and c.account.born <= market.day
    ]
    out += [
        a
        for a in market.open_accounts()
        if a.voice.lang == lang and a.seller and market.chance(0.12 if not a.seller.ghost else 0.06)
    ]
    return out


def chatter_day(market: Market) -> None:
    """Some threads in some groups."""
    chats = market.groups()
    count = int(market.rng.gauss(market.world.chatter, 4))
    for chat in market.rng.choices(chats, [c.traffic for c in chats], k=max(3, count)):
        thread(market, chat)
    if market.chance(0.25):
        raid(market)


def thread(market: Market, chat: Chat) -> None:
    """One subject, a few voices; not everybody answers to the point."""
    rng = market.rng
    lang = chat.lang if market.chance(0.9) else rng.choice(market.world.side)
    people = talkers(market, lang)
    if not people:
        return
    town = chat.town or rng.choice(market.towns)
    subject = rng.choice(topics(lang))
    cast = rng.sample(people, min(len(people), rng.randint(1, 4)))
    said = rng.sample(
        lines(lang, f"chat.{subject}.l"), min(len(lines(lang, f"chat.{subject}.l")), rng.randint(1, 6))
    )
    last, time = None, market.moment()
    for phrase in said:
        who = rng.choice(cast)
        text = who.voice.dress(phrase, rng, slots_of_day(market, lang, town))
        reply = last if last and market.chance(0.35) else None
        if market.chance(0.05):
            market.say(who, chat, time, "", reply=reply, sticker=rng.choice("😂🔥🤣👍😎🥱"), kind="chatter")
            time += 40
        last = market.say(who, chat, time, text, reply=reply, kind="chatter")
        time = last.time + rng.randrange(15, 1500)


def raid(market: Market) -> None:
    """An arrest in a town: talk about it, some real sellers close for a while, now and then one is gone for good. Ghosts need not fear."""
    rng = market.rng
    town = rng.choice(market.towns)
    chats = [c for c in market.groups() if c.town is town]
    people = talkers(market, town.lang)
    for chat in chats:
        if people:
            who = rng.choice(people)
            market.say(
                who,
                chat,
                market.moment(),
                who.voice.say("news.arrest", rng, {"place": rng.choice(town.forms)}, wide=True),
                kind="news",
            )
    for seller in market.sellers:
        if town in seller.towns and not seller.ghost and seller.open_on(market.day):
            if market.chance(0.03):
                seller.stop = market.day + 1
            elif market.chance(0.22):
                seller.pauses.append((market.day + 1, market.day + 1 + rng.randint(1, 3)))
