"""Whatever was changed in a package is named, also where the manifests were made to fit again."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from schakel.custody.package_check.checks import Check, check_package
from tests.custody.package_check.sample import PHOTO, Row, put, reseal, rewrite

FILES = (
    "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt",
    "README.txt", "handover.json", "ledger/chain.txt", "ledger/entries.jsonl", "ledger/in_part.jsonl", "data/about.json", "data/messages.jsonl",
    "data/messages.csv", "data/context.jsonl", "data/evidence.jsonl", "data/for.jsonl", "data/against.jsonl", "data/sources.jsonl",
    "data/report.html", "data/ro-crate-metadata.json", "data/photos/*", "data/originals/*",
)  # fmt: skip


def faults(path: Path) -> dict[str, tuple[str, ...]]:
    return {check.name: check.faults for check in check_package(path) if not check.holds}


def one_file(sample: Path, pattern: str) -> Path:
    return next(sample.glob(pattern))


def test_every_check_of_an_unchanged_package_holds(sample: Path) -> None:
    checks = check_package(sample)
    assert [check for check in checks if not check.holds] == []
    assert len(checks) == 14
    told = {check.name: check.told for check in checks}
    assert told["originals"] == "messages stand where they say in the originals: 3 compared"
    assert told["ledger"] == (
        "3 of 5 entries of the ledger are given whole and fit their places in its chain, 1 of them right behind another; "
        "1 are given in part, which the ledger alone can prove; of the others the hash is there"
    )
    assert "messages 3, context 1" in told["counts"]


@pytest.mark.parametrize("pattern", FILES)
def test_one_changed_byte_is_named_with_its_file(sample: Path, pattern: str) -> None:
    path = one_file(sample, pattern)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    name = str(path.relative_to(sample))
    if name.startswith("tagmanifest"):  # nothing vouches for these: what they name no longer fits
        assert any(name in fault for fault in faults(sample)["tag-manifests"])
    else:
        assert any(
            fault.startswith(f"{name} has changed") for found in faults(sample).values() for fault in found
        )


@pytest.mark.parametrize("pattern", FILES)
def test_a_file_that_is_gone_is_named(sample: Path, pattern: str) -> None:
    path = one_file(sample, pattern)
    path.unlink()
    name = str(path.relative_to(sample))
    assert any(name in fault for found in faults(sample).values() for fault in found)


@pytest.mark.parametrize("name", ["extra.txt", "data/extra.jsonl", "data/photos/x.jpg", "ledger/more.jsonl"])
def test_a_file_that_was_put_in_is_named(sample: Path, name: str) -> None:
    put(sample / name, b"more")
    found = faults(sample)["manifests" if name.startswith("data/") else "tag-manifests"]
    assert (
        found[0]
        == f"{name} is in the package and not in {'' if name.startswith('data/') else 'tag'}manifest-sha256.txt"
    )


def test_two_files_that_changed_places_are_both_named(sample: Path) -> None:
    one, other = sample / "data/for.jsonl", sample / "data/against.jsonl"
    one.rename(sample / "data/held")
    other.rename(one)
    (sample / "data/held").rename(other)
    named = " ".join(faults(sample)["manifests"])
    assert "data/for.jsonl has changed" in named
    assert "data/against.jsonl has changed" in named


def test_a_renamed_file_is_missing_and_added(sample: Path) -> None:
    (sample / "data/against.jsonl").rename(sample / "data/again.jsonl")
    named = " ".join(faults(sample)["manifests"])
    assert "data/against.jsonl is in manifest-sha256.txt and not in the package" in named
    assert "data/again.jsonl is in the package and not in manifest-sha256.txt" in named


def test_a_link_in_place_of_a_file_is_named_and_not_followed(sample: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    shutil.copy(sample / "data/report.html", outside)
    (sample / "data/report.html").unlink()
    (sample / "data/report.html").symlink_to(outside)
    found = faults(sample)
    assert found["files"] == ("data/report.html is a link or no ordinary file; it was not opened",)
    assert "data/report.html is in manifest-sha256.txt and not in the package" in found["manifests"]


def drop_one(rows: list[Row]) -> list[Row]:
    return rows[:-1]


def other_text(rows: list[Row]) -> list[Row]:
    return [{**rows[0], "text": "coke 5kg"}, *rows[1:]]


def other_account(rows: list[Row]) -> list[Row]:
    return [{**rows[0], "account_tg_id": 901}, *rows[1:]]


def other_place(rows: list[Row]) -> list[Row]:
    return [{**rows[0], "source": {**rows[0]["source"], "place": 3}}, *rows[1:]]


def other_number(rows: list[Row]) -> list[Row]:
    return [{**rows[0], "number": 7}, *rows[1:]]


def other_moment(rows: list[Row]) -> list[Row]:
    return [*rows[:2], {**rows[2], "sent_as_written": "2026-02-01T10:00:00"}]


def other_source(rows: list[Row]) -> list[Row]:
    return [{**rows[0], "source": {"sha256": "0" * 64, "place": 0}}, *rows[1:]]


@pytest.mark.parametrize(
    ("table", "change", "named"),
    [
        ("messages", drop_one, {"counts": "messages: 3 rows said, 2 there", "spreadsheet": "", "references": "message m_3"}),
        ("messages", other_text, {"spreadsheet": "other rows", "originals": "message m_1 has another text"}),
        ("messages", other_account, {"originals": "message m_1 is by another account"}),
        ("messages", other_place, {"originals": "message m_1 does not stand at its place"}),
        ("messages", other_number, {"originals": "message m_1 does not stand at its place"}),
        ("messages", other_moment, {"originals": "message m_3 does not stand at its place"}),
        ("messages", other_source, {"ledger": f"no entry says that the source {'0' * 64} was sealed"}),
        ("context", drop_one, {"counts": "context: 1 rows said", "references": "message m_9 is referred to and not there"}),
        ("against", drop_one, {"counts": "against: 1 rows said, 0 there"}),
    ],
)  # fmt: skip
def test_rows_that_a_forger_sealed_again_do_not_fit_the_rest(
    sample: Path, table: str, change: Callable[[list[Row]], list[Row]], named: dict[str, str]
) -> None:
    rewrite(sample, table, change)
    found = faults(reseal(sample))
    for check, words in named.items():
        assert words in " ".join(found[check])


@pytest.mark.parametrize(
    ("told", "holds"),
    [("c••e 1g 50", True), ("•" * 10, True), ("c••e 5g 50", False), ("c••e 1g 500", False), (None, False), (7, False)],
)  # fmt: skip
def test_a_text_is_the_one_in_the_original_but_for_what_is_hidden(
    sample: Path, told: object, *, holds: bool
) -> None:
    rewrite(sample, "messages", lambda rows: [{**rows[0], "text": told}, *rows[1:]])
    assert ("originals" not in faults(reseal(sample))) is holds


@pytest.mark.parametrize(
    ("written", "told", "holds"),
    [
        ('["coke ", {"type": "bold", "text": "1g"}, " 50"]', "coke 1g 50", True),
        ('["coke ", {"type": "bold", "text": "9g"}, " 50"]', "coke 1g 50", False),
        ('""', "a poll, whose question stands elsewhere", True),
        (r'"coke \x1F \\ 1g"', "coke \\ 1g", True),
    ],
)
def test_originals_are_read_as_telegram_and_hands_write_them(
    sample: Path, written: str, told: str, *, holds: bool
) -> None:
    raw = f'[{{"id": 1, "date": "2026-01-01T10:00:00", "from_id": "user900", "text": {written}}}]'.encode()
    digest = hashlib.sha256(raw).hexdigest()
    put(sample / "data/originals" / digest, raw)
    source = {"sha256": digest, "place": 1}
    rewrite(sample, "sources", lambda rows: [*rows, {"sha256": digest, "format": "desktop-json"}])
    rewrite(
        sample,
        "messages",
        lambda rows: [{**rows[0], "account_tg_id": 900, "text": told, "source": source}, *rows[1:]],
    )
    assert ("originals" not in faults(reseal(sample))) is holds


def test_a_row_whose_own_digest_was_left_is_named_by_its_line(sample: Path) -> None:
    path = sample / "data/against.jsonl"
    path.write_text(path.read_text("utf-8").replace("-0.4", "-0.1"), "utf-8")
    assert faults(reseal(sample)) == {
        "rows": ("line 1 of data/against.jsonl is no row, or not the one it was",)
    }


def test_a_row_that_says_something_twice_is_no_row(sample: Path) -> None:
    """Programs differ in which of the two they read; the digest fits the last."""
    path = sample / "data/against.jsonl"
    path.write_text(path.read_text("utf-8").replace('{"claim"', '{"towards": -9.9, "claim"'), "utf-8")
    assert json.loads(path.read_text("utf-8"))["towards"] == -0.4
    assert faults(reseal(sample)) == {
        "rows": ("line 1 of data/against.jsonl is no row, or not the one it was",)
    }


@pytest.mark.parametrize(
    "line", ["x", "", "0  data/x", "{digest} data/for.jsonl", "{digest}  data/for.jsonl"]
)
def test_a_line_of_a_manifest_that_names_nothing_or_something_twice_is_told(sample: Path, line: str) -> None:
    path = sample / "manifest-sha256.txt"
    raw = path.read_text("utf-8")
    path.write_text(raw + line.format(digest="0" * 64) + "\n", "utf-8")
    number = len(raw.splitlines()) + 1
    assert (
        f"manifest-sha256.txt: line {number} names no file that may lie in a package, or one twice"
        in faults(sample)["manifests"]
    )


def test_a_manifest_that_was_cut_short_names_what_it_lacks(sample: Path) -> None:
    path = sample / "manifest-sha512.txt"
    path.write_bytes(path.read_bytes()[:-20])
    assert "is not that in manifest-sha512.txt" in " ".join(
        faults(sample)["manifests"]
    ) or "not in manifest-sha512.txt" in " ".join(faults(sample)["manifests"])


def test_a_photo_that_was_exchanged_is_no_longer_what_its_name_says(sample: Path) -> None:
    path = one_file(sample, "data/photos/*")
    path.write_bytes(PHOTO + b"!")
    assert faults(reseal(sample)) == {"named-by-digest": (f"{path.relative_to(sample)} is another file",)}


def entries(sample: Path, change: Callable[[list[Row]], list[Row]]) -> dict[str, tuple[str, ...]]:
    path = sample / "ledger/entries.jsonl"
    told = change([json.loads(line) for line in path.read_bytes().splitlines()])
    path.write_bytes(b"".join(json.dumps(one).encode() + b"\n" for one in told))
    return faults(reseal(sample))


def test_an_act_that_was_changed_in_the_extract_is_named(sample: Path) -> None:
    found = entries(sample, lambda told: [*told[:2], {**told[2], "who": "otto"}])
    assert found == {
        "ledger": ("line 3 of ledger/entries.jsonl was changed after it was written: its hash does not fit",)
    }


def test_acts_that_changed_places_or_follow_on_another_are_named(sample: Path) -> None:
    moved = entries(sample, lambda told: [told[0], {**told[1], "seq": 5}, told[2]])
    assert (
        "line 2 of ledger/entries.jsonl is not the entry that ledger/chain.txt has at its place"
        in moved["ledger"]
    )
    put_in = entries(sample, lambda told: [told[0], {**told[1], "seq": 4, "previous": "0" * 64}, told[2]])
    assert "line 2 of ledger/entries.jsonl does not follow on the entry before it" in put_in["ledger"]


def in_part(sample: Path, change: Callable[[Row], list[Row]]) -> tuple[str, ...]:
    path = sample / "ledger/in_part.jsonl"
    told = change(json.loads(path.read_bytes()))
    path.write_bytes(b"".join(json.dumps(one).encode() + b"\n" for one in told))
    return faults(reseal(sample)).get("ledger", ())


@pytest.mark.parametrize(
    ("change", "line", "named"),
    [
        ({"hash": "0" * 64}, 1, "is not the entry that ledger/chain.txt has at its place"),
        ({"seq": 2}, 1, "is not the entry that ledger/chain.txt has at its place"),
        ({"seq": "3"}, 1, "is not the entry that ledger/chain.txt has at its place"),
        ({"outputs": []}, 1, "is no entry"),
    ],
)
def test_an_act_in_part_has_the_hash_of_its_place(sample: Path, change: Row, line: int, named: str) -> None:
    found = in_part(sample, lambda told: [told | change])
    assert f"line {line} of ledger/in_part.jsonl {named}" in found


def test_an_act_is_given_once_and_what_is_left_out_of_it_cannot_be_seen_to_be_missing(sample: Path) -> None:
    assert in_part(sample, lambda told: [told | {"who": "otto"}]) == ()  # the ledger alone can prove that
    assert in_part(sample, lambda told: [told, told]) == ("line 2 of ledger/in_part.jsonl is given twice",)


def test_a_sealing_in_part_says_that_a_source_was_sealed(sample: Path) -> None:
    path = sample / "ledger/entries.jsonl"
    seal, *others = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(others))
    gone = faults(reseal(sample))["ledger"]
    assert len(gone) == 1
    assert gone[0].startswith("no entry says that the source")
    told = json.loads(seal)
    told["outputs"]["files"] = [{"sha256": told["outputs"]["files"][0]["sha256"]}]
    assert in_part(sample, lambda other: [told, other]) == ()


def test_a_chain_that_was_cut_off_or_changed_is_told(sample: Path) -> None:
    path = sample / "ledger/chain.txt"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), "utf-8")
    cut = faults(reseal(sample))["ledger"]
    assert "handover.json names another last entry than ledger/chain.txt" in cut
    path.write_text("".join([lines[0], *lines[2:]]), "utf-8")
    assert "ledger/chain.txt skips entries" in faults(reseal(sample))["ledger"]


def test_a_checkpoint_on_another_chain_is_told(sample: Path) -> None:
    def stamped(told: list[Row]) -> list[Row]:
        return [{**told[0], "act": "checkpoint", "outputs": {"seq": 1, "head": "f" * 64}}, *told[1:]]

    assert "line 1 of ledger/entries.jsonl" in " ".join(entries(sample, stamped)["ledger"])


def test_a_file_that_is_to_be_fetched_is_no_part_of_a_package(sample: Path) -> None:
    put(sample / "fetch.txt", b"https://example.org/x 3 data/x\n")
    assert faults(reseal(sample))["bag"] == ("fetch.txt would fetch files from elsewhere",)


def test_only_so_many_faults_are_named_and_the_others_counted(sample: Path) -> None:
    for number in range(30):
        put(sample / f"data/x{number}", b"x")
    found = faults(sample)["manifests"]
    assert (len(found), found[-1]) == (21, "and 40 more")


def test_a_check_is_a_name_words_and_faults() -> None:
    assert Check("size", "said", ()).holds
    assert not Check("size", "said", ("otherwise",)).holds


def test_files_that_may_not_be_read_are_named(sample: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("who may read everything cannot be kept from it")
    (sample / "README.txt").chmod(0)
    assert "README.txt cannot be read" in " ".join(faults(sample)["files"])
