"""Measures the reading and writes the figures into docs/reading-measured.md.

    .venv/bin/python tools/measure_reading.py [FOLDER OF DEVELOPMENT DATA]

The figures on labelled messages need nothing but the checkout. Those on ordinary messages need the development
data (or SCHAKEL_SHARED); without them the figures that stand on the page are left as they are.
"""

import csv
import html
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from schakel.reading.evaluation.calibration import Bin
from schakel.reading.evaluation.false_alarms import FalseAlarms
from schakel.reading.evaluation.figures import Figures
from schakel.reading.evaluation.intervals import Quality
from schakel.reading.evaluation.labels import Labelled, find_labelled, find_training, read_labelled
from schakel.reading.evaluation.ordinary import Ordinary, read_ordinary
from schakel.reading.evaluation.report import Report, evaluate
from schakel.showing.cli.evaluate_page import per_many, share
from schakel.store.workers import Workers

CHECKOUT = Path(__file__).resolve().parents[1]
PAGE = CHECKOUT / "docs" / "reading-measured.md"
MEASURED = ("offer", "offered commodity", "quantity-unit-price", "selector", "place")


def labelled() -> list[Labelled]:
    """The labelled messages of the checkout, without the sealed ones: those are measured on purpose only."""
    return read_labelled([path for path in find_labelled([], CHECKOUT) if not path.name.startswith("sealed")])


def lessons() -> list[Labelled]:
    """The messages that the weights were fitted on."""
    return read_labelled(find_training([], CHECKOUT))


def blocks(report: Report) -> dict[str, str]:
    """The two blocks of figures on the page, by name."""
    reading = report.methods[0]
    honest = reading.calibration
    parts = [
        ("The reading", _qualities(reading.figures.measures)),
        ("By set", _groups(report.sets)),
        ("By language", _groups(report.languages)),
        ("By act", _qualities(report.acts)),
        ("Beside simple methods", _methods(report)),
        ("Offers of each commodity", _qualities(report.commodities)),
    ]
    if honest and honest.cllr:
        parts.append(("Is there an act, as the probability says?", _bins(honest.bins)))
        parts.append(
            (
                "How honest the probabilities are",
                _table(
                    ["what", "figure"],
                    [
                        ["expected calibration error", f"{honest.expected_error:.2f}"],
                        ["the same, odds beforehand as in the set", f"{honest.expected_error_here:.2f}"],
                        ["Brier", share(honest.brier)],
                        ["Cllr, bits", share(honest.cllr)],
                        ["Cllr after the best recalibration", f"{honest.cllr_min:.2f}"],
                    ],
                ),
            )
        )
        parts.append(("Where an act is found, is it that one?", _bins(reading.act_reliability)))
    made = {"labelled": "\n\n".join(f"### {title}\n\n{table}" for title, table in parts)}
    if report.false_alarms:
        made["ordinary"] = _alarms(report.false_alarms)
    return made


def write(page: str, made: Mapping[str, str]) -> str:
    """The page with its blocks replaced."""
    for name, text in made.items():
        start, end = f"<!-- {name}: start -->", f"<!-- {name}: end -->"
        before, _, rest = page.partition(start)
        page = f"{before}{start}\n{text}\n{end}{rest.partition(end)[2]}"
    return page


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _qualities(rows: Mapping[str, Quality]) -> str:
    return _table(
        ["what", "labelled", "precision", "recall", "F1"],
        [
            [name, f"{row.labelled:,}", share(row.precision), share(row.recall), share(row.f1)]
            for name, row in rows.items()
        ],
    )


def _groups(groups: Mapping[str, Figures]) -> str:
    return _table(
        ["messages of", "number", "act right", *(f"{name} F1" for name in MEASURED)],
        [
            [name, f"{one.messages:,}", share(one.act_right), *(share(one.measures[m].f1) for m in MEASURED)]
            for name, one in groups.items()
        ],
    )


def _methods(report: Report) -> str:
    rows = []
    for method in report.methods:
        offer, goods = (method.figures.measures[name] for name in ("offer", "offered commodity"))
        offers = [share(figure) for figure in (offer.precision, offer.recall, offer.f1)]
        rows.append([method.name, share(method.figures.act_right), *offers, share(goods.f1)])
    head = ["method", "act right", "offer precision", "offer recall", "offer F1", "offered commodity F1"]
    return _table(head, rows)


def _bins(bins: Iterable[Bin]) -> str:
    return _table(
        ["said", "messages", "mean said", "is so"],
        [[f"{b.low:.0%} to {b.high:.0%}", f"{b.messages:,}", f"{b.said:.2f}", share(b.true)] for b in bins],
    )


def _alarms(rows: Iterable[FalseAlarms]) -> str:
    return _table(
        ["method", "ordinary messages", "number", "any act in 10,000", "offers in 10,000"],
        [[r.method, r.language, f"{r.messages:,}", per_many(r.any_act), per_many(r.offers)] for r in rows],
    )


# ---- ordinary messages


def ordinary(data: Path) -> list[Ordinary]:
    """The ordinary messages of the development data; the language names their kind too."""
    found: dict[str, Ordinary] = {}
    for kind, texts in _sources(data):
        for number, text in enumerate(texts, 1):
            if text.strip():
                found.setdefault(text, Ordinary(text, kind, kind, number))
    return list(found.values())


def _sources(data: Path) -> Iterator[tuple[str, Iterable[str]]]:
    yield "nl, tweets of politicians", _read(data / "nl_political_tweets/files/tweets.tsv")
    yield (
        "nl, encyclopedia",
        [text for path in sorted(data.glob("nl_ud_lassysmall/files/*.conllu")) for text in _read(path)],
    )
    yield (
        "nl, lawful ads",
        _json_texts([data / "nl_marktplaats_ads/files/api_listings.json"], "title", "description"),
    )
    yield (
        "ru, news channels",
        _json_texts(sorted(data.glob("tg_ru_news_classified/files/data/raw/*.json")), "text"),
    )
    yield (
        "ru, chat of testers",
        _html_texts(sorted(data.glob("tgdesktop_ru_qaload_html/files/*/messages*.html"))),
    )
    yield "ru, group messages", _read(data / "tg_spam_ru_umputun/files/data/ham-samples.txt")
    yield "en, text messages", _ham(data / "en_smishing_5971/files/Dataset_5971.csv")
    yield (
        "en, jobs for tutors",
        _html_texts(sorted(data.glob("tgdesktop_en_tutor_jobs_html/files/messages*.html"))),
    )


def _read(path: Path) -> list[str]:
    return [one.text for one in read_ordinary([str(path)])]


def _json_texts(paths: Iterable[Path], *fields: str) -> list[str]:
    rows = [row for path in paths for row in json.loads(path.read_text(encoding="utf-8"))]
    return ["\n".join(str(row.get(field) or "") for field in fields) for row in rows]


def _html_texts(paths: Iterable[Path]) -> list[str]:
    texts = []
    for path in paths:
        for block in re.findall(
            r'<div class="text">\s*(.*?)\s*</div>', path.read_text(encoding="utf-8"), re.DOTALL
        ):
            texts.append(html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<br ?/?>", "\n", block))))
    return texts


def _ham(path: Path) -> list[str]:
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        return [row["TEXT"] for row in csv.DictReader(lines) if row["LABEL"].lower() == "ham"]


def main() -> None:
    """Measures and writes."""
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SCHAKEL_SHARED", "")
    data = Path(given) / "data" if given else None
    workers = Workers()
    try:
        report = evaluate(
            labelled(), ordinary(data) if data and data.is_dir() else (), workers, learn=lessons()
        )
    finally:
        workers.close()
    made = blocks(report)
    PAGE.write_text(write(PAGE.read_text(encoding="utf-8"), made), encoding="utf-8")
    print(f"{', '.join(made)}: written to {PAGE.relative_to(CHECKOUT)}")


if __name__ == "__main__":
    main()
