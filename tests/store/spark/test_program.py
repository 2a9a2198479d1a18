import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from schakel.records.version import fingerprint
from schakel.store.spark.program import ABSENT, libraries, pack_program, version_of

_ASK = """
import schakel
from schakel.records.version import fingerprint
from schakel.reading.new_messages import read_piece
import pyarrow as pa
print(schakel.__file__, fingerprint(), read_piece(pa.array(["10 gram wiet 60 euro Utrecht"]))["offers"].num_rows)
"""


def test_the_archive_holds_the_whole_program_and_reads(tmp_path: Path) -> None:
    pack_program(tmp_path / "p.zip")
    with ZipFile(tmp_path / "p.zip") as archive:
        assert not [name for name in archive.namelist() if "__pycache__" in name]
        archive.extractall(tmp_path / "there")
    environment = {"PYTHONPATH": str(tmp_path / "there"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", _ASK],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=tmp_path,
    )
    where, which, offers = done.stdout.split()
    assert where.startswith(str(tmp_path / "there"))
    assert (which, offers) == (fingerprint(), "1")


def test_libraries_are_told_with_their_versions() -> None:
    told = libraries()
    assert ABSENT not in told.values()
    assert told["pyarrow"] == version_of("pyarrow")
    assert version_of("no-such-library-at-all") == ABSENT


def test_every_library_that_reading_loads_is_told() -> None:
    loads = "import sys; import schakel.reading.prepared; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)
    foreign = {
        "ahocorasick_rs",
        "eldc",
        "msgspec",
        "numpy",
        "phonenumbers",
        "pyarrow",
        "schwifty",
        "scipy",
        "selectolax",
        "regex",
        "rapidfuzz",
    }
    loaded = foreign & set(done.stdout.split())
    assert {name.replace("_", "-") for name in loaded} <= set(libraries())
