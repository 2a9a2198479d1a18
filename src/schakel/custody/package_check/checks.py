"""Every check of a package, one after the other."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from schakel.custody.package_check.bag import is_bag, manifests, ordinary_files, size, tag_manifests
from schakel.custody.package_check.chain import ledger_extract
from schakel.custody.package_check.content import (
    counts,
    crate,
    named_by_digest,
    originals,
    references,
    spreadsheet,
    whole_rows,
)
from schakel.custody.package_check.files import Package, open_package
from schakel.custody.package_check.signature import signature

_TOLD = 20  # faults of a check that are named; the others are counted
Found = tuple[str, Iterable[str]]  # what a check looked at, in words, and what does not fit
_CHECKS: tuple[tuple[str, Callable[[Package], Found]], ...] = (
    ("files", ordinary_files), ("bag", is_bag), ("tag-manifests", tag_manifests), ("manifests", manifests), ("size", size),
    ("rows", whole_rows), ("counts", counts), ("spreadsheet", spreadsheet), ("named-by-digest", named_by_digest),
    ("references", references), ("crate", crate), ("ledger", ledger_extract), ("originals", originals),
    ("signature", signature),
)  # fmt: skip


class Check(NamedTuple):
    """One check: what it looked at, what it found in words, and what does not fit (nothing: it holds)."""

    name: str
    told: str
    faults: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing was found that does not fit."""
        return not self.faults


def check_package(path: Path) -> list[Check]:
    """Every check of a package, in this order; PackageError if there is no package that can be looked into.

    1. only ordinary files lie in it   2. it is a bag of BagIt 1.0   3. its own files are those of the tag manifests
    4. its content is that of the manifests, nothing missing, nothing added   5. the content has the size it says
    6. each row has its own digest   7. there are as many rows as it says   8. the table for spreadsheets has the same rows
    9. photos and originals are what their names say   10. what is referred to is there   11. the list of its content is whole
    12. the extract of the ledger is chained   13. with the originals: each message stands where it says, as it says
    14. a signature, if there is one, is on this package
    """
    package = open_package(path)
    return [_checked(name, check, package) for name, check in _CHECKS]


def _checked(name: str, check: Callable[[Package], Found], package: Package) -> Check:
    faults: list[str] = []
    more = 0
    try:
        told, found = check(package)
        for fault in found:  # only so many are held, however many there are
            more += len(faults) == _TOLD
            faults += [fault] if len(faults) < _TOLD else []
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, RecursionError, OSError) as error:
        told, faults = name, [f"what it is about is not as it should be ({type(error).__name__})"]
    return Check(name, told, (*faults, *([f"and {more} more"] if more else [])))
