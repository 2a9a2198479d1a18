"""Runs this room's SQL steps: one row per seller and family of facts, in the order of the sellers' numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import NamedTuple, TypeVar

import pyarrow as pa

from schakel.judging.weights import ghost_model
from schakel.judging.word_data import data_file
from schakel.store.engine import Engine, Parameter

Row = TypeVar("Row", bound=NamedTuple)

_SETTINGS = {
    "witnesses": ("new_days", "few_messages", "copied_letters"),
    "reputation": (
        *("trust_new", "trust_few", "trust_one_seller", "trust_copied", "trust_ring", "trust_competitor"),
        "listed_messages",
    ),
    "prices": ("price_other_sellers", "price_least_spread", "listed_messages"),
    "seller_texts": ("listed_messages",),
    "answers": ("listed_messages",),
    "payment": ("listed_messages",),
    "borrowed": ("listed_messages",),
    "assortment": ("listed_messages",),
    "supply": ("listed_messages",),
    "lives": ("listed_messages",),
    "trade": ("listed_messages",),
    "home_areas": ("listed_messages",),
}
# Each step sees the workspace's tables and the answers of the steps before it.
_NEEDS = {
    "subjects": (),
    "members": ("subjects",),
    "seller_texts": ("members",),
    "seller_items": ("seller_texts", "measures"),
    "replies": ("members",),
    "witnesses": ("members", "replies"),
    "text_marks": ("members", "seller_texts"),
    "moments": ("members",),
    "reputation": ("subjects", "witnesses", "seller_texts"),
    "answers": ("subjects", "replies"),
    "payment": ("subjects", "seller_texts"),
    "prices": ("subjects", "seller_items"),
    "borrowed": ("subjects", "members", "seller_texts"),
    "assortment": ("subjects", "seller_texts", "seller_items", "text_marks", "groups"),
    "supply": ("subjects", "seller_texts", "seller_items", "text_marks"),
    "lives": ("subjects", "members", "witnesses", "seller_texts"),
    "trade": ("subjects", "seller_texts", "seller_items", "text_marks", "groups"),
    "home_areas": ("seller_texts", "dialling"),
}


@dataclass(slots=True)
class Facts:
    """The facts of one workspace, each step done once and only when something asks for it."""

    engine: Engine
    _done: dict[str, pa.Table] = field(default_factory=dict)

    def table(self, step: str) -> pa.Table:
        """The answer of one step."""
        if step not in self._done:
            given = _given(step)
            self._done[step] = given if given is not None else self._run(step)
        return self._done[step]

    def rows(self, step: str, kind: type[Row]) -> Iterator[Row]:
        """One named tuple per seller, with the columns that `kind` names."""
        table = self.table(step)
        columns = [table.column(name).to_pylist() for name in kind._fields]
        return map(kind._make, zip(*columns, strict=True))

    def put(self, step: str, answer: pa.Table) -> None:
        """Adds facts that were not made by SQL; one row per seller."""
        self._done[step] = answer

    def _run(self, step: str) -> pa.Table:
        tables = {name: self.table(name) for name in _NEEDS[step]}
        return self.engine.step(
            files("schakel.judging.sql") / f"{step}.sql", parameters=_parameters(step), tables=tables
        )


def _parameters(step: str) -> dict[str, Parameter] | None:
    if step == "text_marks":
        words = data_file("trade_signs.toml", "trade-signs")["words"]
        any_of_all = "|".join(f"(?:{words[name]})" for name in sorted(words))
        return {"any_of_all": any_of_all, **{str(name): str(pattern) for name, pattern in words.items()}}
    limits = ghost_model().limits
    found: dict[str, Parameter] = {
        ("most" if name == "listed_messages" else name): limits[name] for name in _SETTINGS.get(step, ())
    }
    return found or None


def _given(name: str) -> pa.Table | None:
    signs = data_file("trade_signs.toml", "trade-signs")
    if name == "measures":
        rows = sorted((unit, measure, factor) for unit, (measure, factor) in signs["measure"].items())
        return _columns(rows, unit=pa.string(), measure=pa.string(), factor=pa.float64())
    if name == "groups":
        pairs = sorted((goods, kind) for kind, names in signs["groups"].items() for goods in names)
        return _columns(pairs, commodity=pa.string(), kind=pa.string())
    if name == "dialling":
        areas = data_file("dialling_nl.toml", "dialling")["areas"]
        return _columns(areas, code=pa.string(), province=pa.string(), municipality=pa.string())
    return None


def _columns(rows: Sequence[Sequence[object]], **types: pa.DataType) -> pa.Table:
    columns = zip(*rows, strict=True)
    return pa.table(
        {name: pa.array(column, kind) for (name, kind), column in zip(types.items(), columns, strict=True)}
    )
