"""The report as one HTML page that needs nothing from outside, and as PDF."""

import re
from html import unescape
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from schakel.records.errors import SettingsError
from schakel.showing.market_report import MarketReport
from schakel.showing.report.parts import Part, parts

_TEMPLATE = files("schakel.showing.report") / "templates" / "market.html"


def as_html(report: MarketReport) -> str:
    """The page; the same report gives the same bytes."""
    room = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    found = [_with_markup(part) for part in parts(report)]
    return room.from_string(_TEMPLATE.read_text("utf-8")).render(
        lead=_lead(report), parts=found, caption=_caption
    )


def as_pdf(report: MarketReport) -> bytes:
    """The page as PDF; SettingsError if the extra or the libraries of the system that it needs are not there."""
    return printed(as_html(report), "write --report market.html and print that")


def printed(page: str, instead: str) -> bytes:
    """Any page of ours as PDF, fetching nothing; SettingsError, which says what to do `instead`, if that cannot be made here."""
    try:
        from weasyprint import HTML  # noqa: PLC0415 - an extra: loaded only when asked for
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except (ImportError, OSError) as error:
        raise SettingsError(
            "A PDF cannot be made here: WeasyPrint or a library that it needs is missing.",
            means="Nothing was written.",
            todo="Install the extra pdf and the Debian packages libpango-1.0-0, libpangoft2-1.0-0 and "
            f"libharfbuzz-subset0, or {instead}.",
        ) from error

    class Refusing(URLFetcher):  # type: ignore[misc]
        """Fetches nothing but what stands in the page itself: it must not be able to reach out while it is printed."""

        def fetch(self, url: str, headers: object = None) -> object:
            if url.startswith("data:image/jpeg;base64,"):
                return super().fetch(url, headers)
            raise ValueError("nothing is fetched while a report is printed")

    written: bytes = HTML(string=page, url_fetcher=Refusing()).write_pdf(pdf_variant="pdf/ua-1")
    return written


def write_report(report: MarketReport, out: Path) -> None:
    """Writes `out`, by its ending .html or .pdf; SettingsError for another ending or a folder that is not there."""
    ending = out.suffix.lower()
    if ending not in (".html", ".htm", ".pdf"):
        raise SettingsError(
            f"A report ends in .html or .pdf, not in {ending or 'nothing'}.",
            todo="For example: --report market.html",
        )
    content = as_pdf(report) if ending == ".pdf" else as_html(report).encode("utf-8")
    try:
        out.write_bytes(content)
    except OSError as error:
        raise SettingsError(
            f"{out} could not be written: {error.strerror}.", todo="Name another place."
        ) from error


def _lead(report: MarketReport) -> str:
    weeks = sorted(one.key for one in report.section("volume", "ads", "week"))
    span = f"Ads from the week of {weeks[0]} to the week of {weeks[-1]}. " if weeks else ""
    return span + "What is seen in the chats at hand, and what can be said of what is not."


def _with_markup(part: Part) -> Part:
    """Plots are our own drawing, escaped where they were made."""
    return Part(part.title, part.says, tuple(Markup(plot) for plot in part.plots), part.sheets, part.notes)  # noqa: S704


def _caption(plot: str) -> str:
    found = re.search(r"<title>(.*?)</title>", plot)
    return unescape(found.group(1)) if found else ""
