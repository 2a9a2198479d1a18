"""Ties read from files, what is put back, and how networks recover."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.measuring.networks.dismantle import strategies, until, whole_curve
from schakel.measuring.networks.edges import read_edges
from schakel.measuring.networks.graph import Graph, curve, graph
from schakel.measuring.networks.key_player import key_players
from schakel.measuring.networks.recovery import recover
from schakel.measuring.networks.reinsertion import put_back, soonest
from schakel.records.errors import SettingsError, SourceError


def largest(network: Graph, removed: list[int]) -> int:
    present = np.ones(network.size, dtype=bool)
    present[removed] = False
    return int(network.component_sizes(present).max(initial=0))


@pytest.mark.parametrize(
    "text",
    [
        "a,b\nb,c\nc,a\n",
        "from,to\na,b\nb,c\nc,a\n",
        "Source;Target;Weight\na;b;1\nb;c;2,5\nc;a;1\nb;c;2.5\n",
        "to\tfrom\nb\ta\nc\tb\na\tc\n",
        "a b 1\nb   c 2\nc a 3\n",
        "\ufefffrom|to\na|b\nb|c\nc|a\n",
        '"a","b"\r\n"b","c"\r\n"c","a"\r\n"a","b"\r\n',
        "kind,id,from,to\nx,1,a,b\nx,2,b,c\nx,3,c,a\n",
        "wie,met,hoe vaak\na,b,1\nb,c,2\nc,a,4\n",
        "van;naar;gewicht\na;b;1,5\nb;c;2,25\nc;a;0,5\n",
        "a\tb\t1,5\nb\tc\t2,5\nc\ta\t3,5\n",
        "a;b;1,5\nb;c;2,5\nc;a;3,5\n",
        "a:b\nb:c\nc:a\n",
        "from:to:weight\na:b:1\nb:c:2\nc:a:1\n",
        "# Undirected, 3 nodes\n# from to\na b\nb c\nc a\n",
        "% sym weighted\na b 1\nb c 2\nc a 1\n",
    ],
)
def test_ties_are_read_whatever_the_form(tmp_path: Path, text: str) -> None:
    (tmp_path / "ties.csv").write_text(text, encoding="utf-8")
    network = read_edges(tmp_path / "ties.csv").network
    assert network.names == ("a", "b", "c")
    assert network.ties == 3


def test_numbers_with_names_of_columns_nobody_knows(tmp_path: Path) -> None:
    (tmp_path / "ties.txt").write_text("dit dat\n1 2\n2 10\n10 1\n")
    assert read_edges(tmp_path / "ties.txt").network.names == ("1", "2", "10")


def test_bad_rows_are_counted_by_reason(tmp_path: Path) -> None:
    rows = [
        b"from,to,weight",
        b"a,b,1",
        b"b,a,4",
        b",b,1",
        b"c",
        b"a,c,none",
        b"a,c,-1",
        b"d,d,1",
        b"a,\0,1",
    ]
    (tmp_path / "ties.csv").write_bytes(b"\n".join(rows) + b"\n")
    read = read_edges(tmp_path / "ties.csv")
    assert read.network.names == ("a", "b", "d")
    assert read.repeated == 1
    assert dict(read.left_out) == {
        "a name is empty": 1,
        "the row has fewer than two columns": 1,
        "the weight is not a number above nought": 2,
        "the tie leads from an actor to itself": 1,
        "the row holds a nought byte": 1,
    }


def test_names_that_windows_saved_are_ties_too(tmp_path: Path) -> None:
    rows = "Zoë,René\nRené,Jan\nJan,€va\n".encode("cp1252") + b"\x81,Jan\n\x8d,Jan\n"
    (tmp_path / "ties.csv").write_bytes(rows)
    read = read_edges(tmp_path / "ties.csv")
    assert read.network.names == ("Jan", "René", "Zoë", "\x81", "\x8d", "€va")
    assert read.network.ties == 5
    assert not read.left_out


def test_a_name_with_a_hash_or_a_colon_is_a_name(tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text("#markt,a:b\na:b,# c\n# c,#markt\n")
    assert read_edges(tmp_path / "ties.csv").network.names == ("# c", "#markt", "a:b")


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"# a b\n", b"from,to\n", b"x\ny\n", b"\0\1\2", b"a,a\n"])
def test_files_without_ties_are_told_plainly(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "ties.csv").write_bytes(raw)
    with pytest.raises(SourceError) as told:
        read_edges(tmp_path / "ties.csv")
    assert told.value.happened.endswith(".")


networks = st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), min_size=1, max_size=50).map(
    lambda pairs: graph([(str(a), str(b)) for a, b in pairs], ["0"])
)


@settings(max_examples=30, deadline=None)
@given(networks, st.integers(1, 6), st.sampled_from([name for name in strategies() if name != "best"]))
def test_every_strategy_reaches_the_target_and_puts_back_what_it_can(
    network: Graph, target: int, name: str
) -> None:
    found = until(network, name, target)
    order = list(found.order)
    assert largest(network, order) <= target
    for actor in order:
        assert largest(network, [other for other in order if other != actor]) > target
    assert list(found.largest) == [largest(network, order[: n + 1]) for n in range(len(order))]


@settings(max_examples=15, deadline=None)
@given(networks, st.sampled_from(strategies()))
def test_whole_curves_remove_everyone_once(network: Graph, name: str) -> None:
    found = whole_curve(network, name)
    assert sorted(found.order) == list(range(network.size))
    assert list(found.largest) == sorted(found.largest, reverse=True)
    assert found.largest[-1] == 0


def test_the_names_do_not_change_the_removals() -> None:
    ring = [(f"n{i:02}", f"n{(i + 1) % 20:02}") for i in range(20)]
    one, two = graph(ring), graph(reversed([(b, a) for a, b in ring]))
    assert one == two
    assert until(one, "best", 4) == until(two, "best", 4)


def test_a_star_falls_apart_with_its_middle() -> None:
    star = graph([("hub", f"leaf{i}") for i in range(30)])
    for name in strategies():
        found = until(star, name, 1)
        assert [star.names[actor] for actor in found.order] == ["hub"], name
    assert key_players(star, 1).fragmentation == 1.0


def test_exchange_finds_key_players_of_a_network_too_large_for_every_set() -> None:
    hubs = [("hub1", f"a{i}") for i in range(700)] + [("hub2", f"b{i}") for i in range(700)]
    network = graph([*hubs, ("hub1", "hub2"), ("hub1", "hub3"), *(("hub3", f"c{i}") for i in range(700))])
    found = key_players(network, 3)
    assert not found.exact
    assert sorted(network.names[actor] for actor in found.best) == ["hub1", "hub2", "hub3"]


def test_an_unknown_strategy_is_told_plainly() -> None:
    with pytest.raises(SettingsError, match="not known"):
        until(graph([("a", "b")]), "magic", 1)


def test_recovery_is_the_same_for_the_same_seed_and_easier_with_strangers() -> None:
    chance = np.random.default_rng(1)
    network = graph([(str(a), str(b)) for a, b in chance.integers(0, 300, (600, 2)) if a != b])
    removed = list(until(network, "degree", 10).order)
    one, two = recover(network, removed, seed=2), recover(network, removed, seed=2)
    assert one == two
    assert one != recover(network, removed, seed=3)
    ways = {row.way: row.to_half for row in one}
    strangers, friends = ways["strangers"], ways["through-lost-contact"]
    assert strangers is not None
    assert friends is not None
    assert 0 < strangers[1] <= strangers[0] <= strangers[2] <= 1
    # People who lost the same contact often hang together already; strangers bridge more.
    assert strangers[0] < friends[0]


def test_a_network_that_did_not_break_needs_nothing() -> None:
    ring = graph([(str(i), str((i + 1) % 20)) for i in range(20)])
    for row in recover(ring, [0]):
        assert row.to_nine_tenths == (0.0, 0.0, 0.0)


def test_put_back_keeps_the_order() -> None:
    line = graph([(str(i), str(i + 1)) for i in range(20)])
    kept = put_back(line, [10, 3, 5, 15, 4], 6)
    assert kept == [actor for actor in (10, 3, 5, 15, 4) if actor in kept]
    assert curve(line, kept)[-1] <= 6


def test_the_removal_that_breaks_most_comes_first() -> None:
    ends = [("middle", "left0"), ("middle", "right0")]
    sides = [(f"{side}{i}", f"{side}{i + 1}") for side in ("left", "right") for i in range(9)]
    line = graph([*ends, *sides])
    removed = [line.names.index(name) for name in ("left7", "right7", "middle")]
    assert line.names[soonest(line, removed)[0]] == "middle"
    assert sorted(soonest(line, removed)) == sorted(removed)
