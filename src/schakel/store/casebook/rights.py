"""Who may do what: roles, states of a case, and the need to know."""

from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from schakel.records.casework import Case, Person, Role
from schakel.records.errors import SettingsError

SOLE: Role = "sole"
REMOVED_LEVELS = ("removed", "hidden")  # of cases that were removed from use


@cache
def _data() -> Mapping[str, Any]:
    return loads((files("schakel.lexicons") / "casework.toml").read_text("utf-8"))


def roles() -> tuple[str, ...]:
    """The roles that a person can have."""
    return tuple(_data()["rights"])


def kinds_of_work() -> tuple[str, ...]:
    """The kinds of work that hours can be written on."""
    return tuple(_data()["kinds"])


def states() -> dict[str, tuple[str, ...]]:
    """The states of a case, and to which others each may go."""
    return {state: tuple(further) for state, further in _data()["states"].items()}


def may(person: Person, act: str) -> bool:
    """Whether the role of a person includes an act. In a book without people everybody may do everything."""
    return person.role == SOLE or (person.active and act in _data()["rights"].get(person.role, ()))


def must_have(person: Person, act: str) -> None:
    """Nothing, if the person may; else SettingsError that names who might."""
    if may(person, act):
        return
    able = [role for role in roles() if act in _data()["rights"][role]]
    what = (
        f"{person.name} is not at work here any more"
        if not person.active
        else f"{'An' if person.role[0] in 'aeiou' else 'A'} {person.role} may not do that"
    )
    raise SettingsError(
        f"{what}: {act}.",
        means="Nothing was done or shown.",
        todo=f"Ask one of these: {', '.join(able)}.",
    )


def needs_to_know(person: Person, case: Case, readers: Collection[str]) -> bool:
    """Whether a person may know that a case exists.

    A case of a unit is for the people of that unit and for those who were let in; a restricted case only for its owner
    and those who were let in. Roles that see no cases know of none, and nobody knows of a case that was removed.
    """
    if case.level in REMOVED_LEVELS:
        return False
    if person.role == SOLE:
        return True
    if not may(person, "read"):
        return False
    with_unit = person.unit is not None and f"unit:{person.unit}" in readers
    let_in = person.name == case.owner or person.name in readers or with_unit
    return let_in or (case.level == "unit" and person.unit == case.unit and person.role != "prosecutor")
