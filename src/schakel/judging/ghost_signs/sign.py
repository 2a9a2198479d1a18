"""What a rule about ghosts looks like, and what it hands back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

Limits = Mapping[str, float]


class Seen(NamedTuple):
    """What a rule saw at one seller. No `Seen` at all: there was nothing to go by, so it tells nothing."""

    present: bool  # the claim holds, or it could have been seen and was not
    detail: str  # the numbers behind it, as a sentence
    shows: str = ""  # the column of the facts that lists the messages
    strength: float = 1.0  # how many times the weight counts


@dataclass(frozen=True, slots=True)
class Sign:
    """One rule over one family of facts. Its name is the claim it makes; its docstring is what people read."""

    facts: str  # the step whose rows it reads
    row: type[Any]
    rule: Callable[[Any, Limits], Seen | None]

    @property
    def name(self) -> str:
        """The claim: `payment-in-advance`."""
        return self.rule.__name__.replace("_", "-")

    @property
    def claim(self) -> str:
        """The claim as a sentence."""
        return (self.rule.__doc__ or "").strip()
