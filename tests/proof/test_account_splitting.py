"""Writing habits against the nearest neighbour of scikit-learn, on real listings (development half)."""

from pathlib import Path

import pytest

from schakel.linking.evaluation import splitting
from schakel.linking.evaluation.corpus import Columns, read_corpus
from schakel.linking.evaluation.splitting import split_accounts


@pytest.mark.parametrize("together", [False, True])
def test_halves_of_vendors_find_their_partner(
    shared: Path, together: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    listings = shared / "data" / "dnm_alphabay2017_denton" / "csv" / "listings_dev.csv"
    corpus = read_corpus(listings, Columns("vendor", "title"))
    some = {vendor: corpus[vendor] for vendor in sorted(corpus)[::3]}
    monkeypatch.delitem(splitting._BASELINES, "Splink, default settings")  # half a minute
    made = split_accounts(some, copies_together=together)
    ours, *others = (row.at_1.value for row in made.methods)
    assert made.halves > 200
    assert ours > (0.75 if together else 0.88)
    assert len(others) == 2
    assert ours > max(others)
