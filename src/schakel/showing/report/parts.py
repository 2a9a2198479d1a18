"""The parts of the printed report: headings, sentences, tables and plots, from the typed facts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from schakel.records.unit_words import unit_word
from schakel.showing.market_report import Estimated, Figure, MarketReport
from schakel.showing.report.numbers import bounds, rounded, share
from schakel.showing.report.plots import Point, bars, changes, columns, heat, lorenz_curve

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MOST = 14  # lines of a plot
_WORDS = {
    "accounts-seen": "accounts seen to advertise",
    "sellers-seen": "sellers behind them (aliases joined)",
    "ghosts-seen": "of these, probably ghosts",
    "real-sellers-seen": "of these, real",
    "sellers": "sellers that keep selling, seen or not",
    "real-sellers": "real sellers that keep selling, seen or not",
    "real-sellers-and-throwaways": "the same with accounts used once",
    "ads-sent": "ads sent in these chats and days",
    "deals": "deals",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: names of the columns and rows of text; the first column is words, the others are figures."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the report."""

    title: str
    says: tuple[str, ...] = ()
    plots: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    notes: tuple[str, ...] = field(default=())


def parts(report: MarketReport) -> list[Part]:
    """The parts that have something to tell, in the order of the report."""
    makers: tuple[Callable[[MarketReport], Part | None], ...] = (
        _size, _strata, _ads, _goods, _prices, _discounts, _price_moves, _areas, _rhythm, _concentration, _comings,
        _interventions,
    )  # fmt: skip
    found = [make(report) for make in makers]
    return [part for part in found if part is not None]


def _size(report: MarketReport) -> Part | None:
    chain = [one for what in _WORDS if (one := report.estimate(what)) is not None]
    money = [one for one in report.estimates if one.what.startswith("turnover-")]
    if not chain:
        return None
    real = report.estimate("real-sellers")
    says = []
    if real is not None:
        seen = rounded(_value(report, "sellers-seen"))
        told = _sentence(real)
        says.append(f"{seen} sellers were seen. {told}")
    rows = [_row(_WORDS[one.what], one) for one in chain]
    rows += [_row(f"turnover in {one.what.removeprefix('turnover-')}, in the window", one) for one in money]
    notes = [note for one in (*chain, *money) for note in one.assumptions]
    sheet = Sheet(("figure", "value", "bounds", "how"), tuple(rows))
    return Part("How big it is", tuple(says), (), (sheet,), tuple(dict.fromkeys(notes)))


def _sentence(real: Estimated) -> str:
    if real.value is None:
        return f"How many real sellers there are, the data do not carry: {_why(real)}."
    return (
        f"There are an estimated {rounded(real.value)} real sellers that keep selling, seen or not "
        f"(between {rounded(real.low)} and {rounded(real.high)})."
    )


def _row(words: str, one: Estimated) -> tuple[str, ...]:
    return (words, rounded(one.value), bounds(one.low, one.high), _why(one) if one.refused else one.method)


def _why(one: Estimated) -> str:
    return next((note for note in one.assumptions if note.startswith("refused")), "refused")


def _strata(report: MarketReport) -> Part | None:
    plots, refused = [], []
    for kind in ("month", "commodity", "scale", "area"):
        told = report.estimates_of("real-sellers", kind)
        shown = [one for one in told if not one.refused]
        refused += [f"{one.name} ({_why(one).removeprefix('refused: ')})" for one in told if one.refused]
        if kind != "month":
            shown.sort(key=lambda one: (-(one.value or 0.0), one.name))
        points = [Point(one.name, one.value or 0.0, one.low, one.high) for one in shown[:_MOST]]
        plots.append(bars(f"Real sellers by {kind}, seen or not, with bounds", points))
    if not any(plots):
        return None
    notes = (f"Not carried by the data: {'; '.join(refused)}.",) if refused else ()
    says = (
        "A seller counts in every month, area and kind of goods in which it advertises, so bars do not add up.",
    )
    return Part("Real sellers by month, goods, scale and area", says, tuple(filter(None, plots)), (), notes)


def _ads(report: MarketReport) -> Part | None:
    count = {
        measure: report.value("volume", "all", "all", measure)
        for measure in (
            "ads",
            "unique-ads",
            "campaigns",
            "sellers",
            "accounts",
            "chats",
            "ghost-share-of-ads",
        )
    }
    if count["ads"] is None or count["unique-ads"] is None:
        return None
    copies = count["ads"] / max(count["unique-ads"], 1.0)
    told = (
        f"{rounded(count['ads'])} ads in {rounded(count['chats'])} chats, {rounded(count['unique-ads'])} of them "
        f"different: each was posted {rounded(copies)} times on average. They form {rounded(count['campaigns'])} campaigns, by "
        f"{rounded(count['accounts'])} accounts of {rounded(count['sellers'])} sellers. "
        f"About {share(count['ghost-share-of-ads'])} of the ads are by ghosts."
    )
    weeks = _points(report.section("volume", "ads", "week"), lambda key: key[5:])
    plot = columns("Ads by week (the day on which it starts)", weeks, max(len(weeks) // 10, 1))
    return Part("Ads", (told,), (plot,))


def _goods(report: MarketReport) -> Part | None:
    names = [one.key for one in _largest(report.section("volume", "sellers", "commodity"))]
    if not names:
        return None
    rows = []
    for name in names:
        figures = [report.value("volume", "commodity", name, m) for m in ("sellers", "unique-ads", "ads")]
        scales = [report.value("scale", name, scale, "sellers") or 0.0 for scale in ("retail", "bulk")]
        rows.append((name, *map(rounded, (*figures, *scales))))
    sheet = Sheet(
        ("goods", "sellers", "different ads", "ads", "user amounts (sellers)", "trade amounts (sellers)"),
        tuple(rows),
    )
    kinds = sorted(report.section("assortment", "sellers", "kinds"), key=lambda one: int(one.key))
    plots = [
        columns("Sellers by how many kinds of goods they offer", [Point(one.key, one.value) for one in kinds])
    ]
    both = sorted(report.section("together"), key=lambda one: (-one.rows, one.subject, one.key))[:10]
    pairs = Sheet(
        ("goods offered together", "sellers", "times as many as by chance"),
        tuple((f"{one.subject} and {one.key}", rounded(one.rows), f"{one.value:.1f}") for one in both),
    )
    return Part(
        "Goods, and user against trade amounts", (), tuple(plots), (sheet, pairs) if both else (sheet,)
    )


def _prices(report: MarketReport) -> Part | None:
    found = report.section("price")
    if not found:
        return None
    order = sorted(found, key=lambda one: (one.subject, one.unit, float(one.key)))
    rows = [
        (one.subject, _measure(one), f"{one.value:,.2f}".removesuffix(".00"),
         f"{one.low or 0:,.0f} to {one.high or 0:,.0f}", rounded(one.rows))
        for one in order
    ]  # fmt: skip
    currency = order[0].unit.partition(" ")[0]
    heads = ("goods", "amount", f"median, {currency}", "four in five between", "sellers")
    says = ("The median of what sellers ask, one figure a seller, and the range that four in five ask.",)
    return Part("Prices", says, (), (Sheet(heads, tuple(rows)),))


def _measure(one: Figure) -> str:
    """What a price is asked for: 10 g, 25 pills."""
    return f"{one.key} {unit_word(one.unit.rpartition(' ')[2], float(one.key))}"


def _discounts(report: MarketReport) -> Part | None:
    found = [one for one in report.section("discount") if one.key == "tenfold"]
    if not found:
        return None
    says = (
        "How much less a unit costs if ten times as much is taken, from lists that name several amounts.",
    )
    points = [
        Point(one.subject, one.value, one.low, one.high) for one in sorted(found, key=lambda one: one.value)
    ]
    return Part(
        "Discount by amount", says, (changes("Price of a unit at ten times the amount", points[:_MOST]),)
    )


def _price_moves(report: MarketReport) -> Part | None:
    plots = []
    for section, words in (("price-by-month", "month"), ("price-by-area", "area")):
        found = report.section(section, subject="all")
        points = [
            Point(f"{one.key} ({one.rows} sellers)", one.value - 1, (one.low or 1) - 1, (one.high or 1) - 1)
            for one in found
        ]
        plots.append(
            changes(f"Prices by {words} beside what is usual for the same goods and amount", points[:_MOST])
        )
    if not any(plots):
        return None
    return Part(
        "Prices by month and area", ("Median over sellers, with four in five.",), tuple(filter(None, plots))
    )


def _areas(report: MarketReport) -> Part | None:
    found = _largest(report.section("area", "sellers"))
    if not found:
        return None
    points = [Point(one.key, one.value) for one in found[:_MOST]]
    return Part("Areas that ads name", (), (bars("Sellers by area named", points),))


def _rhythm(report: MarketReport) -> Part | None:
    found = {(one.subject, one.key): one.value for one in report.section("rhythm", "ads")}
    if not found:
        return None
    hours = [str(hour) for hour in range(24)]
    cells = [[found.get((str(day), hour), 0.0) for hour in hours] for day in range(1, 8)]
    months = _points(report.section("volume", "ads", "month"), lambda key: key)
    plots = [heat("Ads by weekday and hour, Dutch time", _DAYS, hours, cells)]
    if len(months) > 1:
        plots.append(columns("Ads by month", months))
    return Part("Rhythm", (), tuple(plots))


def _concentration(report: MarketReport) -> Part | None:
    if not report.section("concentration"):
        return None
    rows = []
    for key in ("gini", "top-1-percent", "top-5-percent", "top-10-percent", "top-20-percent"):
        figures = [report.value("concentration", of, key, "share") for of in ("ads", "unique-ads")]
        words = "Gini coefficient" if key == "gini" else f"share of the largest {key.split('-')[1]} %"
        rows.append(
            (words, *(f"{one:.2f}" if key == "gini" and one is not None else share(one) for one in figures))
        )
    curves = [
        (words, [(float(one.key), one.value) for one in report.section("lorenz", subject=of)])
        for words, of in (("ads", "ads"), ("different ads", "unique-ads"))
    ]
    plot = lorenz_curve("Share of all ads that is held by the smallest sellers", curves)
    return Part("Concentration", (), (plot,), (Sheet(("", "ads", "different ads"), tuple(rows)),))


def _comings(report: MarketReport) -> Part | None:
    months = sorted({one.key for one in report.section("comings") if one.key != "all"})
    if not months:
        return None
    quiet = report.value("comings", "all", "all", "quiet-days")
    measures = ("active", "there-at-the-start", "new", "vanished")
    rows = [
        (month, *(rounded(report.value("comings", "all", month, measure) or 0.0) for measure in measures))
        for month in months
    ]
    told = (
        f"Vanished: no ad in the last {rounded(quiet)} days of the data. Who came in the first {rounded(quiet)} days may "
        "be older than the data."
    )
    heads = ("month", "active", "there at the start", "new", "last seen, then vanished")
    return Part("Sellers that come and go", (told,), (), (Sheet(heads, tuple(rows)),))


def _interventions(report: MarketReport) -> Part | None:
    if not report.interventions:
        return None
    says, plots = [], []
    for one in report.interventions:
        says.append(f"{one.intervention_id}. {one.kind} of {one.began_on}: {one.conclusion_en}")
        says += [
            f"– {figure.words_en}" for figure in one.figures if figure.words_en and figure.unit != "change"
        ]
        points = [
            Point(f"{figure.measure}, {figure.period}", figure.value, figure.low, figure.high)
            for figure in one.figures
            if figure.unit == "change" and figure.value is not None and not figure.period.startswith("week-")
            and figure.subject in ("targets", "market")
        ]  # fmt: skip
        plots.append(
            changes(f"Intervention {one.intervention_id}: changes beside what was not touched", points)
        )
    return Part("What interventions did", tuple(says), tuple(filter(None, plots)))


def _points(figures: Sequence[Figure], name: Callable[[str], str]) -> list[Point]:
    return [Point(name(one.key), one.value) for one in sorted(figures, key=lambda one: one.key)]


def _largest(figures: Sequence[Figure]) -> list[Figure]:
    return sorted(figures, key=lambda one: (-one.value, one.key))


def _value(report: MarketReport, what: str) -> float | None:
    found = report.estimate(what)
    return None if found is None else found.value
