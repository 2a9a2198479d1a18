"""The people who work with the casebook: added, changed and ended by an admin, each time with an act."""

from dataclasses import replace

from sqlalchemy import Connection, insert, select, update

from schakel.records.casework import Change, Person, Role
from schakel.records.errors import SettingsError, UsageError
from schakel.store.casebook.acts import Deed, Signature, write_act
from schakel.store.casebook.case_schema import people
from schakel.store.casebook.rights import SOLE, must_have, roles


def person_called(connection: Connection, name: str) -> Person:
    """The person of a name; SettingsError if the book has people, but not this one (or not any more)."""
    row = connection.execute(select(people).where(people.c.name == name)).mappings().first()
    if row is not None:
        return Person(**row)
    if connection.execute(select(people.c.name).limit(1)).first() is None:
        return Person(name, SOLE)
    raise SettingsError(
        f"{name} is not known to this casebook.",
        means="Nothing was done or shown.",
        todo="An admin can add a person: schakel users add NAME --role ROLE --unit UNIT",
    )


def everybody(connection: Connection) -> list[Person]:
    """All people, by name."""
    return [Person(**row) for row in connection.execute(select(people).order_by(people.c.name)).mappings()]


def add_person(connection: Connection, signed: Signature, actor: Person, new: Person) -> None:
    """Adds a person. The first must be an admin: from then on only those who are added may work here."""
    _checked(new.role, new.unit)
    must_have(actor, "people")
    if actor.role == SOLE and new.role != "admin":
        raise SettingsError(
            "The first person of a casebook is its admin.",
            means="From then on only people who were added can work with it.",
            todo="schakel users add NAME --role admin",
        )
    if any(person.name == new.name for person in everybody(connection)):
        raise SettingsError(f"{new.name} is there already.", todo=f"schakel users set {new.name} --role ROLE")
    connection.execute(insert(people).values(name=new.name, role=new.role, unit=new.unit, active=True))
    changes = (Change("role", None, new.role), Change("unit", None, new.unit))
    write_act(connection, signed, Deed("person-added", None, changes, more={"person": new.name}))


def change_person(connection: Connection, signed: Signature, actor: Person, new: Person, why: str) -> None:
    """Gives a person another role or unit, or ends or renews their work here; nobody can end the last admin."""
    must_have(actor, "people")
    _change(connection, signed, new, why)


def role_from_provider(connection: Connection, signed: Signature, who: str, role: Role) -> None:
    """Gives a person the role that the organisation's identity provider names; nothing if they have it already.

    It stands in the chain like any change, signed by the provider. SettingsError as with a change by an admin.
    """
    old = person_called(connection, who)
    if old.role not in (role, SOLE):
        _change(connection, signed, replace(old, role=role), "role from the identity provider")


def _change(connection: Connection, signed: Signature, new: Person, why: str) -> None:
    _checked(new.role, new.unit)
    known = {person.name: person for person in everybody(connection)}
    old = known.get(new.name)
    if old is None:
        raise SettingsError(f"{new.name[:60]} is not known to this casebook.", todo="schakel users list")
    admins = [p.name for p in known.values() if p.role == "admin" and p.active and p.name != new.name]
    if not admins and not (new.role == "admin" and new.active):
        raise SettingsError(
            f"{new.name} is the only admin.", means="Nothing was changed.", todo="Make another admin first."
        )
    connection.execute(
        update(people)
        .where(people.c.name == new.name)
        .values(role=new.role, unit=new.unit, active=new.active)
    )
    pairs = (
        ("role", old.role, new.role),
        ("unit", old.unit, new.unit),
        ("active", str(old.active), str(new.active)),
    )
    changes = tuple(Change(name, before, after) for name, before, after in pairs if before != after)
    write_act(connection, signed, Deed("person-changed", None, changes, why, {"person": new.name}))


def _checked(role: Role, unit: str | None) -> None:
    if role not in roles():
        raise UsageError(f'There is no role "{role[:40]}".', todo=f"Roles are: {', '.join(roles())}.")
    if role in ("analyst", "leader") and not unit:
        raise UsageError(
            f"{'An' if role[0] in 'aeiou' else 'A'} {role} works in a unit.",
            todo="Add --unit, for example --unit oost.",
        )
