"""Price lists and ads: a base (frame, goods, hand) gives the same text each time until the seller changes prices or wording."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from .habits import Habits, disguise, write
from .lexicon import Good, Tongue, common, family, goods, tongues

HOLE = re.compile(r"\{(\w+)\}")


@dataclass
class Base:
    """What an ad is made of, apart from prices of the day and the account that posts it."""

    lang: str
    frame: str
    items: list[tuple[str, str]]
    seed: int
    photo: int | None
    bulk: bool


def frame_key(commodity: str, bulk: bool, rng: Random) -> str:
    """Which family of frames suits."""
    if bulk and rng.random() < 0.75:
        return "bulk"
    return family(commodity)


def make_base(lang: str, menu: list[str], bulk: bool, rng: Random, photo: int | None) -> Base:
    """A new ad for (part of) a menu, in one language."""
    chosen = menu if rng.random() < 0.6 else rng.sample(menu, max(1, len(menu) // 2))
    chosen = chosen[:6]
    items = [(c, rng.choice(goods()[c].words[lang])) for c in chosen]
    ads = tongues()[lang].ads
    key = frame_key(chosen[0], bulk, rng) if rng.random() < 0.9 else "short"
    frames = [f for f in ads[key] if len(items) > 1 or ("{item2}" not in f and "{word2}" not in f)]
    return Base(lang, rng.choice(frames), items, rng.randrange(1 << 30), photo, bulk)


def unit(tongue: Tongue, code: str, habits: Habits) -> str:
    """The unit word this person uses."""
    words = tongue.place["units"][code]
    return str(words[habits.unit % len(words)])


def amount(price: float) -> int:
    """A price as people round it."""
    step = 1 if price < 20 else 5 if price < 1000 else 50
    return max(step, round(price / step) * step)


def line(good: Good, word: str, base: Base, habits: Habits, factor: float, rng: Random) -> str:
    """One line of a price list: a word and one to three tiers."""
    tongue = tongues()[base.lang]
    tiers = good.bulk if base.bulk else good.retail
    n = min(len(tiers), habits.tiers)
    first = rng.randrange(len(tiers) - n + 1)
    out: list[str] = []
    for i, (q, u, p) in enumerate(tiers[first : first + n]):
        form = common()["tails" if i else "lines"][habits.price]
        out.append(
            form.format(
                w=word,
                q=q,
                u=unit(tongue, u, habits),
                p=amount(p * factor),
                f=tongue.place["for"][habits.unit % 3],
            )
        )
    return common()["joins"][habits.price % 5].join(out)


@dataclass
class Fill:
    """What goes into the holes that do not depend on the base."""

    contact: str
    place: str
    name: str
    factor: float
    pay: str


def render(base: Base, habits: Habits, fill: Fill) -> tuple[str, tuple[str, ...]]:
    """The text of an ad and the commodities it really names."""
    rng = Random(base.seed)
    tongue, book = tongues()[base.lang], goods()
    items = [(c, disguise(w, habits.disguise, rng)) for c, w in base.items]
    lines = [line(book[c], w, base, habits, fill.factor, rng) for c, w in items]
    bullets = [
        habits.bullet.replace("{e}", book[c].emoji[0]) + x for (c, _), x in zip(items, lines, strict=True)
    ]
    second = 1 if len(items) > 1 else 0
    values = {
        "menu": "\n".join(bullets),
        "item": lines[0],
        "item2": lines[second],
        "words": common()["joins"][(habits.price + 3) % 5].join(w for _, w in items),
        "word": items[0][1],
        "word2": items[-1][1],
        "del": rng.choice(tongue.ads["del"]),
        "pay": fill.pay,
        "hours": rng.choice(tongue.ads["hours"]),
        "place": fill.place,
        "nm": fill.name,
    }
    holes = HOLE.findall(base.frame)
    named = named_goods(holes, [c for c, _ in items])
    text = dress(HOLE.sub(lambda m: values.get(m[1], m[0]), base.frame), tongue, rng)
    text = write(text, habits, rng, short=False)
    return re.sub(r" +", " ", text.replace("{contact}", fill.contact)).strip(), named


def dress(text: str, tongue: Tongue, rng: Random) -> str:
    """A greeting on top or a saying below, for some ads."""
    gap = "\n" if "\n" in text or rng.random() < 0.3 else " "
    if rng.random() < 0.16:
        text = rng.choice(tongue.ads["openers"]) + gap + text
    if rng.random() < 0.2:
        text += gap + rng.choice(tongue.ads["closers"])
    return text


def named_goods(holes: list[str], coms: list[str]) -> tuple[str, ...]:
    """Commodities that the filled holes put into the text."""
    if "menu" in holes or "words" in holes:
        return tuple(dict.fromkeys(coms))
    out: list[str] = []
    if "item" in holes or "word" in holes:
        out.append(coms[0])
    if "item2" in holes and len(coms) > 1:
        out.append(coms[1])
    if "word2" in holes:
        out.append(coms[-1])
    return tuple(dict.fromkeys(out))
