"""How a login through the identity provider ends: with a person, or with the reason why not."""

from dataclasses import dataclass

from schakel.records.casework import Role
from schakel.records.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Told:
    """What the provider says: the name of the person here, and their role where roles are mapped."""

    who: str
    role: Role | None


class RefusedError(Exception):
    """Why nobody is let in: `begun` (not the login that was begun), `declined`, `token`, `nobody`, `role`, `unknown`."""

    def __init__(self, because: str) -> None:
        super().__init__(because)
        self.because = because


class ProviderError(SettingsError):
    """The provider could not be asked, or what it said cannot be believed."""
