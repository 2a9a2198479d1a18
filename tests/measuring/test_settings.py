"""Data files of measuring, checked on the way in."""

import pytest

from schakel.measuring.settings import Draws, Given, data_of, given
from schakel.records.errors import SettingsError


def test_a_file_in_its_form_is_read() -> None:
    assert data_of(Given, "measuring.toml") == given()


def test_a_file_in_another_form_is_named() -> None:
    with pytest.raises(SettingsError, match=r"The data file interventions\.toml cannot be used"):
        data_of(Draws, "interventions.toml")
