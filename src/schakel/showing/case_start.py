"""What a case starts from, the same from the command line and the desk: the lead, its estimates, its seller's members."""

from schakel.deciding.units import national_unit, unit_called
from schakel.records.casework import NewCase
from schakel.showing.seller_file import lead_row, seller_file
from schakel.store.engine import Engine


def case_start(
    engine: Engine, lead_id: str, *, own_unit: str | None, unit: str = "", restricted: bool = False
) -> NewCase:
    """A new case on a lead. The unit is the one named, else one's own, else the plan's, else the lead's."""
    lead = lead_row(engine, lead_id)
    work = lead["work"] or []
    cells = {task["kind"]: task["cell"] for task in work}
    takes = unit_called(unit) if unit else own_unit or lead["plan_unit"] or lead["unit"] or national_unit()
    return NewCase(
        seller_id=lead["seller_id"],
        lead_id=lead_id,
        title=lead["title"],
        unit=takes,
        members=tuple(row["member_id"] for row in seller_file(engine, lead["seller_id"]).members),
        level="restricted" if restricted else "unit",
        way=cells.get("identification", "identification.none").partition(".")[2],
        cells=cells,
        estimated={task["kind"]: task["hours"] for task in work},
    )
