import pytest

from schakel.records.errors import SettingsError
from schakel.store.spark.address import address_of


def test_duckdb_is_no_spark() -> None:
    assert address_of("duckdb") is None


@pytest.mark.parametrize(
    ("said", "master", "here"),
    [
        ("spark://local[2]", "local[2,4]", True),
        ("spark://local[*]", "local[*,4]", True),
        ("spark://spark.example.org:7077", "spark://spark.example.org:7077", False),
        ("spark://10.1.2.3:65535", "spark://10.1.2.3:65535", False),
    ],
)
def test_spark_is_named_by_its_master_or_by_cores_of_this_machine(said: str, master: str, here: bool) -> None:
    address = address_of(said)
    assert address is not None
    assert (address.said, address.master, address.here) == (said, master, here)


@pytest.mark.parametrize(
    "said",
    [
        "", "spark", "DuckDB", "spark://", "spark://host", "spark://host:", "spark://host:0", "spark://host:65536",
        "spark://host:7077/x", "spark://local", "spark://local[0]", "spark://local[]", "spark://local[2,9]",
        "spark://-host:7077", "spark://a b:7077", "spark://u@h:7077", "spark://h:7077\n", "yarn", "local[2]",
        "spark://h:7077 --packages x:y:1",
    ],
)  # fmt: skip
def test_what_is_neither_is_told_with_the_three_forms(said: str) -> None:
    with pytest.raises(SettingsError, match="There is no engine") as told:
        address_of(said)
    assert "spark://HOST:PORT" in told.value.todo
    assert "spark://local[2]" in told.value.todo
