"""The misread messages, with what was expected and what was found, for an analyst to look at."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from schakel.reading.evaluation.comparing import MEASURES
from schakel.reading.evaluation.found import Found
from schakel.reading.evaluation.labels import Label, Labelled
from schakel.reading.evaluation.ordinary import Ordinary
from schakel.reading.evaluation.report import Report

_LOOKED_AT = ("quantity-unit-price", "commodity", "selector", "place", "delivery and payment")


def misread(
    labelled: Sequence[Labelled], ordinary: Sequence[Ordinary], report: Report, *, kept_apart: bool = False
) -> Iterator[bytes]:
    """One JSON line for each misread message.

    Messages that are kept apart for measuring are left out unless asked for: whoever looks at them to mend a
    rule can no longer measure with them.
    """
    for one, found in zip(labelled, report.found, strict=True):
        wrong = _wrong(one.label, found)
        if wrong and (kept_apart or not one.kept_apart):
            yield _line(
                {"id": one.label.id, "language": one.language, "wrong": wrong, "text": one.label.text}
                | {"expected": _expected(one.label), "found": _found(found)}
            )
    for message, act in zip(ordinary, report.ordinary_acts, strict=True):
        if act != "none":
            yield _line(
                {"id": f"{message.file}:{message.line}", "language": message.language}
                | {"wrong": ["false alarm"], "text": message.text}
                | {"expected": {"act": "none"}, "found": {"act": act}}
            )


def _wrong(label: Label, found: Found) -> list[str]:
    """What was misread: the act, and each measure in which labels and findings differ."""
    names = ["act"] if label.act != found.act else []
    for name in _LOOKED_AT:
        expected, given = MEASURES[name](label, found)
        if expected != given:
            names.append(name)
    return names


def _expected(label: Label) -> dict[str, Any]:
    return {
        "act": label.act,
        "items": label.items,
        "places": sorted(set(label.places)),
        "selectors": sorted((one.type, one.value) for one in label.selectors),
        "delivery": sorted(label.delivery),
        "payment": sorted(label.payment),
    }


def _found(found: Found) -> dict[str, Any]:
    return {
        "act": found.act,
        "probability": None if found.probability is None else round(found.probability, 4),
        "items": found.items,
        "places": sorted(found.places),
        "selectors": sorted(found.selectors),
        "delivery": sorted(found.delivery),
        "payment": sorted(found.payment),
    }


def _line(record: dict[str, Any]) -> bytes:
    return msgspec.json.encode(record) + b"\n"
