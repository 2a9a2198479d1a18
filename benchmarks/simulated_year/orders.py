"""Ways in which people choose without a plan: at random, by the number of ads, firearms first by hand."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from schakel.deciding.units import national_unit

Lead = Mapping[str, Any]
Order = Callable[[Sequence[Lead], Mapping[str, int], np.random.Generator], list[Lead]]


def at_random(leads: Sequence[Lead], ads: Mapping[str, int], chance: np.random.Generator) -> list[Lead]:
    """In random order."""
    del ads
    return [leads[place] for place in chance.permutation(len(leads)).tolist()]


def most_ads_first(leads: Sequence[Lead], ads: Mapping[str, int], chance: np.random.Generator) -> list[Lead]:
    """Who posts most goes first."""
    del chance
    return sorted(leads, key=lambda lead: (-ads.get(lead["seller_id"], 0), lead["lead_id"]))


def firearms_first(leads: Sequence[Lead], ads: Mapping[str, int], chance: np.random.Generator) -> list[Lead]:
    """Firearms and other weapons, then trade quantities, then the rest; in each group who posts most goes first."""
    del chance

    def place(lead: Lead) -> tuple[int, int, str]:
        group = 0 if "weapons" in lead["tags"] else 1 if "bulk" in lead["tags"] else 2
        return group, -ads.get(lead["seller_id"], 0), lead["lead_id"]

    return sorted(leads, key=place)


ORDERS: Mapping[str, Order] = {
    "random order": at_random,
    "most ads first": most_ads_first,
    "firearms first, by hand": firearms_first,
}


def fill(order: Sequence[Lead], hours: Mapping[str, float]) -> list[tuple[Lead, str]]:
    """Takes leads in order while their estimated hours fit into what is left of a unit that may take them."""
    left, taken = dict(hours), []
    for lead in order:
        able = [lead["unit"]]
        if any(reason["rule"] == "national-too" for reason in lead["reasons"]):
            able.append(national_unit())
        unit = next((one for one in able if lead["hours"] <= left.get(one, 0.0)), None)
        if unit is not None:
            left[unit] -= lead["hours"]
            taken.append((lead, unit))
    return taken
