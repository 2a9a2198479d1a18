"""A package of the example market: what lies in it, what does not, and who can check it."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import warnings
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import bagit
import pytest
from rocrate.rocrate import ROCrate

from schakel.custody.ledger import Ledger
from schakel.showing.handover.package.bag import packed as zipped
from schakel.store.workspace import create_workspace
from tests.custody.package_check.sample import reseal
from tests.inside import inside, inside_json
from tests.showing.handover.package.conftest import GROUND, Packed

Row = dict[str, Any]


def rows(folder: Path, table: str) -> list[Row]:
    return [json.loads(line) for line in (folder / "data" / f"{table}.jsonl").read_text("utf-8").splitlines()]


def test_the_programs_own_check_holds_and_finds_the_entry_of_the_ledger(packed: Packed) -> None:
    for made in (packed.folder, packed.zip):
        found = inside_json("verify", made, "-w", packed.workspace)
        assert found["holds"] is True
        assert len(found["checks"]) == 15
        assert "handed it out at" in found["checks"][-1]["told"]
    originals = next(check for check in found["checks"] if check["check"] == "originals")
    own = len(rows(packed.folder, "messages"))
    assert originals["told"] == f"messages stand where they say in the originals: {own} compared"


def test_the_library_of_the_library_of_congress_finds_a_valid_bag(packed: Packed) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        bag = bagit.Bag(str(packed.folder))
        assert bag.validate(processes=1, fast=False, completeness_only=False)
    assert (bag.version_info, sorted(bag.algorithms)) == ((1, 0), ["sha256", "sha512"])
    assert bag.info["External-Identifier"] == packed.subject.lead_id


def test_the_library_of_ro_crate_reads_the_list_of_content(packed: Packed) -> None:
    crate = ROCrate(packed.folder / "data")
    named = {entity.id: entity for entity in crate.get_entities() if entity.type == "File"}
    there = {
        str(path.relative_to(packed.folder / "data"))
        for path in (packed.folder / "data").rglob("*")
        if path.is_file()
    }
    assert set(named) == there - {"ro-crate-metadata.json"}
    assert all(entity["description"] for entity in named.values())
    assert crate.root_dataset["datePublished"]


def test_sha256sum_finds_nothing_changed(packed: Packed) -> None:
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        done = subprocess.run(
            ["sha256sum", "-c", "--quiet", manifest], cwd=packed.folder, capture_output=True, check=False
        )
        assert (done.returncode, done.stdout) == (0, b"")


def test_the_check_in_the_package_holds_without_the_program(packed: Packed) -> None:
    command = [sys.executable, "-I", "-S", "verify.py"]
    done = subprocess.run(command, cwd=packed.folder, capture_output=True, text=True, check=False, env={})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("All checks hold.\n")


def test_the_content_is_the_same_when_it_is_packed_again(packed: Packed, tmp_path: Path) -> None:
    inside("package", packed.subject.lead_id, "-o", tmp_path / "again", *GROUND, "-w", packed.workspace)
    first, again = (
        {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (packed.folder, tmp_path / "again")
    )
    other = {name for name in first if first[name] != again[name]}
    assert not {name for name in other if name.startswith("data/")}
    assert first.keys() == again.keys()
    # What tells of the handing over itself, and what rests on it.
    tags = {
        "handover.json",
        "ledger/chain.txt",
        "ledger/entries.jsonl",
        "ledger/in_part.jsonl",
        "tagmanifest-sha256.txt",
        "tagmanifest-sha512.txt",
    }
    assert other <= tags


def test_each_message_is_found_in_the_sealed_original_at_its_place(packed: Packed) -> None:
    found = rows(packed.folder, "messages")
    accounts = set(packed.subject.accounts)
    table = packed.engine.read("messages", ["message_id", "account_id"]).to_pylist()
    own = {row["message_id"] for row in table if row["account_id"] in accounts}
    assert len(found) == len(own)
    assert {row["message_id"] for row in found if not row["text_hidden_in_part"]} <= own
    for row in found:
        sealed = (packed.workspace / "sealed" / row["source"]["sha256"]).read_bytes()
        assert sha256(sealed).hexdigest() == row["source"]["sha256"]
        record = json.JSONDecoder().raw_decode(sealed[row["source"]["place"] :].decode("utf-8", "replace"))[0]
        assert (record["id"], record["date"]) == (row["number"], row["sent_as_written"])
        assert record["from_id"] == f"user{row['account_tg_id']}"
        if not row["text_hidden_in_part"]:
            assert sha256(row["text"].encode()).hexdigest() == row["text_sha256"]


def test_the_sellers_own_identifiers_are_open(packed: Packed) -> None:
    told = (packed.folder / "data/accounts.jsonl").read_text("utf-8")
    assert all(json.dumps(name, ensure_ascii=False)[1:-1] in told for name in packed.subject.identifiers)
    links = "".join(row["detail"] for link in rows(packed.folder, "evidence") for row in link["reasons"])
    assert "+31" in links  # the number that the accounts share


def test_nobody_elses_name_number_or_handle_is_in_any_file(packed: Packed) -> None:
    own = set(packed.subject.accounts)
    accounts = [
        row
        for row in packed.engine.read("accounts", ["account_id", "account_tg_id", "name"]).to_pylist()
        if row["account_id"] not in own
    ]
    selectors = packed.engine.read("selectors", ["type", "value"]).to_pylist()
    told = b"\n".join(
        path.read_bytes()
        for path in sorted(packed.folder.rglob("*"))
        if path.is_file() and path.suffix in {".html", ".jsonl", ".json", ".csv", ".txt"}
    ).decode("utf-8")
    numbers = {str(row["account_tg_id"]) for row in accounts if row["account_tg_id"]}
    assert len(numbers) > 100
    assert not {number for number in numbers if number in told}
    assert not {row["account_id"] for row in accounts if row["account_id"] in told}
    contacts = {
        row["value"]
        for row in selectors
        if f"{row['type']}:{row['value']}" not in packed.subject.selectors and len(row["value"]) > 8
    }
    assert len(contacts) > 50
    assert not {value for value in contacts if value in told}
    names = {row["name"] for row in accounts if row["name"] and len(row["name"]) > 9 and " " in row["name"]}
    assert len(names) > 50
    assert not {name for name in names if name in told}


def test_what_stands_around_is_of_people_with_numbers(packed: Packed) -> None:
    found = rows(packed.folder, "context")
    assert found
    assert {re.sub("[0-9]+", "N", row["person"] or "") for row in found} <= {"person-N", ""}
    assert {why for row in found for why in row["here_because"]} <= {
        "near",
        "answers-it",
        "answered-by-it",
        "named-in-a-reason",
    }
    people = [int(row["person"][7:]) for row in found if row["person"]]
    people += [
        int(one)
        for row in rows(packed.folder, "against")
        for one in re.findall(r"person-(\d+)", row["about"])
    ]
    assert (
        max(people)
        == len(set(people))
        == json.loads((packed.folder / "data/about.json").read_text())["settings"]["people_with_a_number"]
    )


def test_of_a_message_in_which_something_is_hidden_the_id_is_nowhere(packed: Packed) -> None:
    """The id of a message is a digest of its text, that of an offer one of that id: both would give away what is hidden."""
    found = [*rows(packed.folder, "messages"), *rows(packed.folder, "context")]
    hidden = {(row["chat_id"], row["number"]) for row in found if row["text_hidden_in_part"]}
    table = packed.engine.read("messages", ["message_id", "chat_id", "tg_id"]).to_pylist()
    telling = {row["message_id"] for row in table if (row["chat_id"], row["tg_id"]) in hidden}
    assert len(telling) > 20
    offers = packed.engine.read("offers", ["offer_id", "message_id"]).to_pylist()
    telling |= {row["offer_id"] for row in offers if row["message_id"] in telling}
    told = "".join(
        path.read_text("utf-8")
        for path in sorted(packed.folder.rglob("*"))
        if path.suffix in {".html", ".jsonl", ".json", ".csv", ".txt"}
    )
    assert not {one for one in telling if one in told}
    assert len({row["message_id"] for row in found}) == len(found)


def test_of_a_text_in_which_something_is_hidden_no_digest_is_given(packed: Packed) -> None:
    """Who has the digest and all but eight digits of a text finds these eight by trying."""
    found = [*rows(packed.folder, "messages"), *rows(packed.folder, "context")]
    hidden = [row for row in found if row["text_hidden_in_part"]]
    assert hidden
    assert all("•" in row["text"] and row["text_sha256"] is None for row in hidden)
    assert all(row["text_sha256"] for row in found if not row["text_hidden_in_part"])


def test_both_sides_of_the_scales_are_there_and_in_order(packed: Packed) -> None:
    speaks_for, against = rows(packed.folder, "for"), rows(packed.folder, "against")
    assert all(row["towards"] > 0 for row in speaks_for)
    assert all(row["towards"] < 0 for row in against)
    assert [abs(row["towards"]) for row in against] == sorted(
        (abs(row["towards"]) for row in against), reverse=True
    )
    assert (against[0]["claim"], against[0]["rule"]) == ("word-of-a-person", "verdict-ghost")
    ghost = next(row for row in rows(packed.folder, "findings") if row["kind"] == "ghost")
    towards_ghost = {one["rule"] for one in ghost["reasons"] if one["weight"] > 0 and one["rule"] != "prior"}
    assert towards_ghost == {row["rule"] for row in against if row["claim"] == "real-supply"}
    links = [row for row in rows(packed.folder, "evidence") if row["kind"] == "link"]
    weakening = sum(one["weight"] < 0 for link in links for one in link["reasons"])
    assert weakening == sum(row["claim"] == "one-seller" for row in against)


def test_a_strong_tie_to_an_account_outside_speaks_against(packed: Packed) -> None:
    own = set(packed.subject.accounts)
    links = packed.engine.read("links", ["left_id", "right_id", "kind", "log10_lr"]).to_pylist()
    strong = sorted(
        row["log10_lr"]
        for row in links
        if row["kind"] == "same-seller"
        and row["log10_lr"] >= 2
        and len({row["left_id"], row["right_id"]} & own) == 1
    )
    told = [row for row in rows(packed.folder, "against") if row["claim"] == "nobody-else"]
    assert strong
    assert sorted(-row["towards"] for row in told) == strong
    messages = {row["message_id"] for row in rows(packed.folder, "messages")}
    for row in told:
        ours, other = row["about"].split(" ")
        assert ours in own
        assert re.fullmatch("person-[0-9]+", other)
        assert row["words_nl"] == "veel waarschijnlijker"
        assert row["signs"]
        assert set(row["messages"]) <= messages
    report = (packed.folder / "data/report.html").read_text("utf-8")
    assert "verbonden met een account daarbuiten" in report
    assert re.search(r"geen ander account, A[0-9] – person-[0-9]+", report)


def test_every_weight_has_the_words_of_the_scale(packed: Packed) -> None:
    reasons = [
        one
        for table in ("evidence", "findings")
        for row in rows(packed.folder, table)
        for one in row["reasons"]
    ]
    for one in reasons:
        assert one["words_nl"]
        assert one["words_en"]
        if abs(one["weight"]) < 0.3:
            assert one["words_en"] == "about as probable"
        if abs(one["weight"]) > 6:
            assert one["words_nl"] == "extreem veel waarschijnlijker"


def test_the_extract_has_the_acts_about_the_lead_and_no_act_about_others(packed: Packed) -> None:
    whole, part = (
        [json.loads(line) for line in (packed.folder / f"ledger/{name}.jsonl").read_bytes().splitlines()]
        for name in ("entries", "in_part")
    )
    assert {"leads", "sellers"} <= {entry["act"] for entry in whole}
    assert {"seal", "verdict"} <= {entry["act"] for entry in part}
    told = json.dumps([whole, part])
    for kept_back in ("s_of_somebody_else", "says Jan", "file 12", "result.json", "market/"):
        assert kept_back not in told
    counts = json.loads((packed.folder / "handover.json").read_text("utf-8"))["ledger"]
    assert (counts["whole"], counts["in_part"]) == (len(whole), len(part))
    chain = (packed.folder / "ledger/chain.txt").read_text("utf-8").splitlines()
    real = [f"{entry.seq} {entry.hash}" for entry in Ledger(packed.workspace / "ledger.jsonl", "").entries()]
    assert chain == real[: len(chain)]
    second = zipfile.ZipFile(packed.zip)
    later = second.read(f"{packed.subject.lead_id}/ledger/in_part.jsonl").decode()
    assert '"act": "package"' in later  # the first handing over is an act about the lead


def test_the_ledger_says_which_package_was_handed_out_to_whom(packed: Packed) -> None:
    found = [
        entry
        for entry in inside_json("audit", "--act", "package", "-w", packed.workspace)
        if not entry["settings"]["originals"]
    ]
    entry = found[0]
    assert entry["inputs"]["subject"] == packed.subject.lead_id
    assert entry["settings"]["why"] == "to the prosecutor, file 12"
    assert entry["settings"]["names"] is True
    for name in ("manifest", "tagmanifest"):
        assert (
            entry["outputs"][name] == sha256((packed.folder / f"{name}-sha256.txt").read_bytes()).hexdigest()
        )
    assert inside("audit", "--verify", "-w", packed.workspace).returncode == 0


def test_the_table_for_spreadsheets_has_every_message(packed: Packed) -> None:
    raw = (packed.folder / "data/messages.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    sheet = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert [row["message_id"] for row in sheet] == [
        row["message_id"] for row in rows(packed.folder, "messages")
    ]
    assert all(row["source.sha256"] and row["source.place"] for row in sheet)


def test_photos_are_the_sealed_ones(packed: Packed) -> None:
    named = {row["photo"] for row in rows(packed.folder, "messages") if row["photo"]}
    assert named
    for name in named:
        raw = (packed.folder / "data" / name).read_bytes()
        assert name == f"photos/{sha256(raw).hexdigest()}.jpg"


def test_originals_are_in_it_only_where_they_were_asked_for(packed: Packed) -> None:
    assert not (packed.folder / "data/originals").exists()
    inside_zip = zipfile.ZipFile(packed.zip).namelist()
    source = rows(packed.folder, "sources")[0]["sha256"]
    assert f"{packed.subject.lead_id}/data/originals/{source}" in inside_zip


def test_a_zip_of_the_same_files_has_the_same_bytes(packed: Packed, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "l_1").symlink_to(packed.folder)
    made = [
        zipped(tmp_path / folder / "l_1", tmp_path / "x.zip", "l_1").read_bytes() for folder in ("one", "two")
    ]
    assert made[0] == made[1]


def test_what_was_changed_after_the_handing_over_is_told_by_the_ledger_alone(
    packed: Packed, tmp_path: Path
) -> None:
    """A forger who makes every digest fit again is still caught by the sender's ledger."""
    shutil.copytree(packed.folder, tmp_path / "forged")
    path = tmp_path / "forged/data/report.html"
    path.write_text(path.read_text("utf-8").replace("Voorstel", "Bewijs"), "utf-8")
    reseal(tmp_path / "forged")
    alone = inside("verify", tmp_path / "forged")
    assert alone.returncode == 0
    found = inside("verify", tmp_path / "forged", "-w", packed.workspace, check=False)
    assert found.returncode == 1
    assert "FAULT  ledger-of-the-workspace: no entry of the ledger has its digests" in found.stdout


def test_a_package_of_another_workspace_is_told(packed: Packed, tmp_path: Path) -> None:
    other = create_workspace(tmp_path / "other")
    Ledger(other.ledger, "anna").add("show")
    found = inside("verify", packed.folder, "-w", other.root, check=False)
    assert found.returncode == 1
    assert (
        "ledger/chain.txt is not the chain of this ledger: it differs from it first at line 1" in found.stdout
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_to_read_first_is_in_the_language_of_the_report(packed: Packed, language: str) -> None:
    read = (
        (packed.folder / "README.txt").read_text("utf-8")
        if language == "nl"
        else zipfile.ZipFile(packed.zip).read(f"{packed.subject.lead_id}/README.txt").decode()
    )
    assert ("OVERDRACHTSPAKKET" if language == "nl" else "HAND-OVER PACKAGE") in read
    assert "python verify.py" in read
