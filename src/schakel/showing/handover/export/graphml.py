"""`graphml`: the network for yEd, Cytoscape, Gephi, NetworkX and igraph (http://graphml.graphdrawing.org)."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.hiding import Row
from schakel.showing.handover.export.network import EDGE, NODE, Network
from schakel.showing.handover.export.request import Asked
from schakel.showing.handover.export.safe_json import to_write
from schakel.showing.handover.export.words import cautions
from schakel.showing.handover.export.xml_text import XmlText

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write(gathered: Gathered, place: Path, asked: Asked) -> None:
    """Writes the file; nodes and edges go straight to it."""
    text = XmlText(gathered.counts)
    network = Network(gathered, asked.words)
    with to_write(place) as out:
        out.write(_HEAD)
        out.write(f"<desc>{text.content(cautions(asked.words, opened=gathered.hiding.opened))}</desc>\n")
        out.writelines(_keys("node", {"label": "string", **NODE}))
        out.writelines(_keys("edge", EDGE))
        out.write('<graph id="network" edgedefault="directed">\n')
        for node in network.nodes():
            data = _data("node", {"label": node.label, **node.facts}, text)
            out.write(f"<node id={text.attribute(node.id)}>{data}</node>\n")
        for edge in network.edges():
            ends = f"source={text.attribute(edge.source)} target={text.attribute(edge.target)}"
            out.write(f"<edge id={text.attribute(edge.id)} {ends}>{_data('edge', edge.facts, text)}</edge>\n")
        out.write("</graph>\n</graphml>\n")


def _keys(of: str, facts: Mapping[str, str]) -> Iterator[str]:
    for name, kind in facts.items():
        yield f'<key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'


def _data(of: str, facts: Row, text: XmlText) -> str:
    return "".join(
        f'<data key="{of}_{name}">{text.content(plain(value))}</data>' for name, value in facts.items()
    )


def plain(value: object) -> str:
    """A value as XML Schema writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
