"""Messages that people labelled: read from JSON lines, checked on the way in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from schakel.records.errors import SettingsError

_SEEN = ("", "dev")  # splits that may be looked at while rules are being written
LEARNT_FROM = frozenset({"hard"})  # sets that the weights of reading were fitted on, see training/README.md


class LabelledItem(msgspec.Struct, frozen=True):
    """One item that the message offers or asks for, as a person read it; quantity and price for the whole."""

    commodity: str | None = None
    quantity: float | None = None
    unit: str | None = None
    price: float | None = None
    currency: str | None = None
    scale: str | None = None


class LabelledSelector(msgspec.Struct, frozen=True):
    """One way to reach somebody that stands in the message."""

    type: str
    value: str


class Label(msgspec.Struct, frozen=True):
    """One message with what a person says it means; keys beyond these are left alone."""

    id: str
    text: str
    act: str
    items: tuple[LabelledItem, ...] = ()
    places: tuple[str, ...] = ()
    selectors: tuple[LabelledSelector, ...] = ()
    delivery: tuple[str, ...] = ()
    payment: tuple[str, ...] = ()
    split: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and the file it came from: `of` is the set (hard, fresh...), `language` its code or ""."""

    label: Label
    of: str
    language: str

    @property
    def learnt_from(self) -> bool:
        """Whether the weights of reading were fitted on the message, so that it measures nothing."""
        return self.of in LEARNT_FROM

    @property
    def kept_apart(self) -> bool:
        """Whether the message must stay unseen, since a message that was looked at measures nothing any more."""
        return self.of.startswith("fresh") or (self.label.split not in _SEEN and not self.learnt_from)


def find_labelled(given: Sequence[Path], folder: Path) -> list[Path]:
    """The files given; without any, the labelled messages that come with the source, if `folder` is a checkout."""
    if given:
        return list(given)
    found = sorted((folder / "tests" / "gate" / "reading").glob("*.jsonl"))
    if not found:
        raise SettingsError(
            "There are no labelled messages here to measure with.",
            means="Nothing was measured.",
            todo='Give a file with one JSON object a line, at least {"id": ..., "text": ..., "act": "offer"}; '
            'with "items", "places" and "selectors" those are measured too. '
            "Example: schakel evaluate reading labelled_nl.jsonl",
        )
    return found


def find_training(given: Sequence[Path], folder: Path) -> list[Path]:
    """The files to learn from that were given, or those that the weights of a checkout were fitted on."""
    return list(given) or sorted((folder / "training" / "reading").glob("*.jsonl"))


def read_labelled(files: Iterable[Path]) -> list[Labelled]:
    """All labelled messages in the order of files and lines; SettingsError names the line that cannot be used."""
    return [labelled for path in files for labelled in _of_file(path)]


def _of_file(path: Path) -> list[Labelled]:
    of, _, ending = path.stem.rpartition("_")
    coded = len(ending) == 2 and ending.isalpha() and bool(of)
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}.", todo="Check the name.") from error
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            label = _label(path, number, line)
            language = label.language or (ending if coded else "")
            found.append(Labelled(label, of if coded else path.stem, language))
    return found


def _label(path: Path, number: int, line: bytes) -> Label:
    try:
        return msgspec.json.decode(line, type=Label)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"Line {number} of {path} is no labelled message: {error}.",
            means="Nothing was measured, since a figure over part of a file would mislead.",
            todo='Each line is one JSON object with "id", "text" and "act".',
        ) from error
