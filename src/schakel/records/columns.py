"""Columns that hold more than one value: reasons, spans, places, and the moment."""

import pyarrow as pa

MOMENT = pa.timestamp("s", tz="UTC")

REASONS = pa.list_(
    pa.struct(
        [
            ("rule", pa.string()),
            ("weight", pa.float64()),  # log10 likelihood ratio
            ("start", pa.int32()),  # span in the original text, in characters
            ("end", pa.int32()),
            ("detail", pa.string()),
            ("messages", pa.list_(pa.string())),  # the messages it rests on
        ]
    )
)
SPANS = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))
ENTITIES = pa.list_(
    pa.struct([("type", pa.string()), ("start", pa.int32()), ("end", pa.int32()), ("value", pa.string())])
)
REACTIONS = pa.list_(pa.struct([("kind", pa.string()), ("value", pa.string()), ("count", pa.int32())]))
PLACES = pa.list_(
    pa.struct(
        [
            ("name", pa.string()),  # canonical name
            ("geonames", pa.int64()),
            ("province", pa.string()),
            ("municipality", pa.string()),
            ("start", pa.int32()),
            ("end", pa.int32()),
        ]
    )
)
