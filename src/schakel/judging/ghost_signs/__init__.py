"""One small rule per observable sign of a ghost seller, in families of signs that tell partly the same."""

from schakel.judging.ghost_signs import (
    account,
    answers,
    assortment,
    at_work,
    borrowed,
    payment,
    prices,
    reputation,
    rhythm,
    supply,
)
from schakel.judging.ghost_signs.sign import Sign

SIGNS: tuple[Sign, ...] = (
    *reputation.SIGNS,
    *answers.SIGNS,
    *payment.SIGNS,
    *prices.SIGNS,
    *borrowed.SIGNS,
    *assortment.SIGNS,
    *rhythm.SIGNS,
    *account.SIGNS,
    *supply.SIGNS,
    *at_work.SIGNS,
)

__all__ = ["SIGNS", "Sign"]
