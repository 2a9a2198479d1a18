"""The labelled messages that the weights of reading are fitted on, searched once, and how much each counts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from schakel.reading.language import detect_language
from schakel.reading.offers import search_text
from schakel.reading.places.find import find_places
from schakel.reading.terms.lexicon import load_lexicons
from schakel.reading.weighing.found import Found

HOME = Path(__file__).resolve().parents[1]
# How much a message counts by its kind. Ordinary messages outnumber all others in life; more weight than this costs
# more acts missed in trade chats than it saves false ones elsewhere (decision 24). "harder" are rounds of riddles, of rare goods and
# of acts without their usual words: of 3,195 acts of two rounds that were not fitted on .841 were told right with .7, .838 with 1.
WEIGHTS = {"ordinary": 1.0, "simulated": 0.4, "word": 0.4, "plain": 1.0, "title": 0.02, "harder": 0.7}
# Rounds that count otherwise: short lines of a market, and ordinary chat that is worded like them, lest the one grows at the cost of
# the other. The Turkish short lines count less: with more of them one in ten lines of Turkish chat was taken for praise.
ROUNDS = {"tr_60": 1.0, "_60": 2.0, "_61": 1.5, "_58": 4.5}
GOODS_WEIGHTS = {**WEIGHTS, "title": 0.06, "harder": 0.4}  # where it is told which words mean goods
HARDER_ROUNDS = (
    "_18",
    "_19",
    "_21",
    "_24",
    "_25",
    "_26",
    "_28",
    "_31",
    "_35",
    "_37",
    "_44",
    "_45",
    "_46",
    "_47",
    "_56",
)


@dataclass(frozen=True, slots=True)
class Message:
    """One labelled message with what the searches found in it."""

    label: dict[str, Any]
    found: Found
    language: str
    places: int


def load() -> list[Message]:
    files = [*sorted((HOME / "training" / "reading").glob("*.jsonl"))]
    files += sorted((HOME / "tests" / "gate" / "reading").glob("hard_*.jsonl"))
    labels = [
        json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()
    ]
    labels += [_single(number, word) for number, word in enumerate(ambiguous_words())]
    out = []
    for label in labels:
        found = search_text(label["text"])
        language, _ = detect_language(label["text"])
        out.append(Message(label, found, language, len(find_places(found.text, found.selectors))))
    return out


def ambiguous_words() -> list[str]:
    """Every fourth commodity word that also has an ordinary meaning."""
    words = {term.written for term in load_lexicons().terms if term.kind == "commodity" and term.ambiguous}
    return sorted(word for word in words if "*" not in word)[::4]


def _single(number: int, word: str) -> dict[str, Any]:
    return {"id": f"word-{number}", "text": word, "act": "none", "items": []}


def weights_of(messages: Sequence[Message], by_kind: Mapping[str, float] = WEIGHTS) -> np.ndarray[Any, Any]:
    """How much each message counts in fitting."""
    return np.array([_weight_of(m.label["id"].partition("-")[0], by_kind) for m in messages])


def _weight_of(kind: str, by_kind: Mapping[str, float]) -> float:
    for of_round, counts in ROUNDS.items():
        if kind.endswith(of_round):
            return counts
    return by_kind.get(kind, by_kind["harder"] if kind.endswith(HARDER_ROUNDS) else 1.0)
