"""Functions in the chain by all that somebody writes, as learned from accounts whose function is known.

Word lists know the words that their authors thought of. What couriers, money handlers and others of unlike markets wrote tells more: how
many of somebody's lines read as theirs (`work_talk`), beside what it offers, asks and praises, and beside what the word lists say. It
counts in chats where people trade only: lawful riders and treasurers write much alike.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from schakel.judging.facts import Facts
from schakel.judging.findings import Ground
from schakel.judging.role_weights import Learned, learned, work_limits
from schakel.judging.roles.role_claims import SUREST, Chance, Claim
from schakel.judging.roles.work import Numbers, Work, signs, together, work_of
from schakel.records.counted import counted
from schakel.records.work_roles import WORK_ROLES

_WHO = {
    "courier": "couriers",
    "recruiter": "recruiters",
    "group-keeper": "keepers of groups",
    "money-handler": "money handlers",
    "voucher": "vouchers",
    "supplier": "suppliers",
}


class Held(NamedTuple):
    """A claim about a seller, or about an account (`account`), with the place of its messages, and what its lines say (`lines`)."""

    claim: Claim
    seller_no: int
    row: int
    account: str | None = None
    lines: Ground | None = None


class _Writer(NamedTuple):
    """Whom a chance is about: a seller, an account that is no seller's, or one of several accounts of a seller (`one_of`)."""

    seller_no: int
    account: str | None
    rows: Sequence[int]
    one_of: int = -1


class _Seen(NamedTuple):
    """The writers in the data with what is known of each."""

    writers: Sequence[_Writer]
    work: Work
    odds: Numbers
    places: dict[tuple[str, str], int]  # of an account and a function the row of `work_said`
    names: Sequence[str]


def by_words(facts: Facts, rules: Sequence[Held]) -> list[Held]:
    """The claims of the rules, and those about learned functions by all that somebody writes instead."""
    model = learned()
    if not model.roles or not facts.table("work_said").num_rows:
        return list(rules)
    seen = _seen(facts, rules, model)
    own = {(one.seller_no, one.account): n for n, one in enumerate(seen.writers)}
    told: set[tuple[int, str]] = set()
    out = []
    for held in rules:
        n = own.get((held.seller_no, held.account))
        if n is None or held.claim.role not in model.roles:
            out.append(held)
            continue
        told.add((n, held.claim.role))
        chance, lines = _chance(seen.odds[n], held.claim.role, model), _lines(seen, n, held.claim.role)
        if model.beside[model.roles.index(held.claim.role)]:
            chance = max(chance, held.claim.chance)
        out.append(held._replace(claim=held.claim._replace(chance=chance), lines=lines))
    return out + list(_more(seen, told, own, model))


def rule_chances(facts: Facts, rules: Sequence[Held]) -> list[dict[str, float]]:
    """What the rules say of each account of `at_work`, itself or its seller."""
    chances: dict[int | str, dict[str, float]] = defaultdict(dict)
    for held in rules:
        of = chances[held.seller_no if held.account is None else held.account]
        of[held.claim.role] = max(of.get(held.claim.role, 0.0), held.claim.chance[0])
    at_work = facts.table("at_work")
    out = []
    for account, seller in zip(
        *(at_work[name].to_pylist() for name in ("account_id", "seller_no")), strict=True
    ):
        own, of_seller = chances.get(account, {}), chances.get(-1 if seller is None else seller, {})
        out.append({role: max(own.get(role, 0.0), of_seller.get(role, 0.0)) for role in {*own, *of_seller}})
    return out


def _seen(facts: Facts, rules: Sequence[Held], model: Learned) -> _Seen:
    at_work, said = facts.table("at_work"), facts.table("work_said")
    accounts = at_work["account_id"].to_pylist()
    work = work_of(said, at_work, rule_chances(facts, rules))
    writers = list(_writers(accounts, at_work["seller_no"].to_pylist()))
    each = together(work, [one.rows for one in writers])
    odds = _on_the_whole(work, writers, model)
    places = {
        pair: n
        for n, pair in enumerate(zip(*(said[c].to_pylist() for c in ("account_id", "role")), strict=True))
    }
    return _Seen(writers, each, odds, places, accounts)


def _on_the_whole(work: Work, writers: Sequence[_Writer], model: Learned) -> Numbers:
    """The log odds of every writer: of a seller with several accounts what holds of most that it wrote.

    One rider among seven accounts of a shop makes no couriers of the other six.
    """
    of_account = 1.0 / (1.0 + np.exp(-model.odds(*signs(work))))
    chances = [np.average(of_account[one.rows], axis=0, weights=work.wrote[one.rows]) for one in writers]
    whole = np.clip(np.array(chances).reshape(len(writers), len(model.roles)), 1e-6, 1.0 - 1e-6)
    odds: Numbers = np.log(whole / (1.0 - whole))
    return odds


def _writers(accounts: Sequence[str], sellers: Sequence[int | None]) -> Iterator[_Writer]:
    of: dict[int, list[int]] = defaultdict(list)
    for row, (account, seller) in enumerate(zip(accounts, sellers, strict=True)):
        if seller is None:
            yield _Writer(-1, account, [row])
        else:
            of[seller].append(row)
    for seller, rows in sorted(of.items()):
        yield _Writer(seller, None, rows)
        if len(rows) > 1:
            for row in rows:
                yield _Writer(-1, accounts[row], [row], seller)


def _more(
    seen: _Seen, told: set[tuple[int, str]], own: dict[tuple[int, str | None], int], model: Learned
) -> Iterator[Held]:
    """What the rules did not see. Of one of several accounts of a seller only what is not said of the seller."""
    least = _logit(work_limits()["least_said"])
    for column, role in enumerate(model.roles):
        odds = seen.odds[:, column]
        for n in np.flatnonzero(odds > least).tolist():
            one, ground = seen.writers[n], _lines(seen, n, role)
            of_seller = one.one_of >= 0 and not odds[n] >= 0 > odds[own[one.one_of, None]]
            if ground is not None and (n, role) not in told and not of_seller:
                chance = _chance(seen.odds[n], role, model)
                claim = Claim(role, chance, ground.detail, ground.step, ground.column, ground.row)
                yield Held(claim, one.seller_no, ground.row, one.account)


def _chance(odds: Numbers, role: str, model: Learned) -> Chance:
    n = model.roles.index(role)
    likely, least, most = (
        float(1.0 / (1.0 + np.exp(-(odds[n] + by)))) for by in (0.0, -model.spread[n], model.spread[n])
    )
    return min(likely, SUREST), min(least, SUREST), most


def _lines(seen: _Seen, n: int, role: str) -> Ground | None:
    """How many of its messages read as those of people who do that, with those of its account that has most."""
    rows = [
        seen.places[key] for row in seen.writers[n].rows if (key := (seen.names[row], role)) in seen.places
    ]
    if not rows:
        return None
    at = WORK_ROLES.index(role)
    hits, of = int(seen.work.messages[n, at]), int(seen.work.wrote[n])
    detail = f"{hits} of {counted(of, 'message')} read as lines of {_WHO[role]}."
    return Ground(role, 0.0, detail, "work_said", "work_messages", rows[0])


def _logit(chance: float) -> float:
    return float(np.log(chance / (1.0 - chance)))
