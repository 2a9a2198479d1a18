"""What the API answers about the market: the figures of the desk's screens, from the same gatherings."""

from typing import Any

import msgspec

from schakel.records.errors import SettingsError
from schakel.records.interventions import Intervention
from schakel.showing.desk.api import market_shapes as shapes
from schakel.showing.desk.coverage import days_of
from schakel.showing.desk.market import Size, comings
from schakel.showing.desk.network import MOST_REMOVED, View, filtered, months_of, network, proposed, without
from schakel.showing.desk.screens.coverage import coverage_of
from schakel.showing.desk.screens.map import areas_asked
from schakel.showing.desk.screens.market import market_of
from schakel.showing.desk.screens.network import ties_of
from schakel.showing.desk.searching import chat_name
from schakel.showing.desk.visit import Visit
from schakel.showing.intervention_effects import EffectFigure, EffectReport, effect_reports
from schakel.showing.printable import one_line
from schakel.showing.veil import veiled

Asked = Any
_LONG = 300


def market(visit: Visit, _: Asked) -> shapes.Market:
    """How big the market is, what is offered at which price, and when."""
    seen = market_of(visit)
    visit.looked("list", {"what": "market"})
    ghosts = seen.ghosts or {}
    return msgspec.convert(
        {
            name: seen.counts[name]
            for name in ("ads", "texts", "sellers", "accounts", "first_sent", "last_sent")
        }
        | {"ghost": ghosts.get("value"), "ghost_low": ghosts.get("low"), "ghost_high": ghosts.get("high")}
        | {
            "measured": seen.measured,
            "sizes": [_estimate(one) for one in seen.sizes],
            "volumes": [_estimate(one) for one in seen.volumes],
            "goods": [_goods(row, seen.real_by_goods) for row in seen.goods],
            "prices": [_line(row, "commodity", "unit") for row in seen.prices],
            "weeks": [
                {
                    "week": one.week[:10],
                    "ads": one.ads,
                    "sellers": one.sellers,
                    "new": one.new,
                    "gone": one.gone,
                }
                for one in comings(seen.weeks)
            ],
            "goods_weeks": [_line(row, "commodity") | {"week": row["week"][:10]} for row in seen.goods_weeks],
            "hours": seen.week,
            "zone": seen.zone,
        },
        shapes.Market,
    )


def areas(visit: Visit, _: shapes.MapAsked) -> shapes.Map:
    """Where offers deliver and where sellers are at home: by municipality, province, and abroad."""
    since, until, seen = areas_asked(visit)
    visit.looked("list", {"what": "map", "since": since, "until": until})
    return msgspec.convert(
        {
            "since": since,
            "until": until,
            "months": seen.months,
            "municipalities": [msgspec.structs.asdict(one) for one in seen.municipalities],
            "provinces": [msgspec.structs.asdict(one) for one in seen.provinces],
            "abroad": [_line(row, "name") for row in seen.abroad],
        },
        shapes.Map,
    )


def ties(visit: Visit, asked: shapes.NetworkAsked) -> shapes.Network:
    """Who is tied to whom, and what is left when some are taken out."""
    known = ties_of(visit)
    view = View(frozenset(_parts(asked.kind)), asked.since, asked.until, asked.around, int(asked.size))
    some = filtered(known, view)
    removed = tuple(dict.fromkeys((*_parts(asked.without), *proposed(some, asked.best))))[:MOST_REMOVED]
    seen = network(known, view, removed)
    visit.looked(
        "list",
        {"what": "network", "around": view.around, "without": list(removed)},
        outputs={"shown": [actor.name for actor in seen.actors]},
    )
    cut = without(some, removed) if removed else None
    return shapes.Network(
        size=seen.whole.size,
        ties_in_all=seen.whole.ties,
        months=months_of(known),
        actors=[
            shapes.Actor(one.name, one.ties, one.strength, one.role, one.ghost, one.removed) for one in seen.actors
        ],
        ties=[
            shapes.Tie(seen.actors[tie.one].name, seen.actors[tie.other].name, tie.weight, list(tie.kinds))
            for tie in seen.ties
        ],
        what_if=shapes.Cut(
            list(cut.removed), cut.before, list(cut.largest), cut.fragmentation, cut.fragmentation_before
        )
        if cut
        else None,
    )  # fmt: skip


def interventions(visit: Visit, _: Asked) -> shapes.Interventions:
    """What was done against the trade, and what that did."""
    recorded = visit.desk.book.interventions().in_force()
    effects = {one.intervention_id: one for one in effect_reports(visit.engine)}
    visit.looked(
        "list", {"what": "interventions"}, outputs={"shown": [one.intervention_id for one in recorded]}
    )
    return shapes.Interventions(
        [_intervention(one, effects.get(one.intervention_id), visit.language) for one in recorded]
    )


def coverage(visit: Visit, _: Asked) -> shapes.Coverage:
    """What the material of each chat holds, and what is missing."""
    seen = coverage_of(visit)
    visit.looked("list", {"what": "coverage"})
    return shapes.Coverage(seen.seen, seen.missing, [_chat(row) for row in seen.chats])


def coverage_of_chat(visit: Visit, _: Asked) -> shapes.CoverageOfChat:
    """One chat, day by day."""
    subject = visit.path("chat")
    row = next((one for one in coverage_of(visit).chats if one["chat_id"] == subject), None)
    if row is None:
        raise SettingsError(f"There is no chat {subject} in this workspace.")
    days = days_of(visit.engine, subject)
    visit.looked("list", {"what": "coverage", "chat": subject})
    return shapes.CoverageOfChat(_chat(row), msgspec.convert(days, list[shapes.DayCoverage]))


def _estimate(one: Size) -> dict[str, Any]:
    rests = [one_line(reason, _LONG) for reason in one.rests_on]
    return {"population": one_line(one.population, 80), "value": one.value, "low": one.low, "high": one.high, "rests_on": rests}  # fmt: skip


def _goods(row: dict[str, Any], real: dict[str, tuple[float, float, float]]) -> dict[str, Any]:
    value, low, high = real.get(row["commodity"], (None, None, None))
    return _line(row, "commodity") | {"real": value, "real_low": low, "real_high": high}


def _line(row: dict[str, Any], *texts: str) -> dict[str, Any]:
    """The row with texts from outside on one line each."""
    return row | {name: one_line(row[name], 120) for name in texts if row[name] is not None}


def _chat(row: dict[str, Any]) -> shapes.ChatCoverage:
    name = chat_name(row["chat_id"], row["title"], row["kind"])
    return msgspec.convert(row | {"name": name}, shapes.ChatCoverage)


def _intervention(one: Intervention, effect: EffectReport | None, language: str) -> shapes.Intervention:
    return shapes.Intervention(
        intervention_id=one.intervention_id,
        kind=one.kind,
        began_on=one.began_on,
        ended_on=one.ended_on,
        title=one_line(veiled(one.title), _LONG),
        source=one_line(veiled(one.source), _LONG),
        targets=[shapes.TargetOf(target.kind, target.id) for target in one.targets],
        conclusion=effect.conclusion if effect else None,
        words=_words(effect.conclusion_nl, effect.conclusion_en, language) if effect else "",
        effects=[_effect(figure, language) for figure in effect.figures] if effect else [],
    )


def _effect(figure: EffectFigure, language: str) -> shapes.Effect:
    told = {
        name: getattr(figure, name)
        for name in shapes.Effect.__struct_fields__
        if name not in ("words", "assumptions")
    }
    words = _words(figure.words_nl, figure.words_en, language)
    return shapes.Effect(
        **told, words=words, assumptions=[one_line(one, _LONG) for one in figure.assumptions]
    )


def _words(dutch: str, english: str, language: str) -> str:
    return one_line(dutch if language == "nl" else english, 600)


def _parts(written: str) -> list[str]:
    return [part for part in (one.strip()[:80] for one in written.split(",")) if part][:50]
