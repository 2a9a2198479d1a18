"""The interventions in force, as one input of a step."""

from collections.abc import Sequence
from hashlib import sha256

from schakel.custody.ledger import canonical_json
from schakel.records.interventions import Intervention


def recorded(interventions: Sequence[Intervention]) -> str:
    """One checksum over all that is recorded of them."""
    said = [
        [row.intervention_id, row.kind, str(row.began_on), str(row.ended_on), *_aims(row)]
        for row in interventions
    ]
    return sha256(canonical_json(said)).hexdigest()


def _aims(row: Intervention) -> list[str | None]:
    aims = [part for target in row.targets for part in (target.kind, target.id, target.seller)]
    return [row.message_id, row.by, row.source, *aims]
