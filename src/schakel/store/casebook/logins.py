"""Sessions of the desk as rows that can be ended. What a browser holds is a random word; the book keeps its digest."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection, Engine, insert, select, update

from schakel.records.times import written_utc
from schakel.store.casebook.engine import looking_at, writers_apart
from schakel.store.casebook.login_schema import sessions

LONGEST = timedelta(hours=12)  # a working day; then a person logs in again
IDLE = timedelta(hours=1)
_NOTED = timedelta(minutes=1)  # a session's last moment is written down at most this often


@dataclass(frozen=True, slots=True)
class Session:
    """One browser of one person. `form_key` must come back with everything that changes something."""

    session_sha256: str
    who: str
    way: str
    form_key: str
    origin: str
    began_at: str
    seen_at: str
    until: str
    ended_at: str | None


class Logins:
    """The sessions in one casebook."""

    def __init__(self, database: Engine) -> None:
        self._database = database

    def begin(self, who: str, way: str, origin: str, now: datetime) -> str:
        """Begins a session, and gives the word that the browser keeps. Nobody can read it back."""
        word = secrets.token_urlsafe(32)
        moment = written_utc(now)
        row = {
            "session_sha256": digest(word),
            "who": who,
            "way": way,
            "form_key": secrets.token_urlsafe(24),
            "origin": origin[:120],
            "began_at": moment,
            "seen_at": moment,
            "until": written_utc(now + LONGEST),
        }
        with self._database.begin() as connection:
            writers_apart(connection)
            connection.execute(insert(sessions).values(**row))
        return word

    def session_of(self, word: str, now: datetime) -> Session | None:
        """The session of a browser's word, if it is going on."""
        with looking_at(self._database) as connection:
            asked = select(sessions).where(sessions.c.session_sha256 == digest(word))
            row = connection.execute(asked).mappings().first()
        if row is None or row["ended_at"] is not None or row["until"] <= written_utc(now):
            return None
        if row["seen_at"] <= written_utc(now - IDLE):
            return None
        found = Session(**row)
        if found.seen_at <= written_utc(now - _NOTED):
            self._note(found, now)
        return found

    def of(self, who: str, now: datetime) -> list[Session]:
        """The sessions of a person that are going on, newest first."""
        with looking_at(self._database) as connection:
            asked = (
                select(sessions)
                .where(
                    sessions.c.who == who,
                    sessions.c.ended_at.is_(None),
                    sessions.c.until > written_utc(now),
                    sessions.c.seen_at > written_utc(now - IDLE),
                )
                .order_by(sessions.c.began_at.desc(), sessions.c.session_sha256)
            )
            return [Session(**row) for row in connection.execute(asked).mappings()]

    def end(self, session_sha256: str, now: datetime) -> None:
        """Ends one session."""
        with self._database.begin() as connection:
            writers_apart(connection)
            self._end(connection, sessions.c.session_sha256 == session_sha256, now)

    def end_all(self, who: str, now: datetime) -> None:
        """Ends every session of a person."""
        with self._database.begin() as connection:
            writers_apart(connection)
            self._end(connection, sessions.c.who == who, now)

    def _end(self, connection: Connection, which: object, now: datetime) -> None:
        connection.execute(
            update(sessions)
            .where(which, sessions.c.ended_at.is_(None))  # type: ignore[arg-type]
            .values(ended_at=written_utc(now))
        )

    def _note(self, session: Session, now: datetime) -> None:
        with self._database.begin() as connection:
            writers_apart(connection)
            connection.execute(
                update(sessions)
                .where(sessions.c.session_sha256 == session.session_sha256)
                .values(seen_at=written_utc(now))
            )


def digest(word: str) -> str:
    """What the book keeps of a word that opens something."""
    return sha256(word.encode("utf-8", "replace")).hexdigest()
