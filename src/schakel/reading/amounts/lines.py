"""The parts of a message line by line, where the lines have to be compared before they can be read."""

from collections.abc import Iterable, Sequence

from schakel.reading.amounts.offer_parts import LINE, Part

Row = list[Part]


def split_lines(parts: Sequence[Part]) -> tuple[list[Row], list[Part]]:
    """The parts of each line, and the ends of the lines."""
    at = [place for place, part in enumerate(parts) if part.kind == LINE]
    rows = [
        list(parts[start:end])
        for start, end in zip([0, *[place + 1 for place in at]], [*at, len(parts)], strict=True)
    ]
    return rows, [parts[place] for place in at]


def joined_lines(rows: Iterable[Row], ends: Sequence[Part]) -> list[Part]:
    """The parts of all lines in order, each with its end."""
    out: list[Part] = []
    for at, row in enumerate(rows):
        out += row
        out += ends[at : at + 1]
    return out
