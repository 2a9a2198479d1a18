"""`schakel audit --verify` compares what stands in a workspace with what was written down of it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schakel.custody import ledger as ledgers
from schakel.custody.ledger import Ledger
from schakel.custody.verify_casebook import CasebookRows, verify_casebook
from schakel.records.casework import NewCase, Person
from schakel.records.errors import SealError, WorkspaceError
from schakel.records.grounds import Ground, Scope
from schakel.records.interventions import Intervention, Target
from schakel.showing.cli import audit_seals
from schakel.showing.cli.audit_seals import verify
from schakel.showing.saying import Said, _write_down
from schakel.store.casebook import checking
from schakel.store.casebook.book import Casebook
from schakel.store.casebook.casework import Casework
from schakel.store.casebook.interventions import InterventionBook
from schakel.store.workspace import Workspace, create_workspace, working_in
from tests.inside import inside, inside_json

DAY = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAKEL_USER", "anna")
    monkeypatch.delenv("SCHAKEL_CASEBOOK", raising=False)


def change(workspace: Path, sql: str) -> None:
    with closing(sqlite3.connect(workspace / "casebook.db")) as book:
        book.execute(sql)
        book.commit()


def fault(workspace: Path) -> str:
    """What the check says first; empty if all holds."""
    try:
        verify(workspace, [], as_json=True)
    except SealError as told:
        return told.happened
    return ""


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a ledger and a casebook of people, a ground, and a case with all that belongs to one."""
    root = tmp_path_factory.mktemp("worked") / "w"
    workspace = create_workspace(root)
    ledger = Ledger(workspace.ledger, "anna", lambda: DAY)
    desk = Casework(workspace.casebook, "anna", "test", lambda: DAY)
    desk.add_person(Person("anna", "admin"))
    desk.add_person(Person("bram", "leader", "oost"))
    desk.add_person(Person("olga", "officer"))
    desk.close()
    officer = Casework(workspace.casebook, "olga", "test", lambda: DAY)
    scope = Scope(("import",), ("*",), ("*",), ("*",))
    for name in ("A-1", "A-2"):
        officer.enter_ground(Ground(name, "wpg-8", "J. Smit", "file 1", scope, DAY.date(), DAY.date()))
    officer.revoke_ground("A-2", "over")
    officer.close()
    leader = Casework(workspace.casebook, "bram", "test", lambda: DAY)
    case, _ = leader.open_case(NewCase("s_1", "l_1", "a title", "oost", ("a_1", "a_2")), "why")
    leader.note(case.case_id, "a note")
    leader.task(case.case_id, "a task", "bram")
    leader.finish_task(case.case_id, 9)
    leader.hours(case.case_id, "identification", 2.5, DAY.date())
    leader.verdict(case.case_id, "ghost", "never came")
    leader.restrict(case.case_id, "restricted", "informant")
    leader.let_in(case.case_id, "olga", "helps")
    leader.put_out(case.case_id, "olga", "done")
    leader.verdict(case.case_id, "real", "did come")
    leader.restrict(case.case_id, "unit", "over")
    leader.meet_again({"s_1": ["a_1", "a_2", "a_3"]})
    leader.close_case(case.case_id, "identified", "known")
    number, head = leader.head()
    leader.close()
    ledger.add("case-close", outputs={"casebook": {"act": number, "hash": head}})
    return root


@pytest.fixture
def copy(worked: Path, tmp_path: Path) -> Path:
    import shutil  # noqa: PLC0415 - for this alone

    shutil.copytree(worked, tmp_path / "w")
    return tmp_path / "w"


def test_what_the_program_wrote_holds(copy: Path) -> None:
    kept = [copy / "casebook.db", copy / "ledger.jsonl"]
    before = [path.read_bytes() for path in kept]
    assert fault(copy) == ""
    assert [path.read_bytes() for path in kept] == before


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("update verdicts set answer='real' where answer='ghost'", "not as it was said in a case"),
        ("delete from verdicts where answer='real'", "said in a case is gone"),
        ("update verdicts set undoes=1 where verdict_id=2", "not as it was said in a case"),
        ("update verdicts set undoes=77", "not as it was said in a case"),
        ("update verdicts set other='s_9'", "not as it was said in a case"),
        ("insert into verdicts values (9,'s_2',null,'real','anna','2026-12-01T00:00:00Z','x',null)", "not in the ledger"),
        ("update cases set owner='eve'", 'says owner "eve", but act'),
        ("update cases set state='new'", 'says state "new", but act'),
        ("update cases set seller_id='s_2'", "says seller_id"),
        ("update cases set title='another'", "says title"),
        ("update cases set closed_at=null", "says closed_at"),
        ("delete from cases", "is gone, which act"),
        ("insert into case_readers select case_id, 'eve' from cases", "the readers of case"),
        ("delete from case_members where member='a_1'", "the accounts and contacts of case"),
        ("update case_notes set text='other'", "says text"),
        ("delete from case_notes", "note 8 is gone"),
        ("update case_tasks set done_by='eve'", "says done_by"),
        ("update case_hours set hours=25", "says hours"),
        ("update case_verdicts set verdict='ghost'", "says verdict"),
        ("update people set role='admin' where name='bram'", "person bram says role"),
        ("insert into people values ('eve','admin',null,1)", "person eve stands there"),
        ("update people set active=0 where name='olga'", "person olga says active"),
        ("update grounds set valid_until='2030-01-01' where ground_id='A-1'", "authorisation A-1 says valid_until"),
        ("update grounds set revoked_at=null", "authorisation A-2 says revoked_at"),
        ("delete from grounds where ground_id='A-1'", "authorisation A-1 is gone"),
    ],
)  # fmt: skip
def test_a_row_that_no_act_made_so_is_named(copy: Path, sql: str, said: str) -> None:
    change(copy, sql)
    assert said in fault(copy)


def test_a_destroyed_case_holds_and_what_was_put_back_into_it_does_not(copy: Path) -> None:
    from schakel.records.grounds import Due  # noqa: PLC0415 - for this alone

    with closing(sqlite3.connect(copy / "casebook.db")) as book:
        ((case,),) = book.execute("select case_id from cases").fetchall()
    desk = Casework(copy / "casebook.db", "olga", "test", lambda: DAY)
    for action in ("remove", "destroy"):
        desk.end_case(Due("case", case, case, action, DAY.date(), "none", "unknown", ""))
        assert fault(copy) == ""
    desk.close()
    change(copy, f"insert into case_members values ('{case}', 'a_9')")
    assert "the accounts and contacts" in fault(copy)
    change(copy, "update verdicts set other='s_9'")
    assert "not as it was said in a case" in fault(copy)


def test_a_verdict_that_was_changed_or_deleted_is_named(case_copy: Path) -> None:
    w = ("-w", case_copy)
    seller = inside_json("plan", *w)["plan"][0]["seller_id"]
    inside("verdict", seller, "ghost", *w)
    inside("verdict", seller, "unsure", *w)
    inside("undo", "2", *w)
    assert inside_json("audit", "--verify", *w)["holds"]
    change(case_copy, "update verdicts set answer='real' where verdict_id=1")
    done = inside("audit", "--verify", *w, check=False)
    assert done.returncode == 1
    assert 'verdict 1 says answer "real"' in done.stderr
    assert 'wrote down "ghost"' in done.stderr
    change(case_copy, "delete from verdicts")
    assert "verdict 1, which entry" in fault(case_copy)


def test_acts_cut_off_after_the_last_verdict_are_told(case_copy: Path) -> None:
    w = ("-w", case_copy)
    inside("verdict", inside_json("plan", *w)["plan"][0]["seller_id"], "ghost", *w)
    change(case_copy, "delete from acts")
    assert "vouches for" in fault(case_copy)


def written_down(root: Path) -> tuple[InterventionBook, Callable[[Intervention, str], None]]:
    workspace = create_workspace(root)
    ledger = Ledger(workspace.ledger, "anna", lambda: DAY)

    def tell(made: Intervention, act: str) -> None:
        from schakel.showing.cli.intervene import _record  # noqa: PLC0415 - for this alone

        ledger.add(act, outputs=_record(made))

    return InterventionBook(workspace.casebook), tell


def test_interventions_are_compared_with_the_ledger(tmp_path: Path) -> None:
    book, tell = written_down(tmp_path / "w")
    aims = (Target("chat", "c_1"), Target("account", "a_1", "s_1"))
    draft = Intervention(
        0, "warning", DAY.date(), DAY.date(), aims, "", "", None, "anna", "2026-12-01T00:00:00Z", ""
    )
    tell(first := book.add(draft), "intervene-add")
    tell(book.undo(first.intervention_id, by="anna", at=DAY, why=""), "intervene-undo")
    book.close()
    assert fault(tmp_path / "w") == ""
    change(tmp_path / "w", "update intervention_targets set id='c_2' where id='c_1'")
    assert "intervention 1 says targets" in fault(tmp_path / "w")
    change(tmp_path / "w", "delete from interventions where intervention_id=2")
    assert fault(tmp_path / "w")


def test_a_casebook_that_is_gone_or_broken_is_told(copy: Path) -> None:
    (copy / "casebook.db").write_bytes(b"no database at all, but of some length" * 99)
    for beside in copy.glob("casebook.db-*"):
        beside.unlink()
    assert "cannot be read" in fault(copy)
    (copy / "casebook.db").unlink()
    assert "Casebook: it is gone" in fault(copy)


def test_an_emptied_or_lost_ledger_is_told_by_what_lies_beside_it(copy: Path, case_copy: Path) -> None:
    for root, said in ((copy, "acts, but the ledger"), (case_copy, "there are sealed files beside it")):
        (root / "ledger.jsonl").write_bytes(b"")
        assert said in fault(root)
        (root / "ledger.jsonl").unlink()
        assert said in fault(root)
    done = inside("audit", "--verify", "-w", case_copy, check=False)
    assert (done.returncode, "The ledger is gone" in done.stderr) == (1, True)


def test_a_workspace_in_which_nothing_was_done_yet_holds(tmp_path: Path) -> None:
    create_workspace(tmp_path / "w")
    assert fault(tmp_path / "w") == ""
    (tmp_path / "w" / "ledger.jsonl").touch()
    assert fault(tmp_path / "w") == ""


def test_a_file_that_was_put_among_the_sealed_ones_is_named(case_copy: Path) -> None:
    assert fault(case_copy) == ""
    (case_copy / "sealed" / "planted.json").write_text("{}")
    assert "planted.json lies among the sealed files" in fault(case_copy)


def say_in(root: Path, book: Path, subject: str) -> None:
    """Bram says that a seller is a ghost, in a casebook, and the ledger of a workspace has it."""
    opened = Casebook(book)
    made = opened.add_verdict(subject, "ghost", other=None, by="bram", at=DAY, why="")
    _write_down(
        opened, Ledger(root / "ledger.jsonl", "bram", lambda: DAY), "verdict", made, Said("bram", DAY, "")
    )
    opened.close()


def test_what_people_do_while_the_check_looks_is_no_fault(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = checking.whole_book(copy / "casebook.db")

    def and_somebody_works(_: Path | str) -> checking.WholeBook:
        say_in(copy, copy / "casebook.db", "s_5")
        return before  # at a second look too, so that the first must tell no fault

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(checking, "whole_book", and_somebody_works)
        assert fault(copy) == ""
    assert fault(copy) == ""
    nothing = CasebookRows()
    assert list(verify_casebook(copy / "ledger.jsonl", nothing, up_to=0)) == []
    assert "vouches for" in next(verify_casebook(copy / "ledger.jsonl", nothing))
    change(copy, "update cases set owner='eve'")
    assert 'says owner "eve"' in fault(copy)


def test_what_is_whole_at_a_second_look_is_no_fault(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = checking.whole_book
    looks: list[int] = []

    def in_the_middle(where: Path | str) -> checking.WholeBook:
        looked = real(where)
        looks.append(len(looks))
        looked.different.append(f"person eve{len(looks)} stands there, and no act wrote it down.")
        return looked

    monkeypatch.setattr(checking, "whole_book", in_the_middle)
    assert fault(copy) == ""
    assert len(looks) == 2


def test_what_a_run_is_sealing_is_no_fault(case_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case_copy / "sealed" / "being-sealed").write_text("{}")
    with working_in(Workspace(case_copy)):
        verify(case_copy, [], as_json=False)
    assert "A run is at work" in capsys.readouterr().out
    assert "being-sealed lies among the sealed files" in fault(case_copy)


def test_a_verdict_that_the_full_disk_kept_out_of_the_ledger_is_a_note(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(ledgers, "_append_line", no_room)
        with pytest.raises(WorkspaceError) as told:
            say_in(copy, copy / "casebook.db", "s_6")
    assert "may stand without its line in the ledger" in told.value.means
    verify(copy, [], as_json=False)
    assert "Verdict 3 has its act in the casebook but no entry in the ledger" in capsys.readouterr().out
    change(copy, "update verdicts set answer='real' where verdict_id=3")
    assert 'verdict 3 says answer "real"' in fault(copy)


def test_in_a_casebook_of_two_workspaces_each_holds_and_a_row_of_nobody_is_named(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = create_workspace(tmp_path / "other").root
    book = tmp_path / "shared.db"
    (copy / "casebook.db").rename(book)
    say_in(copy, book, "s_5")
    say_in(other, book, "s_6")
    with closing(sqlite3.connect(book)) as opened:  # older than the chain of acts
        opened.execute(
            "insert into verdicts values (-1,'s_0',null,'real','anna','2020-01-01T00:00:00Z','x',null)"
        )
        opened.commit()
    monkeypatch.setattr(audit_seals, "casebook_of", lambda _: book)  # a file, where it would be on a server
    for root in (copy, other):
        capsys.readouterr()
        assert fault(root) == ""
        assert '"notes": []' in capsys.readouterr().out
    with closing(sqlite3.connect(book)) as opened:
        opened.execute(
            "insert into verdicts values (9,'s_2',null,'real','anna','2026-12-01T00:00:00Z','x',null)"
        )
        opened.commit()
    assert "verdict 9 stands there, and no act wrote it down" in fault(copy)


def test_who_stays_inside_a_case_that_changes_hands_is_told_by_its_acts(copy: Path) -> None:
    admin = Casework(copy / "casebook.db", "anna", "test", lambda: DAY)
    admin.add_person(Person("cees", "analyst", "oost"))
    admin.add_person(Person("dirk", "leader", "oost"))
    admin.add_person(Person("wim", "leader", "west"))
    admin.close()
    bram = Casework(copy / "casebook.db", "bram", "test", lambda: DAY)
    case, _ = bram.open_case(NewCase("s_7", "l_7", "a title", "oost", ("a_7",)), "why")
    bram.restrict(case.case_id, "restricted", "informant")
    bram.let_in(case.case_id, "unit:oost", "all help")
    dirk = Casework(copy / "casebook.db", "dirk", "test", lambda: DAY)
    dirk.assign(case.case_id, "cees", "knows the place")
    assert dirk.file(case.case_id).readers == ["dirk", "unit:oost"]
    assert fault(copy) == ""
    dirk.hand_over(case.case_id, "west", "lives there", "wim")
    for desk in (bram, dirk):
        desk.close()
    assert fault(copy) == ""
    change(copy, f"insert into case_readers values ('{case.case_id}', 'bram')")
    assert "the readers of case" in fault(copy)


def test_a_first_intake_that_was_ended_is_not_told_as_tampering_alone(tmp_path: Path) -> None:
    root = create_workspace(tmp_path / "w").root
    (root / "sealed" / ".half-a").touch()
    assert fault(root) == ""
    (root / "sealed" / "whole").touch()
    assert "or the first intake was ended while it sealed" in fault(root)
    (root / "tables" / "made.parquet").touch()
    assert fault(root).endswith("what was written in it was taken out.")
