"""Whether the extract of the ledger is chained, as far as it is given."""

from collections.abc import Iterable, Iterator

from schakel.custody.package_check.files import Package, shown
from schakel.custody.package_check.json_rows import Row, canonical_digest, parsed

GENESIS = "0" * 64  # what the first entry of a ledger follows on
CHAIN, WHOLE, PART = "ledger/chain.txt", "ledger/entries.jsonl", "ledger/in_part.jsonl"
_SEALS = ("seal", "seal-again")


def ledger_extract(package: Package) -> tuple[str, Iterable[str]]:
    """What is given of the ledger fits its chain; the sources were sealed; the last entry is the one at the hand-over.

    Of an entry that is given whole its hash is worked out again; one given in part has the hash of its place, and no more can be told
    of it here; of all others the hash alone is there.
    """
    given = [*_given(package, WHOLE), *_given(package, PART)]
    wanted = {number for _, _, entry in given for number in _numbers(entry)}
    hashes, count, last, faults = _read_chain(package, wanted)
    told: dict[int, Row] = {}
    whole = set()
    for file, line, entry in given:
        fault = "is no entry" if entry is None else _of_entry(entry, hashes, told, whole=file == WHOLE)
        if entry is None or fault:
            faults.append(f"line {line} of {file} {fault}")
        else:
            told[entry["seq"]] = entry
            whole |= {entry["seq"]} if file == WHOLE else set()
    faults += _not_sealed(package, told)
    said = package.record("handover.json").get("ledger_head")
    faults += [] if count and said == last else [f"handover.json names another last entry than {CHAIN}"]
    joined = sum(1 for number in whole if number - 1 in whole)
    words = (
        f"{len(whole)} of {count} entries of the ledger are given whole and fit their places in its chain, {joined} of them right behind "
        f"another; {len(told) - len(whole)} are given in part, which the ledger alone can prove; of the others the hash is there"
    )
    return words, faults


def _given(package: Package, file: str) -> Iterator[tuple[str, int, Row | None]]:
    for number, line in enumerate(package.lines(file), 1):
        yield file, number, parsed(line)


def _numbers(entry: Row | None) -> Iterator[int]:
    """The numbers of the entries whose hashes must be known for one: its own, the one before it, and the one it vouches for."""
    seq = (entry or {}).get("seq")
    outputs = (entry or {}).get("outputs")
    vouched = outputs.get("seq") if isinstance(outputs, dict) else None
    for number in (seq, vouched):
        if type(number) is int:
            yield from (number, number - 1)


def _read_chain(package: Package, wanted: set[int]) -> tuple[dict[int, str], int, str, list[str]]:
    """The hashes that are wanted, how many there are, the last, and whether a line has another number than its own."""
    hashes: dict[int, str] = {}
    count, last, in_order = 0, "", True
    for count, line in enumerate(package.lines(CHAIN), 1):
        number, _, last = line.decode("ascii", "replace").partition(" ")
        in_order &= number == str(count)
        if count in wanted:
            hashes[count] = last
    return hashes, count, last, [] if in_order else [f"{CHAIN} skips entries"]


def _of_entry(entry: Row, hashes: dict[int, str], told: dict[int, Row], *, whole: bool) -> str:
    seq = entry["seq"]
    if type(seq) is not int or hashes.get(seq) != entry["hash"]:
        return f"is not the entry that {CHAIN} has at its place"
    if seq in told:
        return "is given twice"
    if not whole:
        return "" if isinstance(entry["outputs"], dict) else "is no entry"
    return _of_whole_entry(entry, seq, hashes)


def _of_whole_entry(entry: Row, seq: int, hashes: dict[int, str]) -> str:
    if entry["previous"] != hashes.get(seq - 1, GENESIS):
        return "does not follow on the entry before it"
    body = {key: value for key, value in entry.items() if key != "hash"}
    if canonical_digest(body) != entry["hash"]:
        return "was changed after it was written: its hash does not fit"
    if entry["act"] == "checkpoint" and hashes.get(entry["outputs"]["seq"]) != entry["outputs"]["head"]:
        return "is a checkpoint on another chain"
    return ""


def _not_sealed(package: Package, told: dict[int, Row]) -> list[str]:
    seals = {
        file["sha256"]
        for entry in told.values()
        if entry["act"] in _SEALS
        for file in entry["outputs"]["files"]
    }
    named = {str(row["source"]["sha256"]) for row in package.rows("messages")}
    return [f"no entry says that the source {shown(one)} was sealed" for one in sorted(named - seals)]
