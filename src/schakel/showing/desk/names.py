"""Names and contacts are asked for with a reason, on a ground where one is needed; the ledger keeps who did, and why."""

from schakel.records.errors import SettingsError
from schakel.showing.desk.visit import ORIGIN, Visit
from schakel.showing.permits import Asking, permit_names


def names_asked(visit: Visit, subject: str) -> None:
    """Nothing, if the names of a subject may be shown now; else SettingsError in words. Both stand in the ledger."""
    why = " ".join(visit.form.get("why", "").split())[:2000]
    authorisation = visit.form.get("authorisation", "").strip()[:64]
    if len(why) < 3:
        raise SettingsError(
            "Names are shown for a reason only.",
            means="Nothing was shown.",
            todo="Write down why you need them.",
        )
    asking = Asking(visit.workspace, visit.engine, visit.ledger, lambda: visit.casework, ORIGIN)
    permit_names(asking, subject, authorisation, why)
    settings = {"names": True, "why": why, "at": ORIGIN, "authorisation": authorisation}
    visit.ledger.add("show", inputs={"subject": subject}, settings=settings)
