"""What one step finds for a later one of the same run, with the tables in which it was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Carried:
    """Things by name, each handed out once, and only while the tables are still those in which it was found."""

    _found: dict[str, tuple[dict[str, str], Any]] = field(default_factory=dict)

    def put(self, name: str, tables: Mapping[str, str], thing: object) -> None:
        """Keeps a thing that was found in these tables, told by their checksums."""
        self._found[name] = dict(tables), thing

    def take(self, name: str, tables: Mapping[str, str]) -> Any:
        """The thing of that name, if it was found in these very tables; None else. It is not kept any longer."""
        found, thing = self._found.pop(name, ({}, None))
        return thing if found == dict(tables) else None
