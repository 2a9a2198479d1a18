"""What accounts that sell nothing were seen to do."""

from typing import NamedTuple


class Doings(NamedTuple):
    """What one account that offers nothing does, in numbers of messages; `hints` are requests that name no goods plainly;
    `all_written` and `all_writers` are those of all such accounts together; of its `calls` for people `mules` seek bank accounts, cards and hands for cash.
    """

    account_id: str
    messages: int
    keeper: bool
    asks: int
    hints: int
    vouches: int
    warnings: int
    recruits: int
    answers: int
    rides: int
    payments: int
    stores: int
    all_written: int
    all_writers: int
    mules: int = 0
    calls: int = 0
