"""The whole measurement in one record: the reading, and two simple methods beside it in the same run."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from schakel.reading.evaluation.calibration import Bin, Calibration, calibrate, reliability
from schakel.reading.evaluation.false_alarms import FalseAlarms, false_alarms
from schakel.reading.evaluation.figures import (
    Figures,
    by_act,
    by_commodity,
    by_group,
    figures,
    language,
    macro_f1,
    whole,
)
from schakel.reading.evaluation.found import Found, acts_of, by_reading_many
from schakel.reading.evaluation.intervals import Quality
from schakel.reading.evaluation.keyword_list import by_keywords
from schakel.reading.evaluation.labels import Label, Labelled
from schakel.reading.evaluation.ordinary import Ordinary
from schakel.reading.evaluation.word_statistics import ABSENT, Answers, by_word_statistics, is_installed
from schakel.records.errors import SettingsError
from schakel.store.workers import Workers

READING, KEYWORDS, STATISTICS = "reading", "keyword list", "TF-IDF + logistic regression"
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Method:
    """What one method reached: over all messages, and over those that nobody looked at while writing rules.

    `calibration` asks whether a message carries any act; `act_reliability` whether, where an act is found, it
    is that one.
    """

    name: str
    all: Figures
    held: Figures | None
    macro_f1_acts: float
    calibration: Calibration | None
    act_reliability: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All figures, with what each method found, for the misread messages."""

    methods: tuple[Method, ...]
    acts: dict[str, Quality]
    commodities: dict[str, Quality]
    languages: dict[str, Figures]
    sets: dict[str, Figures]
    false_alarms: tuple[FalseAlarms, ...]
    notes: tuple[str, ...]
    found: tuple[Found, ...]
    ordinary_acts: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The figures as a record for machines; no text of a message is in it."""
        return {key: value for key, value in asdict(self).items() if key not in {"found", "ordinary_acts"}}


@dataclass(frozen=True, slots=True)
class _Said:
    """The answers of one method."""

    name: str
    labelled: list[Found]
    ordinary: list[str]


def evaluate(
    labelled: Sequence[Labelled],
    ordinary: Sequence[Ordinary] = (),
    workers: Workers | None = None,
    *,
    baselines: bool = True,
) -> Report:
    """The figures of the reading over these messages and, unless left out, of the two simple methods."""
    if not labelled:
        raise SettingsError("The files hold no labelled messages.", means="Nothing was measured.")
    workers = workers or Workers(1)
    said, languages = _by_reading(labelled, ordinary, workers)
    methods = [said, *(_by_simple_methods(labelled, ordinary) if baselines else ())]
    labels = [one.label for one in labelled]
    return Report(
        methods=tuple(_method(labelled, one) for one in methods),
        acts=by_act(labels, said.labelled),
        commodities=by_commodity(labels, said.labelled),
        languages=by_group(labelled, said.labelled, language),
        sets=by_group(labelled, said.labelled, whole),
        false_alarms=tuple(row for one in methods for row in false_alarms(one.name, languages, one.ordinary)),
        notes=() if not baselines or is_installed() else (ABSENT,),
        found=tuple(said.labelled),
        ordinary_acts=tuple(said.ordinary),
    )


def _by_reading(
    labelled: Sequence[Labelled], ordinary: Sequence[Ordinary], workers: Workers
) -> tuple[_Said, list[str]]:
    """What the reading says, and the language of each ordinary message: as given, or else as read."""
    texts = _batches(one.label.text for one in labelled)
    found = [one for batch in workers.run(by_reading_many, texts) for one in batch]
    beside = [one for batch in workers.run(acts_of, _batches(m.text for m in ordinary)) for one in batch]
    languages = [message.language or read for message, (_, read) in zip(ordinary, beside, strict=True)]
    return _Said(READING, found, [act for act, _ in beside]), languages


def _by_simple_methods(labelled: Sequence[Labelled], ordinary: Sequence[Ordinary]) -> Iterator[_Said]:
    texts = [message.text for message in ordinary]
    yield _Said(
        KEYWORDS,
        [by_keywords(one.label.text) for one in labelled],
        [by_keywords(text).act for text in texts],
    )
    if is_installed():
        answers: Answers = by_word_statistics([one.label for one in labelled], texts)
        yield _Said(STATISTICS, answers.labelled, answers.ordinary)


def _method(labelled: Sequence[Labelled], said: _Said) -> Method:
    labels = [one.label for one in labelled]
    apart = [number for number, one in enumerate(labelled) if one.kept_apart]
    return Method(
        said.name,
        figures(labels, said.labelled),
        figures([labels[n] for n in apart], [said.labelled[n] for n in apart]) if apart else None,
        macro_f1(by_act(labels, said.labelled).values()),
        *_honesty(labels, said.labelled),
    )


def _honesty(labels: Sequence[Label], found: Sequence[Found]) -> tuple[Calibration | None, tuple[Bin, ...]]:
    """Whether the probabilities of a method are honest; nothing for one that gives none."""
    chances = [one.probability for one in found if one.probability is not None]
    if len(chances) < len(labels):
        return None, ()
    acts = [
        (c, one.act == label.act)
        for c, one, label in zip(chances, found, labels, strict=True)
        if one.act != "none"
    ]
    return (
        calibrate(chances, [one.log10_lr for one in found], [label.act != "none" for label in labels]),
        reliability([chance for chance, _ in acts], [right for _, right in acts]),
    )


def _batches(texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    rest = iter(texts)
    while batch := tuple(islice(rest, _BATCH)):
        yield batch
