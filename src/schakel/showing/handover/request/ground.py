"""The ground of a request: an authorisation in force, whose basis carries this kind and whose scope holds this lead; a blank where none is kept."""

from schakel.records.errors import SettingsError
from schakel.records.grounds import Ground
from schakel.showing.handover.request.book import kinds
from schakel.showing.permits import Asking, asks_for_ground, permit_identity
from schakel.showing.seller_file import lead_row


def permit_request(asking: Asking, lead: str, kind: str, authorisation: str, why: str) -> Ground | None:
    """The authorisation, if a request of this kind may be drafted on it; else SettingsError in words, and a line in the ledger.

    None, so a blank in the draft, where none is named and the workspace keeps neither grounds nor people.
    """
    seller = lead_row(asking.engine, lead)["seller_id"]
    if not authorisation and not asks_for_ground(asking):
        return None
    ground = _ground(asking, authorisation)
    if ground is not None and kind not in kinds().basis.get(ground.basis, ()):
        refusal = SettingsError(
            f"The authorisation {ground.ground_id} does not cover this: on {ground.basis} no {kind} request is drafted.",
            means="Nothing was drafted or shown.",
            todo="Name an authorisation on another basis; schakel authorise list shows them.",
        )
        asking.ledger.add(
            "refused",
            inputs={"act": "request", "seller": seller, "authorisation": authorisation},
            outputs={"because": refusal.happened},
            settings={"why": why, "at": asking.at},
        )
        raise refusal
    permit_identity(asking, lead, authorisation, why)
    if ground is None:  # permit_identity refuses an authorisation that is nowhere
        raise SettingsError(f"There is no authorisation {authorisation[:80]}.")
    return ground


def _ground(asking: Asking, authorisation: str) -> Ground | None:
    desk = asking.casework()
    try:
        return next((one for one in desk.grounds() if one.ground_id == authorisation), None)
    finally:
        desk.close()
