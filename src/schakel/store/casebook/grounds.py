"""Grounds in the casebook: entered and revoked by an officer, and asked before data are collected or persons named."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select, update

from schakel.records.casework import Change, Person
from schakel.records.errors import SettingsError, UsageError
from schakel.records.grounds import EVERYTHING, Ground, Scope, Use
from schakel.store.casebook.acts import Deed, Signature, write_act
from schakel.store.casebook.case_schema import grounds
from schakel.store.casebook.rights import must_have


@cache
def ground_data() -> Mapping[str, Any]:
    """Bases and terms of `grounds_nl.toml`."""
    return loads((files("schakel.lexicons") / "grounds_nl.toml").read_text("utf-8"))


def terms_verified() -> bool:
    """Whether somebody checked bases and terms against the law in force."""
    return bool(ground_data()["verified"])


def enter_ground(connection: Connection, signed: Signature, actor: Person, ground: Ground) -> None:
    """Writes an authorisation down; SettingsError if its basis does not carry what it says."""
    must_have(actor, "authorise")
    _checked(ground)
    if any(known.ground_id == ground.ground_id for known in all_grounds(connection)):
        raise SettingsError(
            f"There is an authorisation {ground.ground_id} already.",
            means="Nothing was written; what stands is never changed.",
            todo="Give it another id, or revoke the old one first and name the new one differently.",
        )
    row = {
        "ground_id": ground.ground_id,
        "basis": ground.basis,
        "officer": ground.officer,
        "reference": ground.reference,
        "scope": json.dumps(asdict(ground.scope), sort_keys=True),
        "valid_from": ground.valid_from.isoformat(),
        "valid_until": ground.valid_until.isoformat(),
        "entered_by": actor.name,
        "entered_at": signed.at,
    }
    connection.execute(insert(grounds).values(**row))
    write_act(
        connection, signed, Deed("authorise", None, (Change("ground", None, ground.ground_id),), more=row)
    )


def revoke_ground(connection: Connection, signed: Signature, actor: Person, ground_id: str, why: str) -> None:
    """Ends an authorisation from now on. What was done on it before stays lawful or not as it was."""
    must_have(actor, "authorise")
    ground = ground_called(connection, ground_id)
    if ground.revoked_at is not None:
        raise SettingsError(f"{ground_id} was revoked before.", means="Nothing was changed.")
    connection.execute(update(grounds).where(grounds.c.ground_id == ground_id).values(revoked_at=signed.at))
    changes = (Change("ground", ground_id, "revoked"),)
    write_act(connection, signed, Deed("revoke", None, changes, why))


def all_grounds(connection: Connection) -> list[Ground]:
    """All authorisations, by id."""
    rows = connection.execute(select(grounds).order_by(grounds.c.ground_id)).mappings()
    return [_ground(row) for row in rows]


def ground_called(connection: Connection, ground_id: str) -> Ground:
    """The authorisation of an id; SettingsError if there is none."""
    row = connection.execute(select(grounds).where(grounds.c.ground_id == ground_id)).mappings().first()
    if row is None:
        raise SettingsError(
            f"There is no authorisation {ground_id[:60]}.",
            means="Nothing was done or shown.",
            todo="schakel authorise list shows them; an officer can add one.",
        )
    return _ground(row)


def must_permit(ground: Ground, use: Use, day: date) -> None:
    """Nothing, if the ground covers the use on this day; else SettingsError that says what it does not cover."""
    beyond = next(_beyond(ground, use, day), "")
    if beyond:
        raise SettingsError(
            f"The authorisation {ground.ground_id} does not cover this: {beyond}.",
            means="Nothing was done or shown.",
            todo=f"Ask {ground.officer} for one that does, or stay within its scope.",
        )


def _beyond(ground: Ground, use: Use, day: date) -> Iterator[str]:
    """What of the use lies beyond the ground, the gravest first."""
    scope, all_chats = ground.scope, EVERYTHING in ground.scope.chats
    if ground.revoked_at is not None:
        yield f"it was revoked on {ground.revoked_at[:10]}"
    if not ground.valid_from <= day <= ground.valid_until:
        yield f"it runs from {ground.valid_from} to {ground.valid_until}, and today is {day}"
    if use.act not in scope.acts:
        yield f"it allows {', '.join(scope.acts)}, not {use.act}"
    if use.act == "import":
        return  # what is in an export is known only after it was read
    if use.act == "collect" and not all_chats and not use.chats <= set(scope.chats):
        beyond = sorted(use.chats - set(scope.chats))
        yield f"these chats are not in its scope: {', '.join(beyond[:5])}"
    if not all_chats and not use.chats & set(scope.chats):
        yield "none of the chats concerned is in its scope"
    if use.act == "collect":
        return  # nor is what is offered in a chat before it was collected
    if EVERYTHING not in scope.commodities and not use.commodities & set(scope.commodities):
        yield f"it is about {', '.join(scope.commodities)}, and none of that is concerned here"
    if EVERYTHING not in scope.sellers and use.seller not in scope.sellers:
        yield "it is about other sellers"


def _checked(ground: Ground) -> None:
    bases = ground_data()["basis"]
    basis = bases.get(ground.basis)
    if basis is None:
        raise UsageError(
            f'There is no basis "{ground.basis[:40]}".', todo=f"Bases are: {', '.join(sorted(bases))}."
        )
    beyond = sorted(set(ground.scope.acts) - set(basis["acts"]))
    if beyond or not ground.scope.acts:
        raise UsageError(
            f"On {basis['title']} one may {', '.join(basis['acts'])}, not {', '.join(beyond) or 'nothing at all'}.",
            means="Nothing was written.",
            todo="Give --acts that the basis carries.",
        )
    if ground.valid_until < ground.valid_from:
        raise UsageError("An authorisation ends after it begins.", todo="Correct --from and --until.")
    longest = basis["longest_days"]
    if longest and ground.valid_until - ground.valid_from > timedelta(days=longest):
        raise UsageError(
            f"On {basis['title']} an authorisation runs at most {longest} days.",
            means="Nothing was written.",
            todo="Give an earlier --until; it can be given anew when it ends.",
        )
    if not (ground.officer.strip() and ground.reference.strip() and ground.ground_id.strip()):
        raise UsageError(
            "An authorisation names its id, the officer who gave it and where it can be read.",
            todo='For example: --officer "J. Smit" --reference "case file 12, page 3"',
        )


def _ground(row: RowMapping) -> Ground:
    scope = {key: tuple(value) for key, value in json.loads(row["scope"]).items()}
    days = {name: date.fromisoformat(row[name]) for name in ("valid_from", "valid_until")}
    return Ground(**{**row, **days, "scope": Scope(**scope)})
