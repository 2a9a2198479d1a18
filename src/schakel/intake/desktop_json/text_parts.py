"""Texts that come in parts: the whole text, and what its parts mean, for many texts at once."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from schakel.intake.desktop_json.decode import TextPart
from schakel.records.columns import ENTITIES

Parts = Sequence[str | TextPart]
Places = npt.NDArray[np.int64]
_FIELDS = list(ENTITIES.value_type)


def join_parts(texts: list[Parts]) -> tuple[list[str], pa.ListArray]:
    """The whole of each text, and its entities with spans in characters; plain parts are not entities.

    A text that is no list of parts is whole already.
    """
    whole, rows, flat, words = _joined(texts)
    return whole, _entities(len(texts), rows, [len(texts[row]) for row in rows], flat, words)


def whole_texts(texts: list[Parts]) -> list[str]:
    """The same texts without their entities."""
    return _joined(texts)[0]


def _joined(texts: list[Parts]) -> tuple[list[str], list[int], list[str | TextPart], list[str]]:
    """The whole texts, the rows of those that came in parts, and these parts one after the other with the words of each."""
    rows = [row for row, text in enumerate(texts) if type(text) is not str]
    whole: list[str] = list(texts)  # type: ignore[arg-type]  # those in parts are replaced below
    parts = [texts[row] for row in rows]
    flat = list(chain.from_iterable(parts))
    words = [part if type(part) is str else part.text for part in flat]  # type: ignore[union-attr]
    at = 0
    for row, some in zip(rows, parts, strict=True):
        whole[row] = "".join(words[at : at + len(some)])
        at += len(some)
    return whole, rows, flat, words


def _entities(
    count: int, rows: list[int], sizes: list[int], flat: list[str | TextPart], words: list[str]
) -> pa.ListArray:
    """The column of entities, from the parts of the texts in `rows`, one after the other."""
    where = [at for at, one in enumerate(flat) if type(one) is TextPart and one.type != "plain"]
    entities: list[TextPart] = [flat[at] for at in where]  # type: ignore[misc]
    begins, lengths = _places(words, sizes)
    starts = begins[where]
    ends = starts + lengths[where]
    text_of = np.repeat(np.array(rows, np.int64), np.array(sizes, np.int64))[where]
    offsets = np.zeros(count + 1, np.int32)
    np.cumsum(np.bincount(text_of, minlength=count), out=offsets[1:])
    columns = ([one.type for one in entities], starts, ends, [_value_of(one) for one in entities])
    children = [pa.array(column, field.type) for column, field in zip(columns, _FIELDS, strict=True)]
    inner = pa.StructArray.from_arrays(children, fields=_FIELDS)
    return pa.ListArray.from_arrays(pa.array(offsets), inner, type=ENTITIES)


def _places(words: list[str], sizes: list[int]) -> tuple[Places, Places]:
    """Where each part begins in its text, and how long it is."""
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    begins = np.cumsum(lengths) - lengths
    size = np.array(sizes, np.int64)
    first = np.cumsum(size) - size  # number of the first part of each text
    of_text = np.append(begins, 0)[first]  # a text may have no parts at all
    return begins - np.repeat(of_text, size), lengths


def _value_of(part: TextPart) -> str | None:
    value = part.href or part.user_id or part.document_id or part.language
    return None if value is None or value == "" else str(value)
