"""Who is there on day nought, and how new accounts come to be.

Real sellers and ghosts draw their manners from overlapping spreads: a `smart` ghost keeps shop like a real one (ghosts learn), a sloppy real seller
(one in eight) behaves like a ghost (spams, roams, begs for prepayment). The only sure difference is what happens when somebody pays.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from .goods import make_base
from .habits import drift
from .lexicon import common, tongues
from .names import person_name, phone, show_phone, stem, username, wallet
from .people import DAY, Account, Chat, Msg, Person, Seller, World
from .worlds import DRUG_WEIGHTS, DRUGS, OTHER, OTHER_WEIGHTS


def new_account(world: World, person: Person, born: int, name: str = "", user: str = "") -> Account:
    """An account for a person; some have no username."""
    rng = world.rng
    name = name or person_name(person.lang, rng)
    if not user and rng.random() < 0.8:
        user = username(stem(name, rng), rng)
    acc = Account(world.fresh_id(), name, user, person, born)
    person.accounts.append(acc)
    world.accounts.append(acc)
    return acc


def draw_menu(world: World, wide: bool) -> list[str]:
    """What somebody sells: one thing or a whole shop of kindred things."""
    rng, spec = world.rng, world.spec
    names, weights = (OTHER, OTHER_WEIGHTS) if rng.random() < spec.other_share else (DRUGS, DRUG_WEIGHTS)
    n = rng.choice([3, 4, 5, 6, 7]) if wide else rng.choice([1, 1, 2, 2, 3, 4])
    first = rng.choices(names, weights)[0]
    near = [n2 for n2 in names if _kin(first) == _kin(n2)] if names is OTHER else list(names)
    menu = [first]
    while len(menu) < min(n, len(near)):
        nxt = rng.choice(near) if names is OTHER else rng.choices(names, weights)[0]
        if nxt not in menu:
            menu.append(nxt)
    return menu


def _kin(name: str) -> int:
    """Which shelf a commodity stands on: arms, fireworks and blades, papers and fraud, goods."""
    i = OTHER.index(name)
    return 0 if i < 5 else 1 if i == 5 else 2 if i < 12 else 3


def manners(world: World, ghost: bool) -> dict[str, object]:
    """The conduct of a seller. Ghost-like or real-like spreads, crossed for smart ghosts and sloppy reals."""
    rng, spec = world.rng, world.spec
    loose = rng.random() > spec.smart if ghost else rng.random() < 0.16
    prepay = 0.68 if ghost else spec.prepay_real
    return {
        "rate": min(
            4.0, spec.ad_rate * (rng.lognormvariate(0.45, 0.6) if loose else rng.lognormvariate(0, 0.6))
        ),
        "factor": rng.gauss(0.86, 0.12) if loose else rng.gauss(1.0, 0.1),
        "prepay": rng.random() < prepay,
        "answers": rng.betavariate(2, 5) if loose else rng.betavariate(4, 3),
        "soldout": rng.betavariate(1, 30) if loose else rng.betavariate(2, 14),
        "reprice": rng.choice([0, 0, 0, 0.02]) if loose else rng.choice([0, 0.02, 0.05, 0.09]),
        "roams": rng.random() < (0.5 if loose else 0.16),
        "quality": rng.uniform(0.0, 0.12) if ghost else rng.betavariate(14, 2),
        "wide": rng.random() < (0.5 if loose else 0.22),
    }


def new_seller(world: World, ghost: bool) -> Seller:
    """A seller with his shop, before any account."""
    rng, spec = world.rng, world.spec
    person = world.new_person()
    m = manners(world, ghost)
    menu = draw_menu(world, bool(m.pop("wide")))
    start = rng.choice([0, 0, rng.randrange(spec.days - 25)])
    life = int(rng.choice([spec.days, rng.expovariate(1 / 45) + 14]))
    hiding = rng.choices(["open", "mid", "careful"], [0.36, 0.64 - spec.careful, spec.careful])[0]
    s = Seller(
        sid=f"s{len(world.sellers):03d}",
        person=person,
        ghost=ghost,
        mode=rng.choices(["prepay", "fake", "dead"], [6, 2.2, 1.8])[0],
        menu=menu,
        bulk=rng.random() < spec.bulk,
        chats=[],
        hiding=hiding,
        phone=phone(person.lang, rng) if rng.random() < 0.55 else "",
        wallet=wallet(rng) if rng.random() < (0.4 if m["prepay"] else 0.12) else "",
        trade=rng.choice(tongues()[person.lang].place["trade"]),
        photos=[],
        start=start,
        end=min(spec.days, start + life),
        renew=0.0,
        parallel=rng.random() < 0.3 * spec.more_accounts,
        buys=0.0,
        **m,  # type: ignore[arg-type]
    )
    s.trade = s.trade if rng.random() < 0.5 else f"{s.trade.split()[-1]} {rng.choice(common()['shops'])}"
    s.renew = rng.choice([0, 1]) * rng.uniform(0.006, 0.02) * spec.more_accounts / 0.45
    s.clock = rng.randrange(24 * 60) if rng.random() < 0.18 else -1
    s.stem = stem(person_name(person.lang, rng), rng)
    if rng.random() < (spec.bought * (0.6 if m["prepay"] else 1.2) if ghost else spec.bought_real):
        s.buys = rng.uniform(0.02, 0.14)
    world.sellers.append(s)
    return s


def own_photos(world: World, s: Seller) -> None:
    """A real seller mostly makes pictures; a ghost mostly takes them from others or from the common stock of the net."""
    rng = world.rng
    n = rng.choice([0, 1, 2, 3, 5])
    own = 0.82 if not s.ghost else 0.22
    for _ in range(n):
        if rng.random() < own:
            world.photos += 1
            s.photos.append(1000 + world.photos)
        else:
            s.photos.append(rng.randrange(40))


def steal(world: World, s: Seller) -> None:
    """A ghost takes another seller's pictures, ad and sometimes name: his shop window is the victim's."""
    rng = world.rng
    victims = [
        v for v in world.sellers if v is not s and not v.ghost and v.photos and v.person.lang == s.person.lang
    ]
    if not victims or rng.random() > 0.42:
        return
    v = rng.choice(victims)
    s.photos = list(v.photos[: rng.choice([1, 2, 3])])
    if rng.random() < 0.5:
        s.menu = list(v.menu)
    if rng.random() < 0.3:
        s.trade = v.trade
    s.rival = v


def pick_chats(world: World, s: Seller) -> None:
    """Where a seller posts: his own town's groups first; who roams posts everywhere."""
    rng = world.rng
    fit = [
        c
        for c in world.chats
        if c.kind == "group" and (c.lang == s.person.lang or rng.random() < (0.25 if s.roams else 0.05))
    ]
    home = [c for c in fit if c.town and c.town[0] == s.person.town[0]]
    n = rng.choice([4, 5, 6, 7]) if s.roams else rng.choice([1, 2, 2, 3])
    rng.shuffle(fit)
    s.chats = list(dict.fromkeys(home + fit))[:n] or [
        rng.choice([c for c in world.chats if c.kind == "group"])
    ]


def contact_line(world: World, s: Seller, acc: Account) -> str:
    """What an account tells people to use; noted as a sign when it is shown."""
    rng = world.rng
    forms = [""] * 2 + (["@" + acc.username] * 3 if acc.username else [])
    if (s.phone and s.hiding != "careful") or (s.phone and rng.random() < 0.25):
        number = show_phone(s.phone, rng)
        forms += [rng.choice(common()["phones"]) + number] * 2 + [number]
    if rng.random() < 0.06:
        forms += [f"https://{s.stem[:12]}.example.org"]
    return rng.choice(forms)


def give_bases(world: World, s: Seller, acc: Account, old: Account | None) -> None:
    """The ads of a new account: those of the last one, a rewrite, a victim's, or new ones."""
    rng = world.rng
    keep = {"open": 0.85, "mid": 0.58, "careful": 0.12}[s.hiding]
    if old and old.bases and rng.random() < keep:
        acc.bases = list(old.bases)
        return
    n = rng.choice([1, 1, 2, 3])
    shown = s.photos if old is None or rng.random() < keep + 0.15 else []
    acc.bases = [
        make_base(
            s.person.lang, s.menu, s.bulk, rng, rng.choice(shown) if shown and rng.random() < 0.7 else None
        )
        for _ in range(n)
    ]
    if not s.ghost and old is None and rng.random() < 0.08:
        others = [
            b
            for o in world.sellers
            if o is not s and o.person.lang == s.person.lang
            for a in o.person.accounts
            for b in a.bases
            if b.items[0][0] in s.menu
        ]
        acc.bases = [
            replace(b, photo=acc.bases[0].photo) for b in rng.sample(others, min(1, len(others)))
        ] or acc.bases
    if s.rival and s.ghost and old is None:
        theirs = [b for a in s.rival.person.accounts for b in a.bases]
        if theirs and rng.random() < 0.6:
            b = rng.choice(theirs)
            acc.bases[0] = replace(b, items=list(b.items))


def open_account(world: World, s: Seller, t: int) -> Account:
    """The next account of a seller, hidden as well as his nature has it."""
    rng = world.rng
    mine = [a for a in s.person.accounts if a.seller is s]
    old = mine[-1] if mine else None
    like = {"open": 0.75, "mid": 0.5, "careful": 0.08}[s.hiding]
    shopname = s.trade if rng.random() < 0.35 else ""
    name = old.name + rng.choice(common()["again"]) if old and rng.random() < like else shopname
    user = (
        username(
            s.stem if old is None or rng.random() < like else stem(person_name(s.person.lang, rng), rng), rng
        )
        if rng.random() < 0.85
        else ""
    )
    acc = new_account(world, s.person, t, name, user)
    acc.seller = s
    acc.role("supplier" if s.line else "wholesaler" if s.bulk else "retailer")
    if old and s.hiding == "careful":
        acc.habits = drift(s.person.habits, rng)
        if s.phone and rng.random() < 0.7:
            s.phone = phone(s.person.lang, rng)
        if rng.random() < 0.6:
            s.wallet = wallet(rng) if s.wallet else ""
    elif old and rng.random() < 0.25 and s.phone:
        s.phone = phone(s.person.lang, rng)
    acc.contact = contact_line(world, s, acc)
    give_bases(world, s, acc, old)
    return acc


def announce(world: World, s: Seller, old: Account, acc: Account, t: int) -> None:
    """Tells old customers where he went: open sellers often, careful ones hardly ever."""
    rng = world.rng
    if rng.random() > {"open": 0.6, "mid": 0.2, "careful": 0.02}[s.hiding] * (0.45 if s.ghost else 1.0):
        return
    text = rng.choice(tongues()[s.person.lang].ads["moved"])
    hint = "{old}" in text
    old_tag = "@" + old.username if old.username else old.name
    text = (
        text.replace("{old}", old_tag)
        .replace("{nm}", s.trade)
        .replace("{contact}", acc.contact or acc.name)
        .replace("{place}", s.person.town[0])
    )
    for chat in s.chats[: rng.choice([1, 1, 2])]:
        msg: Msg | None = world.say(chat, acc, t + rng.randrange(600, DAY), text, kind="moved")
        if msg and hint:
            acc.signs.append("user:" + old.username)
            old.signs.append("user:" + old.username)


def town_name(s: Seller, chat: Chat, rng: Random) -> str:
    """The town in an ad: the seller's own, or the chat's for one who roams."""
    town = chat.town if s.roams and chat.town else s.person.town
    return rng.choice(town)
