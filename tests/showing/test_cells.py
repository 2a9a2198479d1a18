"""Cells that a spreadsheet would take for a formula are guarded, whatever stands before it; the rest stays."""

import pytest

from schakel.showing.cells import guarded, harmless


@pytest.mark.parametrize("text", ["=1+1", "+31", "-3", "@sum", "\tx", "\rx", "＝1", "＋1", "－1", "＠a", "  =1", "\n=1"])  # fmt: skip
def test_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "coke 50", "a=1", "'=1"])
def test_other_text_stays(text: str) -> None:
    assert guarded(text) == text


def test_figures_stay_figures_and_text_is_guarded() -> None:
    assert (harmless(-3), harmless(None), harmless("＝A1")) == (-3, "", "'＝A1")
