"""Ties from a file: `from,to[,weight]`, any separator, with or without names of the columns."""

import csv
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from schakel.measuring.delimited import first_lines, separator_of
from schakel.measuring.networks.graph import Graph, graph
from schakel.records.errors import SourceError

_FROM = ("from", "source", "src", "node1", "van", "sender")
_TO = ("to", "target", "dst", "node2", "naar", "receiver")
_WEIGHT = ("weight", "value", "count", "gewicht")
_LONGEST_NAME = 1_000
_REMARK = ("# ", "% ")  # how collections of networks begin the lines above their ties

csv.field_size_limit(10_000_000)


@dataclass(slots=True)
class Edges:
    """The network of a file, and how many rows could not be used, by reason."""

    network: Graph
    rows: int = 0
    repeated: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def read_edges(path: Path) -> Edges:
    """The network; a tie in two directions or in several rows is one tie."""
    lines = [line for line in first_lines(path) if not line.startswith(_REMARK)]
    separator = _separator(lines)
    columns = _columns(lines, separator)
    found = Edges(graph(()))
    pairs: set[tuple[str, str]] = set()
    alone: set[str] = set()
    for number, row in enumerate(_rows(path, separator, found.left_out)):
        if number == 0 and columns.header:
            continue
        found.rows += 1
        ends, why = _ends(row, columns)
        if why:
            found.left_out[why] += 1
        elif ends[0] == ends[1]:
            found.left_out["the tie leads from an actor to itself"] += 1
            alone.add(ends[0])
        elif ends in pairs or ends[::-1] in pairs:
            found.repeated += 1
        else:
            pairs.add(ends)
    if not pairs:
        reasons = "; ".join(f"{count:,} rows: {why}" for why, count in found.left_out.most_common(3))
        raise SourceError(
            f"The file {path.name} holds no ties.",
            means=f"Nothing was computed{f' ({reasons})' if reasons else ''}.",
            todo="Give one tie a row: from,to or from,to,weight.",
        )
    found.network = graph(sorted(pairs), sorted(alone))
    return found


@dataclass(frozen=True, slots=True)
class _Columns:
    header: bool
    one: int
    two: int
    weight: int | None


def _separator(lines: list[str]) -> str:
    """The separator; a colon, which names and times hold too, only where there is no other."""
    found = separator_of(lines)
    return ":" if lines and not any(found in line for line in lines) else found


def _columns(lines: list[str], separator: str) -> _Columns:
    words = [
        [word.strip() for word in row] for row in csv.reader(_squeezed(lines, separator), delimiter=separator)
    ] or [[]]
    first = [word.casefold() for word in words[0]]
    one = next((i for i, word in enumerate(first) if word in _FROM), None)
    two = next((i for i, word in enumerate(first) if word in _TO), None)
    if one is not None and two is not None:
        return _Columns(True, one, two, next((i for i, word in enumerate(first) if word in _WEIGHT), None))
    later = words[1:] or [[]]
    as_numbers = [all(_number(word) is not None for word in row[:2]) for row in later]
    only_names = all(as_numbers) and bool(later[0]) and _number(first[0]) is None
    third = (
        len(first) > 2
        and _number(first[2]) is None
        and all(len(row) < 3 or _number(row[2]) is not None for row in later)
    )
    return _Columns(only_names or (third and len(words) > 1), 0, 1, 2)


def _rows(path: Path, separator: str, left_out: Counter[str]) -> Iterator[list[str]]:
    def lines() -> Iterator[str]:
        above = True
        with path.open("rb") as file:
            for number, raw in enumerate(file):
                line = raw.removeprefix(b"\xef\xbb\xbf") if number == 0 else raw
                text = _text(line)
                if "\0" in text:
                    left_out["the row holds a nought byte"] += 1
                elif text.strip() and not (above and text.startswith(_REMARK)):
                    above = False
                    yield text

    reader = csv.reader(_squeezed(lines(), separator), delimiter=separator)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            left_out["the row cannot be cut into columns"] += 1


def _text(line: bytes) -> str:
    """A row as text; what is not UTF-8 was saved on Windows: each byte is one letter, so names that differ stay apart."""
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")


def _squeezed(lines: Iterator[str] | list[str], separator: str) -> Iterator[str]:
    """Lines where several blanks in a row are one separator, if blanks separate."""
    for line in lines:
        yield " ".join(line.split()) if separator == " " else line


def _ends(row: list[str], columns: _Columns) -> tuple[tuple[str, str], str]:
    if len(row) <= max(columns.one, columns.two):
        return ("", ""), "the row has fewer than two columns"
    ends = (row[columns.one].strip(), row[columns.two].strip())
    if not ends[0] or not ends[1]:
        return ends, "a name is empty"
    if max(map(len, ends)) > _LONGEST_NAME:
        return ends, f"a name is longer than {_LONGEST_NAME:,} letters"
    if columns.weight is not None and len(row) > columns.weight and row[columns.weight].strip():
        weight = _number(row[columns.weight])
        if weight is None or not math.isfinite(weight) or weight <= 0:
            return ends, "the weight is not a number above nought"
    return ends, ""


def _number(word: str) -> float | None:
    try:
        return float(word.replace(",", ".", 1))  # a comma that does not separate is that of a decimal
    except ValueError:
        return None
