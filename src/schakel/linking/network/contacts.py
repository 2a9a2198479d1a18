"""Who speaks to whom: replies, forwards and mentions between accounts."""

from importlib.resources import files

import pyarrow as pa

from schakel.linking.network.called_by_name import called_by_name
from schakel.store.engine import Engine

_SQL = files("schakel.linking.sql")


def pointed_at(engine: Engine) -> pa.Table:
    """Replies, forwards and mentions as rows of `mentions`: what needs no reading of the texts."""
    return engine.step(_SQL / "pointed_at.sql")


def map_contacts(engine: Engine, pointed: pa.Table | None = None) -> dict[str, pa.Table]:
    """The table `mentions`: one row for every reply, forward, mention or name in a message.

    `target_account_id` is set where the data tell which account is meant: the writer of the message
    replied to (in the same chat), the origin of a forward, the account linked in a mention. A mention by
    @username keeps the name in `target` only, since exports do not say whose username it is. Of the kind
    `name` are those who are called by their display name in praise, warnings and what speaks of another account.
    `pointed` is what `pointed_at` gave, where it was asked before.
    """
    found = {
        "by_name": called_by_name(engine),
        "pointed_at": pointed_at(engine) if pointed is None else pointed,
    }
    return {"mentions": engine.step(_SQL / "mentions.sql", into="mentions", tables=found)}
