"""What the messages of a chat, and of an account, are like: how many of the different ones trade.

Every different text of an account counts once, so that neither one advertisement posted a hundred times nor one
text misread a hundred times makes a market. The share of a chat is found by expectation and maximisation
(Saerens, Latinne and Decaestecker 2002, "Adjusting the outputs of a classifier to new a priori probabilities"):
the share changes what doubtful texts are taken for, and what they are taken for changes the share.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from schakel.reading.context.weights import ContextWeights
from schakel.reading.weighing.weights import ACTS

Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

OFFER, REQUEST, VOUCH, WARNING = (ACTS.index(act) for act in ("offer", "request", "vouch", "warning"))
_WHOLE = 1_000_000  # sums are made of whole millionths: the same in any order


@dataclass(frozen=True, slots=True)
class Told:
    """The different texts of each account in each chat, a row each, of all that was read.

    `odds` are log10 odds of each act against none by the text alone; `goods` says whether it names goods, `sellers`
    whether it names a contact that ads give.
    """

    chat: Ints
    account: Ints  # -1 where the writer is not known
    text: Ints
    copies: Ints
    odds: Numbers
    goods: Flags
    sellers: Flags


@dataclass(frozen=True, slots=True)
class Surroundings:
    """For each row of `Told` how many other different messages there are (`of`), and how many of them trade."""

    chat_of: Numbers
    chat_trade: Numbers


@dataclass(frozen=True, slots=True)
class Habits:
    """The messages of accounts over all chats.

    Of each account the number of different messages, how many of those offer, and how many texts those are
    (`texts`); the last stands for an unknown writer, and has none. For each row of `Told`: how much its text counts as an offer of its account, and its copies there.
    """

    of: Numbers
    offers: Numbers
    texts: Numbers
    own_offer: Numbers
    own_copies: Numbers


def shares_of(odds: Numbers) -> Numbers:
    """The probability of each act from its log10 odds against none."""
    against_none = np.power(10.0, np.minimum(15.0, odds))
    shares: Numbers = against_none / (1.0 + against_none.sum(axis=1, keepdims=True))
    return shares


def surroundings(told: Told, messages: Ints, weights: ContextWeights) -> tuple[Surroundings, Numbers]:
    """What else there is in the chat of each text; and for each text the log10 that its chat adds to each act.

    `messages` counts the messages with a text of each chat.
    """
    of = messages - _sum(told.chat, (told.copies - 1).astype(np.float64), len(messages))
    shift = np.zeros_like(told.odds)
    for _ in range(weights.rounds):
        trade = _trade(told, shift, weights.counted)
        in_chat = _sum(told.chat, trade, len(messages))
        shift = weights.chat.weigh(weights.trade.log_odds(in_chat, of))[told.chat]
    same, which = _pairs(told.chat, told.text)
    own_trade, own = _sum(which, trade, same), _sum(which, np.ones(len(which)), same)
    others = Surroundings(of[told.chat] - own[which], in_chat[told.chat] - own_trade[which])
    return others, shift


def habits(told: Told, shift: Numbers, messages: Ints, weights: ContextWeights) -> Habits:
    """What accounts use to post; `messages` counts the messages with a text of each, and ends in a 0 for the unknown."""
    offers = _counted(shares_of(told.odds + shift)[:, OFFER], weights.counted)
    known = np.flatnonzero(told.account >= 0)
    pairs, which = _pairs(told.account[known], told.text[known])
    copies, most = np.zeros(pairs), np.zeros(pairs)
    np.add.at(copies, which, told.copies[known])
    np.maximum.at(most, which, offers[known])
    account = np.zeros(pairs, np.int64)
    account[which] = told.account[known]
    own_offer, own_copies = offers.copy(), told.copies.astype(np.float64)
    own_offer[known], own_copies[known] = most[which], copies[which]
    size = len(messages)
    return Habits(
        of=messages - _sum(account, copies - 1.0, size),
        offers=_sum(account, most, size),
        texts=_sum(account, (most > 0).astype(np.float64), size),
        own_offer=own_offer,
        own_copies=own_copies,
    )


def _trade(told: Told, shift: Numbers, least: float) -> Numbers:
    """How much each text counts as trade: what offers, what asks for goods by name, and word of those who sell.

    Where customers tell of sellers nobody needs to sell: of 200 to 400 messages in the two chats for reviews of made-up
    markets none offered, and they were taken for talk about something else.
    """
    shares = shares_of(told.odds + shift)
    word = _counted(shares[:, VOUCH], least) + _counted(shares[:, WARNING], least)
    asked = _counted(shares[:, REQUEST], least)
    return _counted(shares[:, OFFER], least) + asked * told.goods + word * told.sellers


def _counted(shares: Numbers, least: float) -> Numbers:
    return np.where(shares > least, shares, 0.0)


def _sum(of: Ints, values: Numbers, size: int) -> Numbers:
    """The sum of the values of each number in `of`; in whole millionths, so that their order does not matter."""
    total = np.zeros(size, np.int64)
    np.add.at(total, of, np.rint(values * _WHOLE).astype(np.int64))
    return total / _WHOLE


def _pairs(left: Ints, right: Ints) -> tuple[int, Ints]:
    """How many different pairs there are, and for each row the number of its pair."""
    many = int(right.max(initial=0)) + 1
    different, which = np.unique(left * many + right, return_inverse=True)
    return len(different), which.astype(np.int64).reshape(-1)
