"""Labels and findings made for the tests."""

from typing import Any

from schakel.reading.evaluation.found import Found
from schakel.reading.evaluation.labels import Label, Labelled, LabelledItem, LabelledSelector


def label(act: str = "offer", *items: tuple[Any, ...], **more: Any) -> Label:
    """A label; items are (commodity, quantity, unit, price)."""
    return Label(more.pop("id", "m"), more.pop("text", "text"), act, made(*items), **more)


def found(act: str = "offer", *items: tuple[Any, ...], **more: Any) -> Found:
    """A finding; items are (commodity, quantity, unit, price)."""
    return Found(act, items=made(*items), **more)


def made(*items: tuple[Any, ...]) -> tuple[LabelledItem, ...]:
    return tuple(LabelledItem(*item) for item in items)


def in_set(one: Label, of: str = "mine", language: str = "nl") -> Labelled:
    return Labelled(one, of, language)


def name(value: str) -> LabelledSelector:
    return LabelledSelector("username", value)
