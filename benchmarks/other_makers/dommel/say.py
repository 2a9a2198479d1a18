"""Choosing a line: language, accent, kind."""

from . import say_east, say_nl, say_west, talk_nl

NL = {k: v for k, v in vars(say_nl).items() if k.isupper()}
NL["TALK"] = list(talk_nl.TOPICS.values())
NL["GENERIC"] = talk_nl.GENERIC
BANK = {
    "nl": NL,
    "en": say_west.EN,
    "de": say_west.DE,
    "fr": say_west.FR,
    "es": say_east.ES,
    "ru": say_east.RU,
    "tr": say_east.TR,
}


def lines(hand, kind, rng=None):
    if hand.accent == "polish":
        return say_west.PL[kind]
    if hand.accent == "flemish" and kind in say_east.FL and (rng is None or rng.random() < 0.45):
        return say_east.FL[kind]
    b = BANK[hand.lang]
    return b.get(kind) or BANK["en"].get(kind) or NL[kind]


def count():
    n = 0
    for b in [
        *list(BANK.values()),
        say_east.FL,
        {k: v for k, v in say_west.PL.items() if v is not say_west.EN.get(k)},
    ]:
        for k, v in b.items():
            n += sum(len(a) + len(c) for a, c in v) if k == "TALK" else len(v)
    return n
