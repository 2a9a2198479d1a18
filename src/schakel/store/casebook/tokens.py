"""Tokens for programs: what a notebook shows instead of a password. The book keeps their digests only."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, insert, select, update

from schakel.records.errors import SettingsError
from schakel.records.times import written_utc
from schakel.store.casebook.engine import looking_at, writers_apart
from schakel.store.casebook.login_schema import access_tokens
from schakel.store.casebook.logins import digest

MOST_DAYS = 90


@dataclass(frozen=True, slots=True)
class Token:
    """One token of one person, without the word itself."""

    token_sha256: str
    who: str
    label: str
    made_at: str
    until: str
    ended_at: str | None


class Tokens:
    """The tokens in one casebook."""

    def __init__(self, database: Engine) -> None:
        self._database = database

    def make(self, who: str, label: str, days: int, now: datetime) -> str:
        """A new token, shown this once; SettingsError if it has no label or should last too long."""
        if not label.strip() or not 1 <= days <= MOST_DAYS:
            raise SettingsError(
                f"A token says what it is for, and lasts 1 to {MOST_DAYS} days.", means="None was made."
            )
        word = f"schakel_{secrets.token_urlsafe(32)}"
        row = {
            "token_sha256": digest(word),
            "who": who,
            "label": label.strip()[:120],
            "made_at": written_utc(now),
            "until": written_utc(now + timedelta(days=days)),
        }
        with self._database.begin() as connection:
            writers_apart(connection)
            connection.execute(insert(access_tokens).values(**row))
        return word

    def who_has(self, word: str, now: datetime) -> str | None:
        """Whose token this is, if it still counts."""
        asked = select(access_tokens.c.who).where(
            access_tokens.c.token_sha256 == digest(word),
            access_tokens.c.ended_at.is_(None),
            access_tokens.c.until > written_utc(now),
        )
        with looking_at(self._database) as connection:
            return connection.execute(asked).scalar_one_or_none()

    def of(self, who: str, now: datetime) -> list[Token]:
        """The tokens of a person that still count, newest first."""
        asked = (
            select(access_tokens)
            .where(
                access_tokens.c.who == who,
                access_tokens.c.ended_at.is_(None),
                access_tokens.c.until > written_utc(now),
            )
            .order_by(access_tokens.c.made_at.desc(), access_tokens.c.token_sha256)
        )
        with looking_at(self._database) as connection:
            return [Token(**row) for row in connection.execute(asked).mappings()]

    def end(self, who: str, token_sha256: str, now: datetime) -> None:
        """Ends one token of a person."""
        with self._database.begin() as connection:
            writers_apart(connection)
            connection.execute(
                update(access_tokens)
                .where(access_tokens.c.who == who, access_tokens.c.token_sha256 == token_sha256)
                .values(ended_at=written_utc(now))
            )
