"""Cases on SQLite and on a real PostgreSQL server: what can be done, what is kept, what is refused."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from schakel.records.casework import Case, Person
from schakel.records.errors import SettingsError
from schakel.store.casebook import engine
from schakel.store.casebook.book import Casebook
from schakel.store.casebook.casework import Casework
from schakel.store.casebook.engine import open_database
from schakel.store.casebook.login_schema import metadata
from tests.store.casebooks import AT, Book, book_at, new_case

DAY = date(2026, 1, 2)


@pytest.fixture
def book(where: Path | str) -> Iterator[Book]:
    with book_at(where) as book:
        yield book


def opened(casework: Casework, seller: str = "s_1", unit: str = "limburg", **more: object) -> Case:
    return casework.open_case(new_case(seller, unit, **more), "worth the hours")[0]


def test_a_case_goes_from_lead_to_verdict_and_every_change_is_kept(book: Book) -> None:
    desk = book.by("solo")
    case = opened(desk)
    desk.set_state(case.case_id, "active", "start")
    desk.note(case.case_id, "phone is prepaid")
    desk.task(case.case_id, "ask the provider", "solo")
    task = desk.file(case.case_id).tasks[0]["act_no"]
    desk.finish_task(case.case_id, task)
    desk.hours(case.case_id, "identification", 3.5, DAY)
    desk.hours(case.case_id, "tactical", 20, DAY)
    desk.hours(case.case_id, "tactical", -5, DAY)
    desk.verdict(case.case_id, "real", "bought one")
    desk.close_case(case.case_id, "identified", "handed to the prosecutor")
    file = desk.file(case.case_id)
    assert file.case.state == "closed"
    assert [v["verdict"] for v in file.verdicts] == ["real", "identified"]
    assert [n["text"] for n in file.notes] == ["phone is prepaid"]
    assert file.tasks[0]["done_by"] == "solo"
    told = [(a.act, c.field, c.old, c.new) for a in file.history for c in a.changes]
    assert ("state", "state", "new", "active") in told
    assert ("hours", "hours tactical", "20", "15") in told
    assert ("close", "state", "active", "closed") in told
    assert all(
        a.who == "solo" and a.at == "2026-01-02T03:04:05Z" and a.origin == "test" for a in file.history
    )
    assert {a.act: a.why for a in file.history}["close"] == "handed to the prosecutor"
    assert desk.check().holds


def test_closed_is_read_only(book: Book) -> None:
    desk = book.by("solo")
    case = opened(desk).case_id
    desk.close_case(case, "no-evidence", "nothing came of it")
    before = desk.file(case)
    for act in (
        lambda: desk.set_state(case, "active", "again"),
        lambda: desk.note(case, "more"),
        lambda: desk.task(case, "more"),
        lambda: desk.hours(case, "digital", 1, DAY),
        lambda: desk.verdict(case, "real", "yes"),
        lambda: desk.assign(case, "solo", "mine"),
        lambda: desk.close_case(case, "real", "again"),
        lambda: desk.hand_over(case, "oost-nederland", "yours"),
        lambda: desk.let_in(case, "unit:rotterdam", "look"),
        lambda: desk.restrict(case, "restricted", "hide"),
    ):
        with pytest.raises(SettingsError, match="is closed"):
            act()
    assert desk.file(case) == before
    assert opened(desk).case_id != case  # work that goes on is a new case


def test_a_unit_does_not_open_two_cases_on_one_seller(book: Book) -> None:
    desk = book.by("solo")
    first = opened(desk)
    with pytest.raises(SettingsError) as told:
        opened(desk)
    assert first.case_id in told.value.diagnostics()


def test_two_units_on_one_seller_or_contact_are_told(book: Book) -> None:
    book.staffed()
    mine = opened(book.by("anna"))
    same, heard = book.by("otto").open_case(new_case("s_1", "oost-nederland"), "here too")
    assert [(one.case_id, one.unit) for one in heard] == [(mine.case_id, "limburg")]
    contact, heard = book.by("otto").open_case(new_case("s_2", "oost-nederland"), "same phone")
    assert {one.case_id for one in heard} == {mine.case_id, same.case_id}
    notices = book.by("anna").file(mine.case_id).notices
    assert [(n.about, n.unit) for n in notices] == [
        ("same-seller", "oost-nederland"),
        ("same-contact", "oost-nederland"),
    ]
    assert ("same-contact", "limburg") in {
        (n.about, n.unit) for n in book.by("otto").file(contact.case_id).notices
    }
    with pytest.raises(SettingsError, match="no case"):
        book.by("otto").file(mine.case_id)  # told that it is there, not what is in it


def test_cases_that_new_data_joins_are_told_once(book: Book) -> None:
    book.staffed()
    mine = opened(book.by("anna"), "s_1", members=("a_1",)).case_id
    other = opened(book.by("otto"), "s_2", "oost-nederland", members=("a_2",)).case_id
    assert book.by("anna").file(mine).notices == []
    for _ in range(2):  # the second time there is nothing new
        book.by("lena").meet_again({"s_1": ["a_1", "phone:+31600000002"], "s_2": ["a_2"], "s_3": ["a_3"]})
    file = book.by("anna").file(mine)
    assert file.members == ["a_1", "phone:+31600000002"]
    assert [(act.act, act.changes[0].new) for act in file.history[1:]] == [("grew", "2")]
    assert file.notices == []
    for _ in range(2):
        book.by("lena").meet_again({"s_9": ["a_1", "a_2"]})  # the accounts turned out to be one seller's
    assert [n.unit for n in book.by("anna").file(mine).notices] == ["oost-nederland"]
    assert [n.unit for n in book.by("otto").file(other).notices] == ["limburg"]
    assert book.by("anna").check().holds


def test_a_restricted_case_hears_of_others_and_is_heard_of_by_nobody(book: Book) -> None:
    book.staffed()
    with pytest.raises(SettingsError, match="analyst may not"):
        opened(
            book.by("anna"), level="restricted"
        )  # who could not let anybody in would be alone with it for good
    book.by("adam").add_person(Person("lars", "leader", "limburg"))
    hidden = opened(book.by("lars"), level="restricted")
    book.by("lars").assign(hidden.case_id, "anna", "knows the area")
    assert book.by("lars").file(hidden.case_id).case.owner == "anna"  # who gave it away stays inside
    other, heard = book.by("otto").open_case(new_case("s_1", "oost-nederland"), "here too")
    assert heard == []
    assert book.by("otto").file(other.case_id).notices == []
    assert [n.unit for n in book.by("anna").file(hidden.case_id).notices] == ["oost-nederland"]
    assert {one.case_id for one in book.by("otto").under_way()} == {other.case_id}
    for name in ("lena", "otto", "olga", "petra", "oscar", "adele", "adam"):
        assert hidden.case_id not in {case.case_id for case in book.by(name).cases()}
        with pytest.raises(SettingsError) as told:
            book.by(name).file(hidden.case_id)
        with pytest.raises(SettingsError) as never:
            book.by(name).file("k_00000000000000")
        assert str(told.value).replace(hidden.case_id, "") == str(never.value).replace("k_00000000000000", "")


def test_a_restricted_case_teaches_nothing_until_it_is_opened(book: Book, where: Path | str) -> None:
    book.staffed()
    lena, words = book.by("lena"), Casebook(where)
    case = opened(lena, level="restricted").case_id
    lena.hours(case, "tactical", 80, DAY)
    lena.verdict(case, "ghost", "an informant says so")
    assert words.in_force() == []
    lena.restrict(case, "unit", "over")
    assert [(word.answer, word.by, word.why) for word in words.in_force()] == [
        ("ghost", "lena", "said in a case")
    ]
    lena.restrict(case, "restricted", "again")
    lena.close_case(case, "real", "he was wrong")
    assert [word.answer for word in words.all_verdicts()] == ["ghost"]
    assert lena.outcomes() == []
    assert lena.under_way() == []
    words.close()


def test_a_case_is_handed_to_a_unit_only_where_somebody_works(book: Book) -> None:
    book.staffed()
    case = opened(book.by("lena")).case_id
    with pytest.raises(SettingsError, match="Nobody works"):
        book.by("lena").hand_over(case, "rotterdam", "yours")
    assert book.by("lena").file(case).case.unit == "limburg"


def test_a_hand_over_keeps_the_history_and_ends_the_old_need_to_know(book: Book) -> None:
    book.staffed()
    case = opened(book.by("anna")).case_id
    book.by("anna").note(case, "drives a red car")
    book.by("lena").hand_over(case, "oost-nederland", "lives in Zwolle", "otto")
    file = book.by("otto").file(case)
    assert (file.case.unit, file.case.owner, file.case.state) == ("oost-nederland", "otto", "new")
    assert [n["text"] for n in file.notes] == ["drives a red car"]
    assert ("unit", "limburg", "oost-nederland") in [
        (c.field, c.old, c.new) for a in file.history for c in a.changes
    ]
    assert [v["verdict"] for v in file.verdicts] == ["handed-over"]
    with pytest.raises(SettingsError, match="no case"):
        book.by("anna").file(case)
    with pytest.raises(SettingsError, match="with oost-nederland already"):
        book.by("olga").hand_over(case, "oost-nederland", "again")


def test_a_restricted_case_is_handed_to_a_person(book: Book) -> None:
    book.staffed()
    case = opened(book.by("lena"), level="restricted").case_id
    with pytest.raises(SettingsError, match="to a person"):
        book.by("lena").hand_over(case, "oost-nederland", "yours")
    with pytest.raises(SettingsError, match="cannot work on a case"):
        book.by("lena").hand_over(case, "oost-nederland", "yours", "anna")
    book.by("lena").hand_over(case, "oost-nederland", "yours", "olga")
    assert book.by("olga").file(case).case.owner == "olga"
    with pytest.raises(SettingsError, match="no case"):
        book.by("otto").file(case)


def test_whoever_is_let_in_reads_and_whoever_is_put_out_does_not(book: Book) -> None:
    book.staffed()
    case = opened(book.by("anna")).case_id
    book.by("lena").let_in(case, "petra", "will prosecute")
    book.by("lena").let_in(case, "unit:oost-nederland", "neighbours")
    assert book.by("petra").file(case).case.case_id == book.by("otto").file(case).case.case_id
    with pytest.raises(SettingsError, match="prosecutor may not"):
        book.by("petra").note(case, "hello")
    book.by("lena").put_out(case, "unit:oost-nederland", "done")
    with pytest.raises(SettingsError, match="no case"):
        book.by("otto").file(case)
    with pytest.raises(SettingsError, match="not known"):
        book.by("lena").let_in(case, "nobody", "?")


def test_whoever_restricts_a_case_stays_inside(book: Book) -> None:
    book.staffed()
    case = opened(book.by("anna")).case_id
    book.by("lena").restrict(case, "restricted", "informant")
    assert book.by("lena").file(case).case.level == "restricted"
    assert book.by("anna").file(case)  # its owner
    book.by("lena").restrict(case, "unit", "over")
    assert book.by("lena").file(case).case.level == "unit"


def test_a_change_on_what_somebody_else_changed_is_told_not_lost(book: Book) -> None:
    book.staffed()
    case = opened(book.by("anna"))
    book.by("lena").set_state(case.case_id, "active", "go", seen=case.changed)
    with pytest.raises(SettingsError, match="since you looked"):
        book.by("anna").set_state(case.case_id, "waiting", "wait", seen=case.changed)
    assert book.by("anna").file(case.case_id).case.state == "active"


def test_the_same_act_twice_is_done_once(book: Book) -> None:
    desk = book.by("solo")
    first, _ = desk.open_case(new_case(), "once", act_id="open-1")
    again, _ = desk.open_case(new_case(), "once", act_id="open-1")
    assert first == again
    for _ in range(3):
        desk.hours(first.case_id, "digital", 2, DAY, act_id="hours-1")
        desk.note(first.case_id, "note", act_id="note-1")
    assert [row["hours"] for row in desk.file(first.case_id).hours] == [2]
    assert len(desk.file(first.case_id).notes) == 1
    for _ in range(2):
        desk.close_case(first.case_id, "real", "done", act_id="close-1")
    assert [v["verdict"] for v in desk.file(first.case_id).verdicts] == ["real"]


def test_an_id_of_an_act_is_not_used_for_another(book: Book) -> None:
    book.staffed()
    case = opened(book.by("anna")).case_id
    book.by("anna").note(case, "mine", act_id="1")
    for send in (
        lambda: book.by("anna").hours(case, "digital", 2, DAY, act_id="1"),
        lambda: book.by("lena").note(case, "mine", act_id="1"),
        lambda: book.by("lena").close_case(case, "real", "done", act_id="1"),
        lambda: book.by("anna").open_case(new_case("s_2"), "test", act_id="1"),
    ):
        with pytest.raises(SettingsError, match="another act"):
            send()
    for unfit in ("", "x" * 49, "a\nb"):
        with pytest.raises(SettingsError, match="id of an act"):
            book.by("anna").note(case, "mine", act_id=unfit)
    assert len(book.by("anna").file(case).notes) == 1


def test_words_that_cannot_be_kept_are_told(book: Book, where: Path | str) -> None:
    desk = book.by("solo")
    case = opened(desk).case_id
    if isinstance(where, str):  # SQLite keeps a long name
        with pytest.raises(SettingsError, match="cannot be kept"):
            desk.let_in(case, "x" * 121, "look")
    with pytest.raises(SettingsError, match="cannot be kept"):
        desk.note(case, "half a sign \ud83d")
    assert desk.file(case).notes == []
    assert desk.check().holds


@pytest.mark.parametrize(
    ("hours", "kind", "word"),
    [
        (0, "digital", "cannot"),
        (-1, "digital", "cannot"),
        (float("nan"), "digital", "cannot"),
        (5000, "digital", "cannot"),
        (1, "magic", "no kind"),
    ],
)
def test_hours_that_cannot_be_are_refused(book: Book, hours: float, kind: str, word: str) -> None:
    desk = book.by("solo")
    case = opened(desk).case_id
    with pytest.raises(SettingsError, match=word):
        desk.hours(case, kind, hours, DAY)
    assert desk.file(case).hours == []


def test_what_is_said_in_a_case_weighs_in_judging(book: Book) -> None:
    desk = book.by("solo")
    case = opened(desk).case_id
    desk.verdict(case, "ghost", "three buyers never met anyone")
    words = Casebook(book.where)
    assert [(v.subject, v.answer, v.by) for v in words.in_force()] == [("s_1", "ghost", "solo")]
    words.close()


def test_closed_cases_tell_hours_and_verdicts_and_no_names(book: Book) -> None:
    desk = book.by("solo")
    case = opened(desk).case_id
    desk.hours(case, "tactical", 80, DAY)
    assert desk.outcomes() == []
    desk.close_case(case, "identified", "done")
    (outcome,) = desk.outcomes()
    assert outcome.verdicts == ("identified",)
    assert dict(outcome.spent) == {"tactical": 80.0}
    assert outcome.cells["tactical"] == "work.tactical"
    assert {(one.member, one.tried) for one in desk.under_way()} >= {("s_1", "phone"), ("a_s_1", "phone")}


def test_everything_is_there_after_a_restart(book: Book, where: Path | str) -> None:
    case = opened(book.by("solo")).case_id
    with book_at(where) as again:
        assert again.by("solo").file(case).case.title == "firearms, up to 1 piece"
        assert again.by("solo").check().acts == 1


def test_a_verdict_outside_a_case_is_in_the_chain_too(book: Book, where: Path | str) -> None:
    words = Casebook(where)
    made = words.add_verdict("s_9", "ghost", other=None, by="solo", at=AT, why="seen")
    words.undo(made.verdict_id, by="solo", at=AT, why="wrong")
    words.close()
    assert [act.act for act in book.by("solo").log()] == ["say-verdict", "undo-verdict"]
    assert book.by("solo").check().holds


def test_another_kind_of_database_and_a_server_that_is_not_there_are_told() -> None:
    for url in (
        "mysql://x/y",
        "postgresql+pg8000://x@/y?unix_sock=/nowhere",
        "postgresql+nosuch://x/y",
        "://",
    ):
        with pytest.raises(SettingsError) as told:
            open_database(url)
        assert told.value.todo


def test_people_are_added_by_an_admin_only(book: Book) -> None:
    with pytest.raises(SettingsError, match="first person"):
        book.by("anna").add_person(Person("anna", "analyst", "limburg"))
    book.staffed()
    with pytest.raises(SettingsError, match="analyst may not"):
        book.by("anna").add_person(Person("x", "analyst", "limburg"))
    with pytest.raises(SettingsError, match="not known"):
        book.by("stranger").cases()
    with pytest.raises(SettingsError, match="only admin"):
        book.by("adam").change_person(Person("adam", "auditor"), "tired")
    book.by("adam").change_person(replace(Person("anna", "analyst", "limburg"), active=False), "left")
    with pytest.raises(SettingsError, match="not at work"):
        opened(book.by("anna"))
    assert book.by("anna").cases() == []
    log = book.by("adele").log()
    assert [(c.field, c.old, c.new) for c in log[-1].changes] == [("active", "True", "False")]


def test_the_tables_are_those_that_the_program_knows(
    where: Path | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_build", engine._upgrade)  # by going through every migration
    database = open_database(where)
    with database.begin() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    database.dispose()
    assert [change for change in found if "alembic_version" not in str(change)] == []
