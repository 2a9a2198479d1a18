"""The effect of each intervention in force: the step that makes the table `interventions`."""

from collections.abc import Sequence
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.measuring.interventions import displacement
from schakel.measuring.interventions.activity import Activity, activity
from schakel.measuring.interventions.aim import Aim, aim
from schakel.measuring.interventions.change import Change, change
from schakel.measuring.interventions.conclusion import Seen, conclude
from schakel.measuring.interventions.displacement import Share
from schakel.measuring.interventions.prices import price_change
from schakel.measuring.interventions.reaction import Reaction, police_pattern, reaction
from schakel.measuring.interventions.recovering import Recovered, recovered
from schakel.measuring.interventions.rows import Rows
from schakel.measuring.interventions.words import change_in_words, claim_of, sayings, told
from schakel.measuring.market.base import Base, base
from schakel.records.facts import Reason
from schakel.records.interventions import Intervention
from schakel.records.tables import empty, from_rows
from schakel.store.engine import Engine

_MEASURES = ("ads", "texts", "sellers", "writers", "messages", "joins")
_SHOWN = 10  # messages that a reason names
_OF_SELLERS = ("ads", "texts", "sellers")  # of sellers there are no members


def effects(engine: Engine, recorded: Sequence[Intervention]) -> dict[str, pa.Table]:
    """The table `interventions`: for each one its effect on ads, sellers, people and prices, where the trade went, and
    what it comes to in a sentence. Without interventions, or without ads, no rows.
    """
    if not recorded:
        return {"interventions": empty("interventions")}
    start = base(engine)
    seen = activity(start.ask("account_days"))
    rows = [row for one in recorded for row in _Effect(start, seen, one, recorded).rows()]
    return {"interventions": from_rows(rows, "interventions")}


class _Effect:
    """The measuring of one intervention."""

    def __init__(
        self, start: Base, seen: Activity, one: Intervention, recorded: Sequence[Intervention]
    ) -> None:
        self._base, self._seen, self._one = start, seen, one
        self._days = sayings().days
        self._aim: Aim = aim(seen, one, recorded, self._days.before)
        self._rows = Rows(one, seen.first_day)

    def rows(self) -> list[dict[str, object]]:
        """All rows of it, the conclusion first."""
        aimed, days = self._aim, self._days
        if not aimed.hit.any() or not 0 <= aimed.began < self._seen.days:
            return self._refused()
        changes = self._changes()
        back = self._recovery(changes)
        self._prices()
        gone, came = self._displacement()
        took = self._reaction()
        self._market()
        claim, words = conclude(Seen(self._one.kind, changes, back, took))
        self._rows.add(
            "conclusion", "targets", "after", (aimed.ended + 1, aimed.ended + days.after), (None, None, None), words,
            unit="words", claim=claim, method="from the figures below", reasons=self._grounds(changes, gone, came, took),
        )  # fmt: skip
        found = self._rows.found
        return [found[-1], *found[:-1]]

    def _changes(self) -> dict[tuple[str, str], Change]:
        found = {}
        measures = _MEASURES if self._aim.by == "chats" else _OF_SELLERS
        for measure in measures:
            for period, (first, last) in self._periods().items():
                found[measure, period] = self._change(measure, "targets", period, (first, last), None)
        self._each_chat()
        return found

    def _periods(self) -> dict[str, tuple[int, int]]:
        days = self._days
        last = min(self._seen.days - 1 - self._aim.ended, days.weeks * 7)
        periods = {"first-week": (1, 7), "after": (1, min(days.after, max(last, 1)))}
        return periods | {"lasting": (days.lasting_from, max(last, days.lasting_from))}

    def _change(
        self,
        measure: str,
        subject: str,
        period: str,
        days: tuple[int, int],
        rows: np.ndarray | None,
        name: str = "",
    ) -> Change:
        aimed = self._aim
        found = change(aimed.series(measure, rows), *days, self._days.before)
        about = {
            "subject": "chat" if name else subject, "name": name, "measure": measure, "period": period,
            "days": days[1], "first": days[0], "last": days[1],
            "beside": aimed.by if aimed.units else "nothing", "many": aimed.many,
        }  # fmt: skip
        place = (aimed.ended + days[0], aimed.ended + days[1])
        self._rows.change(measure, name or subject, period, place, found, change_in_words(found, about))
        return found

    def _each_chat(self) -> None:
        chats = self._one.of("chat")
        if 1 < len(chats) <= self._days.most_chats:
            for name in chats:
                rows = self._seen.rows_of("chat", {name})
                if rows.any():
                    self._change("ads", "chat", "after", self._periods()["after"], rows, name)

    def _recovery(self, changes: dict[tuple[str, str], Change]) -> Recovered | None:
        aimed, days = self._aim, self._days
        if claim_of(changes["ads", "first-week"]) != "fell" and claim_of(changes["ads", "after"]) != "fell":
            return None
        reach = min(self._seen.days - 1 - aimed.ended, 7 * days.weeks) // 7
        weeks = [
            change(aimed.series("ads"), 7 * week + 1, 7 * week + 7, days.before)
            for week in range(max(reach, 0))
        ]
        for number, week in enumerate(weeks, 1):
            place = (aimed.ended + 7 * number - 6, aimed.ended + 7 * number)
            self._rows.change(
                "ads", "targets", f"week-{number}", place, week, {"words_en": "", "words_nl": ""}
            )
        back = recovered(weeks, sayings().claims["recovered"])
        if back.value is None:
            words = told("recovery-open", days=7 * len(weeks))
        else:
            high = "not shown yet" if back.high is None else f"{back.high:.0f}"
            words = told("recovery", value=f"{back.value:.0f}", low=f"{back.low or 0:.0f}", high=high)
        ends = (back.value, back.low, back.high)
        self._rows.add(
            "recovery", "targets", "weeks", (aimed.ended + 1, aimed.ended + 7 * max(len(weeks), 1)), ends, words,
            unit="days", method="first of two weeks in a row within a tenth of what was expected",
        )  # fmt: skip
        return back

    def _prices(self) -> None:
        aimed, days, first = self._aim, self._days, self._seen.first_day
        ads = self._base.ads
        utc = pc.floor_temporal(ads["sent_at"], unit="day").cast(pa.int64())
        ads = ads.append_column("utc_day", pc.divide(utc, 86_400))
        rows = self._base.with_ads(ads).ask(
            "seller_prices", began=first + aimed.began, ended=first + aimed.ended, currency=self._base.currency,
            **{"from": first + aimed.began - days.before, "until": first + aimed.ended + days.after},
        )  # fmt: skip
        window = self._seen.between(max(aimed.began - days.before, 0), aimed.began - 1)
        touched = self._names(self._seen.advertising(aimed.hit & window))
        everyone = self._names(self._seen.advertising(window))
        found = price_change(rows, touched, everyone - touched)
        about = {
            "subject": "targets", "name": "", "measure": "price", "period": "after", "days": self._periods()["after"][1],
            "beside": "sellers", "many": len(everyone - touched),
        }  # fmt: skip
        place = (aimed.ended + 1, aimed.ended + days.after)
        self._rows.change("price", "targets", "after", place, found, change_in_words(found, about))

    def _displacement(self) -> tuple[dict[str, Share], Share | None]:
        if self._aim.by == "chats":
            return self._moved(), None
        days = self._days
        struck = frozenset(
            np.unique(self._seen.account[self._aim.hit & self._seen.between(0, self._aim.ended)]).tolist()
        )
        found, delay = displacement.came_back(self._aim, struck, days.after, self._possible(struck))
        self._add_share("came-back", found)
        if delay is not None:
            words = told(
                "delay", value=f"{delay.value:.0f}", low=f"{delay.low:.0f}", high=f"{delay.high:.0f}"
            )
            ends = (delay.value, delay.low, delay.high)
            self._rows.add(
                "delay", "targets", "after", self._place(), ends, words, unit="days", method="quartiles"
            )
        return {}, found

    def _moved(self) -> dict[str, Share]:
        found = displacement.from_chats(self._aim, self._days.after, self._days.after)
        other = found.pop("other", None)
        for name, one in found.items():
            self._add_share(name, one, other="unknown" if other is None else f"{other.value:.0%}")
        return found

    def _add_share(self, name: str, found: Share, **values: str) -> None:
        where = {"en": "", "nl": ""}
        if found.where:
            chats = ", ".join(found.where)
            where = {"en": f", most in {chats}", "nl": f", vooral in {chats}"}
        low, high = f"{found.low:.0%}", f"{found.high:.0%}"
        say = partial(told, name, hits=found.hits, of=found.of, low=low, high=high, **values)
        words = {
            f"words_{language}": say(where=text)[f"words_{language}"] for language, text in where.items()
        }
        self._rows.add(
            name, "targets", "after", self._place(), (found.value, found.low, found.high), words,
            unit="share", method="Wilson bounds; weaker links raise the upper one",
            reasons=[Reason("links", 0.0, detail=f"{found.hits} of {found.of} sellers")],
        )  # fmt: skip

    def _possible(self, struck: frozenset[int]) -> dict[int, float]:
        """Other accounts that may be a target's, linked to it or not, with the largest probability of it."""
        seen = self._seen
        found: dict[int, float] = {}
        place = {name: n for n, name in enumerate(seen.accounts)}
        own = {seen.accounts[n] for n in struck if n >= 0}
        links = self._base.engine.read("links", ["left_id", "right_id", "kind", "probability"])
        for row in links.filter(pc.equal(links["kind"], "same-seller")).to_pylist():
            for one, two in ((row["left_id"], row["right_id"]), (row["right_id"], row["left_id"])):
                if one in own and two in place and row["probability"]:
                    found[place[two]] = max(found.get(place[two], 0.0), row["probability"])
        return found

    def _reaction(self) -> Reaction | None:
        if self._one.kind != "warning" and self._one.message_id is None:
            return None
        first = self._seen.first_day + self._aim.began
        chats = pa.table({"chat_id": pa.array(self._one.of("chat"), pa.string())})
        said = self._base.with_tables(target_chats=chats).ask(
            "reactions", message=self._one.message_id or "", began=first,
            until=self._seen.first_day + self._aim.ended + self._days.reaction, police=police_pattern(),
        )  # fmt: skip
        took = reaction(zip(said["message_id"].to_pylist(), said["text"].to_pylist(), strict=True))
        of = len(took.doubt) + len(took.fear)
        if not of:
            self._rows.add(
                "reactions",
                "targets",
                "first-days",
                self._place(),
                (None, None, None),
                told("no-reaction"),
                unit="share",
            )
            return took
        found = displacement.share(len(took.doubt), of)
        words = told(
            "doubt",
            hits=found.hits,
            of=of,
            low=f"{found.low:.0%}",
            high=f"{found.high:.0%}",
            fear=len(took.fear),
        )
        grounds = [
            Reason("does-not-believe", 0.0, messages=took.doubt[:_SHOWN]),
            Reason("warns-or-leaves", 0.0, messages=took.fear[:_SHOWN]),
        ]
        self._rows.add(
            "reactions", "targets", "first-days", self._place(), (found.value, found.low, found.high), words,
            unit="share", method="word lists; Wilson bounds", reasons=grounds,
        )  # fmt: skip
        return took

    def _market(self) -> None:
        """What the others did: whether the trade as a whole shrank or was taken over."""
        aimed = self._aim
        rows = ~aimed.hit
        found = change(
            type(aimed.series("ads"))(self._seen.daily("ads", rows), np.zeros((0, self._seen.days)), aimed.began, aimed.ended),
            1, self._periods()["after"][1], self._days.before,
        )  # fmt: skip
        about = {
            "subject": "market", "name": "", "measure": "ads", "period": "after", "beside": "nothing",
            "days": self._periods()["after"][1], "many": 0,
        }  # fmt: skip
        self._rows.change("ads", "market", "after", self._place(), found, change_in_words(found, about))

    def _grounds(
        self,
        changes: dict[tuple[str, str], Change],
        gone: dict[str, Share],
        came: Share | None,
        took: Reaction | None,
    ) -> list[Reason]:
        first = changes["ads", "after"]
        grounds = [Reason("ads", 0.0, detail=f"{claim_of(first)}")]
        grounds += [Reason(name, 0.0, detail=f"{one.hits} of {one.of}") for name, one in gone.items()]
        if came is not None:
            grounds.append(Reason("came-back", 0.0, detail=f"{came.hits} of {came.of}"))
        if took is not None:
            grounds.append(
                Reason("reactions", 0.0, detail=f"{len(took.doubt)} doubt, {len(took.fear)} warn or leave")
            )
        return grounds

    def _refused(self) -> list[dict[str, object]]:
        days = (max(self._aim.ended + 1, 0), max(self._aim.ended + self._days.after, 0))
        self._rows.add(
            "conclusion", "targets", "after", days, (None, None, None), told("unclear"),
            unit="words", claim="refused", method="refused", assumes=(sayings().why["en"]["not-there"],),
        )  # fmt: skip
        return list(self._rows.found)

    def _names(self, sellers: set[int]) -> set[str]:
        return {self._seen.sellers[n] for n in sellers}

    def _place(self) -> tuple[int, int]:
        return self._aim.ended + 1, self._aim.ended + self._days.after
