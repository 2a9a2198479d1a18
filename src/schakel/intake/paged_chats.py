"""Which chat the pages of an HTML export belong to: they tell no number, so what they hold has to tell."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from hashlib import sha256
from importlib.resources import files
from itertools import combinations, pairwise
from pathlib import Path

import pyarrow as pa

from schakel.intake.desktop_html.sampling import Said, id_of, same_moment, sample_page
from schakel.intake.page_heads import PageHead, page_heads
from schakel.intake.peers import Chat
from schakel.intake.sealing import SealedSource
from schakel.store.engine import Engine

_SQL = files("schakel.intake.sql") / "chats_of_titles.sql"
# Pages of a chat that are compared, and rows of each beside an export that numbers its chats: 600 messages tell enough.
_PAGES, _ROWS = 3, 200
# Two groups of one title: whole pages, since they seldom begin at the same message.
_WHOLE_PAGES = 8
# Of the messages that both should have, so many must be the same (the others were edited or deleted between two exports);
# and of those with the same number so many must have the same moment, which nobody can edit.
_SAME, _SAME_MOMENT = 0.8, 0.95
_WORDLESS = 3  # messages without a text prove less than one with a text
_STEP = "paged-chats"
_NAMELESS = "Deleted Account"  # so pages call who has no name in JSON


@dataclass(slots=True)
class PagedChats:
    """The chat of each page by its source, and what an investigator must know of it, with the sources it concerns."""

    of: dict[str, Chat] = field(default_factory=dict)
    notes: list[tuple[frozenset[str], str]] = field(default_factory=list)


@dataclass(slots=True)
class _Group:
    """Pages that are one chat."""

    title: str
    pages: list[SealedSource]
    heads: Mapping[str, PageHead]

    @property
    def sources(self) -> frozenset[str]:
        return frozenset(page.sha256 for page in self.pages)


@dataclass(slots=True)
class _Numbered:
    """A chat with the same title in another source, and what it holds of the messages asked about."""

    chat: Chat
    low: int
    high: int
    said: dict[int, list[Said]] = field(default_factory=dict)


def find_paged_chats(
    pages: Sequence[SealedSource], engine: Engine, sealed: Path, others: Iterable[str] = ()
) -> PagedChats:
    """The chat of each page. It is the same for the same pages, in whatever order and from wherever they came.

    1. pages that came from one folder, and hold one title, are one chat, and so are folders that share a page
    2. other folders of the same title are, if messages in them prove it: the same number, moment and text
    3. it is the chat of an export that tells its number, if that has nearly all of the messages that both should have

    `others` are the checksums of what was read from sources that are no pages. As long as they and the pages are those of
    the last run, so is the answer, and no page is opened.
    """
    if not pages:
        return PagedChats()
    groups = _folders(pages, page_heads((page.sha256 for page in pages), engine, sealed))

    def make(_: object) -> list[str]:
        return [_written(_found(_merged(groups, sealed), pages, engine, sealed))]

    told = [[group.title, *(page.sha256 for page in group.pages)] for group in groups]
    key = sha256(json.dumps([told, *sorted(others)]).encode()).hexdigest()
    return _as_found(*engine.recall(_STEP, [key], make))


def _found(
    groups: Sequence[_Group], pages: Sequence[SealedSource], engine: Engine, sealed: Path
) -> PagedChats:
    found = PagedChats()
    numbered = _numbered(groups, pages, engine, sealed)
    known_as: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for group, (chat, alike) in zip(groups, numbered, strict=True):
        made = chat or Chat(_own_id(group), None, group.title, "")
        found.of |= dict.fromkeys(group.sources, made)
        known_as[group.title][made.chat_id] |= group.sources
        if chat:
            found.notes.append((group.sources, _as_one(group.title)))
        elif alike:
            known_as[group.title]["of another source"] |= group.sources
    for title, chats in known_as.items():
        if len(chats) > 1:
            found.notes.append((frozenset().union(*chats.values()), _apart(title)))
    return found


def _written(found: PagedChats) -> str:
    chats = {page: astuple(chat) for page, chat in sorted(found.of.items())}
    return json.dumps([chats, [[sorted(sources), note] for sources, note in found.notes]])


def _as_found(written: str) -> PagedChats:
    chats, notes = json.loads(written)
    return PagedChats(
        {page: Chat(*told) for page, told in chats.items()},
        [(frozenset(sources), note) for sources, note in notes],
    )


def _as_one(title: str) -> str:
    return (
        f"The pages of {title!r} hold the messages of a chat that another file tells the number of: one chat."
    )


def _apart(title: str) -> str:
    return f"A chat named {title!r} came more than once, and nothing shows that it is one: kept apart."


def _own_id(group: _Group) -> str:
    firsts = [first for page in group.pages if (first := group.heads[page.sha256].first)]
    # Where exports tell the first message otherwise, it counts as the first of them in canonical order has it.
    return id_of(group.title, min(firsts, key=lambda said: said.number) if firsts else None)


def _folders(pages: Sequence[SealedSource], heads: Mapping[str, PageHead]) -> list[_Group]:
    """Pages of one title that were brought in one folder, as Telegram Desktop names them."""
    beside: dict[object, list[int]] = defaultdict(list)
    for at, page in enumerate(pages):
        for folder in page.folders or (f"alone {page.sha256}",):
            beside[heads[page.sha256].title, folder].append(at)
    return [
        _Group(heads[pages[some[0]].sha256].title, [pages[at] for at in some], heads)
        for some in _joined(len(pages), (pair for some in beside.values() for pair in pairwise(some)))
    ]


def _merged(groups: list[_Group], sealed: Path) -> list[_Group]:
    """The groups, with those in one that have the same messages."""
    by_title: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        by_title[group.title].append(at)
    same = [pair for some in by_title.values() if len(some) > 1 for pair in _proven(groups, some, sealed)]
    return [
        _Group(
            groups[some[0]].title,
            sorted((p for at in some for p in groups[at].pages), key=lambda page: page.order),
            groups[some[0]].heads,
        )
        for some in _joined(len(groups), same)
    ]


def _proven(groups: Sequence[_Group], some: Sequence[int], sealed: Path) -> list[tuple[int, int]]:
    """The pairs of groups of one title of which the messages prove that they are one chat."""
    said = {at: _of_numbers(_sampled(_by_number(groups[at])[:_WHOLE_PAGES], sealed, None)) for at in some}
    holders: dict[tuple[int, str], list[int]] = defaultdict(list)
    for at, numbers in said.items():
        for one in {(said.number, said.text) for held in numbers.values() for said in held}:
            holders[one].append(at)
    pairs = {pair for held in holders.values() if len(held) > 1 for pair in combinations(held, 2)}
    return sorted(pair for pair in pairs if _are_one(*(said[at] for at in pair)))


def _are_one(one: Mapping[int, list[Said]], other: Mapping[int, list[Said]]) -> bool:
    shared = one.keys() & other.keys()
    moments = [n for n in shared if any(same_moment(a.clock, b.clock) for a in one[n] for b in other[n])]
    alike = [n for n in moments if {said.text for said in one[n]} & {said.text for said in other[n]}]
    worded = any(said.text for n in alike for said in one[n])
    return len(moments) >= _SAME_MOMENT * len(shared) and (worded or len(alike) >= _WORDLESS)


def _numbered(
    groups: Sequence[_Group], pages: Sequence[SealedSource], engine: Engine, sealed: Path
) -> list[tuple[Chat | None, bool]]:
    """For each group the numbered chat that it proves to be, and whether there is one of its title at all."""
    titles = sorted({name for group in groups for name in _names(group.title)})
    alike = _ask(engine, pages, [(title, 0) for title in titles])
    samples = [
        _sampled(_spread(_by_number(group)), sealed, _ROWS)
        if any(alike.get(n) for n in _names(group.title))
        else []
        for group in groups
    ]
    asked = {
        (name, s.number)
        for g, some in zip(groups, samples, strict=True)
        for s in some
        for name in _names(g.title)
    }
    held = _ask(engine, pages, sorted(asked)) if asked else {}
    answers: list[tuple[Chat | None, bool]] = []
    for group, some in zip(groups, samples, strict=True):
        chats = [chat for name in _names(group.title) for chat in held.get(name, ())]
        there = any(alike.get(name) for name in _names(group.title))
        answers.append((_best(some, chats), there))
    return answers


def _best(sample: Sequence[Said], chats: Iterable[_Numbered]) -> Chat | None:
    """The one chat that has the messages of the sample; None if none has, or two have them alike."""
    shares = sorted(
        ((share, chat.chat) for chat in chats if (share := _share(sample, chat))), key=lambda one: -one[0]
    )
    if not shares or (len(shares) > 1 and shares[0][0] == shares[1][0]):
        return None
    return shares[0][1]


def _share(sample: Sequence[Said], chat: _Numbered) -> float:
    """How many of the messages of a sample, in the range of numbers that the chat has, it has too; 0 if that proves nothing."""
    expected = [said for said in sample if chat.low <= said.number <= chat.high]
    there = [said for said in expected if said.number in chat.said]
    moments = [s for s in there if any(same_moment(s.clock, held.clock) for held in chat.said[s.number])]
    alike = [s for s in moments if any(s.text == held.text for held in chat.said[s.number])]
    enough = any(said.text for said in alike) or len(alike) >= _WORDLESS
    if not enough or len(moments) < _SAME_MOMENT * len(there) or len(alike) < _SAME * len(expected):
        return 0.0
    return len(alike) / len(expected)


def _ask(
    engine: Engine, pages: Sequence[SealedSource], asked: Sequence[tuple[str, int]]
) -> dict[str, list[_Numbered]]:
    """By title: the chats of other sources that have it, with their rows of the numbers asked about."""
    tables = {
        "pages": pa.table({"source_id": pa.array([page.sha256 for page in pages], pa.string())}),
        "asked": pa.table(
            {
                "title": pa.array([title for title, _ in asked], pa.string()),
                "number": pa.array([number for _, number in asked], pa.int64()),
            }
        ),
    }
    chats: dict[tuple[str, str], _Numbered] = {}
    for row in engine.step(_SQL, tables=tables).to_pylist():
        chat = Chat(row["chat_id"], row["tg_id"], row["title"], row["kind"])
        one = chats.setdefault((row["title"], row["chat_id"]), _Numbered(chat, row["low"], row["high"]))
        if row["number"] is not None:
            one.said.setdefault(row["number"], []).append(Said(row["number"], row["clock"], row["text"]))
    by_title: dict[str, list[_Numbered]] = defaultdict(list)
    for (title, _), one in chats.items():
        by_title[title].append(one)
    return by_title


def _names(title: str) -> tuple[str, ...]:
    return (title, "") if title == _NAMELESS else (title,)


def _by_number(group: _Group) -> list[SealedSource]:
    """The pages by the number of their first message, which is the order of the chat."""
    return sorted(group.pages, key=lambda page: group.heads[page.sha256].number)


def _spread(pages: Sequence[SealedSource]) -> list[SealedSource]:
    """A few pages, evenly over all of them."""
    if len(pages) <= _PAGES:
        return list(pages)
    return [pages[at * (len(pages) - 1) // (_PAGES - 1)] for at in range(_PAGES)]


def _sampled(pages: Iterable[SealedSource], sealed: Path, most: int | None) -> list[Said]:
    return [said for page in pages for said in sample_page(sealed / page.sha256, most).said]


def _of_numbers(said: Iterable[Said]) -> dict[int, list[Said]]:
    numbers: dict[int, list[Said]] = defaultdict(list)
    for one in said:
        numbers[one.number].append(one)
    return numbers


def _joined(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below `count` in groups, those of a pair in the same; each group ascending, by its first."""
    head = list(range(count))

    def find(at: int) -> int:
        while head[at] != at:
            head[at] = head[head[at]]
            at = head[at]
        return at

    for one, other in pairs:
        first, second = sorted((find(one), find(other)))
        head[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(count):
        groups[find(at)].append(at)
    return list(groups.values())
