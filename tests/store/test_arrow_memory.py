"""Arrow takes its memory where it costs least."""

import pyarrow as pa
import pytest

from schakel.store.arrow_memory import take_from_jemalloc


def _jemalloc() -> pa.MemoryPool:
    try:
        return pa.jemalloc_memory_pool()
    except NotImplementedError:
        pytest.skip("this build of Arrow has no jemalloc")


def test_what_is_made_afterwards_lies_in_jemalloc() -> None:
    before, jemalloc = pa.default_memory_pool(), _jemalloc()
    try:
        take_from_jemalloc()
        held = jemalloc.bytes_allocated()
        made = pa.array(range(100_000))
        assert jemalloc.bytes_allocated() - held >= made.nbytes
    finally:
        pa.set_memory_pool(before)


def test_without_jemalloc_it_stays_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> pa.MemoryPool:
        raise NotImplementedError

    before = pa.default_memory_pool()
    monkeypatch.setattr(pa, "jemalloc_memory_pool", missing)
    take_from_jemalloc()
    assert pa.default_memory_pool().backend_name == before.backend_name
