"""`gexf`: the network with its times for Gephi, as GEXF 1.3 (https://gexf.net)."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.graphml import plain
from schakel.showing.handover.export.hiding import Row
from schakel.showing.handover.export.network import EDGE, NODE, Network
from schakel.showing.handover.export.request import Asked
from schakel.showing.handover.export.safe_json import to_write
from schakel.showing.handover.export.words import cautions
from schakel.showing.handover.export.xml_text import XmlText

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
"""
_DAY = len("2026-01-02")  # NetworkX reads days, and no moments


def write(gathered: Gathered, place: Path, asked: Asked) -> None:
    """Writes the file; nodes and edges go straight to it."""
    text = XmlText(gathered.counts)
    network = Network(gathered, asked.words)
    with to_write(place) as out:
        out.write(_HEAD)
        said = text.content(cautions(asked.words, opened=gathered.hiding.opened))
        out.write(f"<meta><creator>Schakel</creator><description>{said}</description></meta>\n")
        out.write('<graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n')
        out.writelines(_attributes("node", NODE))
        out.writelines(_attributes("edge", EDGE))
        out.write("<nodes>\n")
        for node in network.nodes():
            label = f"id={text.attribute(node.id)} label={text.attribute(node.label)}"
            out.write(f"<node {label}{_times(node.facts)}>{_values('node', node.facts, text)}</node>\n")
        out.write("</nodes>\n<edges>\n")
        for edge in network.edges():
            ends = f"source={text.attribute(edge.source)} target={text.attribute(edge.target)}"
            told = f"id={text.attribute(edge.id)} {ends} kind={text.attribute(edge.facts['kind'])}"
            out.write(f"<edge {told}{_times(edge.facts)}>{_values('edge', edge.facts, text)}</edge>\n")
        out.write("</edges>\n</graph>\n</gexf>\n")


def _attributes(of: str, facts: Mapping[str, str]) -> Iterator[str]:
    yield f'<attributes class="{of}" mode="static">\n'
    for name, kind in facts.items():
        yield f'<attribute id="{of}_{name}" title="{name}" type="{kind}"/>\n'
    yield "</attributes>\n"


def _values(of: str, facts: Row, text: XmlText) -> str:
    values = "".join(
        f'<attvalue for="{of}_{name}" value={text.attribute(plain(value))}/>' for name, value in facts.items()
    )
    return f"<attvalues>{values}</attvalues>"


def _times(facts: Row) -> str:
    """From which day to which it was seen, as timelines take it; the moments stand among the values."""
    parts = (("start", facts.get("first_seen")), ("end", facts.get("last_seen")))
    return "".join(f' {name}="{at[:_DAY]}"' for name, at in parts if at)
