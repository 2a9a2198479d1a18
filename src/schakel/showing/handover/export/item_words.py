"""One line of an offer in words: `cocaine, 5 g, 200 EUR, retail`."""

from collections.abc import Mapping
from typing import Any


def item_words(item: Mapping[str, Any]) -> str:
    """Goods, product, quantity with unit, price with currency, scale; what is not known is left out."""
    amount = f"{item['quantity']:g} {item['unit'] or ''}".strip() if item["quantity"] is not None else ""
    price = f"{item['price']:g} {item['currency'] or ''}".strip() if item["price"] is not None else ""
    return ", ".join(filter(None, (item["commodity"], item["product"], amount, price, item["scale"])))
