import numpy as np
import pyarrow as pa
import pytest

from schakel.judging.roles.work import ACTS, BY_RULES, Work, signs, together, work_of
from schakel.records.work_roles import WORK_ROLES


def work(lines: tuple[int, ...] = (3,), role: str = "courier", wrote: int = 10) -> Work:
    """Writers of ten messages, of which so many read as lines of one function."""
    said = [
        {
            "account_id": f"a_{n}",
            "role": role,
            "lines": many,
            "messages": many,
            "odds": 1.5 * many,
            "best": 1.5 * min(many, 3),
        }
        for n, many in enumerate(lines)
        if many
    ]
    at_work = [
        {"account_id": f"a_{n}", "seller_no": n or None, "messages": wrote} | dict.fromkeys(ACTS, 0)
        for n in range(len(lines))
    ]
    names = ("account_id", "role", "lines", "messages", "odds", "best")
    table = pa.table({name: [row[name] for row in said] for name in names})
    return work_of(table, pa.Table.from_pylist(at_work), [{role: 0.7} for _ in lines])


def column(work: Work, name: str) -> list[float]:
    columns, names = signs(work)
    return list(columns[:, names.index(name)])


def test_signs_are_named_and_count_what_was_written() -> None:
    some = work((3, 0))
    columns, names = signs(some)
    assert len(names) == len(set(names)) == columns.shape[1]
    assert column(some, "courier: best three") == [pytest.approx(1.5), 0.0]
    assert column(some, "courier: odds a message") == [pytest.approx(4.5 / 13), 0.0]
    assert column(some, "courier: share") == [pytest.approx(3 / 12), 0.0]
    assert column(some, "sells") == [0.0, 1.0]
    assert column(some, "voucher: lines") == [0.0, 0.0]
    assert column(some, "rules: courier")[0] == pytest.approx(np.log(0.7 / 0.3))
    assert column(some, "rules: voucher")[0] == pytest.approx(np.log(0.01 / 0.99))


def test_accounts_of_one_seller_are_one_writer() -> None:
    some = work((3, 4))
    both = together(some, [[0, 1], [1]])
    at = WORK_ROLES.index("courier")
    assert both.lines[:, at].tolist() == [7, 4]
    assert both.wrote.tolist() == [20, 10]
    assert both.best[0, at] == pytest.approx(4.5)
    assert both.sells.tolist() == [1.0, 1.0]
    assert both.rules[0, BY_RULES.index("courier")] == pytest.approx(0.7)
