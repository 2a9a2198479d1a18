"""Which countries are tried for a number without country code."""

import pytest

from schakel.reading.selectors.phone_regions import Candidate, likely_regions


@pytest.mark.parametrize(
    ("groups", "text", "first"),
    [
        ("06 12345678", "bel mij voor bezorging", "NL"),
        ("06 12345678", "livraison partout, appelez", "FR"),
        ("0475 12 34 56", "bel mij", "BE"),
        ("0475 123456", "bel mij", "NL"),
        ("0470 123456", "bel mij", "BE"),
        ("0151 23456789", "bel mij", "DE"),
        ("07911 123456", "call me", "GB"),
        ("0532 1234567", "ara beni", "TR"),
        ("8 916 1234567", "звони", "RU"),
        ("612345678", "vendo coca, entrega en madrid", "ES"),
    ],
)
def test_the_likeliest_country(groups: str, text: str, first: str) -> None:
    parts = groups.split()
    assert likely_regions(Candidate("".join(parts), parts), text)[0] == first


@pytest.mark.parametrize("groups", ["612345678", "1234567890", "05 10 20 40 80", "016 123 456"])
def test_figures_that_no_country_is_tried_for(groups: str) -> None:
    parts = groups.split()
    assert likely_regions(Candidate("".join(parts), parts), "prijzen") == ()
