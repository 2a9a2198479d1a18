"""Crews: small groups of a real seller with his couriers, his money man and his recruiter; and who looks for people in public."""

from dataclasses import dataclass, field

from .casting import plain_account
from .lexicon import lines
from .market import Market
from .people import Account, Chat, Seller


@dataclass
class Crew:
    """A seller's people and their chat."""

    seller: Seller
    chat: Chat
    couriers: list[Account] = field(default_factory=list)
    counters: list[Account] = field(default_factory=list)
    recruiters: list[Account] = field(default_factory=list)


def gather(market: Market) -> list[Crew]:
    """Found the crews of a world."""
    rng, out = market.rng, []
    rank = {"supplier": 3.0, "wholesaler": 2.0, "retailer": 1.0}
    pool = [s for s in market.sellers if not s.ghost and s.stop - s.start > 40]
    pool.sort(key=lambda s: -rank[s.level] * rng.random())
    for seller in pool[: market.world.crews]:
        boss = seller.accounts[0]
        title = rng.choice(
            (
                "werk",
                "team",
                "rit",
                "planning",
                "familie",
                "shift",
                "office",
                "equipo",
                "bureau",
                "☎️",
                "🚗🚗",
                "zaak",
                "league",
            )
        )
        chat = Chat(
            market.names.uid("channel"),
            f"{title} {rng.choice(seller.towns[0].forms)}",
            "private_supergroup",
            seller.towns[0],
            seller.voice.lang,
            crew=seller.key,
        )
        market.chats.append(chat)
        crew = Crew(seller, chat)
        for group, role, low, high in (
            (crew.couriers, "courier", 1, 4),
            (crew.counters, "money-handler", 0, 2),
            (crew.recruiters, "recruiter", 0, 1),
        ):
            for _ in range(rng.randint(low, high)):
                worker = plain_account(
                    market, seller.voice.lang if market.chance(0.8) else seller.towns[0].lang, seller.start
                )
                worker.roles.add(role)
                group.append(worker)
                market.workers.append(worker)
        names = [worker.name for worker in crew.couriers + crew.counters]
        market.event(boss, chat, seller.start * 86400 + 40000, "create_group", title=chat.name, members=names)
        if not crew.recruiters and market.chance(0.4):
            boss.roles.add("recruiter")
        out.append(crew)
    return out + loose(market)


def loose(market: Market) -> list[Crew]:
    """Recruiters who work for whoever pays: for accounts of the bank, for runners."""
    out = []
    for _ in range(3):
        seller = market.rng.choice(market.sellers)
        worker = plain_account(market, seller.voice.lang)
        worker.roles.add("recruiter")
        market.workers.append(worker)
        out.append(Crew(seller, market.rng.choice(market.groups()), recruiters=[worker]))
    return out


def crews_day(market: Market, crews: list[Crew]) -> None:
    """A day of work."""
    for crew in crews:
        if not crew.seller.open_on(market.day):
            continue
        recruit(market, crew)
        if crew.chat.crew:
            work(market, crew)


def recruit(market: Market, crew: Crew) -> None:
    """Look for people in the groups; a hunted crew seeks more."""
    rng, bosses = (
        market.rng,
        [a for a in crew.seller.live(market.day) if "recruiter" in a.roles and not a.channel],
    )
    for speaker in crew.recruiters + bosses:
        if not market.chance(0.3):
            continue
        near = [
            c for c in market.groups() if c.town in crew.seller.towns or c.town is None
        ] or market.groups()
        path = "recruit.mule" if market.chance(0.7 if not crew.chat.crew else 0.25) else "recruit.runner"
        slots = {
            "place": rng.choice(crew.seller.towns[0].forms),
            "amt": str(rng.choice((80, 100, 150, 200, 300, 500))),
            "at": "@" + speaker.signs.handle,
        }
        text = speaker.voice.say(path, rng, slots)
        for chat in rng.sample(near, min(len(near), rng.choice((1, 1, 2)))):
            market.say(speaker, chat, market.moment(), text, "recruit", kind="recruit")


def work(market: Market, crew: Crew) -> None:
    """Rides, counting, boxes."""
    rng = market.rng
    bosses = [a for a in crew.seller.live(market.day) if not a.channel]
    if not bosses:
        return
    time = market.moment((13, 16))
    for _ in range(rng.randint(1, 7)):
        draw = rng.random()
        path, hands = "crew.dispatch", crew.couriers + bosses[:1]
        if draw < 0.22 and crew.counters:
            path, hands = "crew.cash", crew.counters + bosses[:1]
        elif draw < 0.35 and crew.seller.level != "retailer":
            path, hands = "crew.import", bosses + crew.counters
        slots = {
            "place": rng.choice(crew.seller.towns[0].forms),
            "amt": str(rng.choice((95, 120, 185, 240, 310, 420))),
        }
        slots |= {
            "n": str(rng.randint(2, 9)),
            "clock": f"{rng.randint(14, 23)}:{rng.choice(('00', '15', '30', '45'))}",
        }
        slots["when"] = rng.choice(lines(crew.seller.voice.lang, "word.when"))
        speaker = rng.choice(hands)
        market.say(speaker, crew.chat, time, speaker.voice.say(path, rng, slots, wide=True), kind="crew")
        time += rng.randrange(120, 5400)
