"""In what company a message stands: how far its chat is a place where people trade who know each other.

A group trades if enough of its other messages do, and if the people who write there come back: in a pile of messages by strangers who write once
each nobody talks as traders do among themselves. A channel in which one account writes nearly all is its shop window if enough of it trades; lawful
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
    """The shares of trade in groups and in channels of one account, and of messages by people who come back, from which a chat counts as a market."""

    share: Ramp
    own_channel: Ramp
    came_back: Ramp


@dataclass(frozen=True, slots=True)
class Company:
    """Of the chat of each message (or of each chat): how many other messages it has and how many of them trade, the share by people who wrote
    there more than once, and whether one account wrote nearly all.
    """

    of: Numbers
    trade: Numbers
    came_back: Numbers
    one_writer: Flags


def company(trade: Numbers, of: Numbers, chat: Ints, by: Writers, weights: ContextWeights) -> Company:
    """The company in the chats with these numbers, where `trade` of `of` messages trade."""
    came_back, most = by.who_came_back()
    return Company(of, trade, came_back[chat], most[chat] >= weights.own_channel)


def counts_as_far(among: Company, share: Share, counts: CountsFrom) -> Numbers:
    """How far a chat counts as a market: from 0, ordinary talk, to 1."""
    log_odds = share.log_odds(among.trade, among.of) + _log_odds(share.neutral)
    in_group = _part(log_odds, _log_odds(counts.share.none_at), _log_odds(counts.share.whole_at))
    in_group *= _part(among.came_back, counts.came_back.none_at, counts.came_back.whole_at)
    own = counts.own_channel
    alone = _part(log_odds, _log_odds(own.none_at), _log_odds(own.whole_at))
    return np.where(among.one_writer, alone, in_group)


def _part(value: Numbers, none_at: float, whole_at: float) -> Numbers:
    part: Numbers = np.clip((value - none_at) / (whole_at - none_at), 0.0, 1.0)
    return part


def _log_odds(share: float) -> float:
    return float(np.log10(share / (1 - share)))
