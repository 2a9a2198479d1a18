"""Interventions: what was done against the trade, written down, and what it did as far as that can be measured."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup
from starlette.responses import Response

from schakel.records.errors import SettingsError
from schakel.records.interventions import KINDS, Intervention
from schakel.records.times import written_utc
from schakel.showing.desk import kept_figures
from schakel.showing.desk.downloads import download
from schakel.showing.desk.drawing.charts import Caption, Line, lines
from schakel.showing.desk.figures import Figures
from schakel.showing.desk.market import Market
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.searching import chat_name
from schakel.showing.desk.sheets import Column, Sheet
from schakel.showing.desk.visit import Visit
from schakel.showing.intervention_effects import effect_reports
from schakel.showing.intervention_targets import must_have_been, targets_of
from schakel.store.casebook.interventions import InterventionBook

_WRITES = "note"  # who may write in cases may write down what was done
_CHATS = 60  # offered to choose from; others by their id


def screen(visit: Visit) -> Response:
    """The interventions in force with their effect, on the line of what was offered; and a form for one more."""
    recorded = _book(visit).in_force()
    effects = {one.intervention_id: one for one in effect_reports(visit.engine)}
    seen = kept_figures.market(visit.workspace, visit.engine)
    visit.looked(
        "list", {"what": "interventions"}, outputs={"shown": [one.intervention_id for one in recorded]}
    )
    return visit.show(
        "interventions.html",
        "interventions",
        recorded=recorded,
        effects=effects,
        picture=_picture(visit, seen, recorded),
        weeks=_sheet(seen, recorded),
        kinds=KINDS,
        chats=_chats(visit),
        may_write=visit.may(_WRITES),
        today=visit.now().date().isoformat(),
    )


def file(visit: Visit) -> Response:
    """What was offered week by week, and what was done in each, as a file."""
    sheet = _sheet(kept_figures.market(visit.workspace, visit.engine), _book(visit).in_force())
    return download(visit, sheet, {"what": "interventions"})


def add(visit: Visit) -> Response:
    """Writes one down."""
    form = visit.form
    kind = next((one for one in KINDS if one == form.get("kind")), None)
    began = _day(form.get("began", ""))
    ended = _day(form.get("ended", "")) if form.get("ended") else began
    if kind is None:
        raise SettingsError("Its kind is not known.", means="Nothing was written.")
    must_have_been(began, ended, visit.now().date())
    chosen = [name.removeprefix("chat.") for name in form if name.startswith("chat.")]
    targets = targets_of(visit.engine, [*chosen, *form.get("targets", "")[:4000].replace(",", " ").split()])
    draft = Intervention(
        0, kind, began, ended, targets, _line(form, "source"), _line(form, "title"), None, visit.who,
        written_utc(visit.now()), _line(form, "why"),
    )  # fmt: skip
    made = _book(visit).add(draft)
    visit.ledger.add("intervene-add", outputs=_record(made), settings={"at": "desk"})
    return visit.back_to("/interventions", said="written")


def undo(visit: Visit) -> Response:
    """Takes one back by a row more."""
    written = visit.form.get("number", "")
    number = int(written) if written.isascii() and written.isdecimal() and len(written) < 9 else 0
    made = _book(visit).undo(number, by=visit.who, at=visit.now(), why=_line(visit.form, "why"))
    visit.ledger.add("intervene-undo", outputs=_record(made), settings={"at": "desk"})
    return visit.back_to("/interventions", said="taken_back")


def _book(visit: Visit) -> InterventionBook:
    return visit.desk.book.interventions()


def _record(made: Intervention) -> dict[str, Any]:
    return asdict(made) | {"began_on": made.began_on.isoformat(), "ended_on": made.ended_on.isoformat()}


def _line(form: Any, name: str) -> str:
    return " ".join(str(form.get(name, ""))[:400].split())


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written.strip()[:10])
    except ValueError:
        raise SettingsError(
            "The day is no date.", means="Nothing was written.", todo="Write it as 2025-12-10."
        ) from None


def _chats(visit: Visit) -> list[tuple[str, str, int]]:
    rows = visit.engine.read("chats", ["chat_id", "title", "kind", "messages"]).to_pylist()
    rows.sort(key=lambda row: (-(row["messages"] or 0), row["chat_id"]))
    return [
        (row["chat_id"], chat_name(row["chat_id"], row["title"], row["kind"]), row["messages"] or 0)
        for row in rows[:_CHATS]
    ]


def _picture(visit: Visit, seen: Market, recorded: list[Intervention]) -> Markup | None:
    """Offers per week with a mark where something was done."""
    if len(seen.weeks) < 2 or not recorded:
        return None
    words, figures = visit.words["interventions"], Figures(visit.language, visit.words)
    weeks = _weeks(seen)
    marks = [(place, str(one.intervention_id)) for one in recorded for place in _places(one, weeks)]
    axis = [f"{week.day}\u00a0{figures.words['months'][week.month - 1]}" for week in weeks]
    drawn = [Line(words["line"], [float(row["ads"]) for row in seen.weeks])]
    about = words["about"].format(count=figures.number(len(marks)))
    return lines(Caption("interventions", words["picture"], about), axis, drawn, figures.number, marks)


def _sheet(seen: Market, recorded: list[Intervention]) -> Sheet:
    """The weeks of the picture, with the numbers of the interventions that began in each."""
    weeks = _weeks(seen)
    done: list[list[str]] = [[] for _ in weeks]
    for one in recorded:
        for place in _places(one, weeks):
            done[place].append(str(one.intervention_id))
    columns = [Column("week", "day"), Column("ads", "number"), Column("done")]
    rows = [
        (week, row["ads"], ", ".join(own)) for week, row, own in zip(weeks, seen.weeks, done, strict=True)
    ]
    return Sheet("done", columns, rows)


def _weeks(seen: Market) -> list[date]:
    return [date.fromisoformat(row["week"][:10]) for row in seen.weeks]


def _places(one: Intervention, weeks: list[date]) -> list[int]:
    """The week in which it began, as a place on the axis; none if nothing was offered then."""
    return [place for place, week in enumerate(weeks) if week <= one.began_on < week + timedelta(weeks=1)]


SCREEN = Screen(
    "interventions",
    (
        Page("/interventions", screen, "market"),
        Page("/interventions/weeks.csv", file, "market"),
        Page("/interventions/add", add, _WRITES, method="POST"),
        Page("/interventions/undo", undo, _WRITES, method="POST"),
    ),
    group="market",
)
