"""The words that people of a workspace accepted: a list of its own, in the form of the lists as shipped."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from tomllib import TOMLDecodeError, loads

from schakel.custody.ledger import canonical_json, read_entry
from schakel.reading.lexicon_check import check_file
from schakel.reading.terms.lexicon import Term, group_terms
from schakel.records.errors import SettingsError

FILE = "lexicon.toml"  # in the folder of the workspace
ACCEPTED, DROPPED = "accept-word", "drop-word"
_MARKS = re.compile(rb'"(?:accept|drop)-word"')
_HEAD = """version = "1"
source = "Accepted by people of this workspace; who and when stands in its ledger"
reviewed = "at each entry"
format = "terms"
kind = "commodity"
"""


def own_words(root: Path) -> tuple[Term, ...]:
    """The accepted words of the workspace in this folder; from its ledger where the list was lost."""
    path = root / FILE
    return read_own_words(path) if path.exists() else _from_ledger(root / "ledger.jsonl")


def read_own_words(path: Path) -> tuple[Term, ...]:
    """The accepted words in a file, in a fixed order."""
    problems = [] if _is_bare(path) else check_file(path)
    if problems:
        raise SettingsError(
            f"The words of this workspace cannot be used: {path.name} {' '.join(problems)[:300]}",
            means="Nothing was read, since words would be missing.",
            todo=f"Mend {path}, or remove it: it is then made again from the ledger.",
        )
    try:
        data = loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, TOMLDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}.", todo="Mend or remove it.") from error
    return _in_order(term for group in data.get("group", ()) for term in group_terms(data, group))


def _is_bare(path: Path) -> bool:
    """Whether it is the list after its last word was dropped: the check would miss the words."""
    return path.read_bytes() == _HEAD.encode()


def write_own_words(path: Path, words: Iterable[Term]) -> None:
    """Puts the list into its file in one step; the same words give the same bytes."""
    groups = [_group(term) for term in _in_order(words)]
    half = path.with_suffix(".half")
    half.write_text(_HEAD + "".join(groups), encoding="utf-8")
    half.replace(path)


def with_word(words: Iterable[Term], word: Term) -> tuple[Term, ...]:
    """The list with one more word; a word with the same meaning in it is replaced."""
    return _in_order([*(term for term in words if not _same(term, word)), word])


def without_word(words: Iterable[Term], written: str) -> tuple[Term, ...]:
    """The list without a word, whatever it was accepted for."""
    return _in_order(term for term in words if term.written != written)


def as_input(words: Iterable[Term]) -> dict[str, str]:
    """The list as an input of a step, whole, so that a later run knows what has changed; nothing without words."""
    rows = [record(term) for term in _in_order(words)]
    return {"own words": canonical_json(rows).decode("utf-8")} if rows else {}


def from_input(inputs: dict[str, str]) -> tuple[Term, ...]:
    """The list that a step was done with."""
    return tuple(_term(row) for row in json.loads(inputs.get("own words", "[]")))


def record(term: Term) -> dict[str, object]:
    """One word as it stands in the ledger and among the inputs of a step."""
    return {
        "word": term.written,
        "commodity": term.concept,
        "product": term.product,
        "language": term.language,
        "weight": term.weight,
        "ambiguous": term.ambiguous,
    }


def _term(row: dict[str, object]) -> Term:
    return Term(
        written=str(row["word"]),
        kind="commodity",
        concept=str(row["commodity"]),
        product=str(row["product"]),
        language=str(row["language"]),
        weight=float(str(row["weight"])),
        ambiguous=bool(row["ambiguous"]),
    )


def _from_ledger(path: Path) -> tuple[Term, ...]:
    words: tuple[Term, ...] = ()
    if not path.exists():
        return words
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if _MARKS.search(line):
                entry = read_entry(line, number)
                if entry.act == ACCEPTED:
                    words = with_word(words, _term(entry.settings))
                elif entry.act == DROPPED:
                    words = without_word(words, str(entry.settings["word"]))
    return words


def _in_order(words: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(sorted(words, key=lambda term: (term.concept, term.written, term.language)))


def _same(one: Term, other: Term) -> bool:
    return (one.written, one.concept) == (other.written, other.concept)


def _group(term: Term) -> str:
    def quoted(text: str) -> str:
        # A JSON string is a TOML string too, as long as no half surrogate pair stands in it.
        return json.dumps(text, ensure_ascii=False)

    return (
        f"\n[[group]]\nconcept = {quoted(term.concept)}\nproduct = {quoted(term.product)}\n"
        f"language = {quoted(term.language)}\nweight = {term.weight!r}\n"
        f"ambiguous = {str(term.ambiguous).lower()}\nwords = [{quoted(term.written)}]\n"
    )
