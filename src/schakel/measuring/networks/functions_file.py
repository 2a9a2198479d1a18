"""Who holds which function, from a file: `actor,function`, any separator, with or without names of the columns."""

import csv
from pathlib import Path

from schakel.measuring.delimited import first_lines, separator_of
from schakel.measuring.networks.graph import Graph
from schakel.measuring.networks.value_chain import Roles
from schakel.records.errors import SourceError

_HEADS = ("actor", "name", "node", "id", "wie")


def read_functions(path: Path, network: Graph) -> Roles:
    """Functions with the actors that hold them; rows about actors that are not in the network say nothing."""
    separator = separator_of(first_lines(path))
    place = {name: number for number, name in enumerate(network.names)}
    found: dict[str, list[int]] = {}
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        for row in csv.reader((line.replace("\0", "") for line in file), delimiter=separator):
            words = [word.strip() for word in row]
            if len(words) >= 2 and words[0] in place and words[1] and words[0].casefold() not in _HEADS:
                found.setdefault(words[1], []).append(place[words[0]])
    if not found:
        raise SourceError(
            f"The file {path.name} names no function of anybody in the network.",
            means="Nothing was computed.",
            todo="Give one a row: actor,function",
        )
    return found
