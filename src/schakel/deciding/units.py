"""The units that take leads, and which unit an area belongs to."""

from functools import cache

from schakel.deciding.plan_data import data_file
from schakel.records.errors import SettingsError
from schakel.records.facts import Reason


@cache
def national_unit() -> str:
    """The unit that takes leads without an area, and any lead in bulk or weapons."""
    return str(data_file("units_nl.toml", "units")["national"])


def national_too() -> Reason:
    """The reason that lets the national unit take a lead of another unit as well: it is in bulk or weapons."""
    return Reason("national-too", 0.0, detail=f"Bulk or weapons: {national_unit()} may take it as well.")


@cache
def unit_names() -> dict[str, str]:
    """Every way to write a unit (lower case), and the unit it means."""
    aliases = data_file("units_nl.toml", "units")["aliases"]
    names = {other: unit for unit, others in aliases.items() for other in others}
    return names | {unit: unit for unit in aliases}


def every_unit() -> list[str]:
    """All units, by name."""
    return sorted(set(unit_names().values()))


@cache
def means_every_unit(name: str) -> bool:
    """Whether people mean all units by `name`."""
    return name.casefold().strip() in data_file("units_nl.toml", "units")["every"]


def unit_called(name: str) -> str:
    """The unit that people mean by `name` (in full or short); SettingsError if there is none."""
    unit = unit_names().get(name.casefold().strip().replace(" ", "-").replace("_", "-"))
    if unit is None:
        raise SettingsError(
            f'There is no unit "{name[:60]}".',
            todo=f"Known units: {', '.join(every_unit())}.",
        )
    return unit


def unit_of(area: str | None) -> str:
    """The unit of an area as the findings name it: `Tilburg, Noord-Brabant`, or a province alone."""
    if not area:
        return national_unit()
    municipality, _, province = area.rpartition(", ")
    return _by_municipality().get((province, municipality)) or _by_province().get(province) or national_unit()


@cache
def _by_province() -> dict[str, str]:
    return dict(data_file("units_nl.toml", "units")["province"])


@cache
def _by_municipality() -> dict[tuple[str, str], str]:
    # A municipality counts only inside the province it lies in: there is a Bergen in more than one.
    homes = {
        "amsterdam": ("Noord-Holland",),
        "midden-nederland": ("Noord-Holland", "Utrecht"),
        "rotterdam": ("Zuid-Holland",),
        "zeeland-west-brabant": ("Noord-Brabant",),
    }
    groups = data_file("units_nl.toml", "units")["municipality"]
    return {(home, town): unit for unit, towns in groups.items() for home in homes[unit] for town in towns}
