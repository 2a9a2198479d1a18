"""One open casebook in which many people work at once: opened and migrated once, and lent to each of them."""

from pathlib import Path

from schakel.records.casework import Person, Role
from schakel.records.errors import SettingsError
from schakel.store.casebook.acts import Signature
from schakel.store.casebook.book import Casebook
from schakel.store.casebook.casework import Casework
from schakel.store.casebook.engine import looking_at, open_database, writers_apart
from schakel.store.casebook.interventions import InterventionBook
from schakel.store.casebook.logins import Logins
from schakel.store.casebook.looks import Looks
from schakel.store.casebook.passwords import Passwords
from schakel.store.casebook.people import everybody, person_called, role_from_provider
from schakel.store.casebook.tokens import Tokens


class SharedBook:
    """The casebook at a path (SQLite) or URL (PostgreSQL), for a program that stays open."""

    def __init__(self, where: Path | str) -> None:
        self._database = open_database(where)
        self.logins = Logins(self._database)
        self.passwords = Passwords(self._database)
        self.tokens = Tokens(self._database)
        self.looks = Looks(self._database)

    def casework(self, who: str, origin: str) -> Casework:
        """Cases, people and grounds, as one person works with them."""
        return Casework(self._database, who, origin)

    def verdicts(self) -> Casebook:
        """The verdicts on sellers and accounts."""
        return Casebook(self._database)

    def interventions(self) -> InterventionBook:
        """What was done against the trade."""
        return InterventionBook(self._database)

    def person(self, who: str) -> Person | None:
        """The person of a name who may work here now; None if there is none."""
        try:
            with looking_at(self._database) as connection:
                found = person_called(connection, who)
        except SettingsError:
            return None
        return found if found.active else None

    def role_from_provider(self, signed: Signature, who: str, role: Role) -> None:
        """Gives a person the role that the identity provider names; SettingsError if they cannot have it."""
        with self._database.begin() as connection:
            writers_apart(connection)
            role_from_provider(connection, signed, who, role)

    def has_people(self) -> bool:
        """Whether anybody was added: from then on everybody logs in."""
        with looking_at(self._database) as connection:
            return bool(everybody(connection))

    def close(self) -> None:
        """Lets go of the database."""
        self._database.dispose()
