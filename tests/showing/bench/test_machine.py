import os

import pytest

from schakel.records.version import version
from schakel.showing.bench.machine import this_machine


def test_a_machine_with_other_work_is_called_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3})
    monkeypatch.setattr(os, "getloadavg", lambda: (0.6, 0, 0))
    found = this_machine()
    assert found.cores == 2
    assert found.busy
    assert found.schakel == version()
    assert {"duckdb", "pyarrow"} <= set(found.libraries)
    monkeypatch.setattr(os, "getloadavg", lambda: (0.4, 0, 0))
    assert this_machine().as_json()["busy"] is False
