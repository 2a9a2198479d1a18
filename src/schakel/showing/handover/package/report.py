"""The report of a package for people: one page that needs nothing from outside, as HTML and, where asked, as PDF."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from tomllib import loads
from typing import Any

from jinja2 import Environment

from schakel.showing.desk.figures import Figures
from schakel.showing.desk.language import words
from schakel.showing.handover.by_count import by_count
from schakel.showing.handover.package.report_parts import Parts, Told
from schakel.showing.handover.package.report_texts import shown_texts

Row = dict[str, Any]
_ROOM = files("schakel.showing.handover.package")
_WHOLE = ("package", "licence")
_TEMPLATE = _ROOM / "templates" / "report.html"


@dataclass(frozen=True, slots=True)
class ReportContext:
    """Everything that the template may show. `say` are its words; all else are values in words and figures already."""

    language: str
    say: Mapping[str, Any]
    title: str
    lead_id: str
    seller_id: str
    glance: list[str]
    speaks_for: Row
    speaks_against: Row
    members: list[Row]
    contacts: list[Row]
    chains: list[Row]
    links: list[Row]
    findings: list[Row]
    texts: list[Row]
    texts_left_out: int
    others: list[Row]
    others_left_out: int
    photos: list[Row]
    slips: list[Row]
    missing: list[str]
    verdicts: list[Row]
    sources: list[Row]
    program: str


def as_html(told: Told, language: str) -> str:
    """The page; the same content gives the same bytes."""
    context = report_context(told, language)
    room = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    room.filters["by_count"] = by_count
    fields = {name: getattr(context, name) for name in ReportContext.__dataclass_fields__}
    return room.from_string(_TEMPLATE.read_text("utf-8")).render(**fields)


def report_context(told: Told, language: str) -> ReportContext:
    """What the page shows, in one language."""
    say = loads((_ROOM / "words" / f"report_{language}.toml").read_text(encoding="utf-8"))
    figures = Figures(language, words(language))
    parts = Parts(told, say, figures)
    texts, texts_left_out = shown_texts(told, figures, parts.labels | parts.accounts)
    others, others_left_out = parts.others()
    return ReportContext(
        language=language,
        say=say,
        title=figures.title(told.lead["title"]),
        lead_id=told.lead["lead_id"],
        seller_id=told.lead["seller_id"],
        glance=parts.glance(),
        speaks_for=parts.side("for"),
        speaks_against=parts.side("against"),
        members=parts.members(),
        contacts=parts.contacts(),
        chains=parts.chains(),
        links=parts.links(),
        findings=parts.findings(),
        texts=texts,
        texts_left_out=texts_left_out,
        others=others,
        others_left_out=others_left_out,
        photos=parts.photos(),
        slips=parts.slips(),
        missing=parts.missing(),
        verdicts=parts.verdicts(),
        sources=parts.sources(),
        program=str(told.about["program"]),
    )


def held(language: str) -> Mapping[str, str]:
    """What each file of a package holds, by the name of the file or of its folder; `package` and `licence` are of the whole."""
    said: Mapping[str, str] = loads((_ROOM / "words" / "files.toml").read_text(encoding="utf-8"))[language]
    return said


def read_first(language: str) -> bytes:
    """The page README.txt: what lies in the package, how to check it, and how to read a weight."""
    say = loads((_ROOM / "words" / f"report_{language}.toml").read_text(encoding="utf-8"))
    listed = "".join(f"  {name:<10} {text}\n" for name, text in held(language).items() if name not in _WHOLE)
    return f"{say['readme']['text'].strip()}\n\n{listed}".encode()
