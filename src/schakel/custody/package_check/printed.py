"""The check as a person runs it."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from schakel.custody.package_check.checks import Check, check_package
from schakel.custody.package_check.files import PackageError, shown

USE = "python verify.py [--json] [PACKAGE]   PACKAGE is a folder or a zip; without it the folder that verify.py lies in"


def run(words: Sequence[str], here: Path) -> int:
    """Prints a line a check; 0 if all hold, 1 if one does not or there is no package, 2 if it was used wrongly."""
    named = [word for word in words if not word.startswith("-")]
    if len(named) > 1 or set(words) - {*named, "--json"}:
        sys.stderr.write(f"{USE}\n")
        return 2
    path = Path(named[0]) if named else here
    try:
        checks = check_package(path)
    except PackageError as error:
        sys.stderr.write(f"{shown(str(path))} cannot be checked. {shown(str(error))}\n")
        return 1
    sys.stdout.write(as_json(checks) if "--json" in words else as_lines(checks))
    return 0 if all(check.holds for check in checks) else 1


def as_lines(checks: Sequence[Check]) -> str:
    """A line a check, below it what does not fit, and what that comes to."""
    lines = []
    for check in checks:
        lines.append(f"{'ok   ' if check.holds else 'FAULT'}  {check.name}: {check.told}")
        lines += [f"         {fault}" for fault in check.faults]
    bad = sum(1 for check in checks if not check.holds)
    end = (
        f"{bad} of {len(checks)} checks found a fault: this is not the package that was made."
        if bad
        else "All checks hold."
    )
    return "\n".join([*lines, end, ""])


def as_json(checks: Sequence[Check]) -> str:
    """The same for machines."""
    found = [
        {"check": one.name, "holds": one.holds, "told": one.told, "faults": list(one.faults)}
        for one in checks
    ]
    return json.dumps({"holds": all(one.holds for one in checks), "checks": found}) + "\n"
