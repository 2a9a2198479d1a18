"""Every state a case can reach and every right of every role, as a table that was written by hand."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from schakel.records.casework import Case, Person
from schakel.records.errors import SettingsError
from schakel.store.casebook.casework import Casework
from schakel.store.casebook.rights import may, roles, states
from tests.store.casebooks import Book, book_at, new_case

DAY = date(2026, 1, 2)
Do = Callable[[Casework, str], object]
ACTS: dict[str, Do] = {
    "read": lambda desk, case: desk.file(case),
    "state": lambda desk, case: desk.set_state(case, "active", "go"),
    "note": lambda desk, case: desk.note(case, "note"),
    "task": lambda desk, case: desk.task(case, "task"),
    "hours": lambda desk, case: desk.hours(case, "digital", 1, DAY),
    "verdict": lambda desk, case: desk.verdict(case, "real", "seen"),
    "assign": lambda desk, case: desk.assign(case, "anna", "yours"),
    "close": lambda desk, case: desk.close_case(case, "real", "done"),
    "hand-over": lambda desk, case: desk.hand_over(case, "oost-nederland", "yours"),
    "let-in": lambda desk, case: desk.let_in(case, "unit:rotterdam", "look"),
    "restrict": lambda desk, case: desk.restrict(case, "restricted", "hush"),
}
#             read state note task hours verdict assign close hand-over let-in restrict
TABLE = """
    analyst     +    +    +    +    +      +       -     -       -        -       -
    leader      +    +    +    +    +      +       +     +       +        +       +
    prosecutor  +    -    -    -    -      -       -     -       -        -       -
    officer     -    -    -    -    -      -       -     -       -        -       -
    auditor     -    -    -    -    -      -       -     -       -        -       -
    editor      -    -    -    -    -      -       -     -       -        -       -
    admin       -    -    -    -    -      -       -     -       -        -       -
"""
RIGHTS = {row.split()[0]: dict(zip(ACTS, row.split()[1:], strict=True)) for row in TABLE.strip().splitlines()}
WHO = {
    "analyst": "anna",
    "leader": "lena",
    "prosecutor": "petra",
    "officer": "oscar",
    "auditor": "adele",
    "editor": "edith",
    "admin": "adam",
}


@pytest.fixture(scope="module")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with book_at(tmp_path_factory.mktemp("rights") / "book.db") as book:
        yield book.staffed()


def fresh(book: Book, seller: str) -> Case:
    case = book.by("lena").open_case(new_case(seller, members=(f"a_{seller}",)), "test")[0]
    for person in ("petra", "oscar", "adele", "edith", "adam"):
        book.by("lena").let_in(case.case_id, person, "so that only the right is tested")
    return case


def test_the_table_knows_every_role() -> None:
    assert set(RIGHTS) == set(roles()) == set(WHO)


@pytest.mark.parametrize("role", RIGHTS)
@pytest.mark.parametrize("act", ACTS)
def test_every_right_of_every_role(staffed: Book, role: str, act: str) -> None:
    case = fresh(staffed, f"s_{role}_{act}").case_id
    desk, before = staffed.by(WHO[role]), staffed.by("lena").check().acts
    if RIGHTS[role][act] == "+":
        ACTS[act](desk, case)
        return
    with pytest.raises(SettingsError) as told:
        ACTS[act](desk, case)
    assert told.value.todo
    assert staffed.by("lena").check().acts == before


#             leads market people read-log authorise list-terms apply-terms identity lexicon
OUTSIDE_CASES = """
    analyst     +     +      -      -        -         -          -           +        -
    leader      +     +      -      -        -         -          -           +        -
    prosecutor  -     +      -      -        -         -          -           -        -
    officer     -     +      -      +        +         +          +           -        -
    auditor     -     -      -      +        -         +          -           -        -
    editor      -     +      -      -        -         -          -           -        +
    admin       -     -      +      -        -         -          -           -        -
"""
RIGHTS_OUTSIDE = (
    *("leads", "market", "people", "read-log", "authorise"),
    *("list-terms", "apply-terms", "identity", "lexicon"),
)


@pytest.mark.parametrize("row", OUTSIDE_CASES.strip().splitlines(), ids=lambda row: row.split()[0])
def test_rights_outside_cases(staffed: Book, row: str) -> None:
    role, *signs = row.split()
    desk = staffed.by(WHO[role])
    for right, sign in zip(RIGHTS_OUTSIDE, signs, strict=True):
        if sign == "+":
            desk.must(right)
        else:
            with pytest.raises(SettingsError, match="may not"):
                desk.must(right)


@pytest.mark.parametrize("role", RIGHTS)
def test_only_an_admin_changes_people_and_only_log_readers_read_the_log(staffed: Book, role: str) -> None:
    desk = staffed.by(WHO[role])
    for act, able, do in (
        ("people", role == "admin", lambda: desk.add_person(Person(f"new-{role}", "auditor"))),
        ("read-log", role in ("officer", "auditor"), desk.log),
    ):
        assert may(desk.me(), act) == able
        if able:
            do()
        else:
            with pytest.raises(SettingsError, match="may not"):
                do()


#             read state note task hours verdict assign close hand-over let-in restrict
STATE_TABLE = """
    new         +    +    +    +    +      +       +     +       +        +       +
    active      +    -    +    +    +      +       +     +       +        +       +
    waiting     +    +    +    +    +      +       +     +       +        +       +
    closed      +    -    -    -    -      -       -     -       -        -       -
"""
STATES = {
    row.split()[0]: dict(zip(ACTS, row.split()[1:], strict=True)) for row in STATE_TABLE.strip().splitlines()
}
WAYS = {"new": [], "active": ["active"], "waiting": ["active", "waiting"], "closed": ["active", "closed"]}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("act", ACTS)
def test_what_can_be_done_in_every_state(staffed: Book, state: str, act: str) -> None:
    desk = staffed.by("lena")
    case = fresh(staffed, f"s_{state}_{act}").case_id
    for step in WAYS[state]:
        if step == "closed":
            desk.close_case(case, "real", "done")
        else:
            desk.set_state(case, step, "go")
    assert desk.file(case).case.state == state
    if STATES[state][act] == "+":
        ACTS[act](desk, case)
        return
    with pytest.raises(SettingsError):
        ACTS[act](desk, case)
    assert desk.file(case).case.state == state


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("to", [*STATES, "burnt"])
def test_from_which_state_to_which(staffed: Book, state: str, to: str) -> None:
    allowed = {("new", "active"), ("new", "waiting"), ("active", "waiting"), ("waiting", "active")}
    desk = staffed.by("lena")
    case = fresh(staffed, f"s_{state}_to_{to}").case_id
    for step in WAYS[state]:
        if step == "closed":
            desk.close_case(case, "real", "done")
        else:
            desk.set_state(case, step, "go")
    if (state, to) in allowed:
        desk.set_state(case, to, "go")
        assert desk.file(case).case.state == to
    else:
        with pytest.raises(SettingsError):
            desk.set_state(case, to, "go")
    assert set(states()) == set(STATES)


#                        own unit  let in  owner  other unit
KNOWS = """
    unit analyst             +       +      +       -
    unit leader              +       +      +       -
    unit prosecutor          -       +      -       -
    restricted analyst       -       +      +       -
    restricted leader        -       +      +       -
    restricted prosecutor    -       +      -       -
"""


@pytest.mark.parametrize("row", KNOWS.strip().splitlines(), ids=lambda row: "-".join(row.split()[:2]))
def test_the_need_to_know(tmp_path: Path, row: str) -> None:
    level, role, *expected = row.split()
    names = {"analyst": ("anna", "otto"), "leader": ("lena", "olga"), "prosecutor": ("petra", "petra")}[role]
    with book_at(tmp_path / "book.db") as book:
        book.staffed()
        book.by("adam").add_person(Person("lars", "leader", "limburg"))
        opener = book.by("lars")

        def sees(name: str, case: str) -> bool:
            listed = case in {one.case_id for one in book.by(name).cases()}
            try:
                return book.by(name).file(case).case.case_id == case and listed
            except SettingsError:
                assert not listed
                return False

        def case_of(seller: str) -> str:
            return opener.open_case(new_case(seller, level=level, members=()), "test")[0].case_id

        own, inside, owned = case_of("s_1"), case_of("s_2"), case_of("s_3")
        opener.let_in(inside, names[0], "look")
        if role != "prosecutor":
            opener.assign(owned, names[0], "yours")
        found = [sees(names[0], own), sees(names[0], inside), sees(names[0], owned), sees(names[1], own)]
        assert found == [sign == "+" for sign in expected]
