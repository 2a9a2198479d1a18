"""The photos of a market: who posts which picture, and the files beside a small export."""

from pathlib import Path

from schakel.simulating.clock import written
from schakel.simulating.pictures import HEIGHT, WIDTH, picture
from schakel.simulating.tdesktop import NOT_INCLUDED, Layout


class Album:
    """Gives the JSON lines of a photo. An account that posts a picture again refers to the same file;
    another account that posts it has uploaded it anew and has a file of its own, with the same bytes.
    """

    def __init__(self, folder: Path | None, seed: int, layout: Layout) -> None:
        self._folder = folder
        self._seed = seed
        self._layout = layout
        self._files: dict[tuple[int, str], tuple[str, int]] = {}
        self._bytes: dict[str, bytes] = {}

    @property
    def count(self) -> int:
        """Files written."""
        return len(self._files)

    def lines(self, account_tg_id: int, name: str, at: int) -> str:
        """The photo lines of a post. `name` is the picture, with `~` behind it for a copy saved again."""
        if self._folder is None:
            return self._layout.photo(NOT_INCLUDED, 3000 + len(name) * 7, WIDTH, HEIGHT)
        key = (account_tg_id, name)
        if key not in self._files:
            self._files[key] = self._write(name, at)
        path, size = self._files[key]
        return self._layout.photo(path, size, WIDTH, HEIGHT)

    def _write(self, name: str, at: int) -> tuple[str, int]:
        if name not in self._bytes:
            self._bytes[name] = picture(self._seed, name.rstrip("~"), 11 if name.endswith("~") else 8)
        day, clock = written(at).split("T")
        stamp = f"{day[8:]}-{day[5:7]}-{day[:4]}_{clock.replace(':', '-')}"
        path = f"photos/photo_{len(self._files) + 1}@{stamp}.jpg"
        folder = self._folder
        if folder is not None:
            (folder / path).write_bytes(self._bytes[name])
        return path, len(self._bytes[name])
