"""Does all acts of a casebook again, in memory, and compares what they make with what stands in its tables."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, select

from schakel.store.casebook.case_schema import (
    acts,
    case_hours,
    case_members,
    case_notes,
    case_readers,
    case_tasks,
    case_verdicts,
    cases,
    grounds,
    people,
)

_WORDS_FOR_JUDGING = ("real", "ghost")
_IN_A_CASE = "said in a case"
_ALONE = {"other": None, "undoes": None}  # what is said in a case is of one seller, and takes nothing back
_CASE_FIELDS = ("state", "unit", "owner", "level")
_CHANGES_A_CASE = (
    "state", "assign", "note", "task", "task-done", "hours", "verdict", "close", "hand-over", "let-in", "put-out",
    "restrict", "grew",
)  # fmt: skip


@dataclass(slots=True)
class Standing:
    """What came out: a sentence for each row that is not as the acts made it.

    Then the numbers of the verdicts that were said in cases, and of those that have an act of their own.
    """

    different: list[str] = field(default_factory=list)
    in_cases: set[int] = field(default_factory=set)
    by_acts: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Act:
    """One act as its row tells it; `said` is empty where the payload was destroyed."""

    number: int
    at: str
    who: str
    name: str
    case: str
    said: Mapping[str, Any]

    @property
    def more(self) -> Mapping[str, Any]:
        more: Mapping[str, Any] = self.said.get("more", {})
        return more

    def new(self, name: str) -> str | None:
        return next((one["new"] for one in self.said.get("changes", ()) if one["field"] == name), None)

    def changed(self, *names: str) -> dict[str, str | None]:
        return {one["field"]: one["new"] for one in self.said.get("changes", ()) if one["field"] in names}


class _Rows(dict[Any, dict[str, Any]]):
    """Rows by their key, each with the number of the act that it was last touched by under an empty name."""

    def put(self, key: Any, act: _Act, **values: Any) -> None:
        self[key] = self.get(key, {}) | values | {"": act.number}


@dataclass(slots=True)
class _Made:
    """What the acts make."""

    words: _Rows = field(default_factory=_Rows)
    in_cases: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    cases: _Rows = field(default_factory=_Rows)
    notes: _Rows = field(default_factory=_Rows)
    tasks: _Rows = field(default_factory=_Rows)
    hours: _Rows = field(default_factory=_Rows)
    verdicts: _Rows = field(default_factory=_Rows)
    people: _Rows = field(default_factory=_Rows)
    grounds: _Rows = field(default_factory=_Rows)
    readers: dict[str, set[str]] = field(default_factory=dict)
    members: dict[str, set[str] | None] = field(default_factory=dict)  # None: the acts do not name them
    destroyed: set[str] = field(default_factory=set)


def as_acts_made(connection: Connection, said: Sequence[Mapping[str, Any]]) -> Standing:
    """Compares verdicts (`said`), cases and what belongs to them, people and grounds with what all acts made of them.

    Of a case that was destroyed only that nothing is left of it can be told. The chain of acts must hold already.
    """
    made, found = _Made(), Standing()
    for row in connection.execute(select(acts).order_by(acts.c.act_no)).mappings():
        _do_again(made, _as_act(row))
    found.by_acts |= made.words.keys()
    found.different += _words(made, said, found.in_cases)
    for kind, rows, table, key in (
        ("case", made.cases, cases, "case_id"),
        ("note", made.notes, case_notes, "act_no"),
        ("task", made.tasks, case_tasks, "act_no"),
        ("hours", made.hours, case_hours, "act_no"),
        ("verdict on a case", made.verdicts, case_verdicts, "act_no"),
        ("person", made.people, people, "name"),
        ("authorisation", made.grounds, grounds, "ground_id"),
    ):
        found.different += _differences(kind, rows, _standing(connection, table, key, made.destroyed))
    found.different += _sets(made, connection)
    return found


def _as_act(row: RowMapping) -> _Act:
    said = json.loads(row["payload"]) if row["payload"] is not None else {}
    return _Act(row["act_no"], row["at"], row["who"], row["act"], row["case_id"] or "", said)


def _do_again(made: _Made, act: _Act) -> None:
    if not act.said:
        made.destroyed.add(act.case)
        if act.name == "verdict":
            made.in_cases.append((act.number, {"by": act.who, "at": act.at} | _ALONE))
        return
    if act.case in made.cases and act.name in _CHANGES_A_CASE:
        made.cases.put(act.case, act, changed=act.number, **act.changed(*_CASE_FIELDS))
    if (again := _AGAIN.get(act.name)) is not None:
        again(made, act)


def _say(made: _Made, act: _Act) -> None:
    more = act.more
    row = {
        "subject": more["subject"],
        "other": more["other"],
        "by": act.who,
        "at": act.at,
        "why": act.said["why"],
    }
    if act.name == "undo-verdict":
        back = next(one["old"] for one in act.said["changes"] if one["field"] == "verdict")
        made.words.put(more["verdict_id"], act, **row, answer="unsure", undoes=int(back))
    else:
        made.words.put(more["verdict_id"], act, **row, answer=act.new("verdict"), undoes=None)


def _open(made: _Made, act: _Act) -> None:
    more = act.more
    told = {name: more[name] for name in ("title", "way", "cells", "estimated") if name in more}
    made.cases.put(
        act.case, act, seller_id=more["seller"], lead_id=more["lead"], opened_at=act.at, opened_by=act.who,
        closed_at=None, changed=act.number, **told, **act.changed(*_CASE_FIELDS),
    )  # fmt: skip
    made.readers[act.case] = set()
    made.members[act.case] = set(more["of"]) if "of" in more else None


def _grow(made: _Made, act: _Act) -> None:
    known = made.members.get(act.case)
    made.members[act.case] = known | set(act.more["of"]) if known is not None and "of" in act.more else None


def _note(made: _Made, act: _Act) -> None:
    made.notes.put(act.number, act, case_id=act.case, by=act.who, at=act.at, text=act.more["text"])


def _task(made: _Made, act: _Act) -> None:
    more = act.more
    row = {"case_id": act.case, "text": more["text"], "for_whom": more["for"]}
    made.tasks.put(act.number, act, **row, done_at=None, done_by=None)


def _task_done(made: _Made, act: _Act) -> None:
    made.tasks.put(act.more["task"], act, done_at=act.at, done_by=act.who)


def _hours(made: _Made, act: _Act) -> None:
    more = act.more
    row = {"kind": more["kind"], "hours": more["hours"], "day": more["day"]}
    made.hours.put(act.number, act, case_id=act.case, by=act.who, **row)


def _verdict(made: _Made, act: _Act) -> None:
    verdict = act.new("verdict")
    made.verdicts.put(act.number, act, case_id=act.case, verdict=verdict, by=act.who, at=act.at)
    if made.cases[act.case]["level"] == "unit":
        _weighs(made, act, made.verdicts[act.number])


def _weighs(made: _Made, act: _Act, verdict: Mapping[str, Any]) -> None:
    """A verdict on a case becomes a word for judging."""
    if verdict["verdict"] in _WORDS_FOR_JUDGING:
        seller = made.cases[act.case]["seller_id"]
        word = {"subject": seller, "answer": verdict["verdict"], "by": verdict["by"], "at": verdict["at"]}
        made.in_cases.append((act.number, word | _ALONE))


def _close(made: _Made, act: _Act) -> None:
    made.cases.put(act.case, act, closed_at=act.at)


def _hand_over(made: _Made, act: _Act) -> None:
    made.readers[act.case] = set()


def _let_in(made: _Made, act: _Act) -> None:
    made.readers[act.case].add(str(act.new("reader")))


def _put_out(made: _Made, act: _Act) -> None:
    made.readers[act.case] -= {one["old"] for one in act.said["changes"]}


def _stay_inside(made: _Made, act: _Act) -> None:
    """Whoever closes the door of a case, or gives a closed one to another, stays inside."""
    case = made.cases[act.case]
    if case["level"] == "restricted" and act.who != case["owner"]:
        made.readers[act.case].add(act.who)


def _restrict(made: _Made, act: _Act) -> None:
    _stay_inside(made, act)
    opened = any(one["old"] == "restricted" and one["new"] == "unit" for one in act.said["changes"])
    said = [
        row
        for row in made.verdicts.values()
        if row["case_id"] == act.case and row["verdict"] in _WORDS_FOR_JUDGING
    ]
    if opened and said:
        _weighs(made, act, said[-1])


def _remove(made: _Made, act: _Act) -> None:
    made.readers[act.case] = set()
    made.cases.put(act.case, act, level=act.new("level"))


def _person(made: _Made, act: _Act) -> None:
    changed: dict[str, Any] = act.changed("role", "unit", "active")
    if "active" in changed:
        changed["active"] = changed["active"] == "True"
    made.people.put(
        act.more["person"], act, **({"active": True} if act.name == "person-added" else {}) | changed
    )


def _authorise(made: _Made, act: _Act) -> None:
    made.grounds.put(act.more["ground_id"], act, **act.more, revoked_at=None)


def _revoke(made: _Made, act: _Act) -> None:
    made.grounds.put(act.said["changes"][0]["old"], act, revoked_at=act.at)


_AGAIN: dict[str, Callable[[_Made, _Act], None]] = {
    "say-verdict": _say,
    "undo-verdict": _say,
    "open": _open,
    "grew": _grow,
    "note": _note,
    "task": _task,
    "task-done": _task_done,
    "hours": _hours,
    "verdict": _verdict,
    "close": _close,
    "assign": _stay_inside,
    "hand-over": _hand_over,
    "let-in": _let_in,
    "put-out": _put_out,
    "restrict": _restrict,
    "remove": _remove,
    "person-added": _person,
    "person-changed": _person,
    "authorise": _authorise,
    "revoke": _revoke,
}


def _standing(
    connection: Connection, table: Table, key: str, destroyed: set[str]
) -> dict[Any, dict[str, Any]]:
    """The rows of a table by their key, without those of destroyed cases, of which the acts tell no more."""
    rows = [dict(row) for row in connection.execute(select(table)).mappings()]
    return {row[key]: row for row in rows if row.get("case_id") not in destroyed}


def _differences(kind: str, made: _Rows, standing: Mapping[Any, Mapping[str, Any]]) -> Iterator[str]:
    for key, row in made.items():
        if key not in standing:
            yield f"{kind} {key} is gone, which act {row['']} wrote down."
            continue
        for name, value in row.items():
            if name and standing[key].get(name) != value:
                yield (
                    f'{kind} {key} says {name} "{_short(standing[key].get(name))}", but act {row[""]} made it '
                    f'"{_short(value)}".'
                )
                break
    for key in standing:
        if key not in made:
            yield f"{kind} {key} stands there, and no act wrote it down."


def _words(made: _Made, said: Sequence[Mapping[str, Any]], in_cases: set[int]) -> Iterator[str]:
    """Verdicts: those with an act of their own by number, the others each with one that was said in a case.

    A verdict without either may be older than the chain of acts: whether the ledger knows it is asked there. One that came
    after the first with an act cannot be older.
    """
    standing = {row["verdict_id"]: row for row in said if row["verdict_id"] in made.words}
    yield from _differences("verdict", made.words, standing)
    first = min(made.words, default=None)
    waiting = list(made.in_cases)
    for row in said:
        if row["verdict_id"] in made.words:
            continue
        if row["why"] != _IN_A_CASE:
            if first is not None and row["verdict_id"] > first:
                yield f"verdict {row['verdict_id']} stands there, and no act wrote it down."
            continue
        fit = next(
            (one for one in waiting if all(row[name] == value for name, value in one[1].items())), None
        )
        if fit is None:
            yield f"verdict {row['verdict_id']} ({_short(row['answer'])}) is not as it was said in a case."
        else:
            waiting.remove(fit)
        in_cases.add(row["verdict_id"])
    for number, word in waiting:
        if "answer" in word:  # of a destroyed act nobody can tell whether it became a word
            yield f"the verdict that act {number} said in a case is gone."


def _sets(made: _Made, connection: Connection) -> Iterator[str]:
    """Who may read each case, and which accounts and contacts it is about."""
    for kind, table, column, expected in (
        ("readers", case_readers, "reader", made.readers),
        ("accounts and contacts", case_members, "member", made.members),
    ):
        standing: dict[str, set[str]] = {}
        for row in connection.execute(select(table)).mappings():
            standing.setdefault(row["case_id"], set()).add(row[column])
        for case in sorted(standing.keys() | expected.keys()):
            if case in made.destroyed:
                wanted: set[str] | None = set()
            else:
                wanted = expected.get(case, set())
            if wanted is not None and standing.get(case, set()) != wanted:
                yield f"the {kind} of case {case} are not those that the acts made."


def _short(value: object) -> str:
    return str(value)[:80]
