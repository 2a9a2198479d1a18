"""Taking in an export from the page: choose its files or folder, and watch how far it is."""

from starlette.responses import Response

from schakel.records.errors import SettingsError
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit

_COLUMNS = ["name", "bytes", "format", "arrived_at", "brought_by", "authorisation"]
_MOST = 200  # rows of the list


def intake(visit: Visit) -> Response:
    """What was taken in, and what is on its way."""
    return visit.show(
        "intake.html",
        "intake",
        arrival=visit.desk.arrivals.newest,
        sources=sources_of(visit),
    )


def sources_of(visit: Visit) -> list[dict[str, object]]:
    """The sealed exports, in the order in which they stand in the table; photos beside them are not listed."""
    table = visit.engine.read("sources")
    wanted = [column for column in _COLUMNS if column in table.column_names]
    rows: list[dict[str, object]] = table.select(wanted).to_pylist()
    return rows[:_MOST]


def bring(visit: Visit) -> Response:
    """Takes files in: they are put aside, sealed and read by a run of their own, in the name of this person."""
    words = []
    for option in ("authorisation", "timezone"):
        value = visit.form.get(option, "").strip()[:64]
        if value.startswith("-"):
            raise SettingsError(f"{option} does not begin with a dash.", means="Nothing was taken in.")
        words += [f"--{option}", value] if value else []
    uploads = [(name, file) for name, file in visit.uploads if name]
    arrival = visit.desk.arrivals.begin(visit.workspace, visit.who, uploads, words)
    visit.ledger.add(
        "brought", inputs={"files": arrival.files, "bytes": arrival.bytes}, settings={"at": "desk"}
    )
    return visit.back_to("/intake", "brought")


SCREEN = Screen(
    "intake",
    (Page("/intake", intake, "intake"), Page("/intake/files", bring, "intake", "POST", upload=True)),
    group="keep",
)
