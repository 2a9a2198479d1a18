"""What sellers do for and against names: hired praise, slander, crying out against an impostor."""

from __future__ import annotations

from benchmarks.other_makers.kroon.core import Account, Post, Seller
from benchmarks.other_makers.kroon.market import Market, home, known_as, line, moment, note


def campaign(market: Market, seller: Seller) -> None:
    """Hired praise, slander against rivals, and crying out against an impostor."""
    rng = market.rng
    if not seller.live:
        return
    account = seller.live[-1]
    if rng.random() < seller.buys_praise:
        hired_praise(market, seller, account)
    if rng.random() < seller.slanders:
        slander(market, seller, account)
    fakes = [s for s in market.sellers if s.victim is seller and s.live]
    if fakes and rng.random() < 0.06:
        style = account.person.style
        text, _ = line(
            market,
            account,
            "warn_fake",
            who=known_as(rng, fakes[-1].live[-1], style),
            c=known_as(rng, account, style),
        )
        group = home(market, account.person)
        note(
            market,
            group,
            market.say(
                Post(
                    group,
                    moment(market, account.person),
                    account,
                    text,
                    "warning",
                    (),
                    about=fakes[-1],
                    why="impostor",
                )
            ),
        )


def hired_praise(market: Market, seller: Seller, account: Account) -> None:
    """Accounts for hire praise whoever pays."""
    rng = market.rng
    pool = [
        v for v in market.vouchers if v.lang == account.person.lang and v.start <= market.day < v.end
    ] or market.vouchers[:3]
    who = pool[(int(seller.sid[1:]) * 7 + rng.randrange(3)) % len(pool)]
    group = home(market, account.person)
    text, _ = line(
        market, who.accounts[0], "praise", who=known_as(rng, account, who.style), p=seller.wares[0].word
    )
    note(
        market,
        group,
        market.say(
            Post(group, moment(market, who), who.accounts[0], text, "vouch", (), about=seller, why="hired")
        ),
    )


def slander(market: Market, seller: Seller, account: Account) -> None:
    """A false warning against a rival, by hand or by a hired account."""
    rng = market.rng
    near = [
        s for s in market.sellers if s is not seller and s.live and s.people[0].lang == account.person.lang
    ]
    rivals = [s for s in near if s.wares[0].commodity == seller.wares[0].commodity]
    if not rivals:
        return
    rival = rng.choice(rivals)
    hired = [v for v in market.vouchers if v.lang == account.person.lang and v.start <= market.day < v.end]
    mouth = rng.choice(hired).accounts[0] if hired and rng.random() < 0.6 else account
    text, _ = line(
        market, mouth, "warn", who=known_as(rng, rival.live[-1], mouth.person.style), p=rival.wares[0].word
    )
    group = home(market, account.person)
    rival.shame += 0.7
    note(
        market,
        group,
        market.say(
            Post(group, moment(market, mouth.person), mouth, text, "warning", (), about=rival, why="slander")
        ),
    )
