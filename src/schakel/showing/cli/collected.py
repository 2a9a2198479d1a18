"""What follows on every collecting: a line in the ledger, and what came goes through intake like any source."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schakel.intake.arrival import IntakeOptions, IntakeSummary
from schakel.records.errors import CaseError, SettingsError
from schakel.showing.cli.session import Session, origin, who, writing
from schakel.showing.permits import permit_import

ACT = "collect"


def told_to_the_ledger(
    session: Session, asked: Mapping[str, Any], came: Mapping[str, Any], how: Mapping[str, Any]
) -> None:
    """Writes into the ledger what was asked on which ground, what came, and how it was asked (with the reason)."""
    session.ledger.add(ACT, inputs=asked, outputs=came, settings=dict(how) | {"at": origin()})


def taken_in(workspace: Path, folder: Path, authorisation: str, *, quiet: bool) -> IntakeSummary:
    """Takes the folder of a run in; CaseError that says where it lies and how to take it in later, if that cannot be done now."""
    options = IntakeOptions(authorisation=authorisation, brought_by=who())
    try:
        with writing(workspace, quiet=quiet, rooms=False) as session:
            permit_import(session.asking(), [folder], authorisation)
            return session.road.intake([folder], options)
    except (CaseError, KeyboardInterrupt) as error:
        # Collecting again would not bring it in: what a run has received is not asked for a second time.
        happened = error.happened if isinstance(error, CaseError) else "it was stopped by hand."
        raise SettingsError(
            f"What was collected was not taken in: {happened}",
            means=f"It is kept, as it was received, in {folder}.",
            todo=f"Later: {how_to_take_in(workspace, folder, authorisation)}",
        ) from error


def how_to_take_in(workspace: Path, folder: Path, authorisation: str, command: str = "intake") -> str:
    """The command that takes the folder of a run in."""
    return f"schakel {command} {folder} -w {workspace} --authorisation {authorisation}"
