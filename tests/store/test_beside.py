from threading import Event

import pytest

from schakel.store.beside import Clock, beside


def test_work_goes_on_beside_and_is_done_at_the_close() -> None:
    seconds: dict[str, float] = {}
    begun, told, done = Event(), Event(), []

    def work() -> None:
        begun.set()
        done.append(told.wait(60))

    with beside(seconds, "aside") as later:
        later(work)
        assert begun.wait(60)  # it does not wait for the close
        assert not done
        told.set()
    assert done == [True]
    assert list(seconds) == ["aside"]


def _fail() -> None:
    raise LookupError("gone")


def _go_on(seconds: dict[str, float], reached: list[int], error: Exception | None = None) -> None:
    with beside(seconds, "aside") as later:
        later(_fail)
        reached.append(1)
        if error:
            raise error


def test_what_work_raises_is_raised_at_the_close_and_its_seconds_count() -> None:
    seconds: dict[str, float] = {}
    reached: list[int] = []
    with pytest.raises(LookupError, match="gone"):
        _go_on(seconds, reached)
    assert reached == [1]
    assert seconds["aside"] >= 0


def test_what_was_raised_outside_comes_before_what_the_work_raised() -> None:
    with pytest.raises(ValueError, match="first"):
        _go_on({}, [], ValueError("first"))


def test_a_clock_adds_up() -> None:
    seconds = {"step": 5.0}
    with Clock(seconds, "step"):
        pass
    with Clock(seconds, "other"):
        pass
    assert seconds["step"] > 5.0
    assert 0 < seconds["other"] < 60
