"""What the context of each message in doubt says for and against each act, rule by rule."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from schakel.reading.context.ground import OFFER, REQUEST, Flags, Habits, Ints, Numbers, Surroundings
from schakel.reading.context.weights import ByAct, ContextWeights

_NOBODY = -1


@dataclass(frozen=True, slots=True)
class Waiting:
    """The messages in doubt. `told` is the row of `Told` with the same chat, account and text.

    `replied` is the row of `Replied` that a message replies to, -1 if it replies to none; `named` says whether the
    text names goods or somebody to reach, `contact` whether it names a contact that ads give, `called` whether it calls
    somebody who advertises by the display name, `to_seller` whether it is said as buyers speak to a seller, `bare`
    whether it is goods, perhaps a place, and nothing else.
    """

    told: Ints
    account: Ints
    replied: Ints
    named: Flags
    contact: Flags
    called: Flags
    to_seller: Flags
    bare: Flags


@dataclass(frozen=True, slots=True)
class Replied:
    """The messages that are replied to: their id, their writer (-1 if not known) and their act, in its chat.

    The last row stands for none at all.
    """

    message_id: Sequence[str]
    account: Ints
    act: Ints  # place in ACTS, -1 for none


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one rule says about some messages: weights for each of ACTS, a sentence and the message it rests on."""

    rule: str
    rows: Ints
    weights: Numbers
    details: Sequence[str]
    messages: Sequence[str]  # one a row, or none at all


@dataclass(frozen=True, slots=True)
class Known:
    """What is known around the texts and their accounts, row by row of `Told` and account by account."""

    surroundings: Surroundings
    habits: Habits
    own_channel: Flags  # of each row of `Told`: whether the account wrote nearly all of the chat


def evidence(waiting: Waiting, replied: Replied, known: Known, weights: ContextWeights) -> list[Evidence]:
    """All that the context says, in the order in which it is told."""
    return [
        _chat_character(waiting, known, weights),
        _account_habit(waiting, known, weights),
        *_replies(waiting, replied, known, weights),
        _bare_goods(waiting, known, weights),
        _again(waiting, known, weights),
        _names_nobody(waiting, replied, known, weights),
        _told_of("names a seller", waiting.called, weights.names_seller, waiting, known, weights),
        _told_of(
            "names a contact of ads",
            waiting.contact & ~waiting.called,
            weights.names_contact,
            waiting,
            known,
            weights,
        ),
    ]


def _chat_character(waiting: Waiting, known: Known, weights: ContextWeights) -> Evidence:
    of = known.surroundings.chat_of[waiting.told]
    trade = known.surroundings.chat_trade[waiting.told]
    rows = np.flatnonzero(of > 0)
    said = weights.chat.weigh(weights.trade.log_odds(trade[rows], of[rows]))
    counts = zip(trade[rows].tolist(), of[rows].tolist(), strict=True)
    details = [
        f"{one:,.0f} of {many:,.0f} other messages of the chat offer, ask for goods or tell of sellers"
        for one, many in counts
    ]
    return Evidence("chat character", rows, said, details, ())


def _account_habit(waiting: Waiting, known: Known, weights: ContextWeights) -> Evidence:
    of, offers = _others(waiting, known)
    rows = np.flatnonzero((of > 0) & ~known.own_channel[waiting.told])
    said = weights.account.weigh(weights.account_share.log_odds(offers[rows], of[rows]))
    counts = zip(offers[rows].tolist(), of[rows].tolist(), strict=True)
    details = [f"{one:,.0f} of {many:,.0f} other messages of the account offer goods" for one, many in counts]
    return Evidence("account habit", rows, said, details, ())


def _others(waiting: Waiting, known: Known) -> tuple[Numbers, Numbers]:
    """Of each message the number of different other messages of its account, and how many of those offer."""
    habits = known.habits
    offers = habits.offers[waiting.account] - habits.own_offer[waiting.told]
    return habits.of[waiting.account] - 1.0, np.maximum(offers, 0.0)


def _replies(waiting: Waiting, replied: Replied, known: Known, weights: ContextWeights) -> Iterator[Evidence]:
    rows = np.flatnonzero(waiting.replied != _NOBODY)
    to = waiting.replied[rows]
    kinds = _kinds_of_reply(waiting.account[rows], to, replied, known, weights)
    for rule in weights.reply:
        if rule in _KINDS:
            which = kinds == _KINDS.index(rule)
            yield _reply(rule, rows[which], to[which], replied, weights)
    asks = waiting.to_seller[rows] & (kinds == _KINDS.index("reply to offer"))
    yield _replied_to("asks a seller", rows[asks], to[asks], replied, weights.asks_seller)
    others = kinds != _KINDS.index("reply to own message")
    answers = others & _sells_beside(waiting, known, weights)[rows]
    yield _reply("answer of a seller", rows[answers], to[answers], replied, weights)


_KINDS = (
    "reply to own message",
    "reply to offer",
    "reply to seller",
    "reply to request",
    "reply to other talk",
)


def _kinds_of_reply(account: Ints, to: Ints, replied: Replied, known: Known, weights: ContextWeights) -> Ints:
    writer = replied.account[to]
    act = replied.act[to]
    own = (account == writer) & (writer != _NOBODY)
    cases = [own, act == OFFER, _sells(writer, known.habits, weights), act == REQUEST]
    kinds: Ints = np.select(cases, range(len(cases)), default=len(cases))
    return kinds


def _reply(rule: str, rows: Ints, to: Ints, replied: Replied, weights: ContextWeights) -> Evidence:
    return _replied_to(rule, rows, to, replied, weights.reply[rule])


def _replied_to(rule: str, rows: Ints, to: Ints, replied: Replied, weight: ByAct) -> Evidence:
    said = np.tile(weight, (len(rows), 1))
    return Evidence(rule, rows, said, [""] * len(rows), [replied.message_id[at] for at in to.tolist()])


def _sells(account: Ints, habits: Habits, weights: ContextWeights) -> Flags:
    """Whether accounts offer many different things, or little else than offers."""
    return _as_seller(habits.texts[account], habits.offers[account], habits.of[account], weights)


def _sells_beside(waiting: Waiting, known: Known, weights: ContextWeights) -> Flags:
    """Whether the account of a message sells by its other messages."""
    of, offers = _others(waiting, known)
    texts = known.habits.texts[waiting.account] - (known.habits.own_offer[waiting.told] > 0)
    return _as_seller(texts, offers, of, weights)


def _as_seller(texts: Numbers, offers: Numbers, of: Numbers, weights: ContextWeights) -> Flags:
    mostly = (offers > 0) & (offers >= weights.seller_share * of)
    sells: Flags = (texts >= weights.seller_offers) | mostly
    return sells


def _bare_goods(waiting: Waiting, known: Known, weights: ContextWeights) -> Evidence:
    rows = np.flatnonzero(waiting.bare & _sells_beside(waiting, known, weights))
    said = np.tile(weights.bare_goods, (len(rows), 1))
    return Evidence("bare goods of a seller", rows, said, [""] * len(rows), ())


def _again(waiting: Waiting, known: Known, weights: ContextWeights) -> Evidence:
    times = known.habits.own_copies[waiting.told]
    rows = np.flatnonzero((times >= weights.again_least) & (waiting.account != _NOBODY))
    part = np.minimum(1.0, np.log2(times[rows]) / np.log2(weights.again_full))
    said = part[:, None] * weights.again
    details = [f"{many:,.0f} times by this account" for many in times[rows].tolist()]
    return Evidence("posted again and again", rows, said, details, ())


def _names_nobody(waiting: Waiting, replied: Replied, known: Known, weights: ContextWeights) -> Evidence:
    of = known.surroundings.chat_of[waiting.told]
    to = waiting.replied
    to_trade = np.isin(replied.act[to], (OFFER, REQUEST)) | _sells(replied.account[to], known.habits, weights)
    rows = np.flatnonzero(~waiting.named & ~waiting.called & ~to_trade & (of > 0))
    part = of[rows] / (of[rows] + weights.trade.strength)
    said = part[:, None] * weights.names_nobody
    return Evidence("names nobody", rows, said, [""] * len(rows), ())


def _told_of(
    rule: str, named: Flags, said: ByAct, waiting: Waiting, known: Known, weights: ContextWeights
) -> Evidence:
    # who sells signs its ads with names, its own and that of its other accounts
    rows = np.flatnonzero(named & ~_sells_beside(waiting, known, weights))
    return Evidence(rule, rows, np.tile(said, (len(rows), 1)), [""] * len(rows), ())
