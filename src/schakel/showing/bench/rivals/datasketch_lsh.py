"""MinHash-LSH of datasketch with 128 permutations: candidates of near copies, which are not verified.

    python datasketch_lsh.py texts.jsonl THRESHOLD MOST

Needs datasketch, which is no part of this program.
"""

import json
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

Found = set[tuple[int, int]]


def candidates(texts: Sequence[str], threshold: float) -> Found | None:
    """Pairs (left < right) that it takes for alike; None where datasketch is not installed."""
    try:
        from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - it may not be there
    except ImportError:
        return None
    index, found = MinHashLSH(threshold=threshold, num_perm=128), set[tuple[int, int]]()
    tokens = [triples(text.lower().split()) for text in texts]
    for text, hashes in enumerate(MinHash.generator(tokens, num_perm=128)):
        found.update((other, text) for other in index.query(hashes))
        index.insert(text, hashes, check_duplication=False)
    return found


def triples(words: Sequence[str]) -> list[bytes]:
    """Each run of three words; of a text of one or two words the whole text."""
    return [" ".join(words[at : at + 3]).encode() for at in range(max(len(words) - 2, 1))]


def main() -> None:
    """Prints how many texts there were, and how many candidates it gives."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        texts = [json.loads(line) for line in islice(lines, int(sys.argv[3]))]
    found = candidates(texts, float(sys.argv[2]))
    told = {"done": len(texts), "unit": "texts", "found": len(found)} if found is not None else {
        "cannot": "datasketch is not installed. To have it: pip install datasketch"
    }  # fmt: skip
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
