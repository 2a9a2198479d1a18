"""Files of columns as others hand them over: any separator, with or without a byte order mark."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
from pyarrow import csv

from schakel.records.errors import SourceError

# Where two fit as well the first is taken: a comma may be that of a decimal, and a blank part of a name.
SEPARATORS = ("\t", ";", "|", ",", " ")
_LOOK_AT = 65_536


def read_columns(path: Path, wanted: Sequence[str]) -> tuple[pa.Table, int]:
    """The wanted columns as text, and how many rows could not be read because they have too few or many columns."""
    head = first_lines(path)
    separator = separator_of(head)
    names = [name.strip().strip('"') for name in head[0].split(separator)]
    for name in wanted:
        if name not in names:
            raise SourceError(
                f"The file {path.name} has no column {name!r}.",
                means="Nothing was done.",
                todo=f"Its columns are: {', '.join(names[:30])}.",
            )
    bad = Counter[str]()

    def skip(_: object) -> str:
        bad["rows"] += 1
        return "skip"

    try:
        table = csv.read_csv(
            path,
            read_options=csv.ReadOptions(column_names=names, skip_rows=1),
            parse_options=csv.ParseOptions(delimiter=separator, invalid_row_handler=skip),
            convert_options=csv.ConvertOptions(
                include_columns=list(wanted), column_types=dict.fromkeys(wanted, pa.string())
            ),
        )
    except pa.ArrowInvalid as error:
        raise SourceError(
            f"The file {path.name} cannot be read as columns in UTF-8.",
            means=f"Nothing was done ({str(error)[:200]}).",
            todo="Save it as CSV in UTF-8, with the names of the columns in the first row.",
        ) from error
    return table, bad["rows"]


def first_lines(path: Path) -> list[str]:
    """The first lines of a file, for finding out its form."""
    try:
        with path.open("rb") as file:
            raw = file.read(_LOOK_AT)
    except OSError as error:
        raise SourceError(
            f"The file {path.name} cannot be opened: {error.strerror}.", means="Nothing was done."
        ) from error
    text = raw.decode("utf-8-sig", errors="replace")
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    if not lines or text.count("\0") > len(text) // 50:
        raise SourceError(
            f"The file {path.name} holds no text." if lines else f"The file {path.name} is empty.",
            means="Nothing was done.",
            todo="Give a text file with columns.",
        )
    return lines


def separator_of(lines: Sequence[str]) -> str:
    """The separator that most lines hold the same number of times, at least once; a comma where none does."""
    best, most = ",", 0
    for separator in SEPARATORS:
        found = Counter(line.strip().count(separator) for line in lines)
        times, lines_so = max(found.items(), key=lambda one: one[1], default=(0, 0))
        if times and lines_so > most:
            best, most = separator, lines_so
    return best
