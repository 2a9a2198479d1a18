"""How goods are counted, packed and named, out of the list of units: fields of `MeasureWords` of the same names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from schakel.reading.amounts.spellings import all_listed, all_spelled


@dataclass(frozen=True, slots=True)
class Counted:
    """What one counted thing of a commodity is: without a unit, with "stuks", as a ready portion."""

    bare: str = "piece"
    piece: str = "piece"
    portion: str = ""


def of_goods(units: Mapping[str, Any]) -> dict[str, Any]:
    """How goods are counted and named, and which words stand beside them."""
    return _counting_of_goods(units) | _names_of_goods(units) | _words_beside_goods(units)


def _counting_of_goods(units: Mapping[str, Any]) -> dict[str, Any]:
    """Of which goods a number tells pieces, of which grams, and how much is in one."""
    return {
        "counted": {name: Counted(**row) for name, row in units["counted"].items()},
        "counted_product": {
            name: Counted(**{"piece": "", **row}) for name, row in units["counted_product"].items()
        },
        "counted_in": _counted_in(units["counted"]),
        "single": frozenset(units["single"]["commodities"]),
        "stamped": frozenset(units["stamped"]["commodities"]),
        "sized": frozenset(units["sized"]["commodities"]),
        "by_contents": frozenset(units["by_contents"]["commodities"]),
        "by_face_value": frozenset(units["by_face_value"]["commodities"]),
        "puff_commodities": frozenset(units["puffs"]["commodities"]),
        "piece_is_gram": frozenset(units["piece_is_gram"]["languages"]),
        "tablet_names": frozenset(all_spelled(units["tablet_names"]["words"])),
        "tablets_from": {ware: float(least) for ware, least in units["tablets_from"].items()},
        "weighed_by_fraction": frozenset(units["weighed_by_fraction"]["commodities"]),
        "told_by_size": {ware: float(least) for ware, least in units["told_by_size"].items()},
        "packed_weight": {ware: (float(a), float(b)) for ware, (a, b) in units["packed_weight"].items()},
        "same_content": frozenset(units["same_content"]["commodities"]),
        "eighth_ball": frozenset(units["eighth_ball"]["commodities"]),
        "eighth_ball_language": units["eighth_ball"]["language"],
    }


def _names_of_goods(units: Mapping[str, Any]) -> dict[str, Any]:
    """Which words and numbers name goods, their models and their strengths."""
    return {
        "describing": frozenset(all_listed(units["describing"])),
        "one_ware": frozenset(units["one_ware"]["commodities"]),
        "thing_endings": tuple(sorted(set(all_listed(units["thing_endings"])))),
        "powder": frozenset(all_listed(units["powder"])),
        "model_numbers": frozenset(units["model_numbers"]["commodities"]),
        "named_by_number": frozenset(units["named_by_number"]["commodities"]),
        "models": _by_names(units["model"]),
        "series": _by_names(units["series"]),
        "model_words": frozenset(all_listed(units["model_words"])),
        "strengths": _strengths(units["strength"]),
        "by_strength": frozenset(units["by_strength"]["commodities"]),
        "micrograms": {ware: (float(a), float(b)) for ware, (a, b) in units["micrograms"].items()},
        "told_by_fields": frozenset(units["told_by_fields"]["commodities"]),
    }


def _words_beside_goods(units: Mapping[str, Any]) -> dict[str, Any]:
    """Words that come with goods or with a number of them, and what they say there."""
    return {
        "company": frozenset(all_listed(units["company"])),
        "company_any": frozenset(all_listed(units["companions"]["words"])),
        "companions": {ware: frozenset(others) for ware, others in units["companions"]["goods"].items()},
        "street_endings": tuple(sorted(set(all_listed(units["street_endings"])))),
        "says_one": {lang: frozenset(all_spelled(words)) for lang, words in units["says_one"].items()},
        "holding": frozenset(all_listed(units["holding"])),
        "left_in": {lang: frozenset(all_spelled(words)) for lang, words in units["left"].items()},
        "left": frozenset(all_listed(units["left"])),
        "wanted": {lang: frozenset(all_spelled(words)) for lang, words in units["wanted"].items()},
        "local_units": units["local_units"],
        "no_unit": {lang: frozenset(words) for lang, words in units["no_unit"].items()},
        "shots": frozenset(all_listed(units["shots"])),
        "before_hours": frozenset(all_listed(units["before_hours"])),
        "denied_before": frozenset(all_listed(units["denied"])),
        "denied_after": frozenset(all_spelled(units["denied_after"]["words"])),
    }


def _counted_in(table: Mapping[str, Mapping[str, str]]) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for commodity, row in table.items():
        for unit in row.values():
            out.setdefault(unit, set()).add(commodity)
    return {unit: frozenset(commodities) for unit, commodities in out.items()}


def _strengths(rows: Iterable[Mapping[str, Any]]) -> dict[str, frozenset[float]]:
    return {
        begin: frozenset(float(one) for one in row["mg"])
        for row in rows
        for begin in all_spelled(row["names"])
    }


def _by_names(rows: Iterable[Mapping[str, Any]]) -> dict[str, frozenset[float]]:
    return {name: frozenset(map(float, row["numbers"])) for row in rows for name in all_spelled(row["names"])}
