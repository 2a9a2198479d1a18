"""Scripts of others: what lies in the folder is what the manifest says, byte for byte, each with its licence."""

from hashlib import sha256
from pathlib import Path
from tomllib import loads

import pytest

from schakel.showing.desk.static_files import FOLDER

VENDORED = FOLDER / "vendored"
FOR_TESTS = Path(__file__).parent / "vendored"
PERMISSIVE = {"MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"}


@pytest.mark.parametrize(
    ("folder", "licences"), [(VENDORED, PERMISSIVE), (FOR_TESTS, PERMISSIVE | {"MPL-2.0"})]
)
def test_every_file_is_named_with_its_bytes_and_licence(folder: Path, licences: set[str]) -> None:
    named = loads((folder / "MANIFEST.toml").read_text(encoding="utf-8"))["file"]
    for one in named:
        assert sha256((folder / one["name"]).read_bytes()).hexdigest() == one["sha256"], one["name"]
        assert one["licence"] in licences
        assert (folder / one["licence_file"]).read_text(encoding="utf-8").strip()
        assert one["package"]
        assert one["version"]
    known = {one["name"] for one in named} | {one["licence_file"] for one in named} | {"MANIFEST.toml"}
    assert {file.name for file in folder.iterdir()} == known


def test_our_own_scripts_open_no_door() -> None:
    for file in FOLDER.glob("*.js"):
        text = file.read_text(encoding="utf-8")
        for word in (
            "eval(",
            "new Function",
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "http:",
            "https:",
            "import(",
        ):
            assert word not in text, (file.name, word)
