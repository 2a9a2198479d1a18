from schakel.deciding.basis import Basis
from schakel.deciding.capacity import Capacity
from schakel.deciding.rules import Rules
from schakel.records.casework import UnderWay
from schakel.records.tables import from_rows

SELLERS = from_rows(
    [
        {"seller_id": "s_1", "member_kind": "account", "member_id": "a_1"},
        {"seller_id": "s_1", "member_kind": "selector", "member_id": "phone:+31600000001"},
        {"seller_id": "s_2", "member_kind": "account", "member_id": "a_2"},
        {"seller_id": "s_3", "member_kind": "account", "member_id": "a_3"},
    ],
    "sellers",
)


def basis(*going: UnderWay) -> Basis:
    return Basis(Capacity({"landelijk": 10.0}), Rules.default(), going)


def test_a_seller_is_under_way_by_itself_an_account_or_a_contact() -> None:
    going = [
        UnderWay("phone:+31600000001", "limburg", "k_1"),
        UnderWay("a_1", "limburg", "k_1"),
        UnderWay("s_2", "landelijk", "k_2"),
        UnderWay("a_gone", "landelijk", "k_3"),
    ]
    found = basis(*going).by_seller(SELLERS)
    assert {seller: [(one.unit, one.case_id) for one in some] for seller, some in found.items()} == {
        "s_1": [("limburg", "k_1")],
        "s_2": [("landelijk", "k_2")],
    }
    assert basis().by_seller(SELLERS) == {}


def test_what_changes_the_plan_changes_its_stamp() -> None:
    plain, other = basis(), basis(UnderWay("s_2", "landelijk", "k_2"))
    assert plain.for_plan() == basis().for_plan()
    assert plain.for_plan() != other.for_plan()
    assert plain.for_leads() == other.for_leads()
    assert plain.for_plan() != Basis(Capacity({"landelijk": 11.0}), Rules.default()).for_plan()
