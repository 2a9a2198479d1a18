"""`schakel evaluate linking`: measured quality of linking, with simple methods beside it."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from schakel.linking.evaluation.against_truth import measure
from schakel.linking.evaluation.corpus import Columns, own_offers, read_corpus
from schakel.linking.evaluation.splitting import split_accounts
from schakel.records.errors import SettingsError
from schakel.showing.cli.evaluate_linking_page import print_splits, print_truth
from schakel.showing.cli.evaluated import look
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption, looking, progress

# A truth of one pair asks whether two accounts are one seller, and figures answer it.
RIGHT = "leads"

_Corpus = Annotated[
    Path | None,
    typer.Argument(help="Texts by account, for the splitting test: JSON lines or a table."),
]
_Truth = Annotated[Path | None, typer.Option("--truth", help="Folder with the truth of a made-up market.")]
_Split = Annotated[
    bool, typer.Option("--split", help="Do the splitting test on the offers of the workspace.")
]
_Account = Annotated[str, typer.Option("--account", help="Column of the account.")]
_Text = Annotated[str, typer.Option("--text", help="Column of the text.")]
_Least = Annotated[
    int, typer.Option("--least", min=2, help="Different texts from which an account is split.")
]
_Seed = Annotated[int, typer.Option("--seed", help="The same seed draws the same halves.")]
_Ablation = Annotated[bool, typer.Option("--ablation/--no-ablation", help="Measure what each rule is worth.")]
_Baselines = Annotated[
    bool, typer.Option("--baselines/--no-baselines", help="Measure other methods beside it.")
]


def linking(
    corpus: _Corpus = None,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    truth: _Truth = None,
    split: _Split = False,
    account: _Account = "account",
    text: _Text = "text",
    least: _Least = 10,
    seed: _Seed = 1,
    ablation: _Ablation = True,
    baselines: _Baselines = True,
    as_json: JsonOption = False,
) -> None:
    """Measures how well accounts are linked: against a known truth, or by splitting accounts and asking for the partner."""
    if truth is None and corpus is None and not split:
        raise _nothing_to_measure_on()
    told = dict[str, Any]()
    if truth is not None:
        told["truth"] = _against_truth(workspace, truth, ablation=ablation, as_json=as_json)
    if corpus is not None or split:
        texts = read_corpus(corpus, Columns(account, text)) if corpus else _own_offers(workspace)
        told["split"] = _by_splitting(texts, least, seed, baselines=baselines, as_json=as_json)
    if as_json:
        sys.stdout.write(json.dumps(told) + "\n")


def _nothing_to_measure_on() -> SettingsError:
    return SettingsError(
        "There is nothing to measure linking on.",
        means="Nothing was measured.",
        todo="Name the truth, for example: schakel evaluate linking -w case1 --truth market/truth; or texts by "
        "account: schakel evaluate linking listings.csv --account vendor --text title",
    )


def _against_truth(workspace: Path, truth: Path, *, ablation: bool, as_json: bool) -> dict[str, Any]:
    """The figures against a known truth, printed too unless they are for machines."""
    with looking(workspace) as session, progress(as_json) as report:
        session.must(RIGHT)
        look(session, "linking", truth)
        measured = measure(session.engine, session.verdicts(), truth, ablation=ablation, report=report)
    if not as_json:
        print_truth(Console(), measured)
    return measured.as_json()


def _by_splitting(
    texts: Mapping[str, Sequence[str]], least: int, seed: int, *, baselines: bool, as_json: bool
) -> list[dict[str, Any]]:
    """The figures of both splitting tests, printed too unless they are for machines."""
    _enough(texts, least)
    made = [
        split_accounts(texts, least=least, seed=seed, copies_together=together, baselines=baselines)
        for together in (False, True)
    ]
    if not as_json:
        print_splits(Console(), made, least)
    return [one.as_json() for one in made]


def _enough(texts: Mapping[str, Sequence[str]], least: int) -> None:
    if not any(len(set(own)) >= least for own in texts.values()):
        raise SettingsError(
            f"No account has {least} different texts or more.",
            means="Nothing was measured.",
            todo="Take a larger collection, or split accounts with fewer texts, for example: --least 5",
        )


def _own_offers(workspace: Path) -> dict[str, list[str]]:
    with looking(workspace) as session:
        session.must(RIGHT)
        look(session, "linking by splitting")
        return own_offers(session.engine)
