"""In what company a message stands: how far its chat is a place where people trade and talk with each other.

A group is such a place if enough of its other messages trade, and if people answer each other there: what is learned from groups where they do says
nothing of a pile of messages out of many places. A channel in which one account writes nearly all is its shop window if enough of it trades; lawful
shops are misread oftener than people, so that asks for more.
"""

from dataclasses import dataclass

import numpy as np

from schakel.reading.context.ground import Flags, Ints, Numbers
from schakel.reading.context.weights import ContextWeights, Share
from schakel.reading.context.writers import Writers


@dataclass(frozen=True, slots=True)
class Ramp:
    """From which share something counts, and from which it counts wholly."""

    none_at: float
    whole_at: float


@dataclass(frozen=True, slots=True)
class CountsFrom:
    """The shares of trade in groups and in channels of one account, and of replies, from which a chat counts as a market."""

    share: Ramp
    own_channel: Ramp
    replies: Ramp


@dataclass(frozen=True, slots=True)
class Company:
    """Of the chat of each message (or of each chat): how many other messages it has and how many of them trade, what share
    of it replies, and whether one account wrote nearly all.
    """

    of: Numbers
    trade: Numbers
    replies: Numbers
    one_writer: Flags


def company(trade: Numbers, of: Numbers, chat: Ints, by: Writers, weights: ContextWeights) -> Company:
    """The company in the chats with these numbers, where `trade` of `of` messages trade."""
    return Company(of, trade, by.answers()[chat], by.most_by_one()[chat] >= weights.own_channel)


def counts_as_far(among: Company, share: Share, counts: CountsFrom) -> Numbers:
    """How far a chat counts as a market: from 0, ordinary talk, to 1."""
    log_odds = share.log_odds(among.trade, among.of) + _log_odds(share.neutral)
    in_group = _part(log_odds, _log_odds(counts.share.none_at), _log_odds(counts.share.whole_at))
    in_group *= _part(among.replies, counts.replies.none_at, counts.replies.whole_at)
    own = counts.own_channel
    alone = _part(log_odds, _log_odds(own.none_at), _log_odds(own.whole_at))
    return np.where(among.one_writer, alone, in_group)


def _part(value: Numbers, none_at: float, whole_at: float) -> Numbers:
    part: Numbers = np.clip((value - none_at) / (whole_at - none_at), 0.0, 1.0)
    return part


def _log_odds(share: float) -> float:
    return float(np.log10(share / (1 - share)))
