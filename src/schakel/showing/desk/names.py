"""Names and contacts are asked for with a reason, on a ground where one is needed; the ledger keeps who did, and why."""

from collections.abc import Callable

from schakel.records.errors import SettingsError
from schakel.showing.desk.visit import ORIGIN, Visit
from schakel.showing.permits import Asking, permit_identity, permit_names


def names_asked(visit: Visit, subject: str) -> None:
    """Nothing, if the names of a subject may be shown now; else SettingsError in words. Both stand in the ledger."""
    _asked(visit, subject, permit_names, identity=False)


def ground_asked(visit: Visit, seller: str) -> None:
    """Nothing, if identity leads of a seller may be opened now, on a ground that is named; else SettingsError in words."""
    _asked(visit, seller, permit_identity, identity=True)


def _asked(
    visit: Visit, subject: str, permit: Callable[[Asking, str, str, str], None], *, identity: bool
) -> None:
    why = " ".join(visit.form.get("why", "").split())[:2000]
    authorisation = visit.form.get("authorisation", "").strip()[:64]
    if len(why) < 3:
        raise SettingsError(
            "Names are shown for a reason only.",
            means="Nothing was shown.",
            todo="Write down why you need them.",
        )
    asking = Asking(visit.workspace, visit.engine, visit.ledger, lambda: visit.casework, ORIGIN)
    permit(asking, subject, authorisation, why)
    settings = {"names": True, "why": why, "at": ORIGIN, "authorisation": authorisation}
    if identity:
        settings["identity"] = True
    visit.ledger.add("show", inputs={"subject": subject}, settings=settings)
