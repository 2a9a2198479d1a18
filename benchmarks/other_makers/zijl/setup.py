"""Day nought: chats with keepers, sellers with crews, customers, talkers, hired praisers, recruiters and money handlers."""

from __future__ import annotations

from .births import new_account, new_seller, own_photos, pick_chats, steal
from .lexicon import common, tongues
from .people import Account, Chat, Person, Seller, World, towns_of
from .worlds import DRUG_WEIGHTS, DRUGS, OTHER, OTHER_WEIGHTS


def group_langs(world: World) -> list[str]:
    """Languages of the groups by the world's mix; each language of some size has at least one."""
    langs = world.spec.langs
    shares = {c: max(w * world.spec.groups, 0.51 if w > 0.06 else 0.0) for c, w in langs.items()}
    out = [c for c, x in shares.items() for _ in range(round(x))]
    return out or [next(iter(langs))]


def make_chats(world: World) -> None:
    """Groups by town and language, and channels."""
    rng = world.rng
    names: list[str] = []
    for i, lang in enumerate(group_langs(world)):
        town = tuple(rng.choice(towns_of(lang)[:6]))
        name = str(rng.choice(tongues()[lang].place["titles"])).replace("{p}", town[0])
        name = name + f" {i}" if name in names else name
        names.append(name)
        chat = Chat(world.fresh_id() % 1_900_000_000 + 1_000_000_000, name, "group", lang, town, ())
        for _ in range(rng.choice([1, 2, 2, 3])):
            acc = new_account(world, world.new_person(lang), 0)
            acc.role("group-keeper")
            chat.keepers.append(acc)
            chat.members.append(acc)
        world.chats.append(chat)


def make_channel(world: World, s: Seller) -> None:
    """A seller's own channel; posts carry the channel's name and number."""
    chat = Chat(
        world.fresh_id() % 1_900_000_000 + 1_000_000_000, s.trade, "channel", s.person.lang, s.person.town, ()
    )
    acc = Account(chat.cid, s.trade, "", s.person, 0, seller=s, channel=True)
    acc.role("wholesaler" if s.bulk else "retailer")
    acc.role("group-keeper")
    chat.owner = acc
    s.channel_chat = chat
    world.used[chat.cid] = True
    world.accounts.append(acc)
    world.chats.append(chat)


def hire(world: World, s: Seller) -> None:
    """Staff of a crew: couriers, a cash handler in larger ones, talking in a small group."""
    rng = world.rng
    roles = ["courier"] * rng.choice([1, 2, 3]) + (["money-handler"] if s.bulk or rng.random() < 0.2 else [])
    for role in roles:
        p = world.new_person(s.person.lang)
        new_account(world, p, 0).role(role)
        s.staff.append(p)
    title = rng.choice(common()["crews"]) + f" {s.trade.split()[0]}"
    s.crew = Chat(
        world.fresh_id() % 900_000_000 + 100_000_000, title, "crew", s.person.lang, s.person.town, ()
    )
    world.chats.append(s.crew)


def make_sellers(world: World) -> None:
    """Real sellers first, for ghosts copy them."""
    rng, spec = world.rng, world.spec
    n_ghost = round(spec.sellers * spec.ghosts)
    for i in range(spec.sellers):
        s = new_seller(world, i >= spec.sellers - n_ghost)
        own_photos(world, s)
        pick_chats(world, s)
        s.sticks = rng.random() < 0.35 + spec.more_accounts * 0.8
        if s.ghost:
            steal(world, s)
        elif rng.random() < spec.slander and len(world.sellers) > 3:
            s.rival = rng.choice([v for v in world.sellers if v is not s])
    reals = [s for s in world.sellers if not s.ghost]
    for s in rng.sample(reals, min(len(reals), 6 * spec.staff + 2)):
        hire(world, s)
    for s in rng.sample(world.sellers, spec.channels):
        make_channel(world, s)
    rng.shuffle(world.sellers)
    for i, s in enumerate(world.sellers):
        s.sid = f"s{i:03d}"


def make_lines(world: World) -> None:
    """Suppliers and the groups where they divide a load among the trade."""
    rng, spec = world.rng, world.spec
    bulk = [s for s in world.sellers if s.bulk and not s.ghost]
    for s in bulk[: spec.lines]:
        s.line = Chat(
            world.fresh_id() % 900_000_000 + 100_000_000,
            f"{s.trade} {rng.choice(common()['stock'])}",
            "crew",
            s.person.lang,
            s.person.town,
            (),
        )
        world.chats.append(s.line)


def stock_lines(world: World) -> None:
    """Once accounts exist: who sits in which line; line owners are suppliers."""
    rng = world.rng
    for s in world.sellers:
        if s.line is None:
            continue
        others = [o for o in world.sellers if not o.ghost and o is not s and set(o.menu) & set(s.menu)]
        for o in rng.sample(others, min(len(others), 6)):
            s.line.members += [a for a in o.person.accounts if a.seller is o][:1]
        for acc in s.person.accounts:
            acc.role("supplier")


def make_people(world: World) -> None:
    """Customers, talkers, hired praisers, recruiters, money handlers."""
    rng, spec = world.rng, world.spec
    groups = [c for c in world.chats if c.kind == "group"]
    pool, weights = (
        OTHER + DRUGS,
        [w * spec.other_share for w in OTHER_WEIGHTS] + [w * (1 - spec.other_share) for w in DRUG_WEIGHTS],
    )
    for i in range(spec.customers + spec.talkers):
        p = world.new_person()
        new_account(world, p, rng.choice([0, 0, rng.randrange(60 * 86400)]))
        fit = [c for c in groups if c.lang == p.lang] or groups
        p.chats = rng.sample(fit, min(len(fit), rng.choice([1, 2, 2, 3])))
        p.wants = list(dict.fromkeys(rng.choices(pool, weights, k=rng.choice([1, 2, 3]))))
        p.appetite = min(0.7, rng.paretovariate(1.5) * 0.07)
        for c in p.chats:
            c.members.append(p.accounts[0])
        if i < spec.customers:
            p.accounts[0].role("customer")
            world.customers.append(p)
        else:
            world.talkers.append(p)
    special(world, "voucher", max(2, int(40 * spec.bought)))
    special(world, "recruiter", 3 + 4 * spec.staff)
    special(world, "money-handler", 1 + spec.staff)


def special(world: World, role: str, n: int) -> None:
    """People with one function only."""
    for _ in range(n):
        p: Person = world.new_person()
        acc = new_account(world, p, 0)
        acc.role(role)
        if role == "voucher":
            world.vouchers.append(acc)


def build(world: World) -> None:
    """The whole of day nought."""
    make_chats(world)
    make_sellers(world)
    make_lines(world)
    make_people(world)
    tongues()
