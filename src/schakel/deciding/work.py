"""What a lead costs: the skill it asks and the hours it takes."""

from typing import NamedTuple

from schakel.deciding.plan_data import Factor, hours_data


class Work(NamedTuple):
    """Skill and hours of one lead."""

    skill: str
    hours: Factor
    detail: str


def work_for(best_lead: str, *, heavy: bool, meets: bool, accounts: int) -> Work:
    """Identification by the best lead at hand, then the work that the trade asks.

    Bulk and weapons ask tactical work; user trade that hands over in person a pseudo-purchase; the rest digital work.
    """
    skill = "tactical" if heavy else "pseudo-purchase" if meets else "digital"
    data = hours_data()
    parts = [data["identification"][best_lead], data["work"][skill]]
    further = min(max(accounts - 1, 0), data["per_account"]["most"])
    parts.append([further * hours for hours in data["per_account"]["hours"]])
    value, low, high = (float(sum(column)) for column in zip(*parts, strict=True))
    detail = f"{parts[0][0]:g} h to identify by {best_lead}, {parts[1][0]:g} h {skill}, {parts[2][0]:g} h for {accounts} accounts."
    return Work(skill, Factor(value, low, high), detail)
