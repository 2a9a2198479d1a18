"""Which engine is meant: what stands behind `--engine` or in the settings, taken apart."""

import re
from dataclasses import dataclass

from schakel.records.errors import SettingsError

DUCKDB = "duckdb"
_HERE = re.compile(r"spark://local\[([1-9][0-9]{0,3}|\*)\]")
_THERE = re.compile(r"spark://([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?):([1-9][0-9]{0,4})")
_LAST_PORT = 65535
# A task that was lost with its process is given out so often; Spark on one machine does it once unless it is told.
TRIES = 4


@dataclass(frozen=True, slots=True)
class Address:
    """Where Spark is: a master with host and port, or this machine with so many cores (0: all it has); `said` as it was written."""

    said: str
    host: str = ""
    port: int = 0
    cores: int = 0

    @property
    def here(self) -> bool:
        """Whether Spark is to run on this machine alone."""
        return not self.host

    @property
    def master(self) -> str:
        """The same as Spark writes it."""
        if not self.here:
            return f"spark://{self.host}:{self.port}"
        return f"local[{self.cores or '*'},{TRIES}]"


def address_of(said: str) -> Address | None:
    """The Spark that is meant, or None for DuckDB alone; SettingsError where it is neither."""
    if said == DUCKDB:
        return None
    if here := _HERE.fullmatch(said):
        return Address(said, cores=0 if here[1] == "*" else int(here[1]))
    there = _THERE.fullmatch(said)
    if there and int(there[2]) <= _LAST_PORT:
        return Address(said, there[1], int(there[2]))
    raise SettingsError(
        f"There is no engine {said[:100]}.",
        means="Nothing was done.",
        todo="Write duckdb, spark://HOST:PORT for the master of a Spark cluster, or spark://local[2] for Spark with two "
        "cores of this machine.",
    )
