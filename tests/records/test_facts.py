import pytest

from schakel.records.facts import Estimate, Reason, Span, Verdict


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forward(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


def test_a_reason_becomes_a_row() -> None:
    row = Reason("same_phone", 2.5, Span(3, 9), "06-...", ("m_1",)).row()
    assert row == {
        "rule": "same_phone",
        "weight": 2.5,
        "start": 3,
        "end": 9,
        "detail": "06-...",
        "messages": ["m_1"],
    }


@pytest.mark.parametrize("weight", [float("nan"), float("inf"), 120.0])
def test_a_weight_is_a_number_one_can_add(weight: float) -> None:
    with pytest.raises(ValueError, match="weight"):
        Reason("rule", weight)


def test_an_estimate_lies_within_its_bounds() -> None:
    with pytest.raises(ValueError, match="bounds"):
        Estimate(0.5, 0.6, 0.9, "method")


def test_a_verdict_has_a_known_answer() -> None:
    with pytest.raises(ValueError, match="verdict"):
        Verdict(1, "s_1", None, "guilty", "a", "2026-01-01T00:00:00Z", "")  # type: ignore[arg-type]
