"""What passes between accounts besides being one seller: replies, forwards, mentions, vouches, shared photos."""

from importlib.resources import files

import pyarrow as pa

from schakel.linking.observations import Activity
from schakel.store.engine import Engine

_SQL = files("schakel.linking.sql")


def ties(engine: Engine, seen: Activity) -> pa.Table:
    """Rows of `links`, one for each pair and kind of tie, with how many messages and up to five of them.

    The left account acts, the right one is meant; they carry no weight for being one seller (0). A contact
    named in a vouch or a question leads to the account that most often gives it as its own.
    """
    owners = engine.step(_SQL / "owners.sql", tables={"contacts": seen.contacts})
    tables = {"owners": owners, "photo_pairs": seen.photos}
    return engine.step(_SQL / "ties.sql", into="links", tables=tables)
