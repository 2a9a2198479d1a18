"""The machine on which figures were measured: without it they say nothing."""

import os
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from schakel.records.version import version as own_version

_LIBRARIES = ("duckdb", "pyarrow", "numpy", "scipy", "scikit-learn", "splink", "datasketch")
_BUSY = 0.25  # of the cores: beyond that seconds by the clock say more of the other work than of this


@dataclass(frozen=True, slots=True)
class Machine:
    """Cores that may be used, processor, memory (GB), system, Python, versions, and how many processes wanted to work beside it."""

    cores: int
    processor: str
    memory_gb: float
    system: str
    python: str
    schakel: str
    libraries: dict[str, str]
    other_work: float

    @property
    def busy(self) -> bool:
        """Whether there was so much other work that seconds by the clock are no figure."""
        return self.other_work > _BUSY * self.cores

    def as_json(self) -> dict[str, object]:
        """For machines."""
        return asdict(self) | {"busy": self.busy}


def this_machine() -> Machine:
    """What is known of the machine, before anything was measured on it."""
    return Machine(
        cores=len(os.sched_getaffinity(0)),
        processor=_told("/proc/cpuinfo", "model name") or platform.machine(),
        memory_gb=round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9, 1),
        system=f"{platform.system()} {platform.release()}",
        python=f"{platform.python_implementation()} {platform.python_version()}",
        schakel=own_version(),
        libraries={name: found for name in _LIBRARIES if (found := _installed(name))},
        other_work=round(os.getloadavg()[0], 1),
    )


def _told(file: str, name: str) -> str:
    try:
        lines = Path(file).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
