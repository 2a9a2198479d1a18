"""What comes through a pipe can be read once only; it is set down for as long as a command looks at it."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def set_down(path: Path) -> Iterator[Path]:
    """A file of the same bytes that can be read again: of `-` (standard input), /dev/stdin and <(...); a file is itself.

    What is set down can be read by its user alone, and is gone at the end.
    """
    if path != Path("-") and not (path.is_fifo() or path.is_char_device() or path.is_socket()):
        yield path
        return
    with TemporaryDirectory() as folder:
        held = Path(folder) / "standard input"
        with held.open("wb") as file:
            if path == Path("-"):
                shutil.copyfileobj(sys.stdin.buffer, file)
            else:
                with path.open("rb") as given:
                    shutil.copyfileobj(given, file)
        yield held
