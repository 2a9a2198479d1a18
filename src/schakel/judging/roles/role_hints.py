"""What messages are worth that the reading may have misread: how often that happens here, and how common the role is."""

from collections.abc import Iterator, Mapping, Sequence
from math import exp, log
from typing import Any, NamedTuple

from schakel.judging.facts import Facts
from schakel.judging.role_words import role_words
from schakel.judging.roles.role_claims import SUREST, Chance, Claim, by_calls, either, times
from schakel.records.counted import counted, counted_doing

_ROUNDS = 20
_OFF = 2.0  # rates may be so many times as large, or as small


class Hint(NamedTuple):
    """What a seller, or another account, wrote that reads as a call for people or a request: `texts` different ones of `written` messages, of
    which `doubt` is the probability that none is what it reads as; `sure` calls in words of the trade.
    """

    seller_no: int | None
    account_id: str | None
    act: str
    sure: int
    texts: int
    doubt: float
    written: int
    all_written: int
    all_writers: int


class Rates(NamedTuple):
    """The share of writers who hold a role, and how many of the messages of all others are misread for it."""

    held: float
    slips: float


class Hinted(NamedTuple):
    """A writer's chance of a role by such messages, with the place of its row."""

    row: int
    hint: Hint
    chance: Chance


def hinted(facts: Facts, act: str) -> Iterator[Hinted]:
    """Each writer with messages that may be such an act, and the probability that it does that.

    The rates are found along with it (expectation maximisation): who holds the role writes any share of its messages in it, all
    others by misreadings only, at rates that differ between writers as waiting times do (so a geometric law). So one such message among hundreds says nothing, and so does any where
    many have one; two or three different ones of few messages say much.
    """
    rows = list(enumerate(facts.rows("hints", Hint)))
    own = [(row, hint) for row, hint in rows if hint.act == act]
    rates = found_rates([hint for _, hint in own], role_words()["rates"], act)
    for row, hint in own:
        yield Hinted(row, hint, chance_of(hint, rates))


def found_rates(hints: Sequence[Hint], before: Mapping[str, Any], act: str) -> Rates:
    """The rates in these data, with what is known before worth `accounts` and `messages`."""
    start = before[act]
    rates = Rates(start["held"], start["slips"])
    if not hints:
        return rates
    known, read = float(before["accounts"]), float(before["messages"])
    alike = {(hint.texts, hint.written): hint for hint in hints}  # most wrote one or two of as few
    for _ in range(_ROUNDS):
        one = {key: held_by(hint, rates) for key, hint in alike.items()}
        holds = [1.0 if hint.sure else one[hint.texts, hint.written] for hint in hints]
        misread = sum((1.0 - held) * hint.texts for held, hint in zip(holds, hints, strict=True))
        others = hints[0].all_written - sum(
            held * hint.written for held, hint in zip(holds, hints, strict=True)
        )
        held = (sum(holds) + start["held"] * known) / (hints[0].all_writers + known)
        last = rates
        rates = Rates(round(held, 9), round((misread + start["slips"] * read) / (max(others, 0.0) + read), 9))
        if rates == last:
            break
    return rates


def held_by(hint: Hint, rates: Rates) -> float:
    """The probability that who wrote so many different texts of that act, of so many messages, holds the role."""
    if not hint.texts:
        return 0.0
    return likely(log_odds(hint.texts, hint.written, rates))


def log_odds(of_it: int, written: int, rates: Rates) -> float:
    """How much rather somebody holds a role than not, who wrote so many messages of its kind among all `written` (natural
    logarithm): who holds it writes any share, all others as waiting times go (a geometric law).
    """
    slips = max(rates.slips * written, 1e-9)
    by_chance = of_it * log(slips / (1.0 + slips)) - log(1.0 + slips)
    return log(rates.held / (1.0 - rates.held)) - log(written) - by_chance


def likely(odds: float) -> float:
    """The probability that belongs to log odds."""
    return 1.0 / (1.0 + exp(-min(max(odds, -500.0), 500.0)))


def recruiter(one: Hinted) -> Claim:
    """The role of who seeks people."""
    parts = [f"{counted_doing(one.hint.sure, 'distinct text', 'seek')} people in words of the trade"] * (
        one.hint.sure > 0
    )
    if one.hint.texts:
        parts.append(
            f"{counted(one.hint.texts, 'distinct text')} of {counted(one.hint.written, 'message')} may seek people"
        )
    return Claim("recruiter", one.chance, "; ".join(parts) + ".", "hints", "hint_messages", one.row)


def chance_of(hint: Hint, rates: Rates) -> Chance:
    """Likely, least, most: with rates twice as large, and half as large."""
    read = 1.0 - hint.doubt
    likely, least, most = (
        held_by(hint, Rates(min(rates.held * by, 0.9), rates.slips / by)) for by in (1.0, 1.0 / _OFF, _OFF)
    )
    hinted = min(likely, SUREST), min(least, SUREST), most
    return either(by_calls(hint.sure), times(hinted, read))
