"""Texts that lead to a page of a shop of lawful goods, and to nobody to write to: "Running Shoe @405 https://amzn.to/..." (list: `lexicons/shop_pages.toml`)."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.weighing.found import Found

SHOP_PAGE = "leads to a page of a shop"


def shop_signs(found: Found) -> Iterator[str]:
    """The sign that all names and links of a text are web addresses, and one of them is a page of such a shop."""
    if found.selectors and not found.reachable and any(_of_a_shop(one.value) for one in found.selectors):
        yield SHOP_PAGE


def _of_a_shop(address: str) -> bool:
    host = address.rpartition("://")[2].partition("/")[0]
    parts = host.split(".")
    return any(".".join(parts[at:]) in _hosts() for at in range(len(parts) - 1))


@cache
def _hosts() -> frozenset[str]:
    return frozenset(loads((files("schakel.lexicons") / "shop_pages.toml").read_text("utf-8"))["hosts"])
