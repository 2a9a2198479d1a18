"""What an arrival says in words: which files could not be read at all, and what they seem to be."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from schakel.intake.detect import FORMATS, name_of_other
from schakel.intake.quarantine import glimpse
from schakel.intake.sealing import SealedSource

_NAMED = 5  # files, and chats, that are named one by one; the rest are counted
_HEAD = 400  # bytes of which a glimpse is given


def what_it_seems(path: Path) -> str:
    """What a file that cannot be read seems to be, or else how it begins."""
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    return name_of_other(path) or f"no export that is known: {glimpse(head)}"


def notes_of(
    brought: Sequence[SealedSource],
    sealed: Path,
    of_chats: Sequence[tuple[frozenset[str], str]],
    back: Sequence[tuple[str, str]] = (),
) -> tuple[str, ...]:
    """Of what was brought: what had been removed or destroyed before, files that nobody can read, with what they seem to be,
    and what came of chats of one name.
    """
    strange = [source for source in brought if source.format not in FORMATS]
    said = (
        f"Not read: {glimpse(one.name)} ({what_it_seems(sealed / one.sha256)})." for one in strange[:_NAMED]
    )
    ids = {source.sha256 for source in brought}
    told = [note for sources, note in of_chats if not ids.isdisjoint(sources)]
    again = (f"Out of use since {day}, and held anew: {glimpse(name)}." for name, day in back[:_NAMED])
    return (
        *_and_more(again, len(back), "files that were out of use and are held anew"),
        *_and_more(said, len(strange), "files that are not read: see the table of what was set apart"),
        *_and_more(told[:_NAMED], len(told), "chats of which the like was found"),
    )


def _and_more(said: Iterable[str], count: int, what: str) -> Iterator[str]:
    yield from said
    if count > _NAMED:
        yield f"And {count - _NAMED} more {what}."
