r"""A list of words, as most people search: one regular expression of all of them, or each word looked up in the list.

    python keyword_list.py one-expression|looked-up texts.jsonl words.json MOST

`texts.jsonl` holds a text a line, `words.json` the goods of each word. Needs nothing but Python itself.
"""

import json
import re
import sys
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path

_WORDS_TOGETHER = 3  # longer names of goods are rare
Goods = Callable[[str], set[str]]


def by_one_expression(words: Mapping[str, str]) -> Goods:
    """What names the goods in a text: the words one after the other in one expression, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    search = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return lambda text: {words[found] for found in search.findall(text.lower())}


def by_looking_up(words: Mapping[str, str]) -> Goods:
    """What names the goods in a text: its words, pairs and triples of words looked up in the list."""
    word = re.compile(r"\w+")

    def goods(text: str) -> set[str]:
        own = word.findall(text.lower())
        runs = (
            " ".join(own[at : at + many])
            for many in range(1, _WORDS_TOGETHER + 1)
            for at in range(len(own) - many + 1)
        )
        return {words[run] for run in runs if run in words}

    return goods


WAYS = {"one-expression": by_one_expression, "looked-up": by_looking_up}


def main() -> None:
    """Prints how many texts were looked at, and in how many goods were named."""
    way, file, words, most = sys.argv[1:]
    with Path(file).open(encoding="utf-8") as lines:
        texts = [json.loads(line) for line in islice(lines, int(most))]
    goods = WAYS[way](json.loads(Path(words).read_text("utf-8")))
    told = {"done": len(texts), "unit": "texts", "hits": sum(bool(goods(text)) for text in texts)}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
