"""The eight figures over the hand-labelled messages that must never fall."""

from collections.abc import Sequence
from pathlib import Path

from schakel.reading.evaluation.figures import headline
from schakel.reading.evaluation.found import by_reading
from schakel.reading.evaluation.labels import Labelled, read_labelled

FOLDER = Path(__file__).parent


def labelled_messages(kind: str = "fresh") -> list[Labelled]:
    """The hand-labelled messages of a set that the weights are not fitted on, in a fixed order."""
    return read_labelled(sorted(FOLDER.glob(f"{kind}_*.jsonl")))


def score(messages: Sequence[Labelled]) -> dict[str, float]:
    """The figures over these messages, each between 0 and 1."""
    labels = [message.label for message in messages]
    return headline(labels, [by_reading(label.text) for label in labels])
