"""The chain of evidence reads from the busiest account onward, whatever order its links are written in."""

from typing import Any

from schakel.showing.desk.seller_evidence import chains


def account(name: str, offers: int) -> dict[str, Any]:
    return {"member_kind": "account", "member_id": name, "offers": offers}


def link(left: str, right: str, weight: float) -> dict[str, Any]:
    return {"left_id": left, "right_id": right, "kind": "same-seller", "log10_lr": weight, "reasons": []}


def test_a_chain_goes_from_account_to_account() -> None:
    members = [account("a_3", 9), account("a_2", 4), account("a_1", 1)]
    links = [link("a_2", "a_3", 9.8), link("a_1", "a_2", 13.8), link("a_1", "a_3", 1.0)]
    near, far = sorted(chains(members, links), key=lambda chain: len(chain.steps))
    assert [(step.left, step.right) for step in near.steps] == [("a_3", "a_2")]
    assert [(step.left, step.right) for step in far.steps] == [("a_3", "a_2"), ("a_2", "a_1")]
    assert far.weakest == 9.8


def test_an_account_without_a_link_has_an_empty_chain() -> None:
    found = chains([account("a_1", 2), account("a_2", 1), account("a_3", 1)], [link("a_1", "a_2", 5.0)])
    assert [(chain.account, len(chain.steps)) for chain in found] == [("a_3", 0), ("a_2", 1)]
