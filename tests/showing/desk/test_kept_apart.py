"""What ties the accounts of a seller, and what was compared with accounts of others: two things on its page."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from schakel.showing.desk.seller_page import SellerPage, seller_page
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import open_workspace
from tests.commands import ExampleRun

SELLERS = 5  # those with the most accounts, of which most was compared


@pytest.fixture(scope="module")
def pages(
    tmp_path_factory: pytest.TempPathFactory, example_as_run: Callable[[Path], ExampleRun]
) -> list[SellerPage]:
    run = example_as_run(tmp_path_factory.mktemp("kept-apart") / "case")
    engine = DuckDBEngine(open_workspace(run.workspace))
    members = Counter(engine.read("sellers", ["seller_id"])["seller_id"].to_pylist())
    most = sorted(members, key=lambda one: (-members[one], one))[:SELLERS]
    return [seller_page(engine, one, "en") for one in most]


def test_only_links_between_own_accounts_tie(pages: list[SellerPage]) -> None:
    ties = [(page, link) for page in pages for link in page.links]
    assert ties
    for page, link in ties:
        assert {link.left, link.right} <= {row["member_id"] for row in page.members}


def test_what_was_kept_apart_stands_by_itself(pages: list[SellerPage]) -> None:
    apart = [(page, link) for page in pages for link in page.apart]
    assert apart
    for page, link in apart:
        own = {row["member_id"] for row in page.members}
        assert len({link.left, link.right} & own) == 1


def test_what_speaks_against_points_the_other_way(pages: list[SellerPage]) -> None:
    """Against a tie speaks what is less probable of one seller, against keeping apart what is more probable."""
    told = [one for page in pages for one in page.against if one.about in ("same-seller", "other-seller")]
    assert {one.about for one in told} == {"same-seller", "other-seller"}
    for page in pages:
        own = sum(reason.weight < 0 for link in page.links for reason in link.reasons)
        kinds = [one.about for one in page.against]
        assert "same-seller" in kinds or not own
        assert kinds == sorted(kinds, key=lambda kind: kind == "other-seller")
    assert all((one.reason.weight < 0) == (one.about == "same-seller") for one in told)
