"""Makes beforehand what the desk and the search look things up in, so that nobody waits for it.

Nothing of it is evidence: all of it is made from the tables, fits only the tables it was made from, and goes when a
source is removed. What fits already is left as it is.
"""

from collections.abc import Callable
from functools import partial
from importlib.resources import files

from schakel.showing.desk.kept_figures import FIGURES, all_are_kept
from schakel.showing.searching.building import build_index, up_to_date
from schakel.store.by_products import making
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.rows.gathered import Gathered, asked
from schakel.store.rows.keep import keep_tables, tables_are_kept
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace

_FILES, _DESK = files("schakel.showing.sql"), files("schakel.showing.desk.sql")
# Questions with the parameter that each is about; none: the workspace as a whole.
_QUESTIONS = (
    *((_DESK / f"{name}.sql", "") for name in ("desk_counts", "queue_commodities")),
    *(
        (_FILES / f"seller_{name}.sql", "seller")
        for name in ("members", "items", "campaigns", "findings", "links", "identity", "scope")
    ),
    *(
        (_DESK / f"seller_{name}.sql", "seller")
        for name in ("weeks", "ads", "photos", "selectors", "example")
    ),
    (_DESK / "lead_of_seller.sql", "seller"),
    (_DESK / "lead_neighbours.sql", "lead"),
    (_FILES / "one_lead.sql", "lead"),
    (_FILES / "campaign_posts.sql", "campaign"),
    (_DESK / "campaign_readings.sql", "campaign"),
    (_DESK / "goods_sellers.sql", "commodity"),
)
Report = Callable[[str, int, int], object]


def all_is_ready(workspace: Workspace) -> bool:
    """Whether everything that is made beforehand fits the tables as they stand."""
    kept = Gathered(workspace)
    questions = (asked(workspace, sql) for sql, _ in _QUESTIONS)
    return (
        tables_are_kept(workspace)
        and all(map(kept.fits, questions))
        and all_are_kept(workspace)
        and up_to_date(workspace)
    )


def make_ready(
    workspace: Workspace, report: Report = lambda *_: None, workers: Workers | None = None
) -> bool:
    """Makes what does not fit the tables as they stand; gives whether anything had to be made."""
    with making(workspace):
        if all_is_ready(workspace):
            return False
        engine = DuckDBEngine(workspace, workers=workers)
        try:
            keep_tables(workspace, partial(report, "rows"))
            _answer(workspace, engine, report)
            for done, figure in enumerate(FIGURES):
                report("figures", done, len(FIGURES))
                figure(workspace, engine)
            if not up_to_date(workspace):
                build_index(workspace, engine, partial(report, "index"))
        finally:
            engine.workers.close()
    return True


def _answer(workspace: Workspace, engine: DuckDBEngine, report: Report) -> None:
    kept = Gathered(workspace)
    for done, (sql, about) in enumerate(_QUESTIONS):
        report("gathering", done, len(_QUESTIONS))
        question = asked(workspace, sql)
        if not kept.fits(question):
            kept.keep(question, engine.step(sql, parameters={about: None} if about else {}))
