"""Whether the extract of the ledger is chained, as far as it is given."""

from collections.abc import Iterable

from schakel.custody.package_check.files import Package, shown
from schakel.custody.package_check.json_rows import Row, canonical_digest, parsed

GENESIS = "0" * 64  # what the first entry of a ledger follows on


def ledger_extract(package: Package) -> tuple[str, Iterable[str]]:
    """What is given of the ledger fits its chain; the sources were sealed; the last entry is the one at the hand-over."""
    chain = [line.decode("ascii", "replace").split(" ") for line in package.lines("ledger/chain.txt")]
    hashes = {str(number): hashed for number, hashed in chain}
    faults = (
        []
        if list(hashes) == [str(number) for number in range(1, len(chain) + 1)]
        else ["ledger/chain.txt skips entries"]
    )
    told: dict[int, Row] = {}
    for number, line in enumerate(package.lines("ledger/entries.jsonl"), 1):
        entry = parsed(line)
        fault = "is no entry" if entry is None else _of_entry(entry, hashes)
        if entry is None or fault:
            faults.append(f"line {number} of ledger/entries.jsonl {fault}")
        else:
            told[entry["seq"]] = entry
    seals = {
        file["sha256"]
        for entry in told.values()
        if entry["act"] in ("seal", "seal-again")
        for file in entry["outputs"]["files"]
    }
    named = {str(row["source"]["sha256"]) for row in package.rows("messages")}
    faults += [f"no entry says that the source {shown(one)} was sealed" for one in sorted(named - seals)]
    said = package.record("handover.json").get("ledger_head")
    faults += (
        []
        if chain and said == chain[-1][1]
        else ["handover.json names another last entry than ledger/chain.txt"]
    )
    joined = sum(1 for number in told if number - 1 in told)
    words = f"{len(told)} of {len(chain)} entries of the ledger are given whole and fit their places in its chain; {joined} of them follow directly on another"
    return words, faults


def _of_entry(entry: Row, hashes: dict[str, str]) -> str:
    seq = entry["seq"]
    if type(seq) is not int or hashes.get(str(seq)) != entry["hash"]:
        return "is not the entry that ledger/chain.txt has at its place"
    if entry["previous"] != hashes.get(str(seq - 1), GENESIS):
        return "does not follow on the entry before it"
    body = {key: value for key, value in entry.items() if key != "hash"}
    if canonical_digest(body) != entry["hash"]:
        return "was changed after it was written: its hash does not fit"
    if entry["act"] == "checkpoint" and hashes.get(str(entry["outputs"]["seq"])) != entry["outputs"]["head"]:
        return "is a checkpoint on another chain"
    return ""
