"""The map: where offers deliver and where their sellers are at home, beside the same figures as a table."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.records.errors import SettingsError
from schakel.showing.desk import kept_figures
from schakel.showing.desk.downloads import download
from schakel.showing.desk.drawing.map import EUROPE, NETHERLANDS, Dot, Shade, draw, frame_of, heat
from schakel.showing.desk.drawn import drawn
from schakel.showing.desk.figures import Figures
from schakel.showing.desk.geography.areas import Area, Middle, middles, own_areas, regions, towns_abroad
from schakel.showing.desk.map_areas import (
    MEASURES,
    PROVINCES,
    AreaCount,
    Areas,
    code_of,
)
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.sheets import Column, Sheet, by_key
from schakel.showing.desk.visit import Visit
from schakel.store.settings import read_settings

_LISTED = 60
_WIDE = "europe"


def screen(visit: Visit) -> Response:
    """The map of the Netherlands, of one province, or of western Europe."""
    since, until, seen = areas_asked(visit)
    measure = visit.asked("measure") if visit.asked("measure") in MEASURES else MEASURES[0]
    zoom = visit.asked("zoom") if visit.asked("zoom") in (*PROVINCES, _WIDE) else ""
    own, wrong = _own(visit)
    figures_of = (
        object() if own or wrong else seen
    )  # an organisation's own borders may change between two looks
    asked = (measure, zoom, since, until)
    visit.looked("list", {"what": "map", "measure": measure, "zoom": zoom, "since": since, "until": until})
    return visit.show(
        "map.html",
        "map",
        seen=seen,
        measure=measure,
        measures=MEASURES,
        zoom=zoom,
        since=since,
        until=until,
        period={name: month for name, month in (("since", since), ("until", until)) if month},
        listed=_LISTED,
        provinces=PROVINCES,
        figures_of=figures_of,
        picture=drawn(
            figures_of, ("map", visit.language, *asked), lambda: _Drawing(visit, seen, asked, own).picture()
        ),
        rows=[
            one for one in seen.municipalities if not zoom or code_of(one.province) == zoom or zoom == _WIDE
        ][:_LISTED],
        borders=bool(own),
        wrong=wrong,
        code_of=code_of,
    )


def file(visit: Visit) -> Response:
    """The table of areas as a file."""
    sheet = by_key(_sheets(areas_asked(visit)[2]), visit.path("key"))
    if sheet is None:
        raise HTTPException(404)
    return download(visit, sheet, {"what": "map"})


class _Drawing:
    """The picture for one visit."""

    def __init__(
        self, visit: Visit, seen: Areas, asked: tuple[str, str, str, str], own: tuple[Area, ...]
    ) -> None:
        self._words, self._figures = visit.words["map"], Figures(visit.language, visit.words)
        self._measure, self._zoom, self._since, self._until = asked
        self._seen, self._own = seen, own
        self._by_name = {(code_of(one.province), one.name): one for one in seen.municipalities if one.name}
        self._dutch = [area for area in regions() if area.code in PROVINCES]

    def picture(self) -> object:
        """The map as it is drawn."""
        around = [area for area in regions() if area.code not in PROVINCES]
        near = [area for area in self._dutch if area.code == self._zoom]
        box = frame_of(near) if near else EUROPE if self._zoom == _WIDE else NETHERLANDS
        shades, dots = self._by_province(), self._abroad() if self._zoom == _WIDE else self._dots()
        if self._own and self._zoom != _WIDE:
            shades, dots = self._by_municipality(), []
        return draw(self._words["label"], box, around, shades, dots)

    def _by_province(self) -> list[Shade]:
        counts = {code_of(one.province): one for one in self._seen.provinces}
        most = max((self._amount(one) for one in counts.values()), default=0)
        return [
            Shade(
                area,
                heat(self._amount(counts.get(area.code)), most),
                self._told(area.name, counts.get(area.code)),
                self._nearer(area.code),
            )
            for area in self._dutch
        ]

    def _by_municipality(self) -> list[Shade]:
        by_name = {one.name: one for one in self._seen.municipalities if one.name}
        most = max((self._amount(one) for one in by_name.values()), default=0)
        return [
            Shade(
                area,
                heat(self._amount(by_name.get(area.name)), most),
                self._told(area.name, by_name.get(area.name)),
                _search(area.name) if area.name in by_name else "",
            )
            for area in self._own
        ]

    def _dots(self) -> list[Dot]:
        return [
            Dot(middle, self._amount(found), self._told(middle.name, found), _search(middle.name))
            for middle in middles()
            if (found := self._found(middle)) is not None and self._amount(found) > 0 and self._within(middle)
        ]

    def _nearer(self, code: str) -> str:
        asked = {"measure": self._measure, "zoom": code, "since": self._since, "until": self._until}
        return "/map?" + urlencode({name: value for name, value in asked.items() if value})

    def _abroad(self) -> list[Dot]:
        """Towns abroad that offers name, each as large as how many do, or how many accounts; nobody is at home there."""
        column = {"ads": "ads", "sellers": "accounts"}.get(self._measure)
        towns = towns_abroad()
        return [
            Dot(town, row[column], self._told_abroad(row), _search(row["name"]))
            for row in self._seen.abroad
            if column and (town := towns.get(row["geonames"] or 0)) is not None
        ]

    def _told_abroad(self, row: dict[str, Any]) -> str:
        write, told = self._figures.number, self._words["told_abroad"]
        return str(told.format(name=row["name"], ads=write(row["ads"]), accounts=write(row["accounts"])))

    def _within(self, middle: Middle) -> bool:
        return not self._zoom or _code(middle.province) == self._zoom

    def _found(self, middle: Middle) -> AreaCount | None:
        return self._by_name.get((_code(middle.province), middle.name))

    def _amount(self, one: AreaCount | None) -> int:
        return int(getattr(one, self._measure)) if one else 0

    def _told(self, name: str, one: AreaCount | None) -> str:
        write = self._figures.number
        counts = (one.ads, one.sellers, one.home) if one else (0, 0, 0)
        ads, sellers, home = map(write, counts)
        told: str = self._words["told"].format(name=name, ads=ads, sellers=sellers, home=home)
        return told


def _code(province: str) -> str:
    """The code as the regions have it; the list of places has NL-GE and NL-FR as they do."""
    return province


def _search(name: str) -> str:
    return "/search?" + urlencode({"place": name, "act": "offer"})


def areas_asked(visit: Visit) -> tuple[str, str, Areas]:
    """The months asked for, empty if there is nothing in them, and what was offered in them."""
    seen = kept_figures.areas(visit.workspace, visit.engine)
    since, until = (
        visit.asked(name) if visit.asked(name) in seen.months else "" for name in ("since", "until")
    )
    if not since and not until:
        return "", "", seen
    return since, until, kept_figures.areas_of_months(visit.workspace, visit.engine, since, until)


def _own(visit: Visit) -> tuple[tuple[Area, ...], SettingsError | None]:
    try:
        named = read_settings(visit.workspace.settings).municipalities
        return (own_areas(visit.workspace.root / Path(named)), None) if named else ((), None)
    except SettingsError as wrong:
        return (), wrong


def _sheets(seen: Areas) -> list[Sheet]:
    columns = [
        Column("province"),
        Column("municipality"),
        *(Column(name, "number") for name in ("ads", "sellers", "from_elsewhere", "home")),
    ]
    rows = [(o.province, o.name, o.ads, o.sellers, o.from_elsewhere, o.home) for o in seen.municipalities]
    abroad = [Column("place"), Column("ads", "number"), Column("accounts", "number")]
    return [
        Sheet("areas", columns, rows),
        Sheet("abroad", abroad, [(row["name"], row["ads"], row["accounts"]) for row in seen.abroad]),
    ]


SCREEN = Screen(
    "map", (Page("/map", screen, "market"), Page("/map/{key}.csv", file, "market")), group="market"
)
