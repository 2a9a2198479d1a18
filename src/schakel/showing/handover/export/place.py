"""Where an export is written: beside its place first, and moved there when all of it stands and is in the ledger."""

import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from schakel.records.errors import SettingsError

_PRIVATE, _PRIVATE_FILE = 0o700, 0o600  # as of a package


@dataclass(frozen=True, slots=True)
class Draft:
    """An export that is being written: `place` is where, `scratch` a folder for what is needed meanwhile."""

    place: Path
    scratch: Path
    final: Path
    force: bool

    def files(self) -> list[dict[str, str | int]]:
        """Each file of it with size and sha256, by name."""
        found = sorted(self.place.rglob("*")) if self.place.is_dir() else [self.place]
        return [
            {"name": _name(self.place, file), "bytes": file.stat().st_size, "sha256": _digest(file)}
            for file in found
            if file.is_file()
        ]

    def publish(self) -> None:
        """Moves it into its place, over an earlier one if that is wished; only who made it may open it."""
        for made in (self.place, *(self.place.rglob("*") if self.place.is_dir() else ())):
            made.chmod(_PRIVATE if made.is_dir() else _PRIVATE_FILE)
        if self.final.is_dir() and not self.final.is_symlink():
            shutil.rmtree(self.final)
        self.place.replace(self.final)


@contextmanager
def draft(out: Path, workspace: Path, *, force: bool, owned: Collection[str]) -> Iterator[Draft]:
    """A place to write; what was written there is gone afterwards unless it was published.

    SettingsError if something stands at `out` that may not be replaced, or if it lies in the workspace. `owned` are the names of
    files that a folder of an earlier export may hold.
    """
    _free(out, workspace, force=force, owned=owned)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{out.name[:40]}-", dir=out.parent))
    except OSError as error:
        raise SettingsError(
            f"{out} cannot be written: {error.strerror}.",
            means="Nothing was written.",
            todo="Name another place.",
        ) from error
    try:
        scratch = staging / "scratch"
        scratch.mkdir()
        yield Draft(staging / out.name, scratch, out, force)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _free(out: Path, workspace: Path, *, force: bool, owned: Collection[str]) -> None:
    whole = out.absolute().resolve()
    inside = workspace.resolve()
    if whole == inside or inside in whole.parents or whole in inside.parents:
        raise SettingsError(
            f"{out} lies in the workspace, or the workspace in it.",
            means="Nothing was written: a workspace holds its own files only.",
            todo="Name a place outside of it with -o.",
        )
    if not (out.exists() or out.is_symlink()):
        return
    if not force:
        raise SettingsError(
            f"{out} is there already.",
            means="Nothing was written.",
            todo="Name another place, or add --force to replace it.",
        )
    if out.is_dir() and (not owned or {one.name for one in out.iterdir()} - set(owned)):
        raise SettingsError(
            f"{out} is a folder that holds other things than an export of this kind.",
            means="Nothing was replaced.",
            todo="Name another place.",
        )


def _name(place: Path, file: Path) -> str:
    return file.name if file == place else f"{place.name}/{file.relative_to(place).as_posix()}"


def _digest(file: Path) -> str:
    total = sha256()
    with file.open("rb") as opened:
        while block := opened.read(1 << 20):
            total.update(block)
    return total.hexdigest()
