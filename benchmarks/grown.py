"""An export as it was earlier: the same bytes, without the last messages of each chat."""

import re
from pathlib import Path

_CHAT_START = re.compile(rb'\n( *)"messages": \[\n')


def write_shorter(whole: Path, shorter: Path, share: float) -> None:
    """Writes the export with the first `share` of each chat's messages."""
    raw = whole.read_bytes()
    parts: list[bytes] = []
    position = 0
    for start in _CHAT_START.finditer(raw):
        indent = start.group(1)
        end = raw.index(b"\n" + indent + b"]", start.end())
        boundary = b"\n" + indent + b" },\n" + indent + b" {"
        cut = raw.find(boundary, start.end() + int((end - start.end()) * share), end)
        parts.append(raw[position : cut if cut > 0 else end])
        parts.append(b"\n" + indent + b" }" if cut > 0 else b"")
        position = end
    parts.append(raw[position:])
    shorter.parent.mkdir(parents=True, exist_ok=True)
    shorter.write_bytes(b"".join(parts))
