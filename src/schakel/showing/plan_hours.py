"""The hours of the plan that stands: which they are, and how others are kept in their place."""

from collections.abc import Mapping

from schakel.custody.ledger import Ledger
from schakel.deciding.capacity import Capacity, parse_hours
from schakel.store.settings import keep_hours, read_settings
from schakel.store.stamps import Stamps
from schakel.store.workspace import Workspace

SETS_HOURS = "assign"  # the right: who shares out work sets the hours for it


def kept_hours(workspace: Workspace) -> Capacity:
    """The hours in the settings of a workspace, for which its next plan is made."""
    return parse_hours(read_settings(workspace.settings).hours)


def hours_of_the_plan(workspace: Workspace) -> Capacity:
    """The hours that the plan in the tables was made for; those in the settings where no step tells."""
    stamp = Stamps(workspace.stamps, workspace.tables).get("plan", "all")
    return (Capacity.stamped(stamp.inputs) if stamp else None) or kept_hours(workspace)


def keep_in_settings(workspace: Workspace, hours: Capacity) -> bool:
    """Puts the hours into the settings, for every plan from now on; False if they stand there already."""
    if hours == kept_hours(workspace):
        return False
    keep_hours(workspace.settings, written_hours(hours.hours))
    return True


def tell_kept(ledger: Ledger, hours: Capacity, why: str, at: str) -> None:
    """Writes into the ledger who set the hours, and why."""
    ledger.add("set-hours", inputs={"hours": written_hours(hours.hours)}, settings={"why": why, "at": at})


def written_hours(hours: Mapping[str, float]) -> str:
    """The hours as settings hold them: landelijk=120,oost-nederland=40."""
    return ",".join(f"{unit}={value:.12g}" for unit, value in sorted(hours.items()))
