"""`schakel verify`: whether a hand-over package is the one that was made."""

import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from schakel.custody.handed_out import handed_out, signed_by
from schakel.custody.ledger import Ledger
from schakel.custody.package_check.checks import check_package
from schakel.custody.package_check.files import PackageError, shown
from schakel.custody.package_check.printed import as_json as in_json
from schakel.custody.package_check.printed import as_lines
from schakel.records.errors import SealError, UsageError
from schakel.store.workspace import open_workspace

_KEY = re.compile("[0-9a-fA-F]{64}")


def add_to(app: typer.Typer) -> None:
    """Puts `verify` on the command line."""
    app.command("verify", epilog="Example: schakel verify handover.zip -w case1")(verify)


def verify(
    package: Annotated[Path, typer.Argument(help="A package: its folder, or its zip.")],
    workspace: Annotated[
        Path | None,
        typer.Option("-w", "--workspace", help="Compare with the ledger of the workspace that it came from."),
    ] = None,
    key: Annotated[
        str,
        typer.Option("--key", help="The key that the sender told you, in hex digits: it must have signed."),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON value for machines.")] = False,
) -> None:
    """Checks a hand-over package: nothing missing, added or changed, and chained to the ledger. Ends with 1 if anything is."""
    if key and not _KEY.fullmatch(key.strip()):
        raise UsageError(
            f'"{shown(key)[:40]}" is no key.',
            means="Nothing was checked.",
            todo="A key is 64 hex digits, as the sender told it.",
        )
    try:
        checks = check_package(package)
        if key:
            checks.append(signed_by(package, key))
        if workspace is not None:
            checks.append(handed_out(package, Ledger(open_workspace(workspace).ledger, "").entries()))
    except PackageError as error:
        raise SealError(
            f"{shown(str(package))} cannot be checked.",
            means=shown(str(error)),
            todo="Name the folder or the zip of a package; if it is one, it was damaged: ask the sender for it again.",
        ) from error
    sys.stdout.write(in_json(checks) if as_json else as_lines(checks))
    if not all(check.holds for check in checks):
        raise typer.Exit(1)
