"""Passwords (argon2id) and second factors (TOTP), and the brake on guessing."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from hmac import compare_digest
from typing import Any, Literal

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, Engine, RowMapping, Select, Update, delete, func, insert, select, update

from schakel.records.casework import Change, Person
from schakel.records.errors import SettingsError
from schakel.records.times import written_utc
from schakel.store.casebook.acts import Deed, Signature, write_act
from schakel.store.casebook.engine import looking_at, writers_apart
from schakel.store.casebook.login_schema import login_tries, secrets_of_people, sessions
from schakel.store.casebook.people import everybody, person_called
from schakel.store.casebook.rights import SOLE, must_have

SHORTEST, LONGEST = (
    12,
    200,
)  # characters: length, not kinds of signs, is what makes guessing long (NIST SP 800-63B)
WINDOW = timedelta(minutes=15)
MOST_BY_NAME, MOST_BY_ORIGIN = 5, 20  # wrong tries within the window, after which nobody is asked any more
PERIOD = 30  # seconds that one code of the second factor is valid (RFC 6238)
Answer = Literal["in", "wrong", "code", "wait"]

_HASHER = PasswordHasher()


class Passwords:
    """The passwords and second factors in one casebook."""

    def __init__(self, database: Engine) -> None:
        self._database = database

    def set(self, signed: Signature, who: str, password: str) -> None:
        """Gives a person a password, and ends their sessions. One's own, or anybody's with the right to manage people."""
        if not SHORTEST <= len(password) <= LONGEST or password.casefold() == who.casefold():
            raise SettingsError(
                f"A password has {SHORTEST} to {LONGEST} characters and is not the name.",
                means="Nothing was changed.",
                todo="A few words that do not belong together are long and easy to remember.",
            )
        row = {"password": _HASHER.hash(password), "changed_at": signed.at}
        with self._writing() as connection:
            _may_change(connection, signed, who)
            if self._row(connection, who) is None:
                connection.execute(insert(secrets_of_people).values(who=who, second_used=0, **row))
            else:
                connection.execute(_of(who).values(**row))
            _end_sessions(connection, who, signed.at)
            connection.execute(delete(login_tries).where(login_tries.c.who == who))
            write_act(connection, signed, Deed("password-set", more={"person": who}))

    def set_second(self, signed: Signature, who: str, key: str | None, code: str = "") -> None:
        """Gives a person a second factor, once a code of it was shown; or takes it away (`key` None)."""
        period = _period(key, code, 0, _moment(signed.at)) if key else 0
        if period is None:
            raise SettingsError(
                "That code does not belong to this key.",
                means="No second factor was set.",
                todo="Check that the clock of the device is right, and type the newest code.",
            )
        with self._writing() as connection:
            _may_change(connection, signed, who)
            old = self._row(connection, who)
            if old is None:
                raise SettingsError(f"{who[:60]} has no password yet.", todo="Set that first.")
            connection.execute(_of(who).values(second=key, second_used=period))
            changes = (Change("second factor", _state(old["second"]), _state(key)),)
            write_act(connection, signed, Deed("second-factor", None, changes, more={"person": who}))

    def known(self, who: str) -> tuple[bool, bool]:
        """Whether a person has a password, and a second factor."""
        with looking_at(self._database) as connection:
            row = self._row(connection, who)
        return row is not None, bool(row and row["second"])

    def check(self, who: str, password: str, code: str, origin: str, now: datetime) -> Answer:
        """`in` if name, password and code fit; `code` if only the code is missing or wrong; `wait` after too many tries."""
        with self._writing() as connection:
            if _too_many(connection, who, origin, now):
                return "wait"
            person = next((one for one in everybody(connection) if one.name == who and one.active), None)
            row = self._row(connection, who)
            number = _note_try(connection, who, origin, now)
        nobodys = (
            _nobodys()
        )  # made whoever asks, and checked where there is no such person: both take as long
        right = _verified(row["password"] if row and person else nobodys, password)
        if not (right and row and person):
            return "wrong"
        return self._second(who, row["second"], code, number, now)

    def _second(self, who: str, key: str | None, code: str, number: int, now: datetime) -> Answer:
        with self._writing() as connection:
            row = self._row(connection, who)
            period = 0 if key is None else _period(key, code, row["second_used"] if row else 0, now)
            if period is None:
                if not code:  # asked for the first time: no guess yet
                    connection.execute(delete(login_tries).where(login_tries.c.try_no == number))
                return "code"
            if key is not None:
                connection.execute(_of(who).values(second_used=period))
            connection.execute(update(login_tries).where(login_tries.c.try_no == number).values(worked=True))
        return "in"

    @staticmethod
    def _row(connection: Connection, who: str) -> RowMapping | None:
        return connection.execute(_asked(who)).mappings().first()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._database.begin() as connection:
            writers_apart(connection)
            yield connection


def new_key() -> str:
    """A fresh key for a second factor."""
    return pyotp.random_base32()


def key_address(key: str, who: str) -> str:
    """The address that carries a key into an authenticator."""
    return pyotp.TOTP(key).provisioning_uri(name=who, issuer_name="Schakel")


def _asked(who: str) -> Select[Any]:
    return select(secrets_of_people).where(secrets_of_people.c.who == who)


def _of(who: str) -> Update:
    return update(secrets_of_people).where(secrets_of_people.c.who == who)


def _state(key: str | None) -> str:
    return "on" if key else "off"


def _may_change(connection: Connection, signed: Signature, who: str) -> Person:
    actor = person_called(connection, signed.who)
    if signed.who != who or actor.role == SOLE:
        must_have(actor, "people")
    if not any(person.name == who for person in everybody(connection)):
        raise SettingsError(
            f"{who[:60]} is not known to this casebook.",
            means="Nothing was changed.",
            todo="schakel users add NAME --role ROLE, the first one as admin",
        )
    return actor


def _end_sessions(connection: Connection, who: str, at: str) -> None:
    going = (sessions.c.who == who, sessions.c.ended_at.is_(None))
    connection.execute(update(sessions).where(*going).values(ended_at=at))


def _too_many(connection: Connection, who: str, origin: str, now: datetime) -> bool:
    since = written_utc(now - WINDOW)
    wrong = (login_tries.c.at > since, login_tries.c.worked.is_(False))
    count = select(func.count()).select_from(login_tries)
    by_name = connection.execute(count.where(*wrong, login_tries.c.who == who)).scalar_one()
    by_origin = connection.execute(count.where(*wrong, login_tries.c.origin == origin)).scalar_one()
    return bool(by_name >= MOST_BY_NAME or by_origin >= MOST_BY_ORIGIN)


def _note_try(connection: Connection, who: str, origin: str, now: datetime) -> int:
    # What is older than the window brakes nobody any more; the ledger keeps who came in and who was refused.
    connection.execute(delete(login_tries).where(login_tries.c.at <= written_utc(now - WINDOW)))
    row = {"who": who[:120], "origin": origin[:120], "at": written_utc(now), "worked": False}
    number = connection.execute(insert(login_tries).values(**row).returning(login_tries.c.try_no))
    return int(number.scalar_one())


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_hex(16))


def _verified(known: str, password: str) -> bool:
    try:
        return _HASHER.verify(known, password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False


def _period(key: str, code: str, used: int, now: datetime) -> int | None:
    """The period whose code this is, the one before or after the clock's included; a period's code works once."""
    try:
        factor = pyotp.TOTP(key)
        this = int(now.timestamp()) // PERIOD
        for period in (this - 1, this, this + 1):
            right = factor.generate_otp(period)
            if period > used and compare_digest(right.encode(), code.replace(" ", "").encode()):
                return period
    except ValueError:  # no key at all
        return None
    return None


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written)
