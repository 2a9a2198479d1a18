"""The formats of exports: what each is called, whether it is a file or a folder, and which kinds of rows it has a place for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from schakel.records.errors import UsageError
from schakel.showing.handover.export.csv_tables import names
from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.request import Asked

Writer = Callable[[Gathered, Path, Asked], None]
_NETWORK = frozenset({"accounts", "sellers", "members", "chats", "selectors", "links"})
_TABLES = _NETWORK | {"sources", "campaigns", "messages", "items", "findings", "leads", "identity_leads"}


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module that writes it, the kinds of rows that it has a place for, and the files that it is made of if it is a folder."""

    module: str
    holds: frozenset[str]
    files: frozenset[str] = frozenset()  # of a folder
    beside: frozenset[str] = frozenset()  # kinds that stand as fields of others
    ending: str = ""  # of the name of a file

    def writer(self) -> Writer:
        """What writes it."""
        write: Writer = import_module(f"schakel.showing.handover.export.{self.module}").write
        return write


FORMATS: Mapping[str, Format] = {
    "csv": Format("csv_tables", _TABLES, files=frozenset(names())),
    "ftm": Format("ftm", _TABLES, ending=".jsonl"),
    "misp": Format("misp", _TABLES, ending=".json"),
    "stix": Format("stix", _TABLES, ending=".json"),
    "xlsx": Format("xlsx", _TABLES, ending=".xlsx"),
    "case": Format("case_uco", _TABLES, ending=".jsonld"),
    "graphml": Format("graphml", _NETWORK, ending=".graphml"),
    "gexf": Format("gexf", _NETWORK, ending=".gexf"),
    "timesketch": Format(
        "timesketch",
        frozenset({"messages", "items"}),
        beside=frozenset({"sellers", "members", "sources"}),
        ending=".jsonl",
    ),
}


def format_called(name: str) -> Format:
    """The format of a name; UsageError if there is none."""
    if name not in FORMATS:
        raise UsageError(
            f'There is no format "{name[:40]}".',
            means="Nothing was written.",
            todo=f"Formats are: {', '.join(FORMATS)}.",
        )
    return FORMATS[name]


def usual_place(name: str) -> Path:
    """Where an export is written if no place is named: beside whoever asks, by the name of its format."""
    return Path(f"export-{name}{format_called(name).ending}")
