"""Splink with its default training on the accounts that offer, each a record of its words, numbers and one text.

python -m schakel.showing.bench.rivals.splink_accounts accounts.jsonl
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from schakel.linking.evaluation.splink_default import by_splink

ABSENT = 'Splink is not installed. To have it: pip install "schakel[evaluate]"'


def measured(accounts: list[list[str]]) -> dict[str, object]:
    """How many accounts were compared; or why they could not be."""
    if find_spec("splink") is None:
        return {"cannot": ABSENT}
    if by_splink(accounts, np.arange(len(accounts))) is None:
        return {"cannot": "There are too few accounts with offers to train it on."}
    return {"done": len(accounts), "unit": "accounts"}


def main() -> None:
    """Prints what was measured."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        sys.stdout.write(json.dumps(measured([json.loads(line) for line in lines])) + "\n")


if __name__ == "__main__":
    main()
