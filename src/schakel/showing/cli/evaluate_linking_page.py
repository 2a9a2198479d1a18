"""How a measurement of linking looks on the screen."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.linking.comparing.agreement import sentence
from schakel.linking.evaluation.against_truth import AgainstTruth
from schakel.linking.evaluation.pairs import Pairwise
from schakel.linking.evaluation.splitting import Split
from schakel.linking.learning import Learned
from schakel.linking.weighing.likelihood_ratios import Forensic

_AGAINST = ("very unlike", "unlike", "neither")


def print_truth(console: Console, measured: AgainstTruth) -> None:
    """All tables of a measurement against a known truth; the main shares with their 95 % interval."""
    for table in _truth_tables(measured):
        console.print(table)
        console.print()


def print_splits(console: Console, made: Sequence[Split], least: int) -> None:
    """How often each half of a split account found its partner, by each method."""
    for one in made:
        console.print(_split(one, least))
        console.print()


def _split(made: Split, least: int) -> Table:
    table = _table(
        f"{made.halves:,} halves of accounts of {least} texts or more, split {made.how}, ask for their partner "
        f"among {made.among:,}",
        "method", "first", "95 %", "in five", "in ten", "habits ahead by (95 %)",
    )  # fmt: skip
    ahead = {one.of: f"{one.difference:+.3f} ({one.low:+.3f} to {one.high:+.3f})" for one in made.ahead}
    for row in made.methods:
        ends = f"{short(row.at_1.low)}-{short(row.at_1.high)}"
        table.add_row(
            Text(row.method), short(row.at_1.value), ends, short(row.at_5.value), short(row.at_10.value),
            ahead.get(row.method, ""),
        )  # fmt: skip
    for name in made.missing:
        table.add_row(Text(name), "no answer", "", "", "", "")
    if made.writing.cllr is not None:
        table.caption = (
            f"Weight of writing habits as linking uses it: Cllr {made.writing.cllr:.2f}, "
            f"at best {made.writing.cllr_min:.2f}"
        )
        table.caption_justify = "left"
    return table


def _truth_tables(measured: AgainstTruth) -> Iterable[Table]:
    yield _quality(measured)
    yield _methods(measured)
    yield _reliability(measured.links)
    yield _tippett(measured.links)
    yield _learned(measured.learned)
    yield from _learned_beside(measured.learned)
    yield _kinds(measured.by_kind)
    if measured.without:
        yield _ablation(measured)


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2), pad_edge=False)
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table


def _quality(measured: AgainstTruth) -> Table:
    quality = measured.quality
    table = _table(
        f"Pairs of {measured.accounts:,} accounts of {measured.holders:,} holders", "", "linking", "95 %"
    )
    for name, row in (("precision", quality.precision), ("recall", quality.recall), ("F1", quality.f1)):
        table.add_row(name, short(row.value), f"{short(row.low)}-{short(row.high)}")
    table.add_row("true pairs", f"{quality.true:,}", "")
    table.add_row("brought together", f"{quality.found:,}", "")
    table.add_row("of them right", f"{quality.right:,}", "")
    table.add_row("share nothing any rule sees", f"{measured.never_compared:,}", "")
    return table


def _methods(measured: AgainstTruth) -> Table:
    table = _table("Beside simple methods", "", "precision", "recall", "F1", "false sellers", "largest")
    for name, row in {"linking": measured.quality, **measured.simple}.items():
        table.add_row(Text(name), *_cells(row))
    table.caption = "A false seller holds accounts of several; the largest in accounts."
    table.caption_justify = "left"
    return table


def _cells(row: Pairwise) -> tuple[str, ...]:
    shares = (short(figure.value) for figure in (row.precision, row.recall, row.f1))
    return (*shares, f"{row.false_clusters:,}", f"{row.largest_false:,}")


def _reliability(links: Forensic) -> Table:
    table = _table("Are the probabilities of links honest?", "said", "pairs", "mean said", "true")
    for part in links.reliability:
        said = f"{part.low:.0%} to {part.high:.0%}"
        table.add_row(said, f"{part.pairs:,}", short(part.said), short(part.true))
    table.caption = (
        f"{links.pairs:,} compared pairs, {links.true:,} of them true; "
        f"expected calibration error {links.expected_error:.3f}, Brier {links.brier:.3f}"
        + (
            f", Cllr {links.cllr_compared:.2f} among them (at best {links.cllr_min:.2f}), "
            f"{links.cllr:.2f} as ratios against strangers of any kind"
            if links.cllr is not None and links.cllr_min is not None
            else ""
        )
    )
    table.caption_justify = "left"
    return table


def _tippett(links: Forensic) -> Table:
    table = _table(
        "How far do the weights part them? (Tippett)", "log10 LR above", "true pairs", "false pairs"
    )
    for row in links.tippett:
        table.add_row(f"{row.above:+.0f}", f"{row.true:.1%}", f"{row.false:.2%}")
    return table


def _learned(learned: Learned) -> Table:
    table = _table("Learned from these data without labels", "way", "counts so many times as much")
    for way, scale in learned.scales.items():
        table.add_row(way, f"{scale:.1f}")
    same, apart = learned.sure
    if learned.before is None:
        told = f"Not used: only {same:,} pairs surely one seller and {apart:,} surely two, too few to test it on."
    else:
        used = "used" if learned.better else "not used"
        told = (
            f"On {same:,} pairs surely one seller by contact and {apart:,} surely two: "
            f"Cllr of these ways {learned.before:.3f} before and {learned.after:.3f} after, so {used}."
        )
    table.caption, table.caption_justify = told, "left"
    return table


def _learned_beside(learned: Learned) -> Iterable[Table]:
    """What was learned of contacts, of names and copies, and of what speaks against; nothing where too few pairs tell."""
    if learned.trust:
        table = _table("How far a contact in common goes here", "shared by", "pairs", "of them one seller")
        for name, trust in learned.trust.items():
            table.add_row(Text(name), f"{trust.pairs:,}", f"{trust.share:.0%}")
        yield table
    if learned.signs:
        table = _table(
            "What names and copies are worth here", "sign", "pairs told", "one seller", "log10 added"
        )
        for name, sign in learned.signs.items():
            table.add_row(Text(name), f"{sign.pairs:,}", f"{sign.same:,}", f"{sign.step:+.2f}")
        yield table
    if learned.steps:
        table = _table("What speaks against more than usual here (log10 added)", "way", *_AGAINST)
        for way, steps in learned.steps.items():
            table.add_row(Text(way), *(f"{step:+.2f}" for step in steps[: len(_AGAINST)]))
        table.caption, table.caption_justify = "By chance: of accounts without a contact in common.", "left"
        yield table


def _kinds(kinds: dict[str, tuple[int, int]]) -> Table:
    table = _table("Found by kind of account", "kinds", "pairs", "found")
    for name, (found, of) in kinds.items():
        table.add_row(Text(name), f"{of:,}", f"{found / of:.0%}")
    return table


def _ablation(measured: AgainstTruth) -> Table:
    table = _table("What each rule is worth", "without the rule", "F1", "F1 lost", "largest false")
    for row in measured.without:
        told = f"{row.rule}: {sentence(row.rule)}"
        table.add_row(Text(told), short(row.f1), f"{row.lost:+.3f}", f"{row.largest_false:,}")
    table.caption = f"F1 with all rules: {measured.quality.f1.value:.3f}"
    table.caption_justify = "left"
    return table


def short(value: float) -> str:
    """A share in three figures: `.853`."""
    written = f"{value:.3f}"
    return written.removeprefix("0") if value < 1 else written
