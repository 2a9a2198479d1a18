"""100,000 different ads to groups of copies: our exact join beside datasketch, and both against brute force.

    python -m benchmarks.near_copies --ads 100000

Prints seconds of processor time and recall of the pairs with a Jaccard similarity of .7 or more. Brute force is the
sparse product of all shingle sets; it takes minutes.
"""

import argparse
import resource
import sys
import time

import numpy as np
import pyarrow as pa
from scipy.sparse import csr_matrix

from schakel.linking.copies.cohesion import cohesive_groups
from schakel.linking.copies.near_copies import near_copies
from schakel.linking.copies.shingles import Shingles, shingle
from schakel.showing.bench.rivals.all_pairs import alike
from schakel.showing.bench.rivals.datasketch_lsh import candidates

_THRESHOLD = 0.7
_WORDS = 20_000

Found = set[tuple[int, int]]


def ads(many: int, seed: int = 1) -> list[str]:
    """Different ads: a third are near copies of another, with some words changed."""
    chance = np.random.default_rng(seed)
    words = np.array([f"w{number}" for number in range(_WORDS)])
    weights = 1 / (np.arange(_WORDS) + 10)
    weights /= weights.sum()
    made: dict[str, None] = {}
    while len(made) < many:
        base = chance.choice(words, size=chance.integers(8, 60), p=weights)
        copies = int(chance.integers(2, 6)) if chance.random() < 0.15 else 1
        for _ in range(copies):
            copy = base.copy()
            for _ in range(int(chance.integers(0, 5))):
                copy[chance.integers(0, len(copy))] = chance.choice(words)
            made[" ".join(copy)] = None
    return list(made)[:many]


def brute_force(made: Shingles, sample: int) -> Found:
    """All pairs of which one is among the first `sample` ads, by comparing each of these with every other."""
    texts = len(made.sizes)
    rows = np.repeat(np.arange(texts), made.shared_sizes)
    matrix = csr_matrix((np.ones(len(made.tokens), np.int32), (rows, made.tokens)), shape=(texts, made.kinds))
    found = set[tuple[int, int]]()
    for left, right in alike(matrix, made.sizes, _THRESHOLD, sample):
        found.update(zip(left.tolist(), right.tolist(), strict=True))
    return found


def _peak() -> float:
    """The most memory that was held so far, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def main() -> None:
    """Runs all three and prints what they took and found."""
    parser = argparse.ArgumentParser(prog="benchmarks.near_copies", description=__doc__)
    parser.add_argument("--ads", type=int, default=100_000)
    parser.add_argument(
        "--sample", type=int, help="ads that brute force compares with all others (default: all)"
    )
    options = parser.parse_args()
    texts = pa.array(ads(options.ads), pa.string())
    before, start = _peak(), time.process_time()
    made = shingle(texts)
    pairs = near_copies(made, _THRESHOLD)
    joined = time.process_time() - start
    groups = len(np.unique(cohesive_groups(made, pairs, 0.4)))
    whole = time.process_time() - start
    _say(f"ours: {joined:.1f} s to {len(pairs.left):,} pairs, {whole:.1f} s to {groups:,} groups")
    _say(f"memory: {_peak():.2f} GB at most, {before:.2f} GB of it before, with the ads made up")
    sample = min(options.sample or options.ads, options.ads)
    truth = brute_force(made, sample)
    ours = {pair for pair in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True) if pair[0] < sample}
    _say(f"brute force of {sample:,} ads: {len(truth):,} pairs; recall ours {_recall(ours, truth):.6f}")
    start = time.process_time()
    theirs = candidates(texts.to_pylist(), _THRESHOLD)
    took = time.process_time() - start
    if theirs is None:
        _say("datasketch is not installed")
    else:
        found = f"{len(theirs):,} candidates (not verified), recall {_recall(theirs, truth):.4f}"
        _say(f"datasketch: {took:.1f} s, {found}")


def _recall(found: Found, truth: Found) -> float:
    return len(found & truth) / max(len(truth), 1)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
