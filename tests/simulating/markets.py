"""Reads a made-up market back, independently of the code that made it."""

import csv
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, str]


def repaired(raw: bytes) -> str:
    """The export as valid JSON: the two defects of the exporter undone."""
    raw = re.sub(rb"\\u2028\x80\xa8", rb"\\u2028", raw)
    return re.sub(rb"\\x([0-9A-F]{2})", rb"\\u00\1", raw).decode("utf-8")


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def plain(message: dict[str, Any]) -> str:
    return "".join(part["text"] for part in message["text_entities"])


@dataclass(frozen=True)
class Read:
    """A market as a reader finds it."""

    folder: Path
    chats: list[dict[str, Any]]

    @classmethod
    def of(cls, folder: Path) -> "Read":
        document = json.loads(repaired((folder / "export" / "result.json").read_bytes()))
        return cls(folder, document["chats"]["list"] if "chats" in document else [document])

    def truth(self, name: str) -> list[Row]:
        return rows(self.folder / "truth" / f"{name}.csv")

    def messages(self) -> dict[tuple[int, int], dict[str, Any]]:
        return {
            (chat["id"], message["id"]): message
            for chat in self.chats
            for message in chat["messages"]
            if message["type"] == "message"
        }

    def verdicts(self) -> dict[str, str]:
        return {row["seller"]: row["truth"] for row in self.truth("sellers")}
