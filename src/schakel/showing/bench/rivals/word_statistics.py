"""TF-IDF with logistic regression (see `reading/evaluation/word_statistics.py`), which learns from some texts and is asked about others.

    python -m schakel.showing.bench.rivals.word_statistics texts.jsonl LESSONS ASKED

Only its speed is measured here, so what it learns are the answers of the list of words; how well it does is measured by
`schakel evaluate reading`. What it takes to learn is not counted: that is done once.
"""

import json
import sys
import time
from pathlib import Path

from schakel.reading.evaluation.keyword_list import by_keywords
from schakel.reading.evaluation.labels import Label
from schakel.reading.evaluation.word_statistics import ABSENT, is_installed, trained


def measured(texts: list[str], lessons: int, asked: int) -> dict[str, object]:
    """How many texts it was asked about, and how long it learned; or why it could not."""
    if not is_installed():
        return {"cannot": ABSENT}
    lessons = min(lessons, len(texts) // 3)
    found = [(text, by_keywords(text)) for text in texts[:lessons]]
    start, worked = time.perf_counter(), time.process_time()
    try:
        answer = trained([Label("", text, said.act, said.items) for text, said in found], ())
    except ValueError:  # of scikit-learn: nothing to tell apart, or no word twice
        return {"cannot": "The texts are too few or too much alike to learn from."}
    apart = {"apart": time.perf_counter() - start, "apart_processor": time.process_time() - worked}
    return {"done": len(answer(texts[lessons:][:asked])), "unit": "texts"} | apart


def main() -> None:
    """Prints what was measured."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines]
    sys.stdout.write(json.dumps(measured(texts, int(sys.argv[2]), int(sys.argv[3]))) + "\n")


if __name__ == "__main__":
    main()
