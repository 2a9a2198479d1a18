"""Our own join of near copies by itself, as linking does it, so that it stands beside others that find only these.

python -m schakel.showing.bench.rivals.our_copies texts.jsonl THRESHOLD MOST
"""

import json
import sys
from itertools import islice
from pathlib import Path

import pyarrow as pa

from schakel.linking.copies.near_copies import near_copies
from schakel.linking.copies.shingles import shingle


def main() -> None:
    """Prints how many texts there were, and how many pairs of them are alike."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        texts = [json.loads(line) for line in islice(lines, int(sys.argv[3]))]
    pairs = near_copies(shingle(pa.array(texts, pa.string())), float(sys.argv[2]))
    sys.stdout.write(json.dumps({"done": len(texts), "unit": "texts", "found": len(pairs.left)}) + "\n")


if __name__ == "__main__":
    main()
