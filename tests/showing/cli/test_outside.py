import pytest

from schakel.records.errors import SettingsError
from schakel.showing.cli.outside import must_be_outside
from schakel.store.workspace import Workspace


@pytest.mark.parametrize("inside", ["x.md", "tables/x.md", "../workspace/x.md"])
def test_nothing_that_leaves_a_workspace_is_put_in_it(workspace: Workspace, inside: str) -> None:
    with pytest.raises(SettingsError, match="lies in the workspace"):
        must_be_outside(workspace.root / inside, workspace, "Nothing was drafted")


def test_beside_it_there_is_room(workspace: Workspace) -> None:
    must_be_outside(workspace.root.parent / "x.md", workspace, "Nothing was drafted")
