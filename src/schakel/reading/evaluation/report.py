"""The whole measurement in one record: the reading, and two simple methods beside it in the same run."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain, islice
from typing import Any, TypeVar

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

Read = TypeVar("Read")

READING, KEYWORDS, STATISTICS = "reading", "keyword list", "TF-IDF + logistic regression"
_BATCH = 500
_FEW = 4  # batches: less than these are read sooner than another process has loaded the word lists
_LEAST_LESSONS = 200  # messages; fewer teach word statistics too little


@dataclass(frozen=True, slots=True)
class Method:
    """What one method reached over the messages that are measured.

    `calibration` asks whether a message carries any act; `act_reliability` whether, where an act is found, it
    is that one.
    """

    name: str
    figures: Figures
    macro_f1_acts: float
    calibration: Calibration | None
    act_reliability: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All figures, with what each method found, for the misread messages.

    Measured is on messages that nothing was fitted on, unless there are no others; `sets` shows all.
    """

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
    learn: Sequence[Labelled] = (),
    baselines: bool = True,
) -> Report:
    """The figures of the reading over these messages and, unless left out, of the two simple methods.

    TF-IDF learns from the messages in `learn` and from those that the weights of reading were fitted on, as the
    reading did; without any, from the measured ones in turns.
    """
    if not labelled:
        raise SettingsError("The files hold no labelled messages.", means="Nothing was measured.")
    workers = workers or Workers(1)
    said, languages = _by_reading(labelled, ordinary, workers)
    methods = [said, *(_by_simple_methods(labelled, ordinary, learn) if baselines else ())]
    at = [number for number, one in enumerate(labelled) if not one.learnt_from] or list(range(len(labelled)))
    measured, found = [labelled[number] for number in at], [said.labelled[number] for number in at]
    labels = [one.label for one in measured]
    return Report(
        methods=tuple(_method(labels, one.name, [one.labelled[number] for number in at]) for one in methods),
        acts=by_act(labels, found),
        commodities=by_commodity(labels, found),
        languages=by_group(measured, found, language),
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
    found = list(_each(workers, by_reading_many, (one.label.text for one in labelled)))
    beside = list(_each(workers, acts_of, (message.text for message in ordinary)))
    languages = [message.language or read for message, (_, read) in zip(ordinary, beside, strict=True)]
    return _Said(READING, found, [act for act, _ in beside]), languages


def _by_simple_methods(
    labelled: Sequence[Labelled], ordinary: Sequence[Ordinary], learn: Sequence[Labelled]
) -> Iterator[_Said]:
    texts = [message.text for message in ordinary]
    yield _Said(
        KEYWORDS,
        [by_keywords(one.label.text) for one in labelled],
        [by_keywords(text).act for text in texts],
    )
    if is_installed():
        lessons = [one.label for one in (*learn, *(one for one in labelled if one.learnt_from))]
        enough = len(lessons) >= _LEAST_LESSONS
        answers: Answers = by_word_statistics(
            [one.label for one in labelled], texts, lessons if enough else None
        )
        yield _Said(STATISTICS, answers.labelled, answers.ordinary)


def _method(labels: Sequence[Label], name: str, found: Sequence[Found]) -> Method:
    acts = by_act(labels, found).values()
    return Method(name, figures(labels, found), macro_f1(acts), *_honesty(labels, found))


def _honesty(labels: Sequence[Label], found: Sequence[Found]) -> tuple[Calibration | None, tuple[Bin, ...]]:
    """Whether the probabilities of a method are honest; nothing for one that gives none."""
    chances = [one.probability for one in found if one.probability is not None]
    if len(chances) < len(labels):
        return None, ()
    acts = [
        (one.score, one.act == label.act)
        for one, label in zip(found, labels, strict=True)
        if one.act != "none" and one.score is not None
    ]
    return (
        calibrate(chances, [one.log10_lr for one in found], [label.act != "none" for label in labels]),
        reliability([score for score, _ in acts], [right for _, right in acts]),
    )


def _each(
    workers: Workers, read: Callable[[tuple[str, ...]], Iterable[Read]], texts: Iterable[str]
) -> Iterator[Read]:
    """What is read in each text; few texts are read in this process."""
    batches = _batches(texts)
    first = list(islice(batches, _FEW))
    by = workers.here if len(first) < _FEW else workers.run
    return chain.from_iterable(by(read, chain(first, batches)))


def _batches(texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    rest = iter(texts)
    while batch := tuple(islice(rest, _BATCH)):
        yield batch
