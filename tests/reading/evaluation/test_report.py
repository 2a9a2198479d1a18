import json

import pytest

from schakel.reading.evaluation import report as report_file
from schakel.reading.evaluation.false_alarms import false_alarms
from schakel.reading.evaluation.figures import headline, macro_f1
from schakel.reading.evaluation.found import by_reading
from schakel.reading.evaluation.misread import misread
from schakel.reading.evaluation.ordinary import Ordinary
from schakel.reading.evaluation.report import KEYWORDS, READING, STATISTICS, evaluate
from schakel.records.errors import SettingsError
from tests.reading.evaluation.examples import found, in_set, label, name
from tests.reading.telling_workers import Telling

SALE = "Ketamine te koop, 1 gram 25 euro, 5 gram 100 euro, stuur bericht @ster_amsterdam"
CHATTER = "Wat een mooi weer vandaag, we gaan fietsen"
MESSAGES = [
    in_set(
        label(
            "offer",
            ("ketamine", 1, "g", 25),
            ("ketamine", 5, "g", 100),
            id="a",
            text=SALE,
            split="dev",
            places=("Amsterdam",),
            selectors=(name("ster_amsterdam"),),
        )
    ),
    in_set(label("none", id="b", text=CHATTER, split="held"), language="de"),
    in_set(label("vouch", id="c", text="de trein had vertraging", split="dev")),
    in_set(label("warning", id="d", text="morgen wordt het warm", split="held")),
]
ORDINARY = [
    Ordinary(CHATTER, "nl", "a.txt", 1),
    Ordinary(SALE, "nl", "a.txt", 2),
    Ordinary("hoi", "en", "b.txt", 1),
]


@pytest.fixture(scope="module")
def report() -> report_file.Report:
    return evaluate(MESSAGES, ORDINARY)


def test_figures_over_all_by_language_and_by_set(report: report_file.Report) -> None:
    assert report.methods[0].name == READING
    assert report.methods[0].figures.act_right.value == 0.5
    assert {name: one.messages for name, one in report.languages.items()} == {"nl": 3, "de": 1}
    assert report.languages["de"].act_right.value == 1.0
    assert {name: one.messages for name, one in report.sets.items()} == {"mine": 4}
    assert report.acts["offer"].f1.value == 1.0
    assert report.acts["vouch"].recall.value == 0.0
    assert report.commodities["ketamine"].labelled == 1


@pytest.mark.parametrize(("batch", "handed"), [(500, []), (2, []), (1, [1, 1, 1, 1])])
def test_few_messages_are_read_without_other_processes_and_as_many_would_be(
    monkeypatch: pytest.MonkeyPatch, report: report_file.Report, batch: int, handed: list[int]
) -> None:
    monkeypatch.setattr(report_file, "_BATCH", batch)
    workers = Telling(False)
    told = evaluate(MESSAGES, ORDINARY, workers)
    assert workers.sizes == handed
    assert (told.found, told.ordinary_acts) == (report.found, report.ordinary_acts)


def test_messages_that_weights_were_fitted_on_are_not_measured() -> None:
    fitted = [in_set(label("vouch", id=str(n), text=f"morgen mooi weer {n}"), of="hard") for n in range(5)]
    report = evaluate([*MESSAGES, *fitted], baselines=False)
    assert report.methods[0].figures.messages == 4
    assert {name: one.messages for name, one in report.sets.items()} == {"hard (fitted on)": 5, "mine": 4}
    assert evaluate(fitted, baselines=False).methods[0].figures.messages == 5


def test_simple_methods_stand_beside_it_in_the_same_run(report: report_file.Report) -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed")
    assert [method.name for method in report.methods] == [READING, KEYWORDS, STATISTICS]
    assert report.notes == ()


def test_without_scikit_learn_the_rest_is_measured_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_file, "is_installed", lambda: False)
    report = evaluate(MESSAGES)
    assert [method.name for method in report.methods] == [READING, KEYWORDS]
    assert "scikit-learn is not installed" in report.notes[0]
    assert evaluate(MESSAGES, baselines=False).notes == ()


def test_false_alarms_by_language(report: report_file.Report) -> None:
    rows = {(row.method, row.language): row for row in report.false_alarms}
    assert rows[READING, "nl"].messages == 2
    assert rows[READING, "nl"].any_act.value == 0.5
    assert rows[READING, "en"].any_act.value == 0.0
    assert rows[READING, "all"].offers.value == pytest.approx(1 / 3)
    assert false_alarms("x", [], []) == []


def test_the_record_for_machines_holds_no_text(report: report_file.Report) -> None:
    written = json.dumps(report.as_json())
    assert SALE not in written
    assert json.loads(written)["methods"][0]["figures"]["measures"]["offer"]["f1"]["value"] == 1.0


def test_misread_messages_with_what_was_expected_and_found(report: report_file.Report) -> None:
    lines = [json.loads(line) for line in misread(MESSAGES, ORDINARY, report)]
    assert [line["id"] for line in lines] == ["c", "a.txt:2"]
    assert lines[0]["wrong"] == ["act"]
    assert (lines[0]["expected"]["act"], lines[0]["found"]["act"]) == ("vouch", "none")
    assert lines[1]["wrong"] == ["false alarm"]


def test_messages_kept_apart_are_written_only_when_asked_for(report: report_file.Report) -> None:
    with_all = [json.loads(line)["id"] for line in misread(MESSAGES, ORDINARY, report, kept_apart=True)]
    assert with_all == ["c", "d", "a.txt:2"]


def test_the_eight_headline_figures() -> None:
    labels = [one.label for one in MESSAGES]
    figures = headline(labels, [by_reading(one.text) for one in labels])
    assert figures["act accuracy"] == 0.5
    assert figures["quantity-unit-price recall"] == 1.0
    assert len(figures) == 8


def test_a_rare_act_counts_as_much_as_a_frequent_one(report: report_file.Report) -> None:
    assert macro_f1(report.acts.values()) == pytest.approx((1.0 + 0 + 0 + 0.5) / 4)


def test_nothing_to_measure_is_said() -> None:
    with pytest.raises(SettingsError, match="no labelled messages"):
        evaluate([])
    assert found("none").goods == frozenset()
