"""Who looked at what at the desk, and when: seen and unseen, who is at it now, and filters that people keep."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Delete, Engine, delete, insert, select, update

from schakel.records.errors import SettingsError
from schakel.records.times import written_utc
from schakel.store.casebook.engine import looking_at, writers_apart
from schakel.store.casebook.login_schema import looks, saved_filters

STILL_THERE = timedelta(seconds=90)  # a page that is open says so every thirty seconds
_MOST_FILTERS = 30


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that a person keeps under a name."""

    name: str
    query: str


class Looks:
    """The looks in one casebook."""

    def __init__(self, database: Engine) -> None:
        self._database = database

    def at(self, who: str, subject: str, now: datetime) -> list[str]:
        """Notes that a person is looking at something, and gives the others who are at it now, by name."""
        moment = written_utc(now)
        mine = (looks.c.who == who, looks.c.subject == subject)
        with self._database.begin() as connection:
            writers_apart(connection)
            noted = connection.execute(update(looks).where(*mine).values(last_at=moment))
            if not noted.rowcount:
                row = {"who": who, "subject": subject, "first_at": moment, "last_at": moment}
                connection.execute(insert(looks).values(**row))
            there = select(looks.c.who).where(
                looks.c.subject == subject,
                looks.c.who != who,
                looks.c.last_at > written_utc(now - STILL_THERE),
            )
            return sorted(connection.execute(there).scalars())

    def others_at(self, who: str, subjects: Collection[str], now: datetime) -> dict[str, list[str]]:
        """For each of the subjects the others who are at it now."""
        asked = select(looks.c.subject, looks.c.who).where(
            looks.c.subject.in_(sorted(subjects)),
            looks.c.who != who,
            looks.c.last_at > written_utc(now - STILL_THERE),
        )
        out: dict[str, list[str]] = {}
        with looking_at(self._database) as connection:
            for subject, other in connection.execute(asked.order_by(looks.c.subject, looks.c.who)):
                out.setdefault(subject, []).append(other)
        return out

    def seen(self, who: str) -> frozenset[str]:
        """Everything that a person looked at."""
        with looking_at(self._database) as connection:
            return frozenset(connection.execute(select(looks.c.subject).where(looks.c.who == who)).scalars())

    def filters(self, who: str) -> list[SavedFilter]:
        """The filters that a person keeps, by name."""
        asked = select(saved_filters).where(saved_filters.c.who == who).order_by(saved_filters.c.name)
        with looking_at(self._database) as connection:
            return [SavedFilter(row["name"], row["query"]) for row in connection.execute(asked).mappings()]

    def keep_filter(self, who: str, name: str, query: str) -> None:
        """Keeps a filter under a name, in place of an older one of that name."""
        name = " ".join(name.split())[:60]
        if not name or len(query) > 2000 or len(self.filters(who)) >= _MOST_FILTERS:
            raise SettingsError(
                f"A filter needs a name, and {_MOST_FILTERS} can be kept.", means="None was kept."
            )
        with self._database.begin() as connection:
            writers_apart(connection)
            connection.execute(_of(who, name))
            connection.execute(insert(saved_filters).values(who=who, name=name, query=query))

    def drop_filter(self, who: str, name: str) -> None:
        """Forgets a filter."""
        with self._database.begin() as connection:
            writers_apart(connection)
            connection.execute(_of(who, name))


def _of(who: str, name: str) -> Delete:
    return delete(saved_filters).where(saved_filters.c.who == who, saved_filters.c.name == name)
