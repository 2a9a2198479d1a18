"""What Spark could not do, in words for whoever asked for it."""

import re
from collections.abc import Mapping
from pathlib import Path

from schakel.records.errors import EngineError
from schakel.store.spark.address import Address

_KEPT = "What was finished before is kept."
_WITHOUT = "or leave --engine out to work on this machine alone"
# What Java or Spark writes, and what it comes from.
_CAUSES: Mapping[str, str] = {
    "UnsupportedClassVersionError": "this Java is too old for it (17 or newer is needed)",
    "All masters are unresponsive": "what answers there is no Spark master, or one of another version",
    "InvalidClassException": "the master has another version of Spark",
    "PYTHON_VERSION_MISMATCH": "the workers of the cluster have another version of Python",
    "No such file or directory": "the workers of the cluster do not have the Python that PYSPARK_PYTHON or schakel.toml names",
    "ModuleNotFoundError": "the workers of the cluster lack libraries that Schakel needs",
    "OutOfMemoryError": "Java had too little memory",
    "Unable to acquire": "Java had too little memory",
}
_LONGEST = 300
_TOLD_BY_JAVA = re.compile(r"(?:ERROR|Exception|Error:)[^\n]*")


def not_started(address: Address, log: Path, error: Exception) -> EngineError:
    """Spark could not be started."""
    written = log.read_text("utf-8", "replace") if log.exists() else ""
    cause = cause_of(f"{written}\n{error}")
    return EngineError(
        f"Spark could not be started for {address.said}: {cause}.",
        means=_KEPT,
        todo=f"What Spark wrote is in {log}. Try again, {_WITHOUT}.",
    )


def no_process(address: Address) -> EngineError:
    """The cluster has no process to give."""
    return EngineError(
        f"The Spark cluster of {address.said} gave no process to work with.",
        means=f"Its workers are gone, or all their cores or their memory are taken. {_KEPT}",
        todo=f"See on the page of the master which workers it has; type the same command again, {_WITHOUT}.",
    )


def lost(address: Address, error: Exception) -> EngineError:
    """Spark gave up work that it had begun."""
    return EngineError(
        f"Spark at {address.said} could not finish: {cause_of(str(error))}.",
        means=_KEPT,
        todo=f"Type the same command again, {_WITHOUT}.",
    )


def unlike(told: str) -> EngineError:
    """A worker has other libraries than this machine."""
    return EngineError(
        f"The cluster has other versions of libraries than this machine: {told}.",
        means=f"It would not read texts in the same way, so nothing that it read was used. {_KEPT}",
        todo=f"Install the same versions there (constraints.txt), {_WITHOUT}.",
    )


def abroad(told: str) -> EngineError:
    """A worker lacks what the program needs."""
    return EngineError(
        f"A worker of the cluster cannot load this program: {told}.",
        means=_KEPT,
        todo=f"Install Schakel's libraries there and name their Python (PYSPARK_PYTHON, docs/spark.md), {_WITHOUT}.",
    )


def cause_of(written: str) -> str:
    """What stands behind it, as far as it is known; else the last that Java or Spark said of an error."""
    for sign, cause in _CAUSES.items():
        if sign in written:
            return cause
    said: list[str] = _TOLD_BY_JAVA.findall(written)
    last = said[-1] if said else written.strip().rpartition("\n")[2]
    return " ".join(last.split())[:_LONGEST].rstrip(".") or "it gave no reason"
