"""That a workspace was measured stands in its ledger: messages and accounts are read for it, and every read is logged."""

from pathlib import Path

from schakel.showing.cli.session import Session, origin
from schakel.showing.printable import one_line


def look(session: Session, what: str, truth: Path | None = None) -> None:
    """Writes down that a workspace is read to measure `what`, and with which truth; call it before anything is read."""
    inputs = {} if truth is None else {"truth": one_line(str(truth), 400)}
    session.ledger.add("evaluate", inputs=inputs, settings={"what": what, "names": False, "at": origin()})
