"""The market's figures as sheets to show and download, and as pictures."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from schakel.showing.desk.drawing.charts import Caption, Line, lines, week
from schakel.showing.desk.figures import Figures
from schakel.showing.desk.market import Market, Size, comings
from schakel.showing.desk.sheets import Column, Sheet

GOODS = Column("goods", "commodities")


def market_sheets(seen: Market) -> list[Sheet]:
    """Every table of the screen, in its order."""
    return [
        _sizes("size", seen.sizes),
        _sizes("volume", seen.volumes),
        _weeks(seen),
        _goods(seen),
        _goods_weeks(seen),
        _week(seen),
        _prices(seen),
        _provinces(seen),
        _ghosts(seen),
    ]


def market_pictures(seen: Market, figures: Figures) -> dict[str, Markup]:
    """The charts over time, by the key of the sheet that holds the same figures; none without figures."""
    words = figures.words["market"]
    made: dict[str, Callable[[], Markup]] = {}
    if len(seen.weeks) > 1:
        made |= {
            "ads": lambda: _ads(seen, figures, words),
            "sellers": lambda: _sellers(seen, figures, words),
        }
    if len({row["week"] for row in seen.goods_weeks}) > 1:
        made["goods_weeks"] = lambda: _goods_lines(seen, figures, words)
    if any(map(any, seen.week)):
        made["week"] = lambda: _week_grid(seen, figures, words)
    return {key: draw() for key, draw in made.items()}


def _sizes(key: str, sizes: Sequence[Size]) -> Sheet:
    columns = [
        Column("population", "populations"),
        Column("estimate", "rounded"),
        Column("low", "rounded"),
        Column("high", "rounded"),
        Column("rests_on"),
    ]
    rows = [(one.population, one.value, one.low, one.high, "; ".join(one.rests_on)) for one in sizes]
    return Sheet(key, columns, rows)


def _weeks(seen: Market) -> Sheet:
    columns = [
        Column("week", "day"),
        *(Column(name, "number") for name in ("ads", "sellers", "new", "gone")),
    ]
    return Sheet(
        "weeks", columns, [(one.week, one.ads, one.sellers, one.new, one.gone) for one in comings(seen.weeks)]
    )


def _goods(seen: Market) -> Sheet:
    names = ("ads", "sellers", "bulk_sellers", "ghost", "ghost_low", "ghost_high")
    real = ("real", "real_low", "real_high")
    kinds = ("number", "number", "number", *("percent",) * 3, *("rounded",) * 3)
    columns = [GOODS, *(Column(name, kind) for name, kind in zip((*names, *real), kinds, strict=True))]
    unknown = (None, None, None)
    rows = [
        (
            row["commodity"],
            *(row[name] for name in names),
            *seen.real_by_goods.get(row["commodity"], unknown),
        )
        for row in seen.goods
    ]
    return Sheet("goods", columns, rows)


def _goods_weeks(seen: Market) -> Sheet:
    columns = [Column("week", "day"), GOODS, Column("ads", "number")]
    return Sheet(
        "goods_weeks", columns, [(row["week"], row["commodity"], row["ads"]) for row in seen.goods_weeks]
    )


def _week(seen: Market) -> Sheet:
    rows = [(day, hour, count) for day, row in enumerate(seen.week) for hour, count in enumerate(row)]
    columns = [Column("weekday", "weekdays"), Column("hour", "number"), Column("ads", "number")]
    return Sheet("week", columns, [(str(day), hour, count) for day, hour, count in rows])


def _prices(seen: Market) -> Sheet:
    columns = [
        GOODS,
        Column("quantity", "amount"),
        Column("unit", "unit"),
        Column("price", "amount"),
        Column("low_price", "amount"),
        Column("high_price", "amount"),
        Column("sellers", "number"),
    ]
    names = ("commodity", "quantity", "unit", "middle", "low", "high", "sellers")
    rows = [
        tuple(_cents(row[name]) if name in ("middle", "low", "high") else row[name] for name in names)
        for row in seen.prices
    ]
    return Sheet("prices", columns, rows)


def _provinces(seen: Market) -> Sheet:
    columns = [Column("province"), *(Column(name, "number") for name in ("ads", "sellers", "home"))]
    return Sheet(
        "provinces",
        columns,
        [(r["province"], r["ads"], r["sellers"], r["home"]) for r in seen.provinces if r["province"]],
    )


def _ghosts(seen: Market) -> Sheet:
    columns = [Column("from_share", "percent"), Column("to_share", "percent"), Column("sellers", "number")]
    counts = {row["tenth"]: row["sellers"] for row in seen.ghost_tenths}
    return Sheet("ghosts", columns, [(t / 10, (t + 1) / 10, counts.get(t, 0)) for t in range(10)])


def _cents(price: float) -> float:
    return round(price, 2)


def _ads(seen: Market, figures: Figures, words: Mapping[str, Any]) -> Markup:
    axis, values = _axis(seen, figures), [float(row["ads"]) for row in seen.weeks]
    about = words["ads_about"].format(
        weeks=figures.number(len(values)),
        most=figures.number(max(values)),
        least=figures.number(min(values)),
    )
    return lines(
        Caption("ads", words["ads_title"], about), axis, [Line(words["ads_line"], values)], figures.number
    )


def _sellers(seen: Market, figures: Figures, words: Mapping[str, Any]) -> Markup:
    weeks = comings(seen.weeks)
    drawn = [
        Line(words["line_sellers"], [float(one.sellers) for one in weeks]),
        Line(words["line_new"], [float(one.new) for one in weeks]),
        Line(words["line_gone"], [float(one.gone) for one in weeks if one.gone is not None]),
    ]
    about = words["sellers_about"].format(most=figures.number(max(one.sellers for one in weeks)))
    return lines(
        Caption("sellers", words["sellers_title"], about), _axis(seen, figures), drawn, figures.number
    )


def _goods_lines(seen: Market, figures: Figures, words: Mapping[str, Any]) -> Markup:
    weeks = sorted({row["week"] for row in seen.goods_weeks})
    place = {day: number for number, day in enumerate(weeks)}
    values: dict[str, list[float]] = {}
    for row in seen.goods_weeks:
        values.setdefault(row["commodity"], [0.0] * len(weeks))[place[row["week"]]] = float(row["ads"])
    named = sorted(values, key=lambda name: (-sum(values[name]), name))
    drawn = [Line(figures.coded(name, "commodities"), values[name]) for name in named]
    about = words["goods_about"].format(names=", ".join(line.name for line in drawn))
    axis = [_short(day, figures) for day in weeks]
    return lines(Caption("goods_weeks", words["goods_weeks_title"], about), axis, drawn, figures.number)


def _week_grid(seen: Market, figures: Figures, words: Mapping[str, Any]) -> Markup:
    days = [figures.words["weekdays"][str(day)] for day in range(7)]
    day, hour = max(
        ((d, h) for d in range(7) for h in range(24)), key=lambda at: (seen.week[at[0]][at[1]], at[0], at[1])
    )
    about = words["week_about"].format(day=days[day], hour=f"{hour:02}:00", zone=seen.zone)

    def told(d: int, h: int) -> str:
        return f"{days[d]} {h:02}:00\u2013{(h + 1) % 24:02}:00: {figures.number(seen.week[d][h])}"

    return week(Caption("week", words["week_title"], about), seen.week, [name[:2] for name in days], told)


def _axis(seen: Market, figures: Figures) -> list[str]:
    return [_short(row["week"], figures) for row in seen.weeks]


def _short(day: str, figures: Figures) -> str:
    on = date.fromisoformat(day[:10])
    return f"{on.day}\u00a0{figures.words['months'][on.month - 1]}"
