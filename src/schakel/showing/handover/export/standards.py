"""Codes of the standards that exports are written in, and ids that the same thing has in every export."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any
from uuid import UUID, uuid5

from schakel.records.ids import canonical_bytes

# The name space of our ids: a random number drawn once. Whoever exports the same thing gets the same id.
_OURS = UUID("d1a8c5f2-7c0b-4f6d-9b1e-3e5a60c4b7d9")


@cache
def standards() -> Mapping[str, Any]:
    """The codes."""
    text = (files("schakel.showing.handover.export") / "standards.toml").read_text("utf-8")
    return loads(text)


def named_uuid(*parts: str) -> str:
    """The UUID (version 5) of a thing that is told by these words."""
    return str(uuid5(_OURS, canonical_bytes(*parts).hex()))


def likelihood(probability: float) -> str:
    """The word of ICD 203 for a probability."""
    words = standards()["likelihood"]
    return next((str(one["word"]) for one in words if probability <= one["up_to"]), str(words[-1]["word"]))


def percent(probability: float | None) -> int | None:
    """A probability as a confidence from 0 to 100."""
    return None if probability is None else round(100 * min(max(probability, 0.0), 1.0))
