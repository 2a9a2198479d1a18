"""What an intervention comes to, in one sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from schakel.measuring.interventions.change import Change
from schakel.measuring.interventions.reaction import Reaction
from schakel.measuring.interventions.recovering import Recovered
from schakel.measuring.interventions.words import claim_of, told

_ACTIVE = ("as-before", "no-fall-shown", "rose")


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found: changes by measure and period, recovery if there was a fall, reactions if there was a message."""

    kind: str
    changes: Mapping[tuple[str, str], Change]
    back: Recovered | None
    took: Reaction | None


def conclude(seen: Seen) -> tuple[str, dict[str, str]]:
    """The claim, and its sentence in each language."""
    first, after = (claim_of(seen.changes["ads", period]) for period in ("first-week", "after"))
    people = seen.changes.get(("writers", "after"))
    quiet = "fell" in (first, after)
    active = after in _ACTIVE or (
        after == "cannot-tell" and people is not None and claim_of(people) in _ACTIVE
    )
    if seen.took is not None and seen.kind == "warning":
        doubted = len(seen.took.doubt) > len(seen.took.fear)
        if active and doubted:
            return "did-not-believe", told("did-not-believe")
        if quiet and people is not None and claim_of(people) == "fell":
            return "believed", told("believed")
    if quiet:
        return _fell(seen)
    return ("stayed-active", told("stayed-active")) if active else ("unclear", told("unclear"))


def _fell(seen: Seen) -> tuple[str, dict[str, str]]:
    if seen.back is not None and seen.back.value is not None:
        return "fell-back", told("fell-back")
    if claim_of(seen.changes["ads", "lasting"]) == "fell":
        return "fell-lasting", told("fell-lasting")
    return "fell", told("fell")
