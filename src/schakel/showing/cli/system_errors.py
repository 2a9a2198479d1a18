"""What the operating system refused (no right, no room, no folder), in words of a person; it is no fault of the program."""

import errno
import os
from collections.abc import Iterator

_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# Engines and databases give the words of the system and no number.
_IN_WORDS = (
    ("no space left on device", _NO_ROOM),
    ("database or disk is full", _NO_ROOM),
    ("file too large", _NO_ROOM),
    ("disk i/o error", _NO_ROOM),  # of SQLite, also where files may not grow
    ("permission denied", _NO_RIGHT),
    ("readonly database", _NO_RIGHT),
    ("read-only file system", _NO_RIGHT),
    ("unable to open database file", _NO_RIGHT),
)


def said_by_the_system(error: BaseException) -> tuple[str, str, str] | None:
    """What happened, what it means, what to do, if a right, room or the folder that one works in is missing; else None."""
    if isinstance(error, FileNotFoundError) and error.filename is None and _nowhere():
        return (
            "The folder in which you typed this is gone.",
            "It was removed or renamed since you went there, so a path that does not begin with / leads nowhere.",
            "Go to a folder that there is (cd), and type the same command again.",
        )
    for one in _and_its_causes(error):
        number = one.errno if isinstance(one, OSError) else None
        words = str(one).lower()
        kind = next((kind for text, kind in _IN_WORDS if text in words), ())
        place = f"{one.filename}: " if isinstance(one, OSError) and one.filename else ""
        what = (
            one.strerror
            if isinstance(one, OSError) and one.strerror
            else str(one).splitlines()[0][:200]
            if str(one)
            else ""
        )
        if number in _NO_RIGHT or kind is _NO_RIGHT:
            return (
                f"A file cannot be read or written: {place}{what}.",
                "What was finished before is kept.",
                "Ask for the right to it, or copy it to a folder of yours and work there.",
            )
        if number in _NO_ROOM or kind is _NO_ROOM:
            return (
                f"A file cannot be written to its end: {place}{what}.",
                "The disk is full or fails, or files may not be this large. What was finished before is kept.",
                "Make room, and type the same command again to go on.",
            )
    return None


def _nowhere() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 - nothing is made of it
    except FileNotFoundError:
        return True
    return False


def _and_its_causes(error: BaseException) -> Iterator[BaseException]:
    one: BaseException | None = error
    while one is not None:
        yield one
        one = one.__cause__ or one.__context__
