"""Builds the table of findings: every claim with its numbers, its words and the grounds it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.judging.facts import Facts
from schakel.judging.weights import ghost_model
from schakel.records.columns import REASONS
from schakel.records.conclusions import FINDINGS
from schakel.records.ids import make_id
from schakel.records.tables import check

MARKET = ("market", "all")  # the data at hand as a whole
_MESSAGES = pa.list_(pa.string())


class Ground(NamedTuple):
    """One named piece of evidence; its messages stand in a column of a step's answer, at a row."""

    rule: str
    weight: float
    detail: str
    step: str = ""
    column: str = ""
    row: int = 0


class Finding(NamedTuple):
    """One conclusion about one seller, or about what `about` names (kind and id)."""

    seller_no: int
    kind: str
    value: float
    low: float
    high: float
    label: str
    words: str
    grounds: Sequence[Ground]
    words_nl: str = ""
    about: tuple[str, str] | None = None


@dataclass(slots=True)
class Findings:
    """Collects findings and makes one table of them, sorted by subject, kind and label."""

    facts: Facts
    _keys: list[tuple[tuple[str, str], str, str]] = field(default_factory=list)
    _rows: list[pa.Table] = field(default_factory=list)

    def extend(self, found: Sequence[Finding]) -> None:
        """Adds findings, in any order; their grounds must be there.

        Rows are made here and not at the end: here the next facts are looked up meanwhile, there another core would wait.
        """
        sellers = self.facts.table("subjects").column("seller_id").to_pylist()
        about = [one.about or ("seller", sellers[one.seller_no]) for one in found]
        self._keys += [(subject, one.kind, one.label) for subject, one in zip(about, found, strict=True)]
        self._rows.append(self._made(about, found))

    def table(self) -> pa.Table:
        """All findings so far."""
        order = sorted(range(len(self._keys)), key=self._keys.__getitem__)
        rows = pa.concat_tables([FINDINGS.empty_table(), *self._rows]).combine_chunks()
        return check(rows.take(pa.array(order, pa.int64())), "findings")

    def _made(self, about: Sequence[tuple[str, str]], found: Sequence[Finding]) -> pa.Table:
        numbers = {
            name: pa.array([round(getattr(one, name), 6) for one in found], pa.float64())
            for name in ("value", "low", "high")
        }
        texts = {name: [getattr(one, name) for one in found] for name in ("kind", "label", "words")}
        ids = [make_id("f", *subject, one.kind, one.label) for subject, one in zip(about, found, strict=True)]
        columns = {
            "finding_id": pa.array(ids, pa.string()),
            "subject_kind": pa.array([kind for kind, _ in about], pa.string()),
            "subject_id": pa.array([subject for _, subject in about], pa.string()),
            "reasons": self._reasons([one.grounds for one in found]),
            "words_nl": pa.array([one.words_nl or None for one in found], pa.string()),
        }
        columns |= numbers | {name: pa.array(column, pa.string()) for name, column in texts.items()}
        return pa.table(columns, schema=FINDINGS)

    def _reasons(self, grounds: list[Sequence[Ground]]) -> pa.Array:
        flat = [ground for some in grounds for ground in some]
        rules = pa.array([g.rule for g in flat], pa.string())
        weights = pa.array([round(g.weight, 6) for g in flat], pa.float64())
        nothing = pa.nulls(len(flat), pa.int32())
        details = pa.array([g.detail for g in flat], pa.string())
        parts = [rules, weights, nothing, nothing, details, self._messages(flat)]
        offsets = np.cumsum([0, *(len(some) for some in grounds)], dtype=np.int32)
        fields = [REASONS.value_type.field(i) for i in range(REASONS.value_type.num_fields)]
        structs = pa.StructArray.from_arrays(parts, fields=fields)
        return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), structs).cast(REASONS)

    def _messages(self, flat: list[Ground]) -> pa.Array:
        places: dict[tuple[str, str], list[int]] = {}
        for position, ground in enumerate(flat):
            places.setdefault((ground.step, ground.column), []).append(position)
        pieces, order = [], []
        for (step, column), positions in places.items():
            order += positions
            rows = pa.array([flat[position].row for position in positions], pa.int64())
            pieces.append(self._listed(step, column, rows))
        joined = pa.chunked_array(pieces, _MESSAGES)
        back = np.empty(len(order), np.int64)
        back[order] = np.arange(len(order))
        return joined.take(pa.array(back)).combine_chunks()

    def _listed(self, step: str, column: str, rows: pa.Array) -> pa.Array:
        if not column:
            return pa.array([[]] * len(rows), _MESSAGES)
        lists = self.facts.table(step).column(column).combine_chunks().take(rows)
        if pa.types.is_integer(lists.type.value_type):
            return self._copies_of(lists)
        lists = lists.cast(_MESSAGES)
        # A missing list has no length; as an empty list it reads the same and never surprises a reader.
        lengths = pc.fill_null(pc.list_value_length(lists), 0).to_numpy()
        offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        return pa.ListArray.from_arrays(pa.array(offsets), lists.flatten())

    def _copies_of(self, texts: pa.Array) -> pa.Array:
        """Lists of messages from lists of places in `seller_texts`: the copies, as many as one reason lists."""
        copies = self.facts.table("seller_texts").column("messages").combine_chunks()
        starts, sizes = copies.offsets.to_numpy()[:-1], np.diff(copies.offsets.to_numpy())
        text = texts.flatten().to_numpy().astype(np.int64)
        owner = np.repeat(np.arange(len(texts)), pc.fill_null(pc.list_value_length(texts), 0).to_numpy())
        size = sizes[text].astype(np.int64)
        within = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
        place, owner = np.repeat(starts[text], size) + within, np.repeat(owner, size)
        counts = np.bincount(owner, minlength=len(texts))
        rank = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
        kept = rank < int(ghost_model().limits["listed_messages"])
        counts = np.bincount(owner[kept], minlength=len(texts))
        offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
        return pa.ListArray.from_arrays(pa.array(offsets), copies.values.take(pa.array(place[kept])))
