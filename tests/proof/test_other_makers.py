"""The figures of markets by other makers, counted on tables so small that the answer is plain."""

from importlib import import_module
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from benchmarks.other_makers import figures
from benchmarks.other_makers.truth import Message, Said, Truth

_HOME = Path(figures.__file__).parent
_MAKERS = sorted(folder.parent.name for folder in _HOME.glob("*/__main__.py"))


def test_eleven_makers_stand_here() -> None:
    assert _MAKERS == [
        "dommel",
        "eem",
        "kade",
        "kroon",
        "luik",
        "rotte",
        "schie",
        "singel",
        "veem",
        "vliet",
        "zijl",
    ]


@pytest.mark.parametrize("maker", _MAKERS)
def test_a_maker_names_its_worlds_and_both_pages_tell_of_it(maker: str) -> None:
    worlds = list(import_module(f"benchmarks.other_makers.{maker}.worlds").WORLDS)
    page = (_HOME / maker / "README.md").read_text("utf-8")
    assert len(worlds) == len(set(worlds)) >= 6
    assert [world for world in worlds if world not in page] == []
    assert f"`{maker}`" in (_HOME / "README.md").read_text("utf-8")


def _said(folder: Path, **tables: list[dict[str, object]]) -> Said:
    (folder / "tables").mkdir()
    for name, rows in tables.items():
        pq.write_table(pa.Table.from_pylist(rows), folder / "tables" / f"{name}.parquet")  # type: ignore[no-untyped-call]
    return Said(folder)


def _truth(
    seller: dict[str, str] | None = None,
    roles: dict[str, frozenset[str]] | None = None,
    ghost: dict[str, bool] | None = None,
    messages: dict[tuple[str, str], Message] | None = None,
) -> Truth:
    return Truth(seller or {}, roles or {}, ghost or {}, messages or {})


def test_nothing_right_is_nothing() -> None:
    assert figures.told(0, 3, 4) == figures.Told(0.0, 0.0, 0.0, 4)


def test_pairs_count_only_among_those_who_offered() -> None:
    truth = _truth({"user1": "a", "user2": "a", "user3": "a", "user4": "b", "user5": "b"})
    joined = {"user1": "x", "user2": "x", "user4": "x", "user3": "y", "user5": "z"}
    # true: 12, 45 and, if 3 had offered, 13 and 23; joined: 12, 14, 24
    accounts, false = figures.linking(joined, truth, {"user1", "user2", "user4", "user5"})
    assert (accounts.precision, accounts.recall) == (pytest.approx(1 / 3), pytest.approx(1 / 2))
    assert false == 0


def test_a_false_seller_has_more_than_three_accounts_and_one_stranger() -> None:
    truth = _truth({"user1": "a", "user2": "a", "user3": "a"})
    of_one = dict.fromkeys(("user1", "user2", "user3"), "x")
    assert figures.linking(of_one, truth, set(of_one))[1] == 0
    with_stranger = {**of_one, "user9": "x"}
    assert figures.linking(with_stranger, truth, set(with_stranger))[1] == 1


def test_a_text_written_often_counts_once(tmp_path: Path) -> None:
    written = [("coke 50", "offer", "offer")] * 3 + [
        ("gezocht: coke", "request", "offer"),
        ("hoi", "none", "none"),
    ]
    rows = [
        {"message_id": f"m{n}", "chat_tg_id": 1, "tg_id": n, "text": text, "kind": "message"}
        for n, (text, _, _) in enumerate(written)
    ]
    said = _said(
        tmp_path,
        messages=rows,
        offers=[
            {"message_id": f"m{n}", "act": read} for n, (_, _, read) in enumerate(written) if read != "none"
        ],
        items=[{"message_id": f"m{n}", "commodity": "cocaine"} for n in range(3)]
        + [{"message_id": "m0", "commodity": "ketamine"}],
    )
    messages = {
        ("1", str(n)): Message(true, frozenset({"cocaine"})) for n, (_, true, _) in enumerate(written)
    }
    right, by_act, goods = figures.reading(said, _truth(messages=messages))
    assert right == pytest.approx(2 / 3)
    assert (by_act["offer"].precision, by_act["offer"].recall) == (pytest.approx(1 / 2), 1.0)
    assert by_act["request"].recall == 0
    assert goods.recall == 1.0


def test_a_ghost_is_judged_by_the_mean_of_its_accounts(tmp_path: Path) -> None:
    finding = {"subject_kind": "seller", "kind": "ghost", "low": 0.0, "high": 1.0}
    share = {
        "subject_kind": "all",
        "subject_id": "all",
        "kind": "ghost-share",
        "value": 0.4,
        "low": 0.2,
        "high": 0.45,
    }
    said = _said(
        tmp_path,
        findings=[
            {**finding, "subject_id": subject, "value": value}
            for subject, value in (("x", 0.9), ("y", 0.1), ("z", 0.6))
        ]
        + [share],
    )
    truth = _truth({"user1": "a", "user2": "a", "user3": "b"}, ghost={"a": False, "b": True})
    judged = figures.ghosts(said, {"user1": "x", "user2": "y", "user3": "z"}, truth)
    assert (judged.auc, judged.judged, judged.true_share) == (1.0, 2, 0.5)  # .5 for a, .6 for b
    assert not judged.held


def test_a_role_of_a_seller_is_that_of_its_accounts(tmp_path: Path) -> None:
    accounts = [{"account_id": f"a{n}", "account_tg_id": n, "kind": "user"} for n in (1, 2, 3)]
    finding = {"kind": "role", "low": 0.0, "high": 1.0}
    said = _said(
        tmp_path,
        accounts=accounts,
        findings=[
            {**finding, "subject_kind": "seller", "subject_id": "x", "label": "retailer", "value": 0.8},
            {**finding, "subject_kind": "account", "subject_id": "a3", "label": "courier", "value": 0.5},
            {**finding, "subject_kind": "account", "subject_id": "a2", "label": "courier", "value": 0.49},
        ],
    )
    roles = {
        "user1": frozenset({"retailer"}),
        "user2": frozenset({"retailer", "courier"}),
        "user3": frozenset({"courier"}),
    }
    by_role = figures.roles(said, {"user1": "x", "user2": "x"}, _truth(roles=roles))
    assert by_role["retailer"].f1 == 1.0
    assert (by_role["courier"].precision, by_role["courier"].recall) == (1.0, 0.5)
    assert set(by_role) == {"retailer", "courier"}
