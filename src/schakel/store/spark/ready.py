"""Whether Spark can be used at all, asked before anything is done: is it installed, is there Java, does the master answer?"""

import os
import shutil
import socket
from importlib.util import find_spec
from pathlib import Path

from schakel.records.errors import EngineError
from schakel.store.spark.address import Address

LOOPBACK = "127.0.0.1"
_PATIENCE = 5.0  # seconds for a master to take a call: a network that is there needs far less
_NOTHING = "Nothing was done."


def check_ready(address: Address) -> str:
    """The address of this machine under which the cluster reaches it; EngineError where Spark cannot be used."""
    if any(find_spec(name) is None for name in ("pyspark", "pandas")):
        raise EngineError(
            f"The engine {address.said} needs PySpark, which is not installed.",
            means=_NOTHING,
            todo="Install it: pip install 'schakel[spark]', or leave --engine out to work without it.",
        )
    if _java() is None:
        raise EngineError(
            f"The engine {address.said} needs Java, which was not found.",
            means=_NOTHING,
            todo="Install Java 17 or newer, or set JAVA_HOME to where it is; or leave --engine out to work without it.",
        )
    return LOOPBACK if address.here else _reached(address)


def _java() -> str | None:
    home = os.environ.get("JAVA_HOME")
    return shutil.which(str(Path(home) / "bin" / "java") if home else "java")


def _reached(address: Address) -> str:
    """The address of this machine on the way to the master."""
    try:
        with socket.create_connection((address.host, address.port), _PATIENCE) as call:
            return str(call.getsockname()[0])
    except OSError as error:
        why = (
            "it did not answer" if isinstance(error, TimeoutError) else (error.strerror or str(error)).lower()
        )
        raise EngineError(
            f"The Spark master {address.host}:{address.port} cannot be reached: {why}.",
            means=_NOTHING,
            todo="Check the address and whether the master runs; or leave --engine out to work on this machine alone.",
        ) from error
