"""Coverage: what the material does not hold, per chat and week, and per chat and day."""

from datetime import date

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.showing.desk import kept_figures
from schakel.showing.desk.coverage import Coverage, days_of
from schakel.showing.desk.downloads import download
from schakel.showing.desk.drawing.charts import Caption, Line, Strip, lines, strips
from schakel.showing.desk.drawn import drawn
from schakel.showing.desk.figures import Figures
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.searching import chat_name
from schakel.showing.desk.sheets import Column, Sheet
from schakel.showing.desk.visit import Visit

_DRAWN = 24  # chats drawn; all are in the table


def screen(visit: Visit) -> Response:
    """All chats: what was seen of each, and what is missing when."""
    seen = coverage_of(visit)
    visit.looked("list", {"what": "coverage"})
    names = {row["chat_id"]: chat_name(row["chat_id"], row["title"], row["kind"]) for row in seen.chats}
    return visit.show(
        "coverage.html",
        "coverage",
        seen=seen,
        names=names,
        days={
            row["chat_id"]: [date.fromisoformat(row[end]) for end in ("first_day", "last_day")]
            for row in seen.chats
        },
        picture=drawn(seen, ("coverage", visit.language), lambda: _picture(visit, seen, names))
        if seen.weeks
        else None,
        drawn=_DRAWN,
    )


def chat(visit: Visit) -> Response:
    """One chat, day by day."""
    subject = visit.path("chat")
    row = next((one for one in coverage_of(visit).chats if one["chat_id"] == subject), None)
    if row is None:
        raise HTTPException(404)
    days = days_of(visit.engine, subject)
    visit.looked("list", {"what": "coverage", "chat": subject})
    words, figures = visit.words["coverage"], Figures(visit.language, visit.words)
    drawn = [Line(words[f"line_{name}"], [float(day[name]) for day in days]) for name in ("seen", "missing")]
    about = words["days_about"].format(days=len(days))
    axis = [_short(day["day"], figures) for day in days]
    picture = lines(Caption("days", words["days_title"], about), axis, drawn, figures.number)
    name = chat_name(subject, row["title"], row["kind"])
    return visit.show(
        "coverage_chat.html", "coverage", name=name, row=row, sheet=_days(days), picture=picture
    )


def file(visit: Visit) -> Response:
    """All chats as a file."""
    return download(visit, _chats(coverage_of(visit)), {"what": "coverage"})


def weeks_file(visit: Visit) -> Response:
    """What the picture shows, as a file: every chat week by week."""
    seen = coverage_of(visit)
    columns = [
        Column("chat"),
        Column("week", "day"),
        *(Column(name, "number") for name in ("seen", "missing", "days")),
    ]
    rows = [
        (row["chat_id"], week, *told)
        for row in seen.chats
        for week, told in sorted(seen.cells.get(row["chat_id"], {}).items())
    ]
    return download(visit, Sheet("chat_weeks", columns, rows), {"what": "coverage"})


def chat_file(visit: Visit) -> Response:
    """The days of one chat as a file."""
    days = days_of(visit.engine, visit.path("chat"))
    if not days:
        raise HTTPException(404)
    return download(visit, _days(days), {"what": "coverage", "chat": visit.path("chat")})


def coverage_of(visit: Visit) -> Coverage:
    """What the material holds, counted once as long as its tables stay."""
    return kept_figures.coverage(visit.workspace, visit.engine)


def _picture(visit: Visit, seen: Coverage, names: dict[str, str]) -> Markup:
    words, figures = visit.words["coverage"], Figures(visit.language, visit.words)
    rows = []
    for row in seen.chats[:_DRAWN]:
        own = seen.cells.get(row["chat_id"], {})
        cells = [_cell(own.get(week), week, words["cell"], figures) for week in seen.weeks]
        rows.append(Strip(names[row["chat_id"]][:24], cells))
    about = words["about"].format(seen=figures.number(seen.seen), missing=figures.number(seen.missing))
    axis = [_short(date.fromisoformat(week), figures) for week in seen.weeks]
    return strips(Caption("coverage", words["picture"], about), axis, rows)


def _cell(
    told: tuple[int, int, int] | None, week: str, sentence: str, figures: Figures
) -> tuple[int | None, str]:
    if told is None:
        return None, ""
    seen, missing, days = told
    share = missing / (seen + missing) if seen + missing else 0.0
    warmth = 0 if not missing else max(1, min(8, round(share * 16)))
    on = _short(date.fromisoformat(week), figures)
    return warmth, sentence.format(
        week=on, seen=figures.number(seen), missing=figures.number(missing), days=days
    )


def _short(day: date, figures: Figures) -> str:
    return f"{day.day}\u00a0{figures.words['months'][day.month - 1]}"


def _chats(seen: Coverage) -> Sheet:
    names = ("seen", "missing", "edits", "versions")
    columns = [
        Column("chat"),
        Column("first_day", "day"),
        Column("last_day", "day"),
        Column("days", "number"),
        *(Column(name, "number") for name in names),
    ]
    rows = [
        (row["chat_id"], row["first_day"], row["last_day"], row["days"], *(row[name] for name in names))
        for row in seen.chats
    ]
    return Sheet("chats", columns, rows)


def _days(days: list[dict[str, object]]) -> Sheet:
    names = ("first_id", "last_id", "seen", "missing", "edits", "versions")
    columns = [Column("day", "day"), *(Column(name, "number") for name in names)]
    return Sheet("days", columns, [(day["day"], *(day[name] for name in names)) for day in days])


SCREEN = Screen(
    "coverage",
    (
        Page("/coverage", screen, "market"),
        Page("/coverage/chats.csv", file, "market"),
        Page("/coverage/weeks.csv", weeks_file, "market"),
        Page("/coverage/{chat:id}", chat, "market"),
        Page("/coverage/{chat:id}.csv", chat_file, "market"),
    ),
    group="keep",
)
