"""What links two accounts: the sum of the evidence, and its reasons."""

from dataclasses import dataclass

from schakel.records.facts import Reason


@dataclass(frozen=True, slots=True)
class Link:
    """A pair of accounts with the summed log10 likelihood ratio that they are one seller, and why.

    `firm` tells that they share a contact which is hardly anybody else's here, as far as that was learned.
    """

    left: str
    right: str
    log10_lr: float
    reasons: tuple[Reason, ...]
    firm: bool = False
