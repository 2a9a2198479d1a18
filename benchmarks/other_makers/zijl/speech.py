"""Says a line from the phrase files in somebody's own hand."""

from __future__ import annotations

from random import Random

from .goods import unit
from .habits import disguise, write
from .lexicon import common, goods, tongues
from .people import Account, Chat, Msg, World


def who(acc: Account, rng: Random) -> str:
    """How people point at an account: handle or name."""
    if acc.username and rng.random() < 0.72:
        return "@" + acc.username
    return acc.name


def tongue_for(acc: Account, chat: Chat, world: World) -> str:
    """People write their own language, or the chat's when they know it (mostly)."""
    if chat.lang == acc.person.lang or world.rng.random() < 0.55:
        return acc.person.lang
    return chat.lang


def quantity(com: str, lang: str, acc: Account, rng: Random, bulk: bool) -> str:
    """An amount as one asks for it."""
    good = goods()[com]
    q, u, _ = rng.choice(good.bulk if bulk else good.retail)
    return f"{q}{rng.choice(['', ' '])}{unit(tongues()[lang], u, acc.person.habits)}"


def fill(
    world: World, text: str, lang: str, acc: Account, chat: Chat, given: dict[str, str], bulk: bool
) -> str:
    """Puts goods, towns, names and sums into the holes of a line."""
    rng = world.rng
    if "{word}" in text or "{word2}" in text or "{item}" in text:
        com = given.get("com", "cannabis")
        word = disguise(
            given.get("word") or rng.choice(goods()[com].words[lang]), acc.person.habits.disguise, rng
        )
        q = quantity(com, lang, acc, rng, bulk)
        com2 = given.get("com2", com)
        text = (
            text.replace("{word}", word)
            .replace("{word2}", rng.choice(goods()[com2].words[lang]))
            .replace("{q}", q)
        )
        text = text.replace("{item}", given.get("item", "{w} " + q).replace("{w}", word))
    if "{q}" in text:
        text = text.replace("{q}", quantity(given.get("com", "cannabis"), lang, acc, rng, bulk))
    town = rng.choice(chat.town or acc.person.town) if rng.random() < 0.6 else rng.choice(acc.person.town)
    for hole, value in (
        ("place", town),
        ("who", given.get("who", "")),
        ("amt", rng.choice(common()["amounts"])),
        ("n", str(rng.randrange(1, 9))),
        ("list", given.get("list", "")),
    ):
        text = text.replace("{" + hole + "}", value)
    return text


def utter(text: str, lang: str, acc: Account, rng: Random) -> str:
    """A line in somebody's hand, with the small word he ends on."""
    hand = acc.habits or acc.person.habits
    if len(text) < 60 and rng.random() < hand.tic_rate:
        tics = tongues()[lang].place["tics"]
        text = text.rstrip(".!") + " " + str(tics[hand.tic % len(tics)])
    return write(text, hand, rng)


def tell(
    world: World,
    chat: Chat,
    acc: Account,
    t: int,
    key: str,
    group: str = "talk",
    act: str = "none",
    about: object = None,
    kind: str = "",
    reply: Msg | None = None,
    bulk: bool = False,
    comm: tuple[str, ...] = (),
    **given: str,
) -> Msg | None:
    """One spoken line; commodities are kept only when the line really names goods."""
    lang = tongue_for(acc, chat, world)
    tongue = tongues()[lang]
    line = world.rng.choice((tongue.ads if group == "ads" else tongue.talk)[key])
    if group == "ads" and given.get("word"):
        given["com"] = given.pop("word")
    named = comm if "{word}" in line or "{item}" in line else ()
    if "{word2}" in line and given.get("com2"):
        named = tuple(dict.fromkeys([*named, given["com2"]]))
    text = utter(fill(world, line, lang, acc, chat, given, bulk), lang, acc, world.rng)
    return world.say(chat, acc, t, text, act=act, comm=named, reply=reply, about=about, kind=kind or key)
