"""Counts messages in exports and dumps without a line of the product: plain json and regular expressions.

Run by itself it prints the counts of the folders it is given.
"""

import json
import re
import sys
from pathlib import Path

_ROW = re.compile(r'<div class="message (default|service)[^"]*" id="message(-?\d+)"')


def count_json(path: Path) -> int:
    """Messages of all chats in a result.json (or a bare array)."""
    content = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(content, list):
        return len(content)
    chats = [content] if "messages" in content else []
    for part in ("chats", "left_chats"):
        chats += content.get(part, {}).get("list", [])
    return sum(len(chat["messages"]) for chat in chats)


def count_html(path: Path) -> tuple[int, int]:
    """Messages and service lines of one page, and apart from them its day lines (numbers below zero)."""
    rows = _ROW.findall(path.read_text(encoding="utf-8"))
    days = sum(1 for kind, number in rows if kind == "service" and int(number) < 0)
    return len(rows) - days, days


def count_objects(path: Path) -> int:
    """Messages in a file of Telegram objects, an array or one a line."""
    text = path.read_text(encoding="utf-8")
    objects = (
        json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.splitlines() if line]
    )
    return sum(1 for one in objects if str(one.get("_", one.get("_type"))).startswith("Message"))


def count_dataset(path: Path) -> tuple[int, int]:
    """Records of all channels in a part of TGDataset, and how many different messages they tell of."""
    channels = json.loads(path.read_text(encoding="utf-8")).values()
    maps = [(one["text_messages"], one["generic_media"]) for one in channels]
    records = sum(len(texts) + len(media) for texts, media in maps)
    return records, sum(len(set(texts) | set(media)) for texts, media in maps)


def count_folder(folder: Path) -> int:
    """Records of all exports below a folder."""
    pages = sum(count_html(page)[0] for page in folder.rglob("messages*.html"))
    return pages + sum(count_json(file) for file in folder.rglob("*.json"))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        sys.stdout.write(f"{name}: {count_folder(Path(name))}\n")
