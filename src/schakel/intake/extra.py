"""The fields of a record that have no column, as one JSON text."""

from typing import Any

import msgspec

_encode_sorted = msgspec.json.Encoder(order="sorted").encode


def canonical_extra(fields: dict[str, Any]) -> str | None:
    """The fields as JSON with sorted keys and no spaces; None if there are none."""
    return _encode_sorted(fields).decode() if fields else None
