"""`graphml` and `gexf`: networks that NetworkX loads, with what ties the nodes, how strongly and when."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Tree

import networkx as nx
import pytest

from schakel.showing.handover.export.counts import Counts
from schakel.showing.handover.export.xml_text import XmlText
from tests.showing.handover.export.conftest import Exported

GEXF = "{http://gexf.net/1.3}"
# What the schema of GEXF 1.3 allows for the type of an attribute.
TYPES = {
    "integer",
    "long",
    "double",
    "float",
    "boolean",
    "string",
    "liststring",
    "anyURI",
    "byte",
    "short",
    "date",
}


def graph(to: str, out: Path) -> Any:
    return nx.read_graphml(out) if to == "graphml" else nx.read_gexf(out)


@pytest.mark.parametrize("to", ["graphml", "gexf"])
def test_networkx_finds_every_node_and_tie(to: str, exported: Exported) -> None:
    out, told = exported(to)
    found = graph(to, out)
    kinds = [facts["kind"] for _, facts in found.nodes(data=True)]
    for kind, table in (
        ("account", "accounts"),
        ("seller", "sellers"),
        ("chat", "chats"),
        ("selector", "selectors"),
    ):
        assert kinds.count(kind) == told["counts"][table]["exported"], kind
    ties = [facts["kind"] for _, _, facts in found.edges(data=True)]
    assert ties.count("member") == told["counts"]["members"]["exported"]
    same = [facts for _, _, facts in found.edges(data=True) if facts["kind"] == "same-seller"]
    assert [facts["log10_lr"] for facts in same] == [6.2]
    assert all(facts["hypothesis"] and facts["mutual"] for facts in same)
    assert "shares_phone (log10 LR +5.00)" in same[0]["reasons"]
    assert {"posts-in", "names-contact"} <= set(ties)


@pytest.mark.parametrize("to", ["graphml", "gexf"])
def test_sellers_are_hypotheses_with_a_probability(to: str, exported: Exported) -> None:
    found = graph(to, exported(to)[0])
    sellers = [facts for _, facts in found.nodes(data=True) if facts["kind"] == "seller"]
    assert all(facts["hypothesis"] is True for facts in sellers)
    assert {(facts["ghost_low"], facts["ghost_probability"], facts["ghost_high"]) for facts in sellers} == {
        (0.02, 0.06, 0.21),
        (0.4, 0.71, 0.9),
    }
    assert all(not facts["hypothesis"] for _, facts in found.nodes(data=True) if facts["kind"] == "account")


def test_gexf_keeps_to_its_schema(exported: Exported) -> None:
    root = Tree.parse(exported("gexf")[0]).getroot()  # noqa: S314 - our own file
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.3")
    body = root.find(f"{GEXF}graph")
    assert body is not None
    assert (body.get("mode"), body.get("timeformat"), body.get("defaultedgetype")) == (
        "dynamic",
        "date",
        "directed",
    )
    assert [part.tag for part in body] == [
        f"{GEXF}{name}" for name in ("attributes", "attributes", "nodes", "edges")
    ]
    declared = {one.get("id"): one.get("type") for one in body.iter(f"{GEXF}attribute")}
    assert set(declared.values()) <= TYPES
    assert {one.get("for") for one in body.iter(f"{GEXF}attvalue")} <= set(declared)
    nodes = [one.get("id") for one in body.iter(f"{GEXF}node")]
    edges = list(body.iter(f"{GEXF}edge"))
    assert len(set(nodes)) == len(nodes)
    assert len({one.get("id") for one in edges}) == len(edges)
    assert {one.get(end) for one in edges for end in ("source", "target")} <= set(nodes)
    timed = [one for one in [*body.iter(f"{GEXF}node"), *edges] if one.get("start")]
    assert timed
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", one.get("start", "")) for one in timed)
    assert all(one.get("start", "") <= one.get("end", "") for one in timed)


def test_titles_that_are_scripts_stand_as_text(exported: Exported) -> None:
    found = graph("graphml", exported("graphml")[0])
    labels = [facts["label"] for _, facts in found.nodes(data=True) if facts["kind"] == "chat"]
    assert any(
        label.startswith("<s•") for label in labels
    )  # hidden but for two letters, as what has a slash in it is
    assert b"<s\xe2" not in exported("graphml")[0].read_bytes()


def test_signs_that_xml_does_not_allow_are_taken_out_and_counted() -> None:
    counts = Counts({})
    text = XmlText(counts)
    illegal = "\x00\x01\x08\x0b\x0c\x0e\x1f\ufffe\uffff\ud800"
    assert text.legal(f"a{illegal}b\t\n\u00e9\U0001f525") == "ab\t\n\u00e9\U0001f525"
    assert counts.changed["illegal-characters"] == len(illegal)
    assert text.attribute('"<&>\u202e') == "'\"&lt;&amp;&gt;&lt;U+202E&gt;'"
    assert Tree.fromstring(f"<a>{text.content('x<y & ]]> z')}</a>").text == "x<y & ]]> z"  # noqa: S314 - our own text


def test_keys_of_graphml_are_of_what_they_are_said_to_be(exported: Exported) -> None:
    root = Tree.parse(exported("graphml")[0]).getroot()  # noqa: S314 - our own file
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = {one.get("id", ""): one for one in root.iter(f"{space}key")}
    assert all(one.get("for") == known.partition("_")[0] for known, one in keys.items())
    used = {
        (of, one.get("key")) for of in ("node", "edge") for two in root.iter(f"{space}{of}") for one in two
    }
    assert {(of, keys[str(key)].get("for")) for of, key in used} == {("node", "node"), ("edge", "edge")}
    truths = {
        one.text
        for one in root.iter(f"{space}data")
        if keys[one.get("key", "")].get("attr.type") == "boolean"
    }
    assert truths == {"true", "false"}  # as XML Schema writes them
