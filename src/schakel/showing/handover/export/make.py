"""An export from beginning to end: gathered, written, counted, put into the ledger, and only then handed out."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schakel.custody.ledger import Ledger
from schakel.showing.handover.export.counts import AS_FIELDS, NO_PLACE
from schakel.showing.handover.export.formats import Format, format_called
from schakel.showing.handover.export.gather import Gathered, Report
from schakel.showing.handover.export.hiding import Hiding
from schakel.showing.handover.export.place import draft
from schakel.showing.handover.export.request import Asked
from schakel.showing.handover.export.scope import Scope
from schakel.showing.handover.handing import handing
from schakel.showing.known_names import known_names
from schakel.showing.pseudonyms import pseudonyms_of
from schakel.store.engine import Engine
from schakel.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported where, and what the ledger must know of it: why, on which ground, from where."""

    asked: Asked
    scope: Scope
    out: Path
    force: bool
    opened: bool
    why: str
    authorisation: str
    at: str


def export(
    engine: Engine, ledger: Ledger, workspace: Path, order: Order, report: Report = lambda *_: None
) -> dict[str, Any]:
    """Writes an export and gives what was written: files with their checksums, and the counts of each kind of row.

    Nothing stands at its place before its line stands in the ledger. SettingsError says what is in the way.
    """
    kind = format_called(order.asked.to)
    with (
        handing(ledger, order.out) as add,
        draft(order.out, workspace, force=order.force, owned=kind.files) as written,
    ):
        hiding = Hiding(opened=True) if order.opened else _hiding(engine, ledger, workspace)
        gathered = Gathered(engine, order.scope, hiding, written.scratch, report)
        kind.writer()(gathered, written.place, order.asked)
        _no_place(gathered, kind)
        told = {
            "files": written.files(),
            "counts": gathered.counts.told(),
            "changed": {name: count for name, count in sorted(gathered.counts.changed.items()) if count},
        }
        entry = add(
            "export",
            inputs=_inputs(order),
            outputs=told,
            settings=_settings(order) | {"pseudonyms": hiding.key},
        )
        written.publish()
    return _inputs(order) | told | {"out": str(order.out), "names": order.opened, "ledger": entry.seq}


def _hiding(engine: Engine, ledger: Ledger, workspace: Path) -> Hiding:
    return Hiding(known_names(engine), pseudonyms_of(Workspace(workspace), ledger))


def _no_place(gathered: Gathered, kind: Format) -> None:
    for name in gathered.counts.kinds():
        if name not in kind.holds:
            gathered.counts.rest(name, AS_FIELDS if name in kind.beside else NO_PLACE)


def _inputs(order: Order) -> dict[str, Any]:
    return {
        "to": order.asked.to,
        "scope": "workspace" if order.scope.whole else "named",
        "subjects": list(order.scope.subjects),
    }


def _settings(order: Order) -> dict[str, Any]:
    return {
        "names": order.opened,
        "identity": order.opened,
        "why": order.why,
        "authorisation": order.authorisation,
        "language": order.asked.language,
        "at": order.at,
    }
