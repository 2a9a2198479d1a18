"""A package that was made to do harm is told as such: the check neither breaks nor reads or writes anything outside it."""

import io
import json
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.custody.package_check import files as package_files
from schakel.custody.package_check.checks import check_package
from schakel.custody.package_check.files import PackageError, shown, unsafe
from schakel.custody.package_check.json_rows import canonical_digest, parsed
from tests.custody.package_check.sample import put, reseal

DIGEST = "0" * 64


def faults(path: Path) -> dict[str, tuple[str, ...]]:
    return {check.name: check.faults for check in check_package(path) if not check.holds}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every path that the check opens."""
    paths: list[str] = []
    real = os.open

    def watched(path: str | Path, *more: int) -> int:
        paths.append(str(path))
        return real(path, *more)

    monkeypatch.setattr(package_files.os, "open", watched)
    return paths


@pytest.mark.parametrize(
    "name",
    [
        "../outside",
        "data/../../outside",
        "/etc/passwd",
        "data//x",
        "C:\\x",
        "data\\x",
        "data/./x",
        "%2e%2e/x\x00",
        "data/\ud800",
    ],
)
def test_a_manifest_that_names_a_place_outside_opens_nothing_there(
    sample: Path, opened: list[str], name: str
) -> None:
    (sample.parent / "outside").write_text("not yours", "utf-8")
    with (sample / "manifest-sha256.txt").open("ab") as manifest:
        manifest.write(f"{DIGEST}  {name}\n".encode("utf-8", "surrogatepass"))
    found = faults(sample)["manifests"]
    assert found
    assert all(path.startswith(f"{sample}/") and ".." not in path for path in opened)


@pytest.mark.parametrize(
    "name", ["..", "a/../b", "/a", "a/", "", "a\\b", "C:a", "a\nb", "a\u202eb", "a" * 1001, "\udcff"]
)
def test_names_that_lead_elsewhere_or_hide_are_not_fit(name: str) -> None:
    assert unsafe(name)
    assert shown(name).isprintable()


def test_percent_signs_in_a_manifest_are_read_once(sample: Path) -> None:
    put(sample / "data/100%25.txt", b"x")
    assert unsafe("data/100%.txt") == ""
    text = (sample / "manifest-sha256.txt").read_text("utf-8")
    (sample / "manifest-sha256.txt").write_text(
        f"{text}{DIGEST}  data/%2E%2E/x\n{DIGEST}  data/a%0Ab\n", "utf-8"
    )
    found = " ".join(faults(sample)["manifests"])
    assert "names no file that may lie in a package" in found  # %0A is a line end
    assert "data/%2E%2E/x is in manifest-sha256.txt and not in the package" in found  # and %2E is no dot


def test_pipes_sockets_and_links_to_folders_are_not_opened(sample: Path, opened: list[str]) -> None:
    os.mkfifo(sample / "data/pipe")
    (sample / "data/away").symlink_to(sample.parent)
    (sample / "data/round").symlink_to(sample)
    found = faults(sample)["files"]
    assert sorted(fault.split(" ")[0] for fault in found) == ["data/away", "data/pipe", "data/round"]
    inside = [path.removeprefix(f"{sample}/") for path in opened]
    assert not any(path.startswith(("data/away", "data/pipe", "data/round")) for path in inside)


def test_names_that_are_no_utf_8_are_told_in_plain_signs(sample: Path) -> None:
    (Path(os.fsdecode(os.fsencode(sample / "data") + b"/\xff\xfe"))).write_bytes(b"x")
    found = faults(sample)["files"]
    assert found == ("data/<DCFF><DCFE> has a name that cannot be written plainly",)


HARMFUL = {
    "huge number": b'{"number": ' + b"9" * 100_000 + b"}",
    "huge float": b'{"number": 1e999}',
    "no number": b'{"number": NaN}',
    "deep": b"[" * 200_000,
    "deep object": b'{"a":' * 200_000,
    "half a sign": b'{"text": "\\ud800"}',
    "bad bytes": b'{"text": "\xff\xfe"}',
    "twice": b'{"a": 1, "a": 2}',
    "a list": b"[1, 2]",
    "a word": b'"word"',
    "nothing": b"",
    "null": b"null",
    "other kinds": b'{"message_id": [], "source": 3, "photo": {"a": 1}, "messages": 7, "reasons": "x", "row_sha256": []}',
}


@pytest.mark.parametrize("table", ["messages", "evidence"])
@pytest.mark.parametrize("kind", HARMFUL)
def test_lines_that_are_no_rows_are_named_and_break_nothing(sample: Path, kind: str, table: str) -> None:
    put(sample / f"data/{table}.jsonl", HARMFUL[kind] + b"\n")
    found = faults(reseal(sample))
    assert f"line 1 of data/{table}.jsonl is no row, or not the one it was" in found["rows"]


@pytest.mark.parametrize(
    "name",
    [
        "data/about.json",
        "data/ro-crate-metadata.json",
        "handover.json",
        "ledger/entries.jsonl",
        "ledger/chain.txt",
        "data/messages.csv",
    ],
)
@pytest.mark.parametrize("kind", HARMFUL)
def test_records_that_are_none_are_told_and_break_nothing(sample: Path, kind: str, name: str) -> None:
    put(sample / name, HARMFUL[kind] + b"\n")
    assert faults(sample)


@pytest.mark.parametrize(
    "entry",
    [
        {"seq": True},
        {"seq": "1"},
        {"seq": 10**400},
        {"seq": -1},
        {"outputs": 3},
        {"outputs": {"files": [1]}},
        {"act": {}},
        {"hash": None},
    ],
)
def test_entries_of_other_kinds_are_told(sample: Path, entry: dict[str, object]) -> None:
    path = sample / "ledger/entries.jsonl"
    first, *others = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(json.dumps(json.loads(first) | entry).encode() + b"\n" + b"".join(others))
    assert any("line 1 of ledger/entries.jsonl" in fault for fault in faults(reseal(sample))["ledger"])


@pytest.mark.parametrize("place", [-1, 10**30, True, "5", None, 1.5])
def test_places_that_are_none_are_told(sample: Path, place: object) -> None:
    path = sample / "data/messages.jsonl"
    rows = [json.loads(line) for line in path.read_bytes().splitlines()]
    rows[0]["source"]["place"] = place
    rows[0].pop("row_sha256")
    rows[0]["row_sha256"] = canonical_digest(rows[0])
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert any("m_1 does not stand at its place" in fault for fault in faults(reseal(sample))["originals"])


def zipped(sample: Path, change: Callable[[zipfile.ZipFile], None] | None = None) -> Path:
    out = sample.parent / "sample.zip"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as into:
        for path in sorted(sample.rglob("*")):
            if path.is_file():
                into.write(path, f"l_1/{path.relative_to(sample)}")
        if change:
            change(into)
    return out


def test_a_zip_holds_as_its_folder_does_and_is_read_where_it_lies(sample: Path) -> None:
    before = sorted(sample.parent.rglob("*"))
    out = zipped(sample)
    assert check_package(out) == check_package(sample)
    assert sorted(sample.parent.rglob("*")) == sorted([*before, out])


def linked(into: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("l_1/data/link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    into.writestr(entry, "/etc/passwd")


def bomb(into: zipfile.ZipFile) -> None:
    into.writestr("l_1/data/noise", os.urandom(1 << 16), zipfile.ZIP_STORED)
    into.writestr("l_1/data/bomb", b"\0" * (1 << 22))


def locked(into: zipfile.ZipFile) -> None:
    into.writestr("l_1/data/locked", "x")
    into.filelist[-1].flag_bits |= 1


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda into: into.writestr("l_1/../../x", "x"), "has a name that leads elsewhere"),
        (lambda into: into.writestr("/etc/x", "x"), "has a name that leads elsewhere"),
        (lambda into: into.writestr("l_1/data/for.jsonl", "x"), "has a name that stands there twice"),
        (bomb, "has a size out of all proportion"),
        (linked, "has a kind that is no ordinary file"),
        (locked, "has been locked, or packed in an uncommon way"),
        (lambda into: into.writestr("l_1/data/x", "x", zipfile.ZIP_BZIP2), "has been locked, or packed in an uncommon way"),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_what_a_zip_may_not_hold_is_told_and_not_read(
    sample: Path, change: Callable[[zipfile.ZipFile], None], named: str
) -> None:
    assert any(named in fault for fault in faults(zipped(sample, change))["files"])


def test_a_zip_that_would_fill_the_disk_is_not_looked_into(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as into:
        for number in range(8):
            into.writestr(f"l_1/data/{number}", b"\0" * (1 << 23))
    with pytest.raises(PackageError, match="out of all proportion"):
        check_package(tmp_path / "bomb.zip")


def test_a_zip_whose_bytes_were_damaged_names_the_file(sample: Path) -> None:
    out = zipped(sample)
    raw = bytearray(out.read_bytes())
    with zipfile.ZipFile(out) as read:
        at = read.getinfo("l_1/README.txt").header_offset + 30 + len("l_1/README.txt") + 4
    raw[at] ^= 0x55
    out.write_bytes(raw)
    assert any("README.txt cannot be read" in fault for fault in faults(out)["files"])


def test_manifests_and_tables_are_read_line_by_line(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What grows with a package is never held whole, and blocks of any size hold the same lines."""
    read: list[str] = []
    whole = package_files.Package.whole

    def watched(self: package_files.Package, name: str) -> bytes:
        read.append(name)
        return whole(self, name)

    monkeypatch.setattr(package_files.Package, "whole", watched)
    monkeypatch.setattr(package_files, "_BLOCK", 7)
    assert not faults(sample)
    assert set(read) <= {
        "bagit.txt", "bag-info.txt", "handover.json", "signature.json", "data/about.json", "data/ro-crate-metadata.json",
    }  # fmt: skip


def test_a_record_that_is_larger_than_one_is_is_not_read(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_files, "_WHOLE", 100)
    assert "counts" in faults(sample)


def test_a_line_of_a_table_without_end_is_cut(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_files, "_LINE", 20)
    monkeypatch.setattr(package_files, "_BLOCK", 7)
    assert {"rows", "spreadsheet"} <= faults(sample).keys()


def test_a_sheet_with_line_ends_inside_its_cells_holds(sample: Path) -> None:
    path = sample / "data/messages.csv"
    put(path, path.read_bytes().replace(b"coke 1g 50", b'"coke\r\n1g\r50\n"'))
    assert "spreadsheet" not in faults(reseal(sample))


@pytest.mark.parametrize("raw", [b"", b"PK", b"no zip at all"])
def test_what_is_no_package_is_told(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(raw)
    with pytest.raises(PackageError, match=r"no zip that can be read|out of all proportion"):
        check_package(tmp_path / "x.zip")
    with pytest.raises(PackageError, match="nothing of that name"):
        check_package(tmp_path / "nothing")


def test_a_folder_with_nothing_of_a_package_is_told_in_a_sentence(tmp_path: Path) -> None:
    for name in ("", "letter.txt"):
        if name:
            put(tmp_path / name, b"dear all")
        with pytest.raises(PackageError, match=r"no package: no bagit\.txt"):
            check_package(tmp_path)
    put(
        tmp_path / "handover.json", b"{}"
    )  # one thing of a package is left: then each check says what is gone
    assert {"bag", "tag-manifests", "manifests", "size", "counts"} <= faults(tmp_path).keys()


def test_an_empty_folder_that_was_added_is_named(sample: Path) -> None:
    whole = zipped(sample)
    (sample / "data" / "empty" / "deeper").mkdir(parents=True)
    told = ("data/empty/deeper/ is an empty folder, and no package has any",)
    assert faults(sample) == {"files": told}
    assert faults(whole) == {}

    def added(into: zipfile.ZipFile) -> None:
        into.mkdir("l_1/data")  # this one holds files
        into.mkdir("l_1/data/empty/")

    assert faults(zipped(sample, added)) == {
        "files": ("data/empty/ is an empty folder, and no package has any",)
    }


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_no_damage_to_a_zip_breaks_the_check(
    sample_as_made: Path, tmp_path: Path, data: st.DataObject
) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as into:
        for path in sorted(sample_as_made.rglob("*")):
            if path.is_file():
                into.write(path, f"l_1/{path.relative_to(sample_as_made)}")
    raw = bytearray(held.getvalue())
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "damaged.zip"
    path.write_bytes(
        raw[: data.draw(st.integers(len(raw) // 2, len(raw)))] if data.draw(st.booleans()) else raw
    )
    try:
        check_package(path)
    except PackageError:
        return


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200))
def test_any_bytes_are_an_object_or_none(raw: bytes) -> None:
    found = parsed(raw)
    assert found is None or canonical_digest(found) != "" or "\\ud" in raw.decode("utf-8").lower()
