"""The line in the ledger that stands before what it is about: where that does not come to its place, the ledger says so too."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from schakel.custody.handed_out import FAILED
from schakel.custody.ledger import Ledger
from schakel.records.errors import SettingsError
from schakel.records.facts import LedgerEntry

Add = Callable[..., LedgerEntry]


@contextmanager
def handing(ledger: Ledger, out: Path) -> Iterator[Add]:
    """Gives what adds the line, as `Ledger.add` does. If anything fails behind it, a second line takes the first one back.

    What is half made must be cleared away within: on a disk that is full that makes the room for the second line. SettingsError where
    what was handed out could not be put at `out`.
    """
    added: list[LedgerEntry] = []

    def add(act: str, **said: object) -> LedgerEntry:
        added.append(ledger.add(act, **said))  # type: ignore[arg-type]
        return added[-1]

    try:
        yield add
    except (
        BaseException
    ) as error:  # also Ctrl-C: what the ledger was told is taken back by another line; it goes on up
        for entry in added:
            said = {"because": _because(error)}
            ledger.add(entry.act + FAILED, inputs={**entry.inputs, "entry": entry.seq}, outputs=said)
        if added and isinstance(error, OSError):
            raise SettingsError(
                f"{out} could not be put in its place: {error.strerror}.",
                means=f"Nothing was handed out; the ledger says so behind its entry {added[-1].seq}.",
                todo="Make room or name another place with -o, and do it again.",
            ) from error
        raise


def _because(error: BaseException) -> str:
    """Why it failed, without the names of files."""
    cause = error if isinstance(error, OSError) else error.__cause__
    return (cause.strerror if isinstance(cause, OSError) else None) or type(error).__name__
