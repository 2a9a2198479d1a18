"""The check of all word lists: what is wrong with them, in plain sentences."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from tomllib import TOMLDecodeError, loads
from typing import Any

from schakel.reading.lexicon_values import date_problem, language_problem, number_problems, value_problems
from schakel.reading.terms.lexicon import Term, group_terms, spellings
from schakel.reading.weighing.senses import sense_names
from schakel.reading.weighing.weights import load_families

_HEADER = ("version", "source", "reviewed")
KINDS: dict[str, frozenset[str] | None] = {
    "commodity": frozenset().union(*load_families().members.values()),
    "act": frozenset({"offer", "request", "vouch", "warning", "recruit"}),
    "clue": frozenset({"request", "vouch", "warning", "recruit"}),
    "delivery": frozenset({"courier", "pickup", "post", "dead-drop"}),
    "payment": frozenset({"cash", "bank-transfer", "crypto", "voucher", "escrow", "on-credit"}),
    "advance": frozenset({"advance", "no-advance"}),
    "scale": frozenset({"bulk", "retail"}),
    "contact": frozenset({"contact"}),
    "trade": frozenset({"street", "secrecy"}),
    "lawful": frozenset(
        {"whole", "drug-test", "bare-test", "tool", "named-after", "bakery", "drink", "home", "verb"}
    ),
    "veto": None,  # any subject of ordinary talk
}
_HEAVIEST = 3.0  # log10: no single word makes a claim a thousand times as likely, or more


def check_lexicons() -> list[str]:
    """The problems found in all word lists as shipped, a sentence each; none if they are sound."""
    return sorted(problem for entry in _entries() for problem in check_file(entry))


def check_file(entry: Traversable) -> list[str]:
    """The problems of one list."""
    try:
        text = entry.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return [f"{entry.name} cannot be read as UTF-8 text: {error}."]
    if entry.name.endswith(".tsv"):
        return [f"{entry.name} {problem}" for problem in _tsv_problems(text)]
    try:
        data = loads(text)
    except TOMLDecodeError as error:
        return [f"{entry.name} is not valid TOML: {error}."]
    return [f"{entry.name} {problem}" for problem in _toml_problems(data)]


def _entries() -> Iterator[Traversable]:
    for entry in files("schakel.lexicons").iterdir():
        if entry.name.endswith((".toml", ".tsv")):
            yield entry
        elif entry.is_dir():
            yield from (item for item in entry.iterdir() if item.name.endswith((".toml", ".tsv")))


def _tsv_problems(text: str) -> Iterator[str]:
    lines = text.splitlines()
    header = [line for line in lines if line.startswith("#")]
    for name in _HEADER:
        if not any(line.startswith(f"# {name}:") and line.split(":", 1)[1].strip() for line in header):
            yield f'has no line "# {name}: ..." at its head.'
    for line in header:
        if line.startswith("# reviewed:") and (problem := date_problem(line.split(":", 1)[1].strip())):
            yield problem
    rows = [line for line in lines if line.strip() and not line.startswith("#")]
    if not rows:
        yield "has no rows."
        return
    columns = rows[0].split("\t")
    for number, row in enumerate(rows, 1):
        cells = row.split("\t")
        if len(cells) != len(columns):
            yield f"has {len(cells)} columns in row {number}, where its first row has {len(columns)}."
        elif number > 1:
            yield from (f"in row {number} {problem}" for problem in number_problems(columns, cells))


def _toml_problems(data: dict[str, Any]) -> Iterator[str]:
    for name in _HEADER:
        if not str(data.get(name, "")).strip():
            yield f'has no "{name}".'
    if "reviewed" in data and (problem := date_problem(data["reviewed"])):
        yield problem
    yield from value_problems(data)
    if data.get("format") == "terms":
        yield from _group_problems(data)
    elif data.get("format") == "senses":
        yield from _sense_problems(data)


def _sense_problems(data: dict[str, Any]) -> Iterator[str]:
    for name, words in data.get("senses", {}).items():
        if name not in sense_names():
            yield f'has the sense "{name}", which senses.toml does not name.'
        elif not str(words).split():
            yield f'has no words for the sense "{name}".'


def _group_problems(data: dict[str, Any]) -> Iterator[str]:
    groups = data.get("group")
    if not isinstance(groups, list) or not groups:
        yield "has no groups of words."
        return
    seen: dict[tuple[str, str, str], str] = {}
    for number, group in enumerate(groups, 1):
        try:
            terms = group_terms(data, group)
        except (KeyError, TypeError, ValueError) as error:
            yield f"lacks something in group {number}: {error!r}."
            continue
        if problem := language_problem(group.get("language", data.get("language", "any"))):
            yield f"{problem[:-1]}, in group {number}."
        if not terms:
            yield f"has no words in group {number}."
        for term in terms:
            yield from _term_problems(term)
            key = (term.kind, term.concept, term.written)
            if key in seen:
                yield f'names "{term.written}" twice as {term.kind} {term.concept}.'
            seen[key] = term.written


def _term_problems(term: Term) -> Iterator[str]:
    if term.kind not in KINDS:
        yield f'gives "{term.written}" the kind "{term.kind}", which is not known.'
        return
    concepts = KINDS[term.kind]
    if concepts is not None and term.concept not in concepts:
        yield f'gives "{term.written}" the meaning "{term.concept}", which is no {term.kind}.'
    if term.kind == "commodity" and not term.product:
        yield f'gives "{term.written}" no product word.'
    if "*" in term.written[:-1]:
        yield f'has a "*" inside "{term.written}"; it may stand at the end only.'
    if not spellings(term.written):
        yield f'has the word "{term.written}", of which nothing is left when it is folded.'
    if abs(term.weight) > _HEAVIEST:
        yield f'gives "{term.written}" the weight {term.weight}; no word weighs more than {_HEAVIEST}.'
    if (term.weight < 0) != (term.kind == "veto") and term.weight != 0:
        yield f'gives "{term.written}" the weight {term.weight}; only words against an act weigh below zero.'
