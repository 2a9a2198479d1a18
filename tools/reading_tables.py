"""Writes the fitted weights of reading as the lists that are shipped; `tools/fit_reading.py` fits them."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from schakel.reading.weighing.trees import Trees

_REVIEWED = "2026-11-29"  # when the last fit was looked at: set it by hand with each fit
LEXICONS = Path(__file__).resolve().parents[1] / "src" / "schakel" / "lexicons"


def headed(about: Sequence[str], form: str, body: str) -> str:
    """The list with its head. The version holds the first signs of a digest of all that was fitted, so that two fits
    never share one."""
    head = [
        *about,
        f'version = "{_REVIEWED[:7].replace("-", ".")}-{sha256(body.encode()).hexdigest()[:8]}"',
        'source = "Fitted on the labelled messages of training/reading and tests/gate/reading/hard_*"',
        f'reviewed = "{_REVIEWED}"',
        f'format = "{form}"',
    ]
    return "\n".join([*head, body])


def write_trees(goods: Trees) -> None:
    about = [
        "# Whether an ambiguous word means goods. Made by tools/fit_reading.py: do not edit by hand.",
        "# One row a tree: a sign and a bound; the sign and bound asked next where it is not above the bound; those asked",
        "# where it is; then what the four ends add to the log10 odds.",
    ]
    head = [f"prior = {goods.prior}", "trees = ["]
    rows = [f"  {json.dumps(list(tree))}," for tree in goods.trees]
    tail = ["]", "", "# What a word adds to them by itself, by commodity.", ""]
    for concept, words in goods.words.items():
        tail += [
            f"[words.{concept}]",
            *(f"{json.dumps(word, ensure_ascii=False)} = {more}" for word, more in words.items()),
            "",
        ]
    (LEXICONS / "goods_trees.toml").write_text(
        headed(about, "reading-trees", "\n".join([*head, *rows, *tail])), "utf-8"
    )


def write_weights(acts: dict[str, list[float]]) -> None:
    about = [
        "# What each sign says, as log10 likelihood ratio. Made by tools/fit_reading.py: do not edit by hand."
    ]
    lines = ["", "# Signs of what a text does: offer, request, vouch, warning, recruit.", "[acts]"]
    lines += [
        f"{json.dumps(name)} = [{', '.join(f'{w:.3f}' for w in row)}]" for name, row in sorted(acts.items())
    ]
    (LEXICONS / "reading_weights.toml").write_text(
        headed(about, "reading-weights", "\n".join(lines) + "\n"), "utf-8"
    )
