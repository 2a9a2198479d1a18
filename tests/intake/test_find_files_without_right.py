"""Files and folders that this user may not read are told as such, and the rest comes in."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from schakel.intake.find_files import NO_RIGHT, Export, find_exports
from schakel.records.errors import SourceError
from tests.intake.exports import chat, message, write_json

NOBODY = 65534
NOWHERE = Path("/nonexistent")
Find = Callable[[Sequence[Path]], list[Export]]


@contextmanager
def bound_by_rights() -> Iterator[None]:
    """Rights do not bind root, who is nobody for as long as files are looked for; whoever else runs this is bound already."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def find() -> Find:
    def as_nobody(paths: Sequence[Path]) -> list[Export]:
        with bound_by_rights():
            return find_exports(paths, NOWHERE)

    return as_nobody


@pytest.fixture
def place(open_place: Path) -> Path:
    return open_place


def export(folder: Path, name: str = "result.json") -> Path:
    return write_json(folder, chat([message(1)]), name=name)


def closed(path: Path, mode: int = 0) -> Path:
    path.chmod(mode)
    return path


def test_a_closed_file_and_a_closed_folder_are_refused_and_what_is_beside_them_is_taken(
    place: Path, find: Find
) -> None:
    top = place / "top"
    export(top / "good")
    closed(export(top / "closed"))
    (top / "folder").mkdir()
    closed(top / "folder")
    exports = find([top])
    assert sorted(one for found in exports for one in found.refused) == [
        ("top/closed/result.json", NO_RIGHT),
        ("top/folder", NO_RIGHT),
    ]
    assert [found.name for one in exports for found, _ in one.sources] == ["top/good/result.json"]


def test_files_of_a_folder_that_may_be_listed_and_not_entered_are_refused(place: Path, find: Find) -> None:
    top = place / "top"
    export(top)
    (top / "photos").mkdir()
    (top / "photos" / "a.jpg").write_bytes(b"x")
    closed(top / "photos", 0o444)
    [found] = find([top])
    assert found.refused == [("top/photos/a.jpg", NO_RIGHT)]
    assert found.media == []


def test_a_closed_file_that_is_named_is_refused_beside_one_that_may_be_read(place: Path, find: Find) -> None:
    first, second = find([export(place, "good.json"), closed(export(place, "closed.json"))])
    assert (len(first.sources), first.refused) == (1, [])
    assert (second.sources, second.refused) == ([], [("closed.json", NO_RIGHT)])


def test_a_closed_folder_of_media_beside_a_file_is_refused(place: Path, find: Find) -> None:
    path = export(place)
    (place / "photos").mkdir()
    closed(place / "photos")
    [found] = find([path])
    assert found.refused == [("photos", NO_RIGHT)]


@pytest.mark.parametrize("named", ["result.json", "."])
def test_where_all_is_closed_the_error_names_what_may_not_be_read(
    place: Path, find: Find, named: str
) -> None:
    top = place / "top"
    closed(export(top))
    with pytest.raises(SourceError) as raised:
        find([top / named])
    assert "You have no right to read" in raised.value.diagnostics()
    assert "result.json." in raised.value.diagnostics()


def test_a_closed_folder_alone_is_named_in_the_error(place: Path, find: Find) -> None:
    (place / "top").mkdir()
    closed(place / "top")
    with pytest.raises(SourceError, match=r"You have no right to read top\."):
        find([place / "top"])


def test_of_several_closed_files_the_error_names_one_and_counts_the_others(place: Path, find: Find) -> None:
    some = [closed(export(place, f"{name}.json")) for name in ("a", "b", "c")]
    with pytest.raises(SourceError, match=r"You have no right to read a\.json and 2 more\."):
        find(some)


def test_a_file_that_can_be_looked_at_is_told_before_one_that_cannot(place: Path, find: Find) -> None:
    zipped = place / "result.json.gz"
    zipped.write_bytes(b"\x1f\x8b\x08\0....")
    with pytest.raises(SourceError, match="It looks like"):
        find([closed(export(place)), zipped])


def test_a_link_is_not_counted_among_what_may_not_be_read(place: Path, find: Find) -> None:
    closed(export(place / "top"))
    (place / "top" / "a-link").symlink_to(place)
    with pytest.raises(SourceError, match=r"You have no right to read top/result\.json\."):
        find([place / "top"])
