"""The versions of `constraints.txt` can be installed under every Python that is promised."""

from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

CHECKOUT = Path(__file__).resolve().parents[2]
PINNED = [
    Requirement(line)
    for line in (CHECKOUT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("python", ["3.11", "3.13"])
def test_each_version_wants_no_newer_python(python: str) -> None:
    """As far as the packages stand here: each tells which Python it wants."""
    looked = 0
    for pin in PINNED:
        try:
            told = metadata(pin.name)
        except PackageNotFoundError:
            continue
        if not pin.specifier.contains(told["Version"]) or (
            pin.marker and not pin.marker.evaluate({"python_version": python})
        ):
            continue
        looked += 1
        assert SpecifierSet(told.get("Requires-Python", "")).contains(python), pin
    assert looked > 0.8 * len(PINNED)


def test_each_package_has_one_version_for_each_python() -> None:
    for python in ("3.11", "3.12", "3.13"):
        named = [
            pin.name for pin in PINNED if not pin.marker or pin.marker.evaluate({"python_version": python})
        ]
        assert len(named) == len(set(named)), python
