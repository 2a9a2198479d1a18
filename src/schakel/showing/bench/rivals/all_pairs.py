"""Every text beside every other: the sparse product of their word triples, exact and in a few lines.

    python all_pairs.py texts.jsonl THRESHOLD MOST

Needs numpy and scipy.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

_BLOCK = 500  # texts that are compared with all others at a time


def triples(words: Sequence[str]) -> set[str]:
    """Each run of three words; of a text of one or two words the whole text."""
    return {" ".join(words[at : at + 3]) for at in range(max(len(words) - 2, 1))} if words else set()


def as_matrix(texts: Sequence[str]) -> tuple[Any, Any]:
    """Texts by triples, 1 where a text has one; and how many each text has."""
    numbers: dict[str, int] = {}
    own = [[numbers.setdefault(one, len(numbers)) for one in triples(text.lower().split())] for text in texts]
    sizes = np.array([len(each) for each in own], np.int64)
    rows = np.repeat(np.arange(len(texts)), sizes)
    columns = np.array([one for each in own for one in each], np.int64)
    shape = (len(texts), max(len(numbers), 1))
    return csr_matrix((np.ones(len(columns), np.int32), (rows, columns)), shape=shape), sizes


def alike(matrix: Any, sizes: Any, threshold: float, sample: int) -> Iterator[tuple[Any, Any]]:
    """Pairs (left < right) with a Jaccard similarity of the threshold or more, of which the left is among the first texts."""
    turned = matrix.T.tocsr()
    for start in range(0, sample, _BLOCK):
        shared = (matrix[start : min(start + _BLOCK, sample)] @ turned).tocoo()
        left, right = shared.row + start, shared.col
        union = sizes[left] + sizes[right] - shared.data
        kept = (left < right) & (shared.data >= threshold * union - 1e-9)
        yield left[kept], right[kept]


def main() -> None:
    """Prints how many texts there were, and how many pairs of them are alike."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        texts = [json.loads(line) for line in islice(lines, int(sys.argv[3]))]
    matrix, sizes = as_matrix(texts)
    found = sum(len(left) for left, _ in alike(matrix, sizes, float(sys.argv[2]), len(texts)))
    sys.stdout.write(json.dumps({"done": len(texts), "unit": "texts", "found": found}) + "\n")


if __name__ == "__main__":
    main()
