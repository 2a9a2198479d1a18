"""People who look for people: riders, port hands, drivers, houses, bank accounts.

Why: recruiters post the same few texts widely, answer who bites, and sell nothing themselves; a few sellers recruit as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from . import voice
from .customers import Crowd
from .market import DAY, START, Market
from .people import Account
from .phrases import say

KINDS = {
    "port": ("port", "port", "driver", "courier", "drop", "house"),
    "lab": ("lab", "house", "driver", "courier", "drop"),
    "": ("courier", "courier", "drop", "drop", "driver", "house"),
}


@dataclass
class Recruiter:
    """One who recruits, with his trade and his texts."""

    account: Account
    kind: str
    texts: list[str]
    rate: float


def _texts(m: Market, who: Account, kind: str) -> list[str]:
    """The one to three texts of a recruiter."""
    rows = [
        say(m.rng, who.lang, "recruit_" + kind, m.slots(who, {"user": "@" + who.username}), who.voice.taste)
        for _ in range(m.rng.choice((1, 2, 3)))
    ]
    return [voice.write(m.rng, who.voice, who.lang, row, ad=m.rng.random() < 0.5) for row in rows]


def recruiters(m: Market) -> list[Recruiter]:
    """Recruiters of a world, and the sellers who do it on the side."""
    out = []
    people: list[Account] = []
    for _ in range(m.cfg["recruiters"]):
        city = m.rng.choices(list(m.cfg["cities"]), list(m.cfg["cities"].values()))[0]
        from_day = m.rng.uniform(-20, 50)
        acc = m.account(
            m.members[city][0].lang if m.members.get(city) else "nl", city, born=START + from_day * DAY
        )
        acc.roles.add("recruiter")
        people.append(acc)
    people += [s.accounts[0] for s in m.sellers if "recruiter" in s.accounts[0].roles]
    for acc in people:
        kind = m.rng.choice(KINDS[m.cfg["chain"]]) if acc.owner is None else "courier"
        out.append(
            Recruiter(acc, kind, _texts(m, acc, kind), m.rng.uniform(0.1, 0.8) * (0.4 if acc.owner else 1))
        )
    return out


def day(m: Market, crowd: Crowd, r: Recruiter) -> None:
    """A recruiter's posts of a day, and who bites."""
    for _ in range(m.poisson(r.rate)):
        rooms = m.groups(r.account.city, bulk=m.rng.random() < 0.12)
        chat, t = m.rng.choice(rooms), m.at()
        if m.rng.random() < 0.03:
            r.texts = _texts(m, r.account, r.kind)
        msg = m.put(chat, r.account, t, m.rng.choice(r.texts), "recruit")
        if msg and m.rng.random() < 0.22:
            fish = crowd.someone(r.account.city)
            bite = (
                m.line(chat, fish, t + m.rng.expovariate(1 / 4000), "recruit_interest", {}, reply=msg)
                if fish
                else None
            )
            if bite and m.rng.random() < 0.6:
                m.line(
                    chat, r.account, bite.t + m.rng.expovariate(1 / 3000), "recruit_answer", {}, reply=bite
                )
    if m.rng.random() < 0.02:
        seeker = crowd.someone(r.account.city)
        if seeker:
            m.line(m.rng.choice(m.groups(r.account.city)), seeker, m.at(), "seek_work", {})
