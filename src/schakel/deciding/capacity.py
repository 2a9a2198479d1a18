"""The hours at hand, per unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Self

from schakel.deciding.units import every_unit, means_every_unit, unit_called
from schakel.records.errors import SettingsError

_EVERY = "*"
_STAMPED = "hours "
_EXAMPLE = "Write units and hours like this: landelijk=120,oost-nederland=40"


@dataclass(frozen=True, slots=True)
class Capacity:
    """Working hours per unit. A unit that is not named has none."""

    hours: Mapping[str, float]

    def stamp(self) -> dict[str, str]:
        """The hours as one of the things that a plan was made from."""
        return {f"{_STAMPED}{unit}": str(hours) for unit, hours in sorted(self.hours.items())}

    @classmethod
    def stamped(cls, inputs: Mapping[str, str]) -> Self | None:
        """The hours among the things that a plan was made from; None if there are none."""
        told = {
            name.removeprefix(_STAMPED): float(hours)
            for name, hours in sorted(inputs.items())
            if name.startswith(_STAMPED)
        }
        return cls(told) if told else None

    def __post_init__(self) -> None:
        for unit, hours in self.hours.items():
            if not (isfinite(hours) and hours >= 0):
                raise SettingsError(
                    f"The hours of {unit} must be a number of 0 or more, not {hours}.", todo=_EXAMPLE
                )


def parse_hours(text: str) -> Capacity:
    """The hours that a line such as `landelijk=120,oost=40` names; SettingsError in plain words if it cannot be read.

    Units may be written in full or short (`oost`, `zwb`); hours with a decimal point. `all` stands for every unit that
    is not named by itself.
    """
    hours: dict[str, float] = {}
    for part in text.replace(";", ",").split(","):
        if not part.strip():
            continue
        unit, amount = _one(part.strip())
        if unit in hours:
            raise SettingsError(f"The unit {unit} is named twice.", todo="Name each unit once.")
        hours[unit] = amount
    if not hours:
        raise SettingsError("No hours were given.", todo=_EXAMPLE)
    if _EVERY in hours:
        hours = dict.fromkeys(every_unit(), hours.pop(_EVERY)) | hours
    return Capacity(dict(sorted(hours.items())))


def _one(part: str) -> tuple[str, float]:
    name, sign, amount = part.partition("=")
    if not sign:
        raise SettingsError(
            f'"{part[:60]}" does not say which unit has how many hours.',
            means="Decimals take a point, not a comma.",
            todo=_EXAMPLE,
        )
    unit = _EVERY if means_every_unit(name) else unit_called(name)
    return unit, _number(name.strip(), amount.strip())


def _number(name: str, amount: str) -> float:
    try:
        hours = float(amount)
    except ValueError:
        raise SettingsError(
            f'The hours of {name[:60]} are not a number: "{amount[:60]}".', todo=_EXAMPLE
        ) from None
    if not (isfinite(hours) and 0 <= hours <= 1e7):
        raise SettingsError(
            f"The hours of {name[:60]} must lie between 0 and 10,000,000, not {amount[:60]}.", todo=_EXAMPLE
        )
    return hours
