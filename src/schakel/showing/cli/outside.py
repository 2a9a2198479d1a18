"""What leaves a workspace is not put in it."""

from pathlib import Path

from schakel.records.errors import SettingsError
from schakel.store.workspace import Workspace


def must_be_outside(out: Path, workspace: Workspace, not_done: str) -> None:
    """SettingsError if that place lies in the workspace: there it would count as what the workspace holds."""
    folder = out.absolute().parent.resolve()
    if workspace.root.resolve() in (folder, *folder.parents):
        raise SettingsError(
            f"{out} lies in the workspace.",
            means=f"{not_done}: what leaves a workspace is not put in it.",
            todo="Name another place with -o.",
        )
